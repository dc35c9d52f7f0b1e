import { AddMarkStep } from '@tiptap/pm/transform';
import { expect, test } from 'vitest';
import { bulletList, paragraph, text } from '#lib/document/build.ts';
import { parseDocument } from '#lib/document/document.ts';
import { draftSchema } from '#lib/document/schema.ts';
import { documentFault, growth, jsonFault, parseStep } from './untrusted.ts';

test.each([
  ['a plain value', { a: [1, 'é', null] }, null],
  ['a __proto__ key', JSON.parse('{"a":{"__proto__":{}}}'), 'key'],
  ['a constructor key', { constructor: 1 }, 'key'],
  ['NUL', ['\u0000'], 'character'],
  ['half a character', { text: '\ud83d' }, 'character'],
  ['a whole one', { text: '👩‍🚀' }, null],
  ['great depth', JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'depth'],
])('%s', (_name, value, fault) => expect(jsonFault(value)).toBe(fault));

test('what a step says beyond the schema is not kept', () => {
  const json = {
    stepType: 'replace',
    from: 1,
    to: 1,
    extra: 1,
    slice: { content: [{ type: 'text', text: 'a', onclick: 'x' }] },
  };
  expect(parseStep(json).toJSON()).toEqual({
    stepType: 'replace',
    from: 1,
    to: 1,
    slice: { content: [{ type: 'text', text: 'a' }] },
  });
});

const story = parseDocument(
  text({
    headline: 'Titre',
    standfirst: '',
    body: [paragraph('Un'), bulletList('a', 'b'), paragraph('Deux')],
  }),
);

test('a mark over many words grows the document by as much', () => {
  const mark = draftSchema.mark('link', { href: `https://example.org/${'a'.repeat(500)}` });
  const step = new AddMarkStep(0, story.content.size, mark);
  const after = step.apply(story).doc;
  const size = (document: typeof story) => JSON.stringify(document.toJSON()).length;
  expect(after).not.toBeNull();
  if (after) expect(size(after) - size(story)).toBeLessThanOrEqual(growth(step, story));
});

test('a checked document is checked again only where it changed, and faults there are found', () => {
  expect(documentFault(story)).toBeNull();
  const broken = story.copy(story.content.replaceChild(3, draftSchema.topNodeType.create()));
  expect(documentFault(broken, story)).toMatchObject({ reason: 'unfit' });
  const headless = story.copy(story.content.cut(story.child(0).nodeSize));
  expect(documentFault(headless, story)).toMatchObject({ reason: 'unfit' });
});
