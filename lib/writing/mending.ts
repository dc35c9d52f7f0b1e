import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { fixTables } from '@tiptap/pm/tables';
import { Transform } from '@tiptap/pm/transform';
import { issueBlockIds } from '#lib/document/blocks.ts';
import type { Numbered } from './rebase.ts';

/**
 * What two people, each of whom did right, did to the text together, made whole again, as steps of the log like all others: a row that came
 * while a column came is filled up, ids that a rebase doubled are issued anew. Only here, where there is one order of things:
 * tabs that mended it each for themselves would mend each other's mendings.
 */
export function mended(document: Node, before: Node): Numbered[] {
  const tables = fixTables(EditorState.create({ doc: document }), EditorState.create({ doc: before }));
  const { steps } = issueBlockIds(tables ?? new Transform(document));
  return steps.map((step, index) => ({ seq: index + 1, step }));
}
