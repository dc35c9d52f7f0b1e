import { z } from 'zod';

/**
 * A node of an edition's document as JSON. Its shape only: the document passed the print schema of lib/document before it was
 * frozen, and what is drawn from it (markup.ts) knows every node and mark by name.
 */
export const printNodeSchema = z.object({
  type: z.string(),
  attrs: z.record(z.string(), z.unknown()).optional(),
  marks: z
    .array(z.object({ type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() }))
    .optional(),
  text: z.string().optional(),
  get content() {
    return z.array(printNodeSchema).optional();
  },
});
export type PrintNode = z.infer<typeof printNodeSchema>;
export type PrintMark = NonNullable<PrintNode['marks']>[number];

function textAttribute(of: { attrs?: PrintNode['attrs'] }, name: string): string {
  const value = of.attrs?.[name];
  return typeof value === 'string' ? value : '';
}

function numberAttribute(of: PrintNode, name: string, otherwise: number): number {
  const value = of.attrs?.[name];
  return typeof value === 'number' ? value : otherwise;
}

/** Attributes as the print schema has them; what is not there is empty, or the number given. */
export const read = { text: textAttribute, number: numberAttribute };

/** The words of a node, marks left out. */
export function wordsOf(node: PrintNode): string {
  if (node.type === 'hardBreak') return ' ';
  return node.text ?? (node.content ?? []).map(wordsOf).join('');
}
