import { Node } from '@tiptap/pm/model';
import { newBlockId } from './blocks.ts';
import { draftSchema } from './schema.ts';

/** A mark as JSON. */
export interface MarkJson {
  type: string;
  attrs?: Record<string, unknown>;
}

/** A node as JSON: what ProseMirror's `toJSON` gives. */
export interface NodeJson {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NodeJson[];
  marks?: MarkJson[];
  text?: string;
}

/** A whole text as JSON: headline, standfirst, blocks. */
export interface DocumentJson extends NodeJson {
  type: 'doc';
  content: NodeJson[];
}

/** A text nobody has written yet: empty headline, standfirst and one paragraph, with block ids. */
export function emptyDocument(): DocumentJson {
  const block = (type: string): NodeJson => ({ type, attrs: { id: newBlockId() } });
  return { type: 'doc', content: [block('headline'), block('standfirst'), block('paragraph')] };
}

/** Reads JSON under the draft schema, content, marks and attributes checked. Throws `RangeError` with what is wrong. */
export function parseDocument(json: unknown): Node {
  const document = Node.fromJSON(draftSchema, json);
  if (document.type !== draftSchema.topNodeType) throw new RangeError('not a whole document');
  document.check();
  return document;
}

/** The text as JSON and nothing else: ProseMirror's attributes have no prototype, and a server component may not pass such. */
export function documentJson(document: Node): DocumentJson {
  return JSON.parse(JSON.stringify(document.toJSON()));
}
