import { type AnyExtension, Extension, getSchema } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Subscript } from '@tiptap/extension-subscript';
import { Superscript } from '@tiptap/extension-superscript';
import { Text } from '@tiptap/extension-text';
import type { Schema } from '@tiptap/pm/model';
import { idAttribute } from './attributes.ts';
import { Crosshead } from './nodes/crosshead.ts';
import { Divider } from './nodes/divider.ts';
import { Explainer, ExplainerTitle } from './nodes/explainer.ts';
import { Figure } from './nodes/figure.ts';
import { ForeignWords } from './nodes/foreign-words.ts';
import { Document, Headline, Standfirst } from './nodes/heads.ts';
import { Link } from './nodes/link.ts';
import { BulletList, ListItem, OrderedList } from './nodes/lists.ts';
import { PullQuote, Quotation } from './nodes/quotations.ts';
import { Table, TableCell, TableHeader, TableRow } from './nodes/table.ts';

/** Every node that has an `id`, unique in its story. */
export const blockTypes = [
  'headline',
  'standfirst',
  'paragraph',
  'crosshead',
  'bulletList',
  'orderedList',
  'listItem',
  'quotation',
  'pullQuote',
  'explainer',
  'explainerTitle',
  'figure',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'divider',
] as const;

const BlockId = Extension.create({
  name: 'blockId',
  addGlobalAttributes: () => [{ types: [...blockTypes], attributes: idAttribute('id', 'data-id') }],
});

/**
 * The one schema of a story's text, for browser and server: nodes and marks as Tiptap extensions, no browser code run on
 * load. The editor adds behaviour (keys, menus, views) in extensions of its own, never a node or a mark.
 */
export const draftExtensions: readonly AnyExtension[] = [
  Document,
  Paragraph,
  Text,
  Headline,
  Standfirst,
  Crosshead,
  BulletList,
  OrderedList,
  ListItem,
  Quotation,
  PullQuote,
  Explainer,
  ExplainerTitle,
  Figure,
  Table,
  TableRow,
  TableCell,
  TableHeader,
  Divider,
  HardBreak,
  Link,
  Bold,
  Italic,
  Superscript,
  Subscript,
  ForeignWords,
  BlockId,
];

/** What a draft may be: anything optional may be empty. Every step is applied under it before it is stored. */
export const draftSchema: Schema = getSchema([...draftExtensions]);
