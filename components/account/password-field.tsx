'use client';

import { type ComponentProps, useState } from 'react';
import { TextField } from '#components/ui/field.tsx';

/** A password, masked, with a switch to look at it. Without scripts it is an ordinary password field. */
export function PasswordField({
  words,
  ...rest
}: Omit<ComponentProps<typeof TextField>, 'type'> & {
  words: { showPassword: string; hidePassword: string };
}) {
  const [shown, setShown] = useState(false);
  return (
    <div>
      <TextField {...rest} type={shown ? 'text' : 'password'} autoCapitalize="none" spellCheck={false} />
      <button
        type="button"
        className="mt-1.5 min-h-6 text-xs text-pencil underline underline-offset-2 hover:text-pencil-strong"
        aria-controls={rest.id}
        onClick={() => setShown(!shown)}
      >
        {shown ? words.hidePassword : words.showPassword}
      </button>
    </div>
  );
}
