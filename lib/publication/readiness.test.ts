import { expect, test } from 'vitest';
import { bulletList, figure, paragraph, quotation, text } from '#lib/document/build.ts';
import { emptyDocument, parseDocument } from '#lib/document/document.ts';
import { missingForPrint, type PrintDetails, readiness } from './readiness.ts';

const complete: PrintDetails = {
  section: 's',
  slug: '',
  bylines: ['p'],
  tags: ['t'],
  trailText: 'Une accroche.',
};
const fit = parseDocument(
  text({ headline: 'Un titre', standfirst: 'Un chapô.', body: [paragraph('Un corps.')] }),
);

test('a complete story lacks nothing, and every item is told as done', () => {
  const items = readiness(fit, complete);
  expect(items.every(({ done }) => done)).toBe(true);
  expect(items.map(({ code }) => code)).toEqual([
    'headline',
    'body',
    'section',
    'byline',
    'address',
    'standfirst',
    'tags',
    'trail_text',
    'headline_length',
  ]);
});

test.each([
  ['section', { section: null }],
  ['byline', { bylines: [] }],
  ['address', { slug: 'Pas bon' }],
] as const)('without %s it cannot go out', (code, change) => {
  expect(missingForPrint(readiness(fit, { ...complete, ...change })).map((item) => item.code)).toEqual([
    code,
  ]);
});

test.each([
  ['tags', { tags: [] }],
  ['trail_text', { trailText: '' }],
  ['trail_text', { trailText: 'x'.repeat(201) }],
] as const)('%s is advised only', (code, change) => {
  const items = readiness(fit, { ...complete, ...change });
  expect(missingForPrint(items)).toEqual([]);
  expect(items.filter(({ done }) => !done)).toEqual([{ code, level: 'advised', done: false, blockId: null }]);
});

test('a text that nobody wrote lacks headline and body; the headline can be gone to', () => {
  const blank = parseDocument(emptyDocument());
  const missing = missingForPrint(readiness(blank, complete));
  expect(missing).toEqual([
    { code: 'headline', level: 'needed', done: false, blockId: blank.child(0).attrs.id },
    { code: 'body', level: 'needed', done: false, blockId: null },
  ]);
});

test('faults of blocks are told with the block', () => {
  const faulty = parseDocument(
    text({
      headline: 'Un titre',
      standfirst: 'Un chapô.',
      body: [paragraph('a'), bulletList('b', ''), figure({ alt: 'x' }, 'c'), quotation({}, 'd')],
    }),
  );
  const open = readiness(faulty, complete).filter(({ done }) => !done);
  expect(open.map(({ code, level }) => [code, level])).toEqual([
    ['block_empty', 'needed'],
    ['figure_credit_missing', 'needed'],
    ['quotation_unattributed', 'advised'],
  ]);
  expect(open.every(({ blockId }) => blockId !== null)).toBe(true);
});
