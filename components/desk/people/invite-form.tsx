'use client';

import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SelectField, TextField } from '#components/ui/field.tsx';
import { peopleWords } from '#components/words/people.ts';
import { type Language, languageNames, languages } from '#lib/kernel/language.ts';
import { roles } from '#lib/people/role.ts';
import { noOutcome, type OutcomeAction } from './outcome.ts';
import { OutcomeNotice } from './outcome-notice.tsx';
import { RoleBoxes } from './role-boxes.tsx';

/** Invites somebody; the link to hand on appears above the fields. */
export function InviteForm({ language, action }: { language: Language; action: OutcomeAction }) {
  const words = peopleWords[language];
  const [outcome, send, pending] = useActionState(action, noOutcome);
  const values = outcome.values ?? {};
  const chosen = roles.filter((role) => (values.roles ?? '').split(' ').includes(role));
  return (
    <form action={send} className="grid max-w-xl gap-5" key={JSON.stringify(values)}>
      <p className="text-ink-2">{words.inviteIntro}</p>
      <OutcomeNotice outcome={outcome} words={words} />
      <TextField
        id="invite-name"
        name="name"
        label={words.name}
        autoComplete="off"
        required
        defaultValue={values.name}
        error={outcome.faults?.name}
      />
      <TextField
        id="invite-email"
        name="email"
        type="email"
        label={words.email}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={values.email}
        error={outcome.faults?.email}
      />
      <RoleBoxes id="invite-role" language={language} chosen={chosen} />
      <SelectField
        id="invite-language"
        name="interfaceLanguage"
        label={words.inviteLanguage}
        defaultValue={values.interfaceLanguage ?? language}
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
        {words.sendInvitation}
      </Button>
    </form>
  );
}
