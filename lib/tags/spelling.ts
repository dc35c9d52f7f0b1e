import type { TagType } from './tag-type.ts';

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;
const lowerPattern = /\p{Ll}/u;
const upperPattern = /\p{Lu}/u;

/**
 * Whether a folded match is written as the name may be written. Folding makes "ONU" and "onu", "Nice" and "nice", "Le Maire"
 * and "le maire" equal; capitals tell them apart:
 * - an acronym (capitals only, up to six letters) must be in capitals: "UE", not "ue";
 * - a word that a name writes with a capital must have one, except the first of several, which a label
 *   begins with by habit: "Banque mondiale" is found in "la banque mondiale", "Le Maire" not in "le maire";
 * - a topic is a common noun and is found in any case, unless it is an acronym.
 * Scripts without case, such as Arabic, always match.
 */
export function matchesAsWritten(name: { name: string; type: TagType }, written: string): boolean {
  if (isAcronym(name.name)) return !lowerPattern.test(written);
  if (name.type === 'topic') return true;
  const nameWords = name.name.match(wordPattern) ?? [];
  const writtenWords = written.match(wordPattern) ?? [];
  // Folding may join or part words ("c5+1", "№ 1"); then there is nothing to compare one by one.
  if (nameWords.length !== writtenWords.length) return true;
  const first = nameWords.length > 1 ? 1 : 0;
  return nameWords.every(
    (word, index) =>
      index < first || !needsCapital(word) || !lowerPattern.test(writtenWords[index]?.charAt(0) ?? ''),
  );
}

/** A word with a digit in it ("G20") is no word of the language: it is known in any case. */
function needsCapital(word: string): boolean {
  return upperPattern.test(word.charAt(0)) && !/\p{N}/u.test(word);
}

export function isAcronym(name: string): boolean {
  return /^(?:\p{Lu}\.?){2,6}$/u.test(name);
}
