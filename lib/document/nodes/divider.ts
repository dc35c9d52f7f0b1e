import { Node } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    divider: {
      /** Puts a divider here. */
      insertDivider: () => ReturnType;
    };
  }
}

/** A break between two parts of the story. */
export const Divider = Node.create({
  name: 'divider',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: ({ HTMLAttributes }) => ['hr', HTMLAttributes],
  addCommands() {
    return {
      insertDivider:
        () =>
        ({ commands }) =>
          commands.insertContent({ type: this.name }),
    };
  },
});
