import { Icon } from '#components/ui/icon.tsx';
import type { SiteWords } from '#components/words/site.ts';
import { type Language, languageNames, languages } from '#lib/kernel/language.ts';
import { homePath, sectionPath } from '#lib/publication/address.ts';
import type { Masthead as MastheadView } from '#lib/publication/views.ts';
import { Logo } from './logo.tsx';

export interface Here {
  /** The section the page is, or belongs to. */
  sectionId?: string;
  /** `page`: this is the section's own page. `true`: one of its articles. */
  current?: 'page' | 'true';
  /** This page in other languages; a language that is missing gets its home. */
  paths?: Partial<Record<Language, string>>;
}

/** Name, languages, light or dark; then the sections. */
export function Masthead({
  masthead: { language, newsroom, sections },
  words,
  here,
  large,
  aside,
}: {
  masthead: MastheadView;
  words: SiteWords;
  here: Here;
  large: boolean;
  aside?: string;
}) {
  return (
    <header className={large ? 'masthead masthead-large' : 'masthead'}>
      <div className="wrap masthead-top">
        <p className="masthead-aside">
          {newsroom.tagline || words.edition}
          {aside ? (
            <>
              <br />
              {aside}
            </>
          ) : null}
        </p>
        <a
          href={homePath(language)}
          aria-label={words.home(newsroom.name)}
          aria-current={large ? 'page' : undefined}
        >
          <Logo name={newsroom.name} />
        </a>
        <div className="masthead-tools">
          {languages
            .filter((other) => other !== language)
            .map((other) => (
              <a key={other} href={here.paths?.[other] ?? homePath(other)} lang={other} hrefLang={other}>
                {languageNames[other]}
              </a>
            ))}
          <button
            type="button"
            className="tool"
            data-theme-toggle
            hidden
            aria-label={words.theme}
            title={words.theme}
          >
            <Icon name="moon" />
          </button>
        </div>
      </div>
      {sections.length > 0 ? (
        <nav className="sections" aria-label={words.sections}>
          <ul className="wrap">
            {sections.map((section) => (
              <li key={section.sectionId}>
                <a
                  href={sectionPath(language, section.slug[language])}
                  aria-current={section.sectionId === here.sectionId ? here.current : undefined}
                >
                  {section.name[language]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </header>
  );
}
