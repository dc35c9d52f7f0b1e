'use client';

import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { storiesWords } from '#components/words/stories.ts';
import { defaultLanguage, type Language, languageNames, languages } from '#lib/kernel/language.ts';

/** Language first: everything about a text depends on it. French unless somebody says otherwise. */
export function NewStoryForm({
  start,
  sections,
  language,
}: {
  start: (before: unknown, form: FormData) => Promise<'not_allowed' | 'invalid'>;
  sections: readonly { readonly id: string; readonly name: string }[];
  language: Language;
}) {
  const words = storiesWords[language];
  const [refusal, submit, busy] = useActionState(start, null);
  return (
    <form action={submit} className="grid max-w-md gap-5">
      {refusal ? <Notice kind="alert">{words.startRefused[refusal]}</Notice> : null}
      <SelectField id="language" name="language" label={words.language} defaultValue={defaultLanguage}>
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageNames[each]}
          </option>
        ))}
      </SelectField>
      <SelectField id="section" name="section" label={words.section} defaultValue="">
        <option value="">{words.sectionLater}</option>
        {sections.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div>
        <Button type="submit" kind="primary" aria-disabled={busy}>
          {words.start}
        </Button>
      </div>
    </form>
  );
}
