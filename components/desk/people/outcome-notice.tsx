'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { Outcome } from './outcome.ts';

interface LinkWords {
  linkLabel: string;
  copy: string;
  copied: string;
}

/** Says what an action led to; a link that it made can be copied from here and is shown nowhere again. */
export function OutcomeNotice({ outcome, words }: { outcome: Outcome; words: LinkWords }) {
  if (outcome.kind === 'none') return null;
  return (
    <Notice kind={outcome.kind === 'done' ? 'status' : 'alert'}>
      <p>{outcome.text}</p>
      {outcome.link ? <LinkToCopy key={outcome.link} link={outcome.link} words={words} /> : null}
    </Notice>
  );
}

function LinkToCopy({ link, words }: { link: string; words: LinkWords }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="mt-3 grid gap-2">
      <TextField
        id="link-to-copy"
        label={words.linkLabel}
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        small
        className="justify-self-start"
        onClick={() => {
          // Where the browser gives no clipboard (no TLS), the field above is there to copy from.
          navigator.clipboard?.writeText(link).then(
            () => setCopied(true),
            () => {},
          );
        }}
      >
        <span aria-live="polite">{copied ? words.copied : words.copy}</span>
      </Button>
    </div>
  );
}
