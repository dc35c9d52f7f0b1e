import type { ActionName } from '#components/editor/actions.ts';
import { type EditorWords, editorWords } from '#components/words/editor.ts';
import { fold } from '#lib/kernel/text.ts';

export type SlashName = keyof EditorWords['about'] & ActionName;

/** In the order a writer is likely to want them. */
const slashNames: readonly SlashName[] = [
  'crosshead2',
  'crosshead3',
  'quotation',
  'pullQuote',
  'explainer',
  'bulletList',
  'orderedList',
  'figure',
  'table',
  'divider',
];

/** Other words a newsroom has for them. */
const otherNames: Partial<Record<SlashName, string>> = {
  crosshead2: 'inter titre heading subheading h2',
  crosshead3: 'inter titre heading subheading h3',
  quotation: 'quote guillemets verbatim blockquote',
  pullQuote: 'quote mise en avant',
  explainer: 'boite box repere pour comprendre',
  bulletList: 'points puces ul',
  orderedList: 'nombres etapes steps ol',
  figure: 'photo picture illustration media',
  divider: 'filet rule trait hr',
};

/** What a word of the menu is looked for in: the block's names in every language of the desk. */
const found: ReadonlyMap<SlashName, readonly string[]> = new Map(
  slashNames.map((name) => {
    const names = Object.values(editorWords).map((words) => words.actions[name]);
    return [name, fold([...names, otherNames[name] ?? ''].join(' ')).split(/[\s'-]+/)];
  }),
);

/** Blocks with a name that has a word beginning with the query, in either language, accents and case aside. */
export function slashItems(query: string): SlashName[] {
  const wanted = fold(query);
  return slashNames.filter((name) => found.get(name)?.some((word) => word.startsWith(wanted)));
}
