import {
  BulletList as TiptapBulletList,
  ListItem as TiptapListItem,
  OrderedList as TiptapOrderedList,
} from '@tiptap/extension-list';
import { numberAttribute } from '../attributes.ts';

// `list`: how Tiptap's own commands know a list when they toggle one.
export const BulletList = TiptapBulletList.extend({ group: 'block list' });

/** Numbered from `start`; lists of letters or Roman numerals come in as numbers. */
export const OrderedList = TiptapOrderedList.extend({
  group: 'block list',
  addAttributes: () => numberAttribute('start', 'start', { initial: 1, minimum: 0, maximum: 100_000 }),
});

export const ListItem = TiptapListItem.extend({
  content: 'paragraph (paragraph | bulletList | orderedList)*',
});
