'use client';

import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SelectField, TextArea, TextField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { peopleWords } from '#components/words/people.ts';
import { type Language, languageNames, languages } from '#lib/kernel/language.ts';
import { noOutcome, type Outcome } from './outcome.ts';
import { OutcomeNotice } from './outcome-notice.tsx';

/** The fields of a profile, flat, as a form sends them. */
const profileFields = [
  'name',
  'bylineName',
  'slug',
  'biographyFr',
  'biographyEn',
  'interfaceLanguage',
] as const;
export type ProfileFields = Record<(typeof profileFields)[number], string>;

/** An outcome that may carry what stands in the database now, with the version that the next save must name. */
export interface ProfileOutcome extends Outcome {
  theirs?: ProfileFields;
  version?: number;
}

export function ProfileForm({
  language,
  version,
  profile,
  pageAddress,
  action,
}: {
  language: Language;
  version: number;
  profile: ProfileFields;
  /** Address of the person's page up to the slug. */
  pageAddress: string;
  action: (before: ProfileOutcome, form: FormData) => Promise<ProfileOutcome>;
}) {
  const words = peopleWords[language];
  const [outcome, send, pending] = useActionState(action, noOutcome as ProfileOutcome);
  const values: ProfileFields = { ...profile, ...outcome.values };
  const { theirs, faults = {} } = outcome;
  const labels: Readonly<Record<(typeof profileFields)[number], string>> = {
    name: words.name,
    bylineName: words.byline,
    slug: words.slug,
    biographyFr: words.biographyFr,
    biographyEn: words.biographyEn,
    interfaceLanguage: words.language,
  };
  const moved = theirs ? profileFields.filter((field) => theirs[field] !== values[field]) : [];
  return (
    <form
      action={send}
      className="grid max-w-xl gap-5"
      key={`${outcome.version ?? version} ${JSON.stringify(values)}`}
    >
      <OutcomeNotice outcome={outcome} words={words} />
      {moved.length > 0 && theirs ? (
        <Notice kind="plain" title={words.staleTitle}>
          <dl className="mt-2 grid gap-3">
            {moved.map((field) => (
              <div key={field}>
                <dt className="font-semibold">{labels[field]}</dt>
                <dd>
                  {words.yours} <ins className="underline">{values[field] || words.nothing}</ins>
                </dd>
                <dd>
                  {words.theirs} <span>{theirs[field] || words.nothing}</span>
                </dd>
              </div>
            ))}
          </dl>
        </Notice>
      ) : null}
      <input type="hidden" name="version" value={outcome.version ?? version} />
      <TextField
        id="name"
        name="name"
        label={words.name}
        hint={words.nameHint}
        autoComplete="name"
        required
        defaultValue={values.name}
        error={faults.name}
      />
      <TextField
        id="bylineName"
        name="bylineName"
        label={words.byline}
        hint={words.bylineHint}
        autoComplete="off"
        required
        defaultValue={values.bylineName}
        error={faults.bylineName}
      />
      <TextField
        id="slug"
        name="slug"
        label={words.slug}
        hint={words.slugHint(`${pageAddress}${values.slug}`)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={values.slug}
        error={faults.slug}
      />
      <TextArea
        id="biographyFr"
        name="biographyFr"
        lang="fr"
        label={words.biographyFr}
        hint={words.biographyHint}
        rows={3}
        maxLength={600}
        defaultValue={values.biographyFr}
        error={faults['biography.fr']}
      />
      <TextArea
        id="biographyEn"
        name="biographyEn"
        lang="en"
        label={words.biographyEn}
        hint={words.biographyHint}
        rows={3}
        maxLength={600}
        defaultValue={values.biographyEn}
        error={faults['biography.en']}
      />
      <SelectField
        id="interfaceLanguage"
        name="interfaceLanguage"
        label={words.language}
        defaultValue={values.interfaceLanguage}
      >
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageNames[each]}
          </option>
        ))}
      </SelectField>
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
