'use client';

import { useActionState } from 'react';
import { Button, ButtonLink } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/field.tsx';
import { tagWords } from '#components/words/tags.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { MergeGain } from '#lib/tags/merge.ts';
import type { TagChip } from '#lib/tags/tag.ts';
import { FormNotice } from './form-notice.tsx';
import { type TagAction, untouched } from './form-state.ts';

/** What a merge would do, counted now. */
export interface MergeShown {
  readonly from: TagChip & { readonly version: number };
  readonly into: TagChip & { readonly version: number };
  readonly differentTypes: boolean;
  readonly gain: MergeGain;
  readonly counts: {
    readonly stories: number;
    readonly storiesWithBoth: number;
    readonly inPrint: number;
    readonly addresses: number;
  };
}

/** Says what a merge will move and asks for it. */
export function MergeForm({
  shown,
  language,
  action,
}: {
  shown: MergeShown;
  language: Language;
  action: TagAction;
}) {
  const words = tagWords[language];
  const [state, send, pending] = useActionState(action, untouched);
  const { from, into, gain, counts } = shown;
  return (
    <form action={send} className="grid gap-4 rounded-sm border border-rule p-4">
      <h3 className="font-semibold">{words.mergeTitle(from.label, into.label)}</h3>
      <ul className="grid list-disc gap-1 ps-5">
        <li>{words.mergeStories(counts.stories, counts.storiesWithBoth)}</li>
        {counts.inPrint > 0 ? <li>{words.mergeInPrint(counts.inPrint)}</li> : null}
        <li>
          {gain.aliases.length > 0 ? words.mergeAliases(gain.aliases.join(', ')) : words.mergeNoAliases}
        </li>
        <li>{words.mergeAddresses(counts.addresses)}</li>
      </ul>
      {Object.entries({
        fromId: from.tagId,
        fromVersion: from.version,
        intoId: into.tagId,
        intoVersion: into.version,
      }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {shown.differentTypes ? (
        <Checkbox
          id="merge-across"
          name="acrossTypes"
          value="yes"
          label={words.mergeTypes(words.typeNames[from.type], words.typeNames[into.type])}
        />
      ) : null}
      <FormNotice state={state} language={language} />
      <p className="text-xs text-ink-2">{words.mergeFinal}</p>
      <div className="flex flex-wrap gap-3">
        <Button kind="danger" type="submit" aria-disabled={pending || undefined}>
          {words.mergeButton}
        </Button>
        <ButtonLink kind="quiet" href={`/desk/tags/${from.tagId}`}>
          {words.mergeCancel}
        </ButtonLink>
      </div>
    </form>
  );
}
