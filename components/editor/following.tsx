'use client';

import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { EditorWords } from '#components/words/editor.ts';
import type { PersonHere } from '#lib/writing/messages.ts';

/** Says whom one follows, over the text, and how it ends. */
export function Following({
  followed,
  ended,
  onStop,
  words,
}: {
  followed: PersonHere | null;
  ended: PersonHere | null;
  onStop: () => void;
  words: EditorWords;
}) {
  return (
    <div className="pointer-events-none sticky top-16 z-20 flex justify-center lg:top-3">
      <p role="status" className="sr-only">
        {followed
          ? `${words.following(followed.name)} ${words.followHint}`
          : ended
            ? words.notFollowing(ended.name)
            : ''}
      </p>
      {followed ? (
        <div className="float-surface pointer-events-auto flex max-w-full flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 text-xs">
          <Icon name="eye" className="text-ink-2" />
          <span className="min-w-0" aria-hidden="true">
            {words.following(followed.name)}
            <span className="text-ink-3 max-sm:hidden">{` ${words.followHint}`}</span>
          </span>
          <Button small onClick={onStop}>
            {words.stopFollowing}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
