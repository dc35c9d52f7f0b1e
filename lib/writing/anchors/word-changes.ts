import { type DiffRun, edits } from '#lib/document/diff.ts';
import type { Language } from '#lib/kernel/language.ts';
import {
  carriedSigns,
  comparisons,
  dates,
  mathSigns,
  negations,
  numberWords,
  unitSigns,
  units,
} from './change-tables.ts';
import { strictWords } from './strict-words.ts';

/** What a change is about. */
export type ChangeKind =
  | 'number'
  | 'unit'
  | 'sign'
  | 'date'
  | 'name'
  | 'negation'
  | 'comparison'
  | 'words'
  | 'typography';

/** `hard`: the sentence asserts something else. `soft`: it may. `carried`: a check still holds. */
export type ChangeWeight = 'hard' | 'soft' | 'carried';

export function weightOf(kind: ChangeKind): ChangeWeight {
  if (kind === 'typography') return 'carried';
  return kind === 'words' ? 'soft' : 'hard';
}

export interface WordChange {
  /** What it is about most of all: numbers before names before other words. */
  readonly kind: ChangeKind;
  readonly weight: ChangeWeight;
  readonly removed: string;
  readonly added: string;
}

export interface WordDifference {
  /** The two wordings in one, to be shown. */
  readonly runs: readonly DiffRun[];
  readonly changes: readonly WordChange[];
  /** The heaviest of the changes; null when not one letter differs. */
  readonly weight: ChangeWeight | null;
}

interface Token {
  readonly text: string;
  /** What stands left and right of it, white space left out; empty at the ends of the sentence. */
  readonly left: string;
  readonly right: string;
  /** Whether a sentence begins with it. */
  readonly opens: boolean;
}

// A number keeps its separators, and a word its inner hyphens and apostrophe apart: « l’Union » is « l », « ’ », « Union ».
const pieces =
  /\p{N}+(?:[.,\u00a0\u202f ’']\p{N}{3}(?!\p{N}))*(?:[.,]\p{N}+)?|[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu;

function tokensOf(text: string): Token[] {
  const found = text.match(pieces) ?? [];
  const solid = (index: number, step: 1 | -1) => {
    let at = index + step;
    while (found[at] !== undefined && /^\s+$/u.test(found[at] ?? '')) at += step;
    return found[at] ?? '';
  };
  return found.map((piece, index) => {
    const left = solid(index, -1);
    return { text: piece, left, right: solid(index, 1), opens: left === '' || /^[.!?…:«“"(]$/u.test(left) };
  });
}

const isNumber = (text: string) => /\p{N}/u.test(text);
const isCapital = (text: string) => /^\p{Lu}/u.test(text);

/** What one token is about, as it stands in its sentence. */
function kindOf({ text, left, right, opens }: Token, language: Language): ChangeKind {
  if (carriedSigns.test(text)) return 'typography';
  const word = text.toLowerCase();
  if (isNumber(text)) {
    const near = dates[language].has(left.toLowerCase()) || dates[language].has(right.toLowerCase());
    const isYear = /^(?:1[0-9]|20)\d\d$/u.test(text) && /^(?:en|in|de|of|since|depuis)$/iu.test(left);
    return near || isYear ? 'date' : 'number';
  }
  if (/^[.,]$/u.test(text) && isNumber(left) && isNumber(right)) return 'number';
  if (unitSigns.test(text)) return 'unit';
  if (mathSigns.test(text))
    return isNumber(left) || isNumber(right) || /^[<>≤≥=≠≈±]$/u.test(text) ? 'sign' : 'words';
  if (!/\p{L}/u.test(text)) return 'words';
  if (negations[language].has(word)) return 'negation';
  if (word.split('-').some((part) => numberWords[language].has(part)) && !/^une?$/u.test(word))
    return 'number';
  if (dates[language].has(word)) return 'date';
  if (comparisons[language].has(word)) return 'comparison';
  if (units[language].has(word))
    return isNumber(left) || numberWords[language].has(left.toLowerCase()) ? 'unit' : 'words';
  if (isCapital(text) && (!opens || (text.length > 1 && text === text.toUpperCase()))) return 'name';
  return 'words';
}

const order: readonly ChangeKind[] = [
  'number',
  'sign',
  'unit',
  'date',
  'negation',
  'comparison',
  'name',
  'words',
  'typography',
];

const heaviest = (kinds: readonly ChangeKind[]): ChangeKind =>
  order.find((kind) => kinds.includes(kind)) ?? 'typography';

/** White space and quotation marks of different kinds stand for each other, so that what stands between them is not torn apart. */
function sameToken(a: Token, b: Token): boolean {
  return a.text === b.text || shape(a.text) === shape(b.text);
}

function shape(text: string): string {
  if (/^\s+$/u.test(text)) return ' ';
  return carriedSigns.test(text) ? '"' : text;
}

/**
 * What differs between the words that were checked and the words now, each change named by the heaviest thing it touches. For
 * the eyes of a checker: whether a check still holds is said by the digest, never by this.
 */
export function wordDifference(before: string, after: string, language: Language): WordDifference {
  const old = tokensOf(before.normalize('NFC'));
  const script = edits(old, tokensOf(after.normalize('NFC')), sameToken);
  const runs: DiffRun[] = [];
  const found: { kinds: ChangeKind[]; removed: string; added: string }[] = [];
  let isOpen = false;
  const change = (part: 'removed' | 'added', token: Token) => {
    if (!isOpen) found.push({ kinds: [], removed: '', added: '' });
    isOpen = true;
    const last = found.at(-1);
    if (!last) return;
    last[part] += token.text;
    last.kinds.push(kindOf(token, language));
  };
  const close = () => {
    const last = isOpen ? found.at(-1) : undefined;
    isOpen = false;
    if (last?.removed) runs.push({ kind: 'removed', text: last.removed });
    if (last?.added) runs.push({ kind: 'added', text: last.added });
  };
  let at = 0;
  for (const { kind, item } of script) {
    const was = kind === 'added' ? undefined : old[at];
    if (kind !== 'added') at += 1;
    if (kind === 'same' && was?.text === item.text) {
      close();
      const last = runs.at(-1);
      if (last?.kind === 'same') last.text += item.text;
      else runs.push({ kind, text: item.text });
      continue;
    }
    if (was) change('removed', was);
    if (kind !== 'removed') change('added', item);
  }
  close();
  // A space that comes or goes is no matter of typography: the strict words differ, and a check is not carried over.
  const carries = strictWords(before) === strictWords(after);
  const changes = found.map(({ kinds, removed, added }): WordChange => {
    const kind = heaviest(kinds);
    const named = kind === 'typography' && !carries ? 'words' : kind;
    return { kind: named, weight: weightOf(named), removed, added };
  });
  const weights = changes.map(({ weight }) => weight);
  const weight = (['hard', 'soft', 'carried'] as const).find((each) => weights.includes(each)) ?? null;
  return { runs, changes, weight };
}
