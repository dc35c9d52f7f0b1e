import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { placeOfBlock } from '#components/editor/commands/place-of-block.ts';
import { blockWords } from '#lib/writing/anchors/block-words.ts';
import type { AnchorHere } from '#lib/writing/messages.ts';

interface Marks {
  /** As the server said last. */
  readonly anchors: ReadonlyMap<string, AnchorHere>;
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Marks>('anchorMarks');

/**
 * Where the words of an anchor are in this document. The server's offsets hold for its version of the block; while somebody
 * here types in it, the same words are looked for near by. Null: not in this document, at least not yet.
 */
function rangeOf(
  document: Node,
  { blockId, start, end, words }: AnchorHere,
): { from: number; to: number } | null {
  const place = placeOfBlock(document, blockId);
  const block = place === undefined ? null : document.nodeAt(place);
  if (place === undefined || !block?.isTextblock) return null;
  const { text } = blockWords(block);
  const at = text.slice(start, end) === words ? start : text.indexOf(words);
  return at === -1 ? null : { from: place + 1 + at, to: place + 1 + at + words.length };
}

function decorationOf(document: Node, anchor: AnchorHere): Decoration | null {
  const range = anchor.place === 'placed' ? rangeOf(document, anchor) : null;
  if (!range) return null;
  const attributes = {
    class: anchor.holds ? 'story-anchor' : 'story-anchor is-changed',
    'data-anchor': anchor.id,
  };
  return Decoration.inline(range.from, range.to, attributes, { anchor: anchor.id });
}

const anchorOf = (spec: object): string => ('anchor' in spec ? String(spec.anchor) : '');

function taken(marks: Marks, news: readonly AnchorHere[], document: Node): Marks {
  const moved = new Map(news.map((anchor) => [anchor.id, anchor]));
  const old = marks.decorations.find(undefined, undefined, (spec) => moved.has(anchorOf(spec)));
  const now = news.map((anchor) => decorationOf(document, anchor)).filter((each) => each !== null);
  return {
    anchors: new Map([...marks.anchors, ...moved]),
    decorations: marks.decorations.remove(old).add(document, now),
  };
}

/**
 * Shows where anchors are, between two answers of the server: the marks go along with every step, one's own and those of
 * others, and what the server says wins. A mark is a decoration; the document knows nothing of it.
 */
export function anchorMarksPlugin(): Plugin<Marks> {
  return new Plugin<Marks>({
    key,
    state: {
      init: () => ({ anchors: new Map(), decorations: DecorationSet.empty }),
      apply: (transaction, marks) => {
        const news: readonly AnchorHere[] | undefined = transaction.getMeta(key);
        const mapped =
          transaction.docChanged && marks.anchors.size > 0
            ? { ...marks, decorations: marks.decorations.map(transaction.mapping, transaction.doc) }
            : marks;
        return news ? taken(mapped, news, transaction.doc) : mapped;
      },
    },
    props: {
      decorations: (state) => {
        const marks = key.getState(state);
        return marks && marks.anchors.size > 0 ? marks.decorations : null;
      },
    },
  });
}

/** The transaction that takes in what the server said of some anchors. */
export function takeAnchors(state: EditorState, anchors: readonly AnchorHere[]): Transaction {
  return state.tr.setMeta(key, anchors).setMeta('addToHistory', false);
}

/** Where anchors are shown now, by id. */
export function shownAnchors(state: EditorState): Map<string, { from: number; to: number }> {
  const found = key.getState(state)?.decorations.find() ?? [];
  return new Map(found.map(({ from, to, spec }) => [anchorOf(spec), { from, to }]));
}
