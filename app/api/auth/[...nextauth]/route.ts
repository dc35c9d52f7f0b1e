import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '#lib/adapters/auth.ts';
import { peerAddress } from '#lib/adapters/peer.ts';
import { signIn } from '#lib/people/commands/sign-in.ts';
import { signOut } from '#lib/people/commands/sign-out.ts';
import { actorFromSession } from '#lib/people/queries/actor-from-session.ts';

const header = (headers: Record<string, unknown>, name: string) => {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};

/** next-auth's own endpoints (`/api/auth/callback/credentials`, `/api/auth/session` …): the same commands as the sign-in page. */
function handler(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  return NextAuth(
    request,
    context,
    authOptions({
      async signIn(credentials, headers) {
        const result = await signIn({
          ...credentials,
          peer: peerAddress(header(headers, 'x-forwarded-for')),
          userAgent: header(headers, 'user-agent'),
          device: null,
          previousSessionId: null,
        });
        if (!result.ok) throw new Error(result.reason);
        return result.value;
      },
      nameOf: async (sessionId) => (await actorFromSession(sessionId))?.name ?? null,
      async signOut(sessionId) {
        const actor = await actorFromSession(sessionId);
        if (actor) await signOut(actor);
      },
    }),
  );
}

export { handler as GET, handler as POST };
