import { storyWords } from '#components/words/story.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { MovedPart } from '#lib/publication/answers.ts';

/** The parts of a story by their names, as a list in the language. */
export function partNames(parts: readonly MovedPart[], language: Language): string {
  const words = storyWords[language];
  const names = parts.map((part) => (part === 'state' ? words.parts.state : words.details[part]));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(
    names.map((name) => name.toLowerCase()),
  );
}
