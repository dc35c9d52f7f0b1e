import { Mark } from '@tiptap/core';
import { linkAllowed } from '../links.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      /** Links the selection, or the whole link the cursor is in. Refused (false) when the address is not allowed. */
      setLink: (href: string) => ReturnType;
      unsetLink: () => ReturnType;
    };
  }
}

/**
 * A link, and nothing but its address: target, rel and class are the page's business. Our own mark, because the packaged
 * one writes by itself on what others type (autolink) and brings a link finder with it.
 */
export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ({
    href: {
      isRequired: true,
      validate: (value: unknown) => {
        if (!linkAllowed(value)) throw new RangeError('href: not an address that may be linked to');
      },
    },
  }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = element.getAttribute('href');
        return linkAllowed(href) ? { href } : false;
      },
    },
  ],
  renderHTML: ({ mark }) => ['a', { href: mark.attrs.href, rel: 'noopener' }, 0],
  addCommands() {
    return {
      setLink:
        (href) =>
        ({ chain }) =>
          linkAllowed(href) && chain().extendMarkRange(this.name).setMark(this.name, { href }).run(),
      unsetLink:
        () =>
        ({ chain }) =>
          chain().extendMarkRange(this.name).unsetMark(this.name).run(),
    };
  },
});
