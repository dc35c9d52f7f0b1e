import { Mark } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    language: {
      /** Says that the selected words are in another language (BCP 47: `en`, `uz-Latn`). */
      setLanguage: (lang: string) => ReturnType;
      unsetLanguage: () => ReturnType;
    };
  }
}

const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** Words in another language than the story's, so that they are pronounced, hyphenated and checked as such. */
export const ForeignWords = Mark.create({
  name: 'language',
  addAttributes: () => ({
    lang: {
      isRequired: true,
      validate: (value: unknown) => {
        if (typeof value !== 'string' || !tag.test(value)) throw new RangeError('lang: not a language tag');
      },
    },
  }),
  parseHTML: () => [
    {
      tag: 'span[data-foreign][lang]',
      getAttrs: (element) => {
        const lang = element.getAttribute('lang');
        return lang !== null && tag.test(lang) ? { lang } : false;
      },
    },
  ],
  renderHTML: ({ mark }) => ['span', { lang: mark.attrs.lang, 'data-foreign': '' }, 0],
  addCommands() {
    return {
      setLanguage:
        (lang) =>
        ({ commands }) =>
          tag.test(lang) && commands.setMark(this.name, { lang }),
      unsetLanguage:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name),
    };
  },
});
