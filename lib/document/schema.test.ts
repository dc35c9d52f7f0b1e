import { expect, test } from 'vitest';
import { link, paragraph, text } from './build.ts';
import { emptyDocument, parseDocument } from './document.ts';
import { blockTypes, draftSchema } from './schema.ts';

test('exactly the named blocks carry an id', () => {
  const withId = Object.values(draftSchema.nodes).filter(
    (type) => type.spec.attrs && 'id' in type.spec.attrs,
  );
  expect(withId.map(({ name }) => name).sort()).toEqual([...blockTypes].sort());
});

test('every attribute of every node and mark is checked', () => {
  for (const type of [...Object.values(draftSchema.nodes), ...Object.values(draftSchema.marks)]) {
    for (const [name, spec] of Object.entries(type.spec.attrs ?? {}))
      expect(spec.validate, `${type.name}.${name}`).toBeDefined();
  }
});

test('an empty document is one', () =>
  expect(parseDocument(emptyDocument()).toJSON()).toMatchObject({ type: 'doc' }));

const body = (...blocks: object[]) => ({
  type: 'doc',
  content: [{ type: 'headline' }, { type: 'standfirst' }, ...blocks],
});
test.each([
  ['no document', null],
  ['a string', 'doc'],
  ['another top', { type: 'paragraph' }],
  ['no headline', { type: 'doc', content: [{ type: 'paragraph' }] }],
  ['an unknown node', body({ type: 'script' })],
  [
    'an unknown mark',
    body({ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'blink' }] }] }),
  ],
  ['a hostile link', text({ headline: '', standfirst: '', body: [paragraph(link('javascript:x', 'a'))] })],
  ['a link of an object', text({ headline: '', standfirst: '', body: [paragraph(link({} as string, 'a'))] })],
  ['an id of another form', body({ type: 'paragraph', attrs: { id: '"><script>' } })],
  ['an id of an object', body({ type: 'paragraph', attrs: { id: {} } })],
  ['a level that is none', body({ type: 'crosshead', attrs: { level: 1 } })],
  [
    'a hostile source',
    body({ type: 'quotation', attrs: { sourceUrl: 'data:text/html,x' }, content: [{ type: 'paragraph' }] }),
  ],
  ['a table without cells', body({ type: 'table', content: [{ type: 'tableRow' }] })],
  [
    'a huge cell',
    body({
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [{ type: 'tableCell', attrs: { colspan: 1e9 }, content: [{ type: 'paragraph' }] }],
        },
      ],
    }),
  ],
  ['an empty text', body({ type: 'paragraph', content: [{ type: 'text', text: '' }] })],
])('%s is refused', (_name, json) => expect(() => parseDocument(json)).toThrow());

test('attributes nobody knows are left out, own __proto__ keys too', () => {
  const json = JSON.parse(
    '{"type":"paragraph","attrs":{"id":"aaaa","onclick":"x","__proto__":{"polluted":1}}}',
  );
  const parsed = parseDocument(body(json));
  expect(parsed.child(2).toJSON()).toEqual({ type: 'paragraph', attrs: { id: 'aaaa' } });
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
