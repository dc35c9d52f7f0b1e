import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { issueBlockIds } from '#lib/document/blocks.ts';
import {
  bold,
  bulletList,
  crosshead,
  divider,
  explainer,
  paragraph,
  quotation,
  table,
  text,
} from '#lib/document/build.ts';
import { type NodeJson, parseDocument } from '#lib/document/document.ts';

const sentence = fc
  .array(fc.constantFrom('un', 'deux', 'trois', 'quatre', 'cinq'), { maxLength: 5 })
  .map((words) => words.join(' '));
const words = fc.oneof(
  sentence,
  sentence.map((given) => (given === '' ? '' : bold(given))),
);

/** Every block below gets the id of its seed, so that two texts of the same seeds have blocks in common. */
function identified(node: NodeJson, seed: string): NodeJson {
  const content = node.content?.map((child, at) => identified(child, `${seed}-${at}`));
  if (node.type === 'text') return node;
  return {
    ...node,
    attrs: { ...node.attrs, id: `${node.type.slice(0, 4)}-${seed}` },
    ...(content ? { content } : {}),
  };
}

const item = fc.record({ key: fc.constantFrom('a', 'b', 'c'), said: words });

/** A block of one of eight places; what is in it, and of what kind it is, differs from text to text. */
const block = fc.integer({ min: 0, max: 7 }).chain((seed) =>
  fc
    .oneof(
      // The kinds that may turn into each other share an id.
      fc
        .oneof(
          words.map((said) => paragraph(said)),
          words.map((said) => crosshead(2, said)),
        )
        .map((node) => ({ ...identified(node, `${seed}`), attrs: { ...node.attrs, id: `block-${seed}` } })),
      fc.uniqueArray(item, { minLength: 1, selector: ({ key }) => key }).map((items) => {
        const list = identified(bulletList(...items.map(({ said }) => said)), `${seed}`);
        return {
          ...list,
          content: (list.content ?? []).map((each, at) => identified(each, `${seed}${items[at]?.key}`)),
        };
      }),
      fc
        .array(words, { minLength: 1, maxLength: 3 })
        .map((said) => identified(quotation({ attribution: '' }, ...said), `${seed}`)),
      fc
        .tuple(sentence, words)
        .map(([title, said]) => identified(explainer(title, paragraph(said)), `${seed}`)),
      fc
        .array(fc.tuple(words, words), { minLength: 1, maxLength: 3 })
        .map((rows) => identified(table(['A', 'B'], ...rows), `${seed}`)),
      fc.constant(identified(divider(), `${seed}`)),
    )
    .map((node) => ({ seed, node })),
);

/** Texts that share blocks with each other: some moved, some changed, some gone. */
export const relatedText: fc.Arbitrary<Node> = fc
  .record({
    headline: sentence,
    standfirst: words,
    body: fc.uniqueArray(block, { minLength: 1, maxLength: 8, selector: ({ seed }) => seed }),
  })
  .map(({ body, ...heads }) => {
    const document = parseDocument(text({ ...heads, body: body.map(({ node }) => node) }));
    return issueBlockIds(new Transform(document)).doc;
  });
