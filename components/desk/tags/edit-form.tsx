'use client';

import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { tagWords } from '#components/words/tags.ts';
import { type Language, languages } from '#lib/kernel/language.ts';
import type { Tag } from '#lib/tags/tag.ts';
import { FormNotice } from './form-notice.tsx';
import { type TagAction, untouched } from './form-state.ts';
import { AliasField, LabelFields, OtherLabelFields } from './tag-fields.tsx';

/**
 * All of a tag in one form, on top of the version that it shows. When somebody else wrote meanwhile it keeps what was typed, shows
 * what stands there now, and builds on that.
 */
export function EditForm({ tag, language, action }: { tag: Tag; language: Language; action: TagAction }) {
  const words = tagWords[language];
  const [state, send, pending] = useActionState(action, untouched);
  const fields = { id: 'edit', language, state };
  const rowOf = (of: string) => tag.labels.find((each) => each.language === of);
  const spoken = tag.labels.map((each) => each.language);
  return (
    // Fields keep what was typed until their form is another one: after each answer, and for each version.
    <form action={send} className="grid gap-5" key={`${tag.version} ${JSON.stringify(state.values)}`}>
      <input type="hidden" name="tagId" value={tag.tagId} />
      <input type="hidden" name="version" value={state.version ?? tag.version} />
      <FormNotice state={state} language={language} />
      {[...languages, ...spoken.filter((code) => !languages.some((each) => each === code))].map((of) => {
        const row = rowOf(of);
        return (
          <div key={of} className="grid gap-4">
            <LabelFields
              {...fields}
              of={of}
              stored={row?.borrowed ? undefined : row}
              borrowed={row?.borrowed ? row.label : null}
            />
          </div>
        );
      })}
      <OtherLabelFields {...fields} taken={spoken} />
      <AliasField {...fields} stored={tag.aliases} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          id="edit-wikidata"
          name="wikidata"
          label={words.wikidata}
          hint={words.wikidataHint}
          error={state.faults?.wikidata}
          spellCheck={false}
          autoComplete="off"
          defaultValue={state.values?.wikidata ?? tag.wikidata ?? ''}
        />
        <TextField
          id="edit-media-topic"
          name="mediaTopic"
          label={words.mediaTopic}
          hint={words.mediaTopicHint}
          error={state.faults?.mediaTopic}
          spellCheck={false}
          autoComplete="off"
          defaultValue={state.values?.mediaTopic ?? tag.mediaTopic ?? ''}
        />
      </div>
      <Button
        kind="primary"
        type="submit"
        className="justify-self-start"
        aria-disabled={pending || undefined}
      >
        {words.save}
      </Button>
    </form>
  );
}
