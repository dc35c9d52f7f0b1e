import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { crossesFields, fieldAt, withoutSpan } from '#components/editor/commands/fields.ts';
import { readSelection } from '#components/editor/commands/read-selection.ts';
import { linkAllowed } from '#lib/document/links.ts';
import { cleanHtml } from './clean.ts';
import { treeOf } from './html-tree.ts';
import { ownHtml } from './own-clipboard.ts';
import { pastedSize, pasteIntoField, pasteLarge, sliceOfText, withIds, withoutHeads } from './place.ts';

/** What the writer is told about a paste. */
export type PasteNotice = { kind: 'pictures'; count: number } | { kind: 'tooLarge' } | { kind: 'nothing' };

export interface StoryPasteOptions {
  onNotice: (notice: PasteNotice) => void;
  /** Largest whole document the newsroom takes, in characters of JSON. */
  documentMaximum: number;
}

/** HTML longer than this is not even read, in characters: a browser would stand still over it. */
const htmlMaximum = 30_000_000;
/** From here on the document is measured before more is put in. */
const worthMeasuring = 200_000;

/** An address pasted over words links them. */
function linked(state: EditorState, clipboard: DataTransfer) {
  const href = clipboard.getData('text/plain').trim();
  const { selection, schema } = state;
  const { link } = schema.marks;
  const fits =
    link !== undefined &&
    /^(https?|mailto|tel):\S+$/i.test(href) &&
    linkAllowed(href) &&
    selection instanceof TextSelection &&
    !selection.empty &&
    selection.$from.sameParent(selection.$to) &&
    selection.$from.parent.type.allowsMarkType(link);
  return fits ? state.tr.addMark(selection.from, selection.to, link.create({ href })) : null;
}

/** Paste and drop: cleaned, kept within their field, in steps that can be sent, with what was left out said. */
export const StoryPaste = Extension.create<StoryPasteOptions>({
  name: 'storyPaste',
  priority: 900,
  addProseMirrorPlugins() {
    const { onNotice, documentMaximum } = this.options;
    let pictures = 0;
    let unread = false;
    const tellPictures = () => {
      if (pictures > 0) onNotice({ kind: 'pictures', count: pictures });
      pictures = 0;
    };
    const fits = (view: EditorView, size: number) =>
      size < worthMeasuring || size + JSON.stringify(view.state.doc.toJSON()).length <= documentMaximum;
    return [
      new Plugin({
        key: new PluginKey('storyPaste'),
        props: {
          handleDOMEvents: {
            paste: (view) => {
              readSelection(view);
              return false;
            },
          },
          transformPastedHTML: (html) => {
            pictures = 0;
            unread = html.length > htmlMaximum;
            if (unread) return '';
            const own = ownHtml(html);
            if (own !== null) return own;
            const cleaned = cleanHtml(treeOf(new DOMParser().parseFromString(html, 'text/html').body));
            pictures = cleaned.pictures;
            return cleaned.html;
          },
          transformPasted: (slice, view) => withoutHeadsOutside(slice, view.state),
          clipboardTextParser: (text, _context, _plain, view) => sliceOfText(view.state.schema, text),
          handlePaste: (view, event, slice) => {
            const { clipboardData } = event;
            const link = clipboardData && linked(view.state, clipboardData);
            if (link) {
              view.dispatch(link);
              return true;
            }
            const tooLarge = unread || !fits(view, pastedSize(slice));
            unread = false;
            if (tooLarge) {
              onNotice({ kind: 'tooLarge' });
              return true;
            }
            if (slice.size === 0) {
              if (pictures > 0 || (clipboardData?.files.length ?? 0) > 0) {
                pictures = Math.max(pictures, 1);
                tellPictures();
              } else onNotice({ kind: 'nothing' });
              return true;
            }
            tellPictures();
            const start = crossesFields(view.state.selection) ? withoutSpan(view.state) : view.state.tr;
            const pasted = withIds(slice, start.doc);
            const only = pasted.openStart + pasted.openEnd === 0 && pasted.content.childCount === 1;
            const block = only ? pasted.content.firstChild : null;
            const tr =
              pasteIntoField(start, pasted) ??
              pasteLarge(start, pasted) ??
              (block ? start.replaceSelectionWith(block) : start.replaceSelection(pasted));
            view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
            return true;
          },
          handleDrop: (view, event, slice, moved) => {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (!at) return false;
            tellPictures();
            // Dragged out of several fields, or several blocks into one field: the fields would be torn.
            const torn = moved && crossesFields(view.state.selection);
            const intoHead = fieldAt(view.state.doc.resolve(at.pos)) !== 'body';
            return torn || slice.size === 0 || (intoHead && slice.content.childCount > 1);
          },
        },
      }),
    ];
  },
});

function withoutHeadsOutside(slice: Parameters<typeof withoutHeads>[0], state: EditorState) {
  return fieldAt(state.selection.$from) === 'body' ? withoutHeads(slice, state.schema) : slice;
}
