/** Most words of a search that count. */
const wordMaximum = 12;

/**
 * What a person types as a `tsquery`: every word must begin some word of the story, so that results come while typing. Null
 * when there is no word in it. Signs part words here as they do in what is searched (`story_words`), and each word is quoted:
 * none of it is read as an operator.
 */
export function prefixQuery(typed: string): string | null {
  const words = typed
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, wordMaximum);
  return words.length === 0 ? null : words.map((word) => `'${word}':*`).join(' & ');
}
