import { siteWords } from '#components/words/site.ts';
import { homePath, sectionPath } from '#lib/publication/address.ts';
import type { Masthead } from '#lib/publication/views.ts';
import { Empty } from './empty.tsx';

/** Nothing at an address (`missing`), or a fault of ours (`broken`): what happened, and where else to go. */
export function Lost({ why, masthead }: { why: 'missing' | 'broken'; masthead: Masthead }) {
  const { language, sections } = masthead;
  const words = siteWords[language];
  return (
    <Empty title={why === 'missing' ? words.missingTitle : words.brokenTitle} level={1}>
      <p>{why === 'missing' ? words.missing : words.broken}</p>
      <nav aria-label={words.missingHelp}>
        <ul>
          <li>
            <a href={homePath(language)}>{words.toHome}</a>
          </li>
          {sections.map((section) => (
            <li key={section.sectionId}>
              <a href={sectionPath(language, section.slug[language])}>{section.name[language]}</a>
            </li>
          ))}
        </ul>
      </nav>
    </Empty>
  );
}
