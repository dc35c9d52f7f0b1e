'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';

/** Copies words to the clipboard and says so, or that it could not. */
export function CopyButton({
  text,
  words,
}: {
  text: () => string;
  words: { copy: string; copied: string; copyFailed: string };
}) {
  const [said, setSaid] = useState<'copy' | 'copied' | 'copyFailed'>('copy');
  return (
    <Button
      small
      className="whitespace-normal"
      onClick={() =>
        void navigator.clipboard.writeText(text()).then(
          () => setSaid('copied'),
          () => setSaid('copyFailed'),
        )
      }
    >
      <span aria-live="polite">{words[said]}</span>
    </Button>
  );
}
