'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { SignInState } from '#components/account/sign-in-form.tsx';
import { peerAddress } from '#lib/adapters/peer.ts';
import { deviceCookieName, openDevice, openSession, sessionCookieName } from '#lib/adapters/session-token.ts';
import { formatTime, zoneName } from '#lib/kernel/dates.ts';
import { preferredLanguage } from '#lib/kernel/language.ts';
import { sameSitePath } from '#lib/kernel/same-site-path.ts';
import { signIn } from '#lib/people/commands/sign-in.ts';
import { readNewsroom } from '#lib/people/queries/read-newsroom.ts';
import { formText } from '../form-text.ts';
import { keepSignedIn } from '../session-cookies.ts';

/** What came of an attempt: a session that this browser now has, or why not. */
async function attempt(form: FormData): Promise<{ personId: string } | SignInState> {
  const [jar, list] = [await cookies(), await headers()];
  const email = formText(form, 'email');
  const result = await signIn({
    email,
    password: formText(form, 'password'),
    peer: peerAddress(list.get('x-forwarded-for')),
    userAgent: list.get('user-agent') ?? '',
    device: await openDevice(jar.get(deviceCookieName())?.value),
    previousSessionId: await openSession(jar.get(sessionCookieName())?.value),
  });
  if (result.ok) {
    await keepSignedIn(result.value);
    return result.value;
  }
  if (result.reason !== 'try_later') return { reason: result.reason, email };
  const language = preferredLanguage(formText(form, 'language'), list.get('accept-language'));
  const { timeZone } = await readNewsroom();
  // Rounded up to the minute that is shown, so that the time said is never too early.
  const until = new Date(Math.ceil(Date.parse(result.detail.until) / 60_000) * 60_000);
  return {
    reason: 'try_later',
    until: `${formatTime(until, language, timeZone)}, ${zoneName(timeZone, until)}`,
    email,
  };
}

/** Signs in and leads on to where the person was going; otherwise says why not. */
export async function signInWithForm(_before: SignInState, form: FormData): Promise<SignInState> {
  const came = await attempt(form);
  if (!('personId' in came)) return came;
  redirect(sameSitePath(form.get('callbackUrl')));
}

/** Signs in over a page that is not left: the same attempt, counted in the same way. */
export async function signInHere(_before: SignInState, form: FormData): Promise<SignInState> {
  const came = await attempt(form);
  return 'personId' in came ? { reason: null, email: '', signedIn: came.personId } : came;
}
