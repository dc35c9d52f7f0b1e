import type { Node } from '@tiptap/pm/model';

/** Where the block with this id stands now; undefined when it is gone. */
export function placeOfBlock(document: Node, id: string | null): number | undefined {
  let place: number | undefined;
  if (id === null) return undefined;
  document.descendants((node, position) => {
    if (place === undefined && node.attrs.id === id) place = position;
    return place === undefined && !node.isTextblock;
  });
  return place;
}
