'use client';

import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { historyWords } from '#components/words/history.ts';
import type { Language } from '#lib/kernel/language.ts';
import { versionNameMaximum } from '#lib/writing/versions.ts';
import type { HistoryActions } from './history-actions.ts';

/** Asks what a version shall be called. */
export function NameForm({
  storyId,
  textVersion,
  language,
  nameVersion,
  onNamed,
  onCancel,
}: {
  storyId: string;
  /** Null while the words on the screen are not stored: they are no version yet. */
  textVersion: number | null;
  language: Language;
  nameVersion: HistoryActions['nameVersion'];
  onNamed: (name: string) => void;
  onCancel: () => void;
}) {
  const words = historyWords[language];
  const id = useId();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function save() {
    const given = name.trim();
    if (given === '') return setFault(words.nameMissing);
    if (textVersion === null) return setFault(words.waits);
    setBusy(true);
    setFault(null);
    const answer = await nameVersion({ storyId, textVersion, name: given }).catch(() => null);
    setBusy(false);
    if (answer?.ok) return onNamed(given);
    setFault(answer ? words.refused[answer.reason] : words.nameFault);
  }

  return (
    <form
      className="grid gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // In a dialog it would close that too.
        event.preventDefault();
        onCancel();
      }}
    >
      <TextField
        id={`${id}-name`}
        label={words.nameLabel}
        hint={words.nameHint}
        error={fault ?? undefined}
        value={name}
        maxLength={versionNameMaximum}
        autoComplete="off"
        autoFocus
        onChange={(event) => setName(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" small type="submit" aria-disabled={busy}>
          {words.nameSave}
        </Button>
        <Button small onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
