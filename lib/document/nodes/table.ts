import {
  Table as TiptapTable,
  TableCell as TiptapTableCell,
  TableHeader as TiptapTableHeader,
  TableRow as TiptapTableRow,
} from '@tiptap/extension-table';
import { numberAttribute } from '../attributes.ts';

/** Column widths in pixels as the editor's tables keep them: one a spanned column, or null. */
function checkWidths(value: unknown): void {
  const fits =
    value === null ||
    (Array.isArray(value) &&
      value.length <= 100 &&
      value.every((width) => Number.isInteger(width) && width >= 0 && width <= 10_000));
  if (!fits) throw new RangeError('colwidth: not a list of widths');
}

const cellAttributes = () => ({
  ...numberAttribute('colspan', 'colspan', { initial: 1, minimum: 1, maximum: 100 }),
  ...numberAttribute('rowspan', 'rowspan', { initial: 1, minimum: 1, maximum: 1000 }),
  colwidth: { default: null, validate: checkWidths, rendered: false, parseHTML: () => null },
});

export const Table = TiptapTable.extend({ content: 'tableRow+', group: 'block' });
export const TableRow = TiptapTableRow.extend({ content: '(tableCell | tableHeader)+' });
export const TableCell = TiptapTableCell.extend({ content: 'paragraph+', addAttributes: cellAttributes });
export const TableHeader = TiptapTableHeader.extend({ content: 'paragraph+', addAttributes: cellAttributes });
