import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { sameSitePath } from '#lib/kernel/same-site-path.ts';
import { announceAddressToNextAuth, authSecret } from './env.ts';
import { sessionCookieName, sessionCookieOptions, sessionLifetime } from './session-token.ts';

/** What next-auth needs to be told by the newsroom; it knows nothing of people itself. */
export interface AuthDuties {
  /** Opens a session for an address and a password, or throws an Error whose message is the reason of the refusal. */
  signIn(
    credentials: { email: string; password: string },
    headers: Record<string, unknown>,
  ): Promise<{ personId: string; sessionId: string }>;
  /** Whose session this is now, or null: asked of the row each time. */
  nameOf(sessionId: string): Promise<string | null>;
  signOut(sessionId: string): Promise<void>;
}

/** next-auth with credentials: its endpoints under /api/auth do what our own sign-in page does, through the same commands. */
export function authOptions(duties: AuthDuties): AuthOptions {
  announceAddressToNextAuth();
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: sessionLifetime },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials, request) {
          const opened = await duties.signIn(
            { email: credentials?.email ?? '', password: credentials?.password ?? '' },
            request.headers ?? {},
          );
          return { id: opened.personId, sessionId: opened.sessionId };
        },
      }),
    ],
    callbacks: {
      // The token holds two ids and nothing that could go out of date. What a client sends with an update is ignored.
      jwt({ token, user }) {
        const sid = user && 'sessionId' in user ? user.sessionId : token.sid;
        return { sid, ...(token.sub ? { sub: token.sub } : {}) };
      },
      async session({ session, token }) {
        const name = typeof token.sid === 'string' ? await duties.nameOf(token.sid) : null;
        // An empty body is next-auth's own answer for "nobody": a row that ended answers like no cookie at all.
        return name === null ? ({} as typeof session) : { expires: session.expires, user: { name } };
      },
      redirect: ({ url, baseUrl }) =>
        baseUrl + sameSitePath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await duties.signOut(token.sid);
      },
    },
  };
}
