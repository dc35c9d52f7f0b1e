import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bulletList,
  crosshead,
  divider,
  explainer,
  figure,
  type Item,
  lineBreak,
  link,
  paragraph,
  pullQuote,
  quotation,
  table,
  text,
} from './build.ts';
import { emptyDocument, type NodeJson, parseDocument } from './document.ts';
import { checkForPrint, type PrintFaultCode, parsePrint, toPrint } from './print.ts';

const story = (...body: NodeJson[]) => parseDocument(text({ headline: 'Titre', standfirst: 'Chapô', body }));
const codes = (...body: NodeJson[]) => checkForPrint(story(...body)).map(({ code }) => code);

const cases: [string, NodeJson[], PrintFaultCode[]][] = [
  ['a paragraph', [paragraph('Un mot.')], []],
  ['empty lines', [paragraph(), paragraph('Un mot.'), paragraph(' \u00a0'), paragraph()], []],
  ['nothing but empty lines', [paragraph(), paragraph()], ['body_empty']],
  ['an empty crosshead', [paragraph('a'), crosshead(2)], ['block_empty']],
  ['a crosshead of the second level first', [crosshead(3, 'a'), paragraph('b')], ['crosshead_jump']],
  ['crossheads in order', [crosshead(2, 'a'), crosshead(3, 'b'), crosshead(2, 'c'), paragraph('d')], []],
  ['an empty list item', [bulletList('a', '')], ['block_empty']],
  ['a table with an empty cell', [table(['a', ''], ['', 'b'])], []],
  ['an empty table', [table([''], [''])], ['block_empty']],
  ['a quotation of nobody', [quotation({}, 'Mots.')], ['quotation_unattributed']],
  ['an empty quotation', [quotation({ attribution: 'x' }, '')], ['block_empty']],
  ['an empty pull quote', [paragraph('a'), pullQuote('x')], ['block_empty']],
  [
    'a figure with nothing',
    [figure({})],
    ['figure_caption_missing', 'figure_alt_missing', 'figure_credit_missing'],
  ],
  ['a figure with all', [figure({ alt: 'a', credit: 'b' }, 'c')], []],
  ['an explainer without a title', [explainer('', paragraph('a'))], ['explainer_title_empty']],
  ['an explainer without a body', [explainer('a', paragraph())], ['block_empty']],
  ['a divider', [paragraph('a'), divider(), paragraph('b')], []],
];
test.each(cases)('%s', (_name, body, expected) => expect(codes(...body)).toEqual(expected));

test('a text nobody wrote lacks headline, standfirst and body', () => {
  expect(checkForPrint(parseDocument(emptyDocument()))).toEqual([
    { blockId: expect.any(String), code: 'headline_empty', level: 'blocks' },
    { blockId: expect.any(String), code: 'standfirst_empty', level: 'warns' },
    { blockId: null, code: 'body_empty', level: 'blocks' },
  ]);
});

test('a link that is not allowed cannot even be drafted', () => {
  expect(() => story(paragraph(link('javascript:alert(1)', 'a')))).toThrow(RangeError);
});

test('print drops empty paragraphs and blanks at the ends of blocks', () => {
  const printed = toPrint(
    story(paragraph('  Un mot.', lineBreak(), ' '), paragraph(), bulletList([paragraph('a'), paragraph()])),
  );
  expect(printed.content.slice(2)).toEqual([
    { type: 'paragraph', attrs: { id: 'b-0003' }, content: [{ type: 'text', text: 'Un mot.' }] },
    {
      type: 'bulletList',
      attrs: { id: 'b-0005' },
      content: [
        {
          type: 'listItem',
          attrs: { id: 'b-0006' },
          content: [{ type: 'paragraph', attrs: { id: 'b-0007' }, content: [{ type: 'text', text: 'a' }] }],
        },
      ],
    },
  ]);
});

const words = fc.constantFrom('', ' ', 'mot', 'deux mots', '\u00a0');
const item: fc.Arbitrary<Item> = words;
const block = fc.oneof(
  words.map((word) => paragraph(word)),
  words.map((word) => crosshead(2, word)),
  fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => bulletList(...items)),
  words.map((word) => quotation({ attribution: word }, word)),
  fc.tuple(words, words).map(([title, word]) => explainer(title, paragraph(word))),
  fc.tuple(words, words, words).map(([alt, credit, caption]) => figure({ alt, credit }, caption)),
  fc.tuple(words, words).map(([a, b]) => table([a], [b])),
  fc.constant(divider()),
);

test('a text prints exactly when nothing blocks it, and what is printed passes print again unchanged', () => {
  fc.assert(
    fc.property(words, fc.array(block, { minLength: 1, maxLength: 6 }), (headline, body) => {
      const document = parseDocument(text({ headline, standfirst: '', body }));
      const blocked = checkForPrint(document).some(({ level }) => level === 'blocks');
      if (blocked) {
        expect(() => toPrint(document)).toThrow(RangeError);
      } else {
        const printed = toPrint(document);
        expect(parsePrint(printed).toJSON()).toEqual(printed);
      }
    }),
  );
});
