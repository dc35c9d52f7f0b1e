/** Longest address a link may hold, in characters. */
const linkMaximum = 2048;

/**
 * The one link policy, asked by the schema, the editor's commands, paste, import, print and feeds alike: `http`, `https`,
 * `mailto`, `tel`, a path on this site (`/…`) or a place on this page (`#…`). Never a scheme that runs something, never
 * `//host` or a backslash that browsers read as one, never a user name before the host (`https://bank@evil`).
 */
export function linkAllowed(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > linkMaximum) return false;
  // White space and controls are dropped by browsers wherever they stand (`java\nscript:`), quotes and brackets end attributes.
  if (/[\p{C}\p{Z}\\<>"`]/u.test(href)) return false;
  if (href.startsWith('#')) return true;
  if (href.startsWith('/')) return !href.startsWith('//');
  if (/^mailto:[^@?]+@[^@?]+(\?|$)/i.test(href)) return true;
  if (/^tel:\+?[0-9().-]{2,}$/i.test(href)) return true;
  if (!/^https?:\/\/[^/]/i.test(href)) return false;
  const url = URL.parse(href);
  return url !== null && url.hostname !== '' && url.username === '' && url.password === '';
}
