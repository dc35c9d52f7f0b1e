'use client';

import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { tagWords } from '#components/words/tags.ts';
import { type Language, languages } from '#lib/kernel/language.ts';
import { type TagType, tagTypes } from '#lib/tags/tag-type.ts';
import { FormNotice } from './form-notice.tsx';
import { type TagAction, untouched } from './form-state.ts';
import { AliasField, LabelFields } from './tag-fields.tsx';

/** Makes a tag: its type, its name in the languages of the site and its other spellings. The rest is on its page. */
export function CreateForm({
  language,
  type,
  action,
}: {
  language: Language;
  type: TagType | null;
  action: TagAction;
}) {
  const words = tagWords[language];
  const [state, send, pending] = useActionState(action, untouched);
  const fields = { id: 'create', language, state };
  return (
    <form action={send} className="grid max-w-xl gap-4" key={JSON.stringify(state.values)}>
      <FormNotice state={state} language={language} />
      <SelectField
        id="create-type"
        name="type"
        label={words.type}
        defaultValue={state.values?.type ?? type ?? 'person'}
      >
        {tagTypes.map((each) => (
          <option key={each} value={each}>
            {words.typeNames[each]}
          </option>
        ))}
      </SelectField>
      {languages
        .toSorted((a, b) => Number(b === language) - Number(a === language))
        .map((each) => (
          <LabelFields key={each} {...fields} of={each} brief required={each === language} />
        ))}
      <AliasField {...fields} stored={[]} />
      <Button
        kind="primary"
        type="submit"
        className="justify-self-start"
        aria-disabled={pending || undefined}
      >
        {words.createButton}
      </Button>
    </form>
  );
}
