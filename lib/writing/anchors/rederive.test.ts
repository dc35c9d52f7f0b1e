import { Fragment, type Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { describe, expect, test } from 'vitest';
import { issueBlockIds } from '#lib/document/blocks.ts';
import {
  bulletList,
  crosshead,
  explainer,
  figure,
  paragraph,
  superscript,
  table,
  text,
} from '#lib/document/build.ts';
import { type NodeJson, parseDocument } from '#lib/document/document.ts';
import { draftSchema } from '#lib/document/schema.ts';
import type { StandingAnchor } from './anchor.ts';
import { blocksWithWords } from './block-words.ts';
import { makeAnchor } from './make-anchor.ts';
import { Moment } from './moment.ts';
import { rederive } from './rederive.ts';

const share = 'Le G20 représente 85\u00a0% du PIB mondial.';
const other = 'Il est né en 1999, à Berlin.';
const third = 'Miami l’accueille en décembre.';

/** A text, what is anchored in it, and what somebody does to it, one step after the other. */
class Desk {
  document: Node;
  version = 0;
  readonly anchors = new Map<string, StandingAnchor>();
  readonly past: Node[] = [];

  constructor(...body: NodeJson[]) {
    this.document = parseDocument(text({ headline: 'Le club des vingt', standfirst: 'Un chapô.', body }));
  }

  anchor(words: string, phrase = words): this {
    const block = [...blocksWithWords(this.document).values()].find((each) => each.text.includes(words));
    if (!block) throw new Error(`nobody wrote ${words}`);
    const start = block.text.indexOf(phrase, block.text.indexOf(words));
    const made = makeAnchor(
      this.document,
      { blockId: block.id, start, end: start + phrase.length, words: phrase },
      { version: this.version, language: 'fr' },
    );
    if (!made.ok) throw new Error(made.reason);
    this.anchors.set(words, { id: words, ...made.value });
    return this;
  }

  /** Position in the document of these words. */
  at(words: string, nth = 0): number {
    const found: number[] = [];
    this.document.descendants((node, position) => {
      if (!node.isTextblock) return true;
      const block = blocksWithWords(this.document).get(node.attrs.id);
      for (
        let at = block?.text.indexOf(words) ?? -1;
        at !== -1;
        at = block?.text.indexOf(words, at + 1) ?? -1
      )
        found.push(position + 1 + at);
      return false;
    });
    const position = found[nth];
    if (position === undefined) throw new Error(`nobody wrote ${words}`);
    return position;
  }

  block(words: string): { from: number; to: number; node: Node } {
    const $at = this.document.resolve(this.at(words));
    return { from: $at.before(), to: $at.after(), node: $at.parent };
  }

  do(change: (transform: Transform) => unknown): this {
    const transform = new Transform(this.document);
    change(transform);
    issueBlockIds(transform);
    for (const index of transform.steps.keys()) {
      const before = transform.docs[index] as Node;
      const after = transform.docs[index + 1] ?? transform.doc;
      this.past.push(before);
      this.version += 1;
      const moment = new Moment(before, after, this.version, 'fr');
      for (const changed of rederive([...this.anchors.values()], moment, raise))
        this.anchors.set(changed.id, changed);
    }
    this.document = transform.doc;
    return this;
  }

  replace(words: string, by: string): this {
    const from = this.at(words);
    return this.do((transform) =>
      by === ''
        ? transform.delete(from, from + words.length)
        : transform.replaceWith(from, from + words.length, draftSchema.text(by)),
    );
  }

  /** Goes back to the document as it was after `version` steps, in one step. */
  restore(version: number): this {
    const before = this.past[version] ?? this.document;
    return this.do((transform) => transform.replaceWith(0, this.document.content.size, before.content));
  }

  see(words: string) {
    const anchor = this.anchors.get(words);
    if (!anchor) throw new Error(`no anchor ${words}`);
    const { place, blockId, range, words: now, phrase, exact, seenVersion } = anchor.standing;
    const block = blocksWithWords(this.document).get(blockId);
    if (place === 'placed') expect(block?.text.slice(range.start, range.end)).toBe(now);
    return {
      place,
      exact,
      now,
      type: this.document.resolve(Math.max(0, this.positionOf(blockId))).nodeAfter?.type.name,
      phrase: phrase && now.slice(phrase.start, phrase.end),
      seenVersion,
      block: block?.text,
    };
  }

  positionOf(id: string): number {
    let found = -1;
    this.document.descendants((node, position) => {
      if (node.attrs.id === id) found = position;
    });
    return found;
  }
}

const plain = () => new Desk(paragraph(other), paragraph(`${other} ${share} ${third}`), paragraph(third));
const placed = { place: 'placed', exact: true, now: share };

describe('the ten structural edits', () => {
  test('1. typing before it, in its block', () => {
    expect(plain().anchor(share).replace(other.slice(0, 2), 'Elle').see(share)).toMatchObject(placed);
  });

  test('1b. bold, and a link on a part of it', () => {
    const desk = plain().anchor(share, '85\u00a0%');
    const from = desk.at('85');
    const { bold, link } = draftSchema.marks;
    desk
      .do((transform) => transform.addMark(from, from + 4, bold?.create() as never))
      .do((transform) =>
        transform.addMark(from + 2, from + 10, link?.create({ href: 'https://example.org/' }) as never),
      );
    expect(desk.see(share)).toMatchObject({ ...placed, phrase: '85\u00a0%' });
  });

  test('2. a number changed in place: it stays, and its words are others', () => {
    const desk = plain().anchor(share, '85\u00a0%').replace('85', '58');
    expect(desk.see(share)).toEqual({
      place: 'placed',
      exact: false,
      now: 'Le G20 représente 58\u00a0% du PIB mondial.',
      type: 'paragraph',
      phrase: '58\u00a0%',
      seenVersion: 0,
      block: `${other} Le G20 représente 58\u00a0% du PIB mondial. ${third}`,
    });
  });

  test('3. Enter just before it', () => {
    const desk = plain().anchor(share);
    desk.do((transform) => transform.split(desk.at(share)));
    expect(desk.see(share)).toMatchObject({ ...placed, block: `${share} ${third}` });
  });

  test('4. Enter inside it: it stays with the larger part, stale; joined again it is whole', () => {
    const desk = plain().anchor(share);
    const cut = desk.at('du PIB');
    desk.do((transform) => transform.split(cut));
    expect(desk.see(share)).toMatchObject({
      place: 'placed',
      exact: false,
      now: 'Le G20 représente 85\u00a0%',
    });
    desk.do((transform) => transform.join(cut + 1));
    expect(desk.see(share)).toMatchObject(placed);
  });

  test('5. joined with the paragraph before', () => {
    const desk = plain().anchor(share);
    const { from } = desk.block(share);
    desk.do((transform) => transform.join(from));
    expect(desk.see(share)).toMatchObject({ ...placed, block: `${other}${other} ${share} ${third}` });
  });

  test('6. made a crosshead', () => {
    const desk = plain().anchor(share);
    const { from, to, node } = desk.block(share);
    desk.do((transform) =>
      transform.setBlockType(from, to, draftSchema.nodes.crosshead as never, { id: node.attrs.id }),
    );
    expect(desk.see(share)).toMatchObject({ ...placed, type: 'crosshead' });
  });

  test('7. wrapped in a quotation', () => {
    const desk = plain().anchor(share);
    const $at = desk.document.resolve(desk.at(share));
    const range = $at.blockRange();
    desk.do((transform) => transform.wrap(range as never, [{ type: draftSchema.nodes.quotation as never }]));
    expect(desk.see(share)).toMatchObject(placed);
  });

  test('8. its paragraph moved; itself moved to another paragraph', () => {
    const desk = plain().anchor(share);
    const { from, to, node } = desk.block(share);
    desk.do((transform) => transform.delete(from, to).insert(transform.doc.content.size, node));
    expect(desk.see(share)).toMatchObject(placed);
    const at = desk.at(share);
    desk.do((transform) => {
      transform.delete(at - 1, at + share.length);
      transform.insert(
        transform.doc.child(0).nodeSize + transform.doc.child(1).nodeSize + 1,
        draftSchema.text(`${share} `),
      );
    });
    expect(desk.see(share)).toMatchObject({ ...placed, block: `${share} ${other}` });
  });

  test('9. deleted, then an old version is restored', () => {
    const desk = plain().anchor(share);
    const { from, to } = desk.block(share);
    desk.do((transform) => transform.delete(from, to));
    expect(desk.see(share)).toMatchObject({ place: 'orphaned', exact: false, now: share });
    expect(desk.restore(0).see(share)).toMatchObject(placed);
  });

  test('10. the whole document replaced by one with the same words and other ids', () => {
    const desk = plain().anchor(share);
    const again = new Desk(crosshead(2, 'Neuf'), paragraph(`${other} ${share} ${third}`)).document;
    desk.do((transform) => {
      const fresh = withOtherIds(again);
      transform.replaceWith(0, desk.document.content.size, fresh.content);
    });
    expect(desk.see(share)).toMatchObject(placed);
  });

  test('10b. the same, with the number changed on the way', () => {
    const desk = plain().anchor(share, '85\u00a0%');
    const stale = share.replace('85', '58');
    const again = new Desk(paragraph('Tout autre chose.'), paragraph(`${other} ${stale} ${third}`)).document;
    desk.do((transform) => transform.replaceWith(0, desk.document.content.size, withOtherIds(again).content));
    expect(desk.see(share)).toMatchObject({ place: 'placed', exact: false, now: stale, phrase: '58\u00a0%' });
  });
});

function withOtherIds(document: Node): Node {
  const renamed = JSON.parse(JSON.stringify(document.toJSON()).replaceAll('"b-', '"other-'));
  return parseDocument(renamed);
}

describe('failure modes', () => {
  test('the same sentence twice: the other one does not take it over', () => {
    const desk = new Desk(paragraph(`${share} ${other}`), paragraph(`${third} ${share}`)).anchor(share);
    desk.replace('85', '58');
    expect(desk.see(share)).toMatchObject({
      place: 'placed',
      exact: false,
      block: `${share.replace('85', '58')} ${other}`,
    });
  });

  test('the same sentence twice, the anchored one deleted: a person says whether the other is meant; undone, it is back', () => {
    const desk = new Desk(paragraph(share), paragraph(`${third} ${share}`)).anchor(share);
    const { from, to, node } = desk.block(share);
    desk.do((transform) => transform.delete(from, to));
    expect(desk.see(share)).toMatchObject({ place: 'ambiguous', exact: false, now: share });
    desk.do((transform) => transform.insert(from, node));
    expect(desk.see(share)).toMatchObject({ ...placed, block: share });
  });

  test('pasted in two places at once: ambiguous, unless what stands around it says which is meant', () => {
    const desk = plain().anchor(share);
    const { from, to } = desk.block(share);
    desk.do((transform) => transform.delete(from, to));
    const copies = Fragment.from(
      [share, share].map(
        (words) => draftSchema.nodes.paragraph?.create(null, draftSchema.text(words)) as Node,
      ),
    );
    const copied = new Transform(desk.document).insert(desk.document.content.size, copies);
    issueBlockIds(copied);
    desk.do((transform) => transform.replaceWith(0, transform.doc.content.size, copied.doc.content));
    expect(desk.see(share)).toMatchObject({ place: 'ambiguous' });
    desk.replace(share, share.replace('85', '58'));
    // One is left, but nobody has said that it is meant.
    expect(desk.see(share)).toMatchObject({ place: 'ambiguous' });
  });

  test('invariant 9: copying its paragraph makes no second place of it, above or below', () => {
    const desk = plain().anchor(share);
    const { from, to, node } = desk.block(share);
    desk.do((transform) => transform.insert(to, node));
    expect(desk.anchors.size).toBe(1);
    expect(desk.see(share)).toMatchObject(placed);
    desk.do((transform) => transform.insert(from, node.type.create(null, node.content)));
    expect(desk.see(share)).toMatchObject(placed);
  });

  test('a full stop inside a sentence does not cut it', () => {
    const sentence = 'M. Macron cite l’art. 5 devant 1\u202f500 élus.';
    const desk = new Desk(paragraph(`${other} ${sentence} ${third}`)).anchor(sentence, 'art. 5');
    expect(desk.see(sentence)).toMatchObject({ place: 'placed', now: sentence, phrase: 'art. 5' });
  });

  test('a sentence deleted letter by letter is gone, and the anchor follows no crumbs', () => {
    const desk = plain().anchor(share);
    for (let left = share.length; left > 0; left -= 1) {
      const from = desk.at(other, 1) + other.length + 1;
      desk.do((transform) => transform.delete(from + left - 1, from + left));
    }
    expect(desk.see(share)).toMatchObject({ place: 'orphaned', seenVersion: 0 });
    for (const [index, letter] of [...share].entries()) {
      const from = desk.at(other, 1) + other.length + 1 + index;
      desk.do((transform) => transform.insert(from, draftSchema.text(letter)));
    }
    expect(desk.see(share)).toMatchObject(placed);
  });

  test('words put around it make it another sentence', () => {
    const claim = 'Paris compte deux millions d’habitants.';
    const desk = new Desk(paragraph(`${other} ${claim}`)).anchor(claim);
    desk.replace('Paris compte', 'Il est faux que Paris compte');
    expect(desk.see(claim)).toMatchObject({
      place: 'placed',
      exact: false,
      now: 'Il est faux que Paris compte deux millions d’habitants.',
    });
  });

  test('a full stop that becomes a comma: the anchor holds all that its words stand in', () => {
    const desk = plain().anchor(share);
    desk.replace('mondial. Miami', 'mondial, Miami');
    expect(desk.see(share)).toMatchObject({ exact: false, now: `${share.slice(0, -1)}, ${third}` });
    desk.replace('mondial, Miami', 'mondial. Miami');
    expect(desk.see(share)).toMatchObject(placed);
  });

  test('cut in two sentences it holds both', () => {
    const desk = plain().anchor(share).replace('\u00a0% du', '\u00a0%. Du');
    expect(desk.see(share)).toMatchObject({
      exact: false,
      now: 'Le G20 représente 85\u00a0%. Du PIB mondial.',
    });
  });

  test('a sentence like it that stood already is not taken for it', () => {
    const france = 'La France compte 68 millions d’habitants.';
    const italy = 'L’Italie compte 59 millions d’habitants.';
    const desk = new Desk(paragraph(`${france} ${italy}`), paragraph(other)).anchor(france);
    desk.replace(`${france} `, '');
    expect(desk.see(france)).toMatchObject({ place: 'orphaned' });
    const both = new Desk(paragraph(`${france} ${italy}`), paragraph(other)).anchor(france).anchor(italy);
    both.replace(`${france} `, '').replace('59', '60');
    expect(both.see(france)).toMatchObject({ place: 'orphaned' });
    expect(both.see(italy)).toMatchObject({ place: 'placed', exact: false });
  });

  test('emoji and signs of two units do not shift it', () => {
    const desk = new Desk(paragraph(`Ah 🙂 ! ${share}`)).anchor(share, '85\u00a0%');
    desk.replace('Ah 🙂', 'Ah 🙂🙂 𝔸');
    expect(desk.see(share)).toMatchObject({ ...placed, phrase: '85\u00a0%' });
  });

  test('a raised figure is another figure', () => {
    const sentence = 'Il y en a 10⁶ en tout.';
    const desk = new Desk(paragraph('Il y en a 10', superscript('6'), ' en tout.')).anchor(sentence);
    const from = desk.at('⁶');
    desk.do((transform) => transform.removeMark(from, from + 1));
    expect(desk.see(sentence)).toMatchObject({ exact: false, now: 'Il y en a 106 en tout.' });
  });
});

test('invariant 12: anchors do not vanish when everything is deleted', () => {
  const desk = plain().anchor(share).anchor(third);
  desk.do((transform) =>
    transform.replaceWith(0, desk.document.content.size, new Desk(paragraph()).document.content),
  );
  expect(desk.anchors.size).toBe(2);
  expect(desk.see(share)).toMatchObject({ place: 'orphaned', now: share });
});

test('invariant 13: a phrase is never found without its sentence', () => {
  const desk = plain().anchor(share, '85\u00a0%');
  desk.replace(share, 'Il vaut 85\u00a0% de rien.');
  expect(desk.see(share)).toMatchObject({ place: 'orphaned', phrase: '85\u00a0%' });
});

test('a phrase that was deleted leaves the sentence without one', () => {
  const desk = plain().anchor(share, '85\u00a0%').replace(' 85\u00a0%', '');
  expect(desk.see(share)).toMatchObject({ place: 'placed', exact: false, phrase: null });
});

describe('invariant 25: undo brings place and words back', () => {
  test.each([
    ['an edit', (desk: Desk) => desk.replace('85', '58')],
    ['a deletion', (desk: Desk) => desk.replace(`${share} `, '')],
    [
      'a paragraph deleted',
      (desk: Desk) => {
        const { from, to } = desk.block(share);
        return desk.do((transform) => transform.delete(from, to));
      },
    ],
    [
      'everything replaced',
      (desk: Desk) =>
        desk.do((transform) =>
          transform.replaceWith(0, desk.document.content.size, new Desk(paragraph('Rien.')).document.content),
        ),
    ],
  ])('%s', (_name, change) => {
    const desk = plain().anchor(share, '85\u00a0%');
    const before = desk.see(share);
    change(desk);
    expect(desk.see(share).exact).toBe(false);
    desk.restore(0);
    expect(desk.see(share)).toEqual({ ...before, seenVersion: desk.version });
  });
});

describe('wherever words stand', () => {
  const claim = 'Il vaut 85\u00a0% du total.';
  test.each([
    ['headline', new Desk(paragraph(other)), 'Le club des vingt', 'vingt', 'trente'],
    ['standfirst', new Desk(paragraph(other)), 'Un chapô.', 'Un', 'Deux'],
    ['list item', new Desk(bulletList(claim, other)), claim, '85', '58'],
    ['table cell', new Desk(table(['A', 'B'], [claim, other])), claim, '85', '58'],
    ['caption', new Desk(figure({}, claim)), claim, '85', '58'],
    ['explainer', new Desk(explainer('Titre', paragraph(claim))), claim, '85', '58'],
    ['explainer title', new Desk(explainer(claim, paragraph(other))), claim, '85', '58'],
    ['crosshead', new Desk(crosshead(2, claim)), claim, '85', '58'],
  ])('%s', (_place, desk, words, old, now) => {
    desk.anchor(words).replace(old, now);
    expect(desk.see(words)).toMatchObject({ exact: false, now: words.replace(old, now) });
    desk.replace(now, old);
    expect(desk.see(words)).toMatchObject({ place: 'placed', exact: true, now: words });
  });
});

const raise = (fault: unknown) => {
  throw fault;
};

describe('an anchor that cannot be followed', () => {
  const desk = plain().anchor(share);
  const anchor = desk.anchors.get(share) as StandingAnchor;
  const quote = {
    ...anchor.quote,
    get strict(): never {
      throw new Error('it was looked at');
    },
  };
  const broken: StandingAnchor = { ...anchor, quote };
  const moment = (at: number) =>
    new Moment(desk.document, new Transform(desk.document).insert(at, draftSchema.text('x')).doc, 1, 'fr');

  test('is not looked at while its block is not touched', () => {
    expect(rederive([broken], moment(1), raise)).toEqual([]);
  });

  test('is given up, and no word is kept from being saved', () => {
    const faults: unknown[] = [];
    const [given] = rederive([broken], moment(desk.at(share)), (fault) => faults.push(fault));
    expect(given?.standing).toMatchObject({ place: 'orphaned', exact: false, words: share });
    expect(faults).toHaveLength(1);
  });
});

test('what is selected must be there', () => {
  const { document } = plain();
  const block = [...blocksWithWords(document).values()].find((each) => each.text.includes(share));
  const make = (selection: object) =>
    makeAnchor(
      document,
      { blockId: block?.id ?? '', start: 0, end: 2, words: 'Il', ...selection },
      { version: 0, language: 'fr' },
    );
  expect(make({})).toMatchObject({ ok: true, value: { quote: { sentence: other }, ordinal: 2 } });
  expect(make({ blockId: 'nowhere' })).toMatchObject({ reason: 'no_place' });
  expect(make({ end: 10_000 })).toMatchObject({ reason: 'no_place' });
  expect(make({ start: 3, end: 2 })).toMatchObject({ reason: 'no_place' });
  expect(make({ words: 'Elle' })).toMatchObject({ reason: 'other_words' });
  expect(make({ start: 2, end: 3, words: ' ' })).toMatchObject({ reason: 'no_words' });
});

test('what is too long is no sentence', () => {
  const long = `${'mot '.repeat(1000)}fin.`;
  const desk = new Desk(paragraph(long));
  expect(() => desk.anchor(long)).toThrow('too_long');
});
