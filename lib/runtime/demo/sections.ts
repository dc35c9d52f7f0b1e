/** The demo newsroom's sections, in the order of the menu: name and address in each language. */
export const demoSections = [
  { key: 'world', fr: ['Monde', 'monde'], en: ['World', 'world'] },
  { key: 'central-asia', fr: ['Asie centrale', 'asie-centrale'], en: ['Central Asia', 'central-asia'] },
  { key: 'economy', fr: ['Économie', 'economie'], en: ['Economy', 'economy'] },
  { key: 'climate', fr: ['Climat', 'climat'], en: ['Climate', 'climate'] },
  { key: 'science', fr: ['Sciences', 'sciences'], en: ['Science', 'science'] },
  { key: 'culture', fr: ['Culture', 'culture'], en: ['Culture', 'culture'] },
] as const;

export type SectionKey = (typeof demoSections)[number]['key'];
