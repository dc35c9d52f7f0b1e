/**
 * HTML that an editor of ours put on the clipboard, or null. The schema reads it as it is, every attribute checked; only the
 * list of blocks around the selection, which ProseMirror takes at its word, keeps their names and loses their attributes:
 * any page could have written it. (Other ProseMirror editors have no `data-id`.)
 */
export function ownHtml(html: string): string | null {
  if (!html.includes('data-pm-slice') || !/\sdata-id="/.test(html)) return null;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('[data-pm-slice]')) {
    element.setAttribute('data-pm-slice', withoutAttributes(element.getAttribute('data-pm-slice') ?? ''));
  }
  return body.innerHTML;
}

/** `2 2 ["quotation",{…}]` with nothing in the place of `{…}`; what is not of that form becomes a slice of whole blocks. */
export function withoutAttributes(slice: string): string {
  const [, depths, context] = /^(\d+ \d+(?: -?\d+)?) (\[.*\])$/s.exec(slice) ?? [];
  if (depths === undefined || context === undefined) return '0 0 []';
  try {
    const around: unknown = JSON.parse(context);
    if (!Array.isArray(around)) return '0 0 []';
    return `${depths} ${JSON.stringify(around.map((part, index) => (index % 2 === 0 ? String(part) : null)))}`;
  } catch {
    return '0 0 []';
  }
}
