import { isId } from '#lib/kernel/ids.ts';

/** A place in the list of tags by name: after this folded name, and among equal names after this id. */
export interface TagCursor {
  readonly folded: string;
  readonly tagId: string;
}

/** For an address: the id, a dot, the folded name. */
export function writeTagCursor({ folded, tagId }: TagCursor): string {
  return `${tagId}.${folded}`;
}

/** Null for anything that `writeTagCursor` cannot have written: what comes from an address is anybody's. */
export function readTagCursor(text: unknown): TagCursor | null {
  if (typeof text !== 'string' || text.length > 400 || text.includes('\0')) return null;
  const tagId = text.slice(0, 36);
  return isId(tagId) && text[36] === '.' ? { tagId, folded: text.slice(37) } : null;
}
