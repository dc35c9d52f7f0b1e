'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { EditorWords } from '#components/words/editor.ts';
import type { PasteNotice } from './story-paste.ts';

/** What a paste left out or could not do, until it is dismissed. */
export function PasteNotices({
  notice,
  tooLarge,
  words,
  onDismiss,
}: {
  notice: PasteNotice | null;
  /** Counts what the live text could not take. */
  tooLarge: number;
  words: EditorWords;
  onDismiss: () => void;
}) {
  const [seen, setSeen] = useState(0);
  const refused = tooLarge > seen || notice?.kind === 'tooLarge';
  if (!refused && !notice) return null;
  const said = refused
    ? words.paste.tooLarge
    : notice?.kind === 'pictures'
      ? words.paste.pictures(notice.count)
      : words.paste.nothing;
  return (
    <Notice kind={refused ? 'alert' : 'status'}>
      <div className="flex items-start justify-between gap-3">
        <p>{said}</p>
        <Button
          kind="quiet"
          small
          icon
          aria-label={words.dismiss}
          onClick={() => {
            setSeen(tooLarge);
            onDismiss();
          }}
        >
          <Icon name="cross" />
        </Button>
      </div>
    </Notice>
  );
}
