import type { SiteWords } from '#components/words/site.ts';
import { olderPath } from '#lib/publication/address.ts';

/** On from a list to what is older, and back to its beginning. */
export function Older({
  path,
  older,
  deep,
  words,
}: {
  path: string;
  older: string | null;
  /** This is not the beginning of the list. */
  deep: boolean;
  words: SiteWords;
}) {
  if (!older && !deep) return null;
  return (
    <nav className="older" aria-label={words.pages}>
      {deep ? (
        <a className="step" href={path}>
          {words.newest}
        </a>
      ) : null}
      {older ? (
        <a className="step" rel="next" href={olderPath(path, older)}>
          {words.older}
        </a>
      ) : null}
    </nav>
  );
}
