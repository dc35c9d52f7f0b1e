'use client';

import type { Editor } from '@tiptap/core';
import { Fragment, Node, Slice } from '@tiptap/pm/model';
import { CopyButton } from '#components/device/copy-button.tsx';
import type { KeptBlock } from '#components/device/kept-entry.ts';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { EditorWords } from '#components/words/editor.ts';
import type { Copy } from './live/kept-words.ts';

/** Puts a kept block in where the caret is: as it was, or its words alone where it no longer fits the schema. */
export function insertKept(editor: Editor, { text, node: json }: KeptBlock): void {
  const { state, view } = editor;
  let node: Node;
  try {
    node = Node.fromJSON(state.schema, json);
    node.check();
  } catch {
    node = state.schema.node(
      'paragraph',
      null,
      text === '' ? [] : [state.schema.text(text.replace(/\n/g, ' '))],
    );
  }
  // A paragraph runs into the one with the caret; a list or a table stands for itself.
  const open = node.isTextblock ? 1 : 0;
  view.dispatch(state.tr.replaceSelection(new Slice(Fragment.from(node), open, open)).scrollIntoView());
  view.focus();
}

/** Words of this device that found no way into the text, block by block, to be put in by hand. */
export function KeptCopies({
  copies,
  editor,
  canWrite,
  words,
  time,
  forget,
}: {
  copies: readonly Copy[];
  editor: Editor | null;
  canWrite: boolean;
  words: EditorWords['stopped'];
  /** An instant as the newsroom's time of day. */
  time: (iso: string) => string;
  /** Takes words off this device. */
  forget: (copy: Copy) => void;
}) {
  return copies.map((copy) => (
    <Notice key={copy.clientId} kind="alert" title={words.copyTitle}>
      <p>{copy.keptAt === null ? words.copyDamaged : words.copyFrom(time(copy.keptAt))}</p>
      <ol className="my-2 grid max-h-80 gap-2 overflow-auto" aria-label={words.copyTitle}>
        {copy.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a copy never changes
          <li key={index} className="grid gap-1.5 border-s-2 border-alert ps-2.5">
            <p className="whitespace-pre-wrap wrap-anywhere">{block.text}</p>
            <div className="flex flex-wrap gap-2">
              {editor && canWrite ? (
                // The caret stays where it is in the text: a press must not take it away.
                <Button
                  small
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => insertKept(editor, block)}
                >
                  {words.insert}
                </Button>
              ) : null}
              <CopyButton text={() => block.text} words={words} />
            </div>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <CopyButton
          text={() => copy.blocks.map(({ text }) => text).join('\n\n')}
          words={{ ...words, copy: words.copyAll }}
        />
        <Button small onClick={() => forget(copy)}>
          {words.forget}
        </Button>
      </div>
    </Notice>
  ));
}
