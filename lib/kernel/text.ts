/**
 * Folds case and accents for comparison: "Tokaïev", "TOKAIEV" and "tokaiev" become one. Compatibility forms and
 * typographic apostrophes, hyphens and spaces fold too; soft hyphens and zero-width signs go. Works on any script (Unicode NFKD, combining marks removed);
 * й and ё therefore meet и and е, which is what a person who types in haste expects.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+/gu, '')
    .replace(/[’ʼʻ‘`´]/gu, "'")
    .replace(/[‐‑‒–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .replace(/ς/gu, 'σ')
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .replace(/ß/gu, 'ss')
    .replace(/ø/gu, 'o')
    .replace(/ł/gu, 'l')
    .replace(/ı/gu, 'i')
    .trim();
}
