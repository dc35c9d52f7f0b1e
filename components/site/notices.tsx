import type { SiteWords } from '#components/words/site.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Notice } from '#lib/publication/edition.ts';
import { When } from './when.tsx';

/** What was corrected, above the text: whoever reads on must know it first. */
export function Notices({
  notices,
  language,
  timeZone,
  words,
}: {
  notices: readonly Notice[];
  language: Language;
  timeZone: string;
  words: SiteWords;
}) {
  return notices.map((notice) => (
    <section key={`${notice.at} ${notice.text}`} className="notice" aria-label={words.notices[notice.kind]}>
      <h2>{words.notices[notice.kind]}</h2>
      <p>{notice.text}</p>
      <p className="meta">
        <When at={new Date(notice.at)} as="instant" language={language} timeZone={timeZone} />
      </p>
    </section>
  ));
}
