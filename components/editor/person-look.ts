/** How a person is drawn wherever they are: a hue and one of three outlines. Neither says anything alone; the name does. */
export interface PersonLook {
  /** 1 to 5, see `--color-writer-…` in globals.css. */
  hue: number;
  outline: 'circle' | 'square' | 'drop';
}

const outlines = ['circle', 'square', 'drop'] as const;

/** The same for everybody, in every story, on every day: made from the id alone. */
export function lookOf(personId: string): PersonLook {
  let sum = 0;
  for (const character of personId) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return { hue: 1 + (sum % 5), outline: outlines[Math.floor(sum / 5) % 3] ?? 'circle' };
}

/** First and last initial of a name. */
export function initials(name: string): string {
  const parts = name.split(/[\s-]+/).filter((part) => part !== '');
  const first = parts[0] ?? '';
  const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  return [...first]
    .slice(0, 1)
    .concat([...last].slice(0, 1))
    .join('')
    .toUpperCase();
}

/** What stands at a caret: the first name. */
export function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name;
}
