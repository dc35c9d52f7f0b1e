'use client';

import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { historyWords } from '#components/words/history.ts';
import { formatInstant, zoneName } from '#lib/kernel/dates.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Passage, WrittenRun } from '#lib/writing/authorship.ts';

export type FindAuthors = (passage: Passage) => Promise<readonly (readonly WrittenRun[])[] | null>;

/** The ends of the page's own selection, where it lies in the text: it is ahead of the editor's, and who only reads has no other. */
function selectedOnPage({ view }: Editor): { from: number; to: number } | null {
  const selection = getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return null;
  const ends = [view.posAtDOM(anchorNode, anchorOffset), view.posAtDOM(focusNode, focusOffset)];
  return { from: Math.min(...ends), to: Math.max(...ends) };
}

/** What is selected; with only a caret, its block. Null where there are no words. */
function selectedPassage(editor: Editor): { from: number; to: number } | null {
  const { doc, selection } = editor.state;
  const isText = selection instanceof TextSelection;
  let { from, to } = (isText ? selectedOnPage(editor) : null) ?? selection;
  if (from === to) {
    const place = doc.resolve(from);
    if (!place.parent.isTextblock) return null;
    [from, to] = [place.start(), place.end()];
  }
  return doc.textBetween(from, to).trim() === '' ? null : { from, to };
}

type Found =
  | { readonly kind: 'loading' | 'nothing' | 'waits' | 'fault' }
  | { readonly kind: 'found'; readonly blocks: readonly (readonly WrittenRun[])[] };

/** Who wrote the selected words, and when: each of them with its author, then the authors one by one. */
export function AuthorshipDialog({
  editor,
  version,
  findAuthors,
  language,
  textLanguage,
  timeZone,
  onClose,
}: {
  editor: Editor;
  /** The version that the words on the screen are; null while some are not stored. */
  version: () => number | null;
  findAuthors: FindAuthors;
  language: Language;
  textLanguage: Language;
  timeZone: string;
  onClose: () => void;
}) {
  const words = historyWords[language];
  const [found, setFound] = useState<Found>({ kind: 'loading' });
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when it opens, and again when the person says so
  useEffect(() => {
    let here = true;
    const tell = (news: Found) => {
      if (here) setFound(news);
    };
    const passage = selectedPassage(editor);
    const at = version();
    if (!passage) tell({ kind: 'nothing' });
    else if (at === null) tell({ kind: 'waits' });
    else {
      tell({ kind: 'loading' });
      findAuthors({ version: at, ...passage }).then(
        (blocks) => tell(blocks && blocks.length > 0 ? { kind: 'found', blocks } : { kind: 'nothing' }),
        () => tell({ kind: 'fault' }),
      );
    }
    return () => {
      here = false;
    };
  }, [turn]);

  const when = (at: Date) => `${formatInstant(at, language, timeZone)}, ${zoneName(timeZone, at)}`;
  return (
    <Dialog
      open
      wide
      title={words.who.title}
      closeLabel={words.dialogClose}
      onClose={onClose}
      footer={<Button onClick={onClose}>{words.dialogClose}</Button>}
    >
      {found.kind === 'found' ? (
        <ol className="grid gap-4">
          {found.blocks.map((runs, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a finished answer, never reordered
            <li key={place} className="grid gap-2 border-s-2 border-rule-control ps-3">
              <ul className="grid gap-2">
                {runs.map((run, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <li key={at}>
                    <p
                      lang={textLanguage}
                      className="font-serif text-[1.0625rem] leading-normal wrap-anywhere whitespace-pre-line"
                    >
                      {run.text}
                    </p>
                    <p className="text-xs text-ink-2">
                      <b className="font-semibold">
                        {run.author ?? (run.at ? words.program : words.fromTheFirst)}
                      </b>
                      {run.at ? (
                        <>
                          {', '}
                          <time dateTime={run.at.toISOString()}>{when(run.at)}</time>
                        </>
                      ) : null}
                    </p>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      ) : found.kind === 'loading' ? (
        <p role="status" className="text-ink-2">
          {words.who.loading}
        </p>
      ) : (
        <div className="grid justify-items-start gap-3">
          <Notice kind={found.kind === 'fault' ? 'alert' : 'plain'}>
            {found.kind === 'nothing'
              ? words.who.nothing
              : found.kind === 'waits'
                ? words.waits
                : words.who.fault}
          </Notice>
          {found.kind === 'nothing' ? null : (
            <Button small onClick={() => setTurn(turn + 1)}>
              {words.retry}
            </Button>
          )}
        </div>
      )}
    </Dialog>
  );
}
