import { mergeAttributes, Node, textblockTypeInputRule } from '@tiptap/core';
import { numberAttribute } from '../attributes.ts';

const crossheadLevels = [2, 3] as const;
export type CrossheadLevel = (typeof crossheadLevels)[number];

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    crosshead: {
      /** Makes the block a crosshead of this level, or a paragraph again when it is one. */
      toggleCrosshead: (level: CrossheadLevel) => ReturnType;
    };
  }
}

/** An intertitre, of two levels. Headings of other documents come in as one of them. */
export const Crosshead = Node.create({
  name: 'crosshead',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => numberAttribute('level', 'data-level', { initial: 2, minimum: 2, maximum: 3 }),
  parseHTML: () => [
    ...['h1', 'h2'].map((tag) => ({ tag, attrs: { level: 2 } })),
    ...['h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 3 } })),
  ],
  renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs.level}`, mergeAttributes(HTMLAttributes), 0],
  addCommands() {
    return {
      toggleCrosshead:
        (level) =>
        ({ commands }) =>
          commands.toggleNode(this.name, 'paragraph', { level }),
    };
  },
  addInputRules() {
    return crossheadLevels.map((level) =>
      textblockTypeInputRule({
        find: new RegExp(`^(#{${level}})\\s$`),
        type: this.type,
        getAttributes: { level },
      }),
    );
  },
});
