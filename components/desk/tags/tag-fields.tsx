import { SelectField, TextArea, TextField } from '#components/ui/field.tsx';
import { type TagWords, tagWords } from '#components/words/tags.ts';
import { type Language, languages } from '#lib/kernel/language.ts';
import type { TagFormState } from './form-state.ts';
import { languageName, otherLanguages } from './language-name.ts';

interface Fields {
  /** Base of the ids, since two forms may stand on one screen. */
  id: string;
  language: Language;
  state: TagFormState;
}

/** Name, address and description in one language. `borrowed`: what readers see while there is no name. */
export function LabelFields({
  id,
  language,
  state,
  of,
  stored,
  borrowed = null,
  required = false,
  brief = false,
}: Fields & {
  of: string;
  stored?: { label: string; slug: string; description: string } | undefined;
  borrowed?: string | null;
  required?: boolean;
  /** Name only, and the address once there is something to say about it. */
  brief?: boolean;
}) {
  const words: TagWords = tagWords[language];
  const value = (name: 'label' | 'slug' | 'description') =>
    state.values?.[`${name}-${of}`] ?? stored?.[name] ?? '';
  const slugFault = state.faults?.[`slug-${of}`];
  const readers = languages.some((each) => each === of);
  return (
    <>
      <TextField
        id={`${id}-label-${of}`}
        name={`label-${of}`}
        label={words.labelIn(languageName(of, language))}
        lang={of}
        maxLength={120}
        autoComplete="off"
        required={required}
        defaultValue={value('label')}
        hint={
          borrowed ? (
            <>
              {words.borrowedFrom} {borrowed}
            </>
          ) : undefined
        }
      />
      {(!brief && readers) || slugFault ? (
        <TextField
          id={`${id}-slug-${of}`}
          name={`slug-${of}`}
          label={`${words.address} (${languageName(of, language)})`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={value('slug')}
          error={slugFault}
          hint={words.addressHint}
        />
      ) : null}
      {!brief && readers ? (
        <TextArea
          id={`${id}-description-${of}`}
          name={`description-${of}`}
          label={`${words.description} (${languageName(of, language)})`}
          lang={of}
          rows={2}
          maxLength={500}
          defaultValue={value('description')}
          hint={words.descriptionHint}
        />
      ) : null}
    </>
  );
}

export function AliasField({ id, language, state, stored }: Fields & { stored: readonly string[] }) {
  const words = tagWords[language];
  return (
    <TextArea
      id={`${id}-aliases`}
      name="aliases"
      label={words.aliases}
      rows={Math.min(10, Math.max(3, stored.length + 1))}
      spellCheck={false}
      defaultValue={state.values?.aliases ?? stored.join('\n')}
      hint={words.aliasesHint}
    />
  );
}

/** One more name, in a language that is not the site's. */
export function OtherLabelFields({ id, language, state, taken }: Fields & { taken: readonly string[] }) {
  const words = tagWords[language];
  return (
    <div className="grid gap-4 sm:grid-cols-[12rem_1fr]">
      <SelectField
        id={`${id}-other-language`}
        name="other-language"
        label={words.otherLanguage}
        defaultValue={state.values?.['other-language'] ?? ''}
      >
        <option value="">{words.noOther}</option>
        {otherLanguages
          .filter((code) => !taken.includes(code))
          .map((code) => ({ code, name: languageName(code, language) }))
          .sort((a, b) => a.name.localeCompare(b.name, language))
          .map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
      </SelectField>
      <TextField
        id={`${id}-other-label`}
        name="other-label"
        label={words.otherLabel}
        maxLength={120}
        autoComplete="off"
        defaultValue={state.values?.['other-label'] ?? ''}
      />
    </div>
  );
}
