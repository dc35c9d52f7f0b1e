'use client';

import { useEffect } from 'react';
import { SignInForm, type SignInState } from '#components/account/sign-in-form.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { deviceWords } from '#components/words/device.ts';
import type { Language } from '#lib/kernel/language.ts';

export type SignInHere = (before: SignInState, form: FormData) => Promise<SignInState>;

const idPrefix = 'sign-in-here-';

/** Signs in over the page that is open, which stays as it is. */
export function SignInDialog({
  name,
  language,
  signIn,
  onSignedIn,
  onClose,
}: {
  /** Who was signed in. */
  name: string;
  language: Language;
  signIn: SignInHere;
  onSignedIn: (personId: string) => void;
  onClose: () => void;
}) {
  const words = deviceWords[language];
  // The dialog puts the focus on its first button; what one comes for is the form.
  useEffect(() => document.getElementById(`${idPrefix}email`)?.focus(), []);
  return (
    <Dialog open title={words.signIn.title} closeLabel={words.close} onClose={onClose}>
      <p className="mb-5 text-ink-2">{words.signIn.intro(name)}</p>
      <SignInForm
        language={language}
        idPrefix={idPrefix}
        callbackUrl=""
        start={{ reason: null, email: '' }}
        action={signIn}
        onSignedIn={onSignedIn}
      />
    </Dialog>
  );
}
