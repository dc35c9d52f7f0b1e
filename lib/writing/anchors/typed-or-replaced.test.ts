import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraph, text } from '#lib/document/build.ts';
import { parseDocument } from '#lib/document/document.ts';
import { draftSchema } from '#lib/document/schema.ts';
import type { StandingAnchor } from './anchor.ts';
import { blocksWithWords } from './block-words.ts';
import { makeAnchor } from './make-anchor.ts';
import { Moment } from './moment.ts';
import { rederive } from './rederive.ts';

// A revision of a whole article, sentence by sentence: written letter by letter, or put in the place of the old one at once.

const sentences = [
  [
    'Le G20 représente 85 % du PIB mondial et 75 % du commerce.',
    'Il réunit 19 pays et deux unions depuis 2023.',
  ],
  [
    'M. Macron arrivera à Miami le 14 décembre 2026 au soir.',
    'Aucun autre chef d’État ne viendra par la mer.',
  ],
  [
    'La mer d’Aral a perdu 90 % de son eau en cinquante ans.',
    'Une digue de 13 km en a sauvé le nord.',
    'Le port d’Aralsk attend toujours.',
  ],
  ['« Nous ne signerons pas », a dit le ministre.', 'Sa délégation compte 1\u202f500 personnes, dit-on.'],
];

type Change = 'keep' | 'number' | 'word' | 'delete' | 'append';
const changed: Record<Change, (sentence: string) => string> = {
  keep: (sentence) => sentence,
  number: (sentence) => sentence.replace(/\d+/u, (digits) => String(Number(digits) + 7)),
  word: (sentence) => sentence.replace(/(?<= )\p{Ll}{4,}/u, 'autrement'),
  delete: () => '',
  append: (sentence) => `${sentence} On n’en sait rien de plus.`,
};

const body = (paragraphs: readonly (readonly string[])[]) =>
  parseDocument(
    text({
      headline: 'Le club des vingt',
      standfirst: 'Ce que pèse un sommet.',
      body: paragraphs.map((each) => paragraph(each.filter((sentence) => sentence !== '').join(' '))),
    }),
  );
const original = body(sentences);

function anchors(): Map<string, StandingAnchor> {
  const made = new Map<string, StandingAnchor>();
  for (const block of blocksWithWords(original).values())
    for (const { start, end } of block.sentences('fr')) {
      const words = block.text.slice(start, end);
      const selection = { blockId: block.id, start, end, words };
      const answer = makeAnchor(original, selection, { version: 0, language: 'fr' });
      if (answer.ok) made.set(words, { id: words, ...answer.value });
    }
  return made;
}

const raise = (fault: unknown) => {
  throw fault;
};

function follow(steps: readonly Node[]): Map<string, StandingAnchor> {
  const standing = anchors();
  for (const [index, after] of steps.slice(1).entries()) {
    const moment = new Moment(steps[index] ?? after, after, index + 1, 'fr');
    for (const anchor of rederive([...standing.values()], moment, raise)) standing.set(anchor.id, anchor);
  }
  return standing;
}

/** Every state of the text while somebody makes these changes, letter by letter, sentence after sentence in this order. */
function typed(changes: readonly Change[][], turns: readonly number[]): Node[] {
  const current = sentences.map((each) => [...each]);
  const transform = new Transform(original);
  const all = sentences.flatMap((each, block) => each.map((_, index) => ({ block, index })));
  const places = turns.map((turn) => all[turn % all.length]).concat(all);
  const done = new Set<string>();
  for (const place of places) {
    if (!place || done.has(`${place.block} ${place.index}`)) continue;
    done.add(`${place.block} ${place.index}`);
    const { block, index } = place;
    const before = current[block]?.[index] ?? '';
    const after = changed[changes[block]?.[index] ?? 'keep'](before);
    const paragraphOf = () => (current[block] ?? []).filter((sentence) => sentence !== '').join(' ');
    const old = paragraphOf();
    (current[block] ?? [])[index] = after;
    const now = paragraphOf();
    let head = 0;
    while (head < old.length && old[head] === now[head]) head += 1;
    let tail = 0;
    while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail))
      tail += 1;
    let position = 1;
    for (let at = 0; at < block + 2; at += 1) position += transform.doc.child(at).nodeSize;
    for (let at = old.length - tail; at > head; at -= 1) transform.delete(position + at - 1, position + at);
    for (let at = head; at < now.length - tail; at += 1)
      transform.insert(position + at, draftSchema.text(now.charAt(at)));
  }
  expect(transform.doc.eq(revised(changes))).toBe(true);
  return [...transform.docs, transform.doc];
}

function revised(changes: readonly Change[][]): Node {
  return body(
    sentences.map((each, block) =>
      each.map((sentence, index) => changed[changes[block]?.[index] ?? 'keep'](sentence)),
    ),
  );
}

function outcome(standing: Map<string, StandingAnchor>) {
  return [...standing.values()].map(({ id, standing: { place, exact, words, phrase } }) => ({
    id,
    place,
    exact,
    words,
    phrase,
  }));
}

const kinds = Object.keys(changed) as Change[];
const revisions = fc.tuple(
  ...sentences.map((each) =>
    fc.array(fc.constantFrom(...kinds), { minLength: each.length, maxLength: each.length }),
  ),
);

function replaced(changes: readonly Change[][], rename: (json: string) => string): Node[] {
  const after = parseDocument(JSON.parse(rename(JSON.stringify(revised(changes).toJSON()))));
  return [original, new Transform(original).replaceWith(0, original.content.size, after.content).doc];
}

test('a text replaced as a whole leaves every anchor as typing would', () => {
  fc.assert(
    fc.property(revisions, fc.array(fc.nat(20), { maxLength: 9 }), (changes, turns) => {
      const expected = outcome(follow(typed(changes, turns)));
      expect(outcome(follow(replaced(changes, (json) => json)))).toEqual(expected);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('even where an importer has lost the ids of its blocks', () => {
  fc.assert(
    fc.property(revisions, (changes) => {
      const expected = outcome(follow(typed(changes, [])));
      expect(outcome(follow(replaced(changes, (json) => json.replaceAll('"b-', '"new-'))))).toEqual(expected);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('what was deleted is gone, what was kept holds, what was changed does not', () => {
  fc.assert(
    fc.property(revisions, (changes) => {
      const standing = follow(replaced(changes, (json) => json));
      for (const [block, each] of sentences.entries())
        for (const [index, sentence] of each.entries()) {
          const change = changes[block]?.[index] ?? 'keep';
          const now = standing.get(sentence)?.standing;
          if (change === 'delete') expect(now?.place).toBe('orphaned');
          else
            expect(now).toMatchObject({
              place: 'placed',
              exact: change === 'keep' || change === 'append' || changed[change](sentence) === sentence,
            });
        }
    }),
  );
});

test('two halves of a revision are the whole of it: undone, everything is as it was', () => {
  fc.assert(
    fc.property(revisions, (changes) => {
      const there = typed(changes, []);
      const standing = follow([...there, original]);
      for (const { standing: now, id } of standing.values())
        expect(now).toMatchObject({ place: 'placed', exact: true, words: id });
    }),
    { numRuns: 20 },
  );
}, 60_000);
