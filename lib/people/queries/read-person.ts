import { desk } from '#db/client.ts';
import { findPerson } from '#db/repositories/people.ts';
import { listLiveSessions } from '#db/repositories/sessions.ts';
import type { Actor } from '#lib/people/actor.ts';
import { factsOf, type PersonState, type Profile, profileOf, stateOf } from '#lib/people/person.ts';
import { peoplePolicy } from '#lib/people/policy.ts';
import type { Role } from '#lib/people/role.ts';
import { browserName, sessionIdleLimit } from '#lib/people/session.ts';

export interface SessionView {
  id: string;
  /** "Firefox, Linux"; empty when unknown. */
  browser: string;
  startedAt: Date;
  lastSeenAt: Date;
  /** The session that asks. */
  isThisOne: boolean;
}

const verbs = [
  'renewInvitation',
  'changeRoles',
  'disable',
  'enable',
  'resetPassword',
  'editProfile',
  'changePassword',
  'endSessions',
] as const;

export interface PersonView {
  id: string;
  version: number;
  profile: Profile;
  /** Null when the asker may not know it. */
  email: string | null;
  roles: Role[];
  state: PersonState;
  /** Null when the asker may not see them. */
  sessions: SessionView[] | null;
  may: Record<(typeof verbs)[number] | 'readAudit', boolean>;
}

/** One person as the asker may see them, or null: no such person, or not for this asker. */
export async function readPerson(actor: Actor, personId: string): Promise<PersonView | null> {
  const row = await findPerson(desk(), personId);
  if (!row) return null;
  const facts = factsOf(row);
  if (!peoplePolicy.read(actor, facts)) return null;
  const sessions = peoplePolicy.seeSessions(actor, facts)
    ? await listLiveSessions(desk(), row.id, sessionIdleLimit)
    : null;
  return {
    id: row.id,
    version: row.version,
    profile: profileOf(row),
    email: peoplePolicy.seeEmail(actor, facts) ? row.email : null,
    roles: row.roles,
    state: stateOf(row),
    sessions:
      sessions?.map((session) => ({
        id: session.id,
        browser: browserName(session.userAgent),
        startedAt: session.createdAt,
        lastSeenAt: session.lastSeenAt,
        isThisOne: session.id === actor.sessionId,
      })) ?? null,
    may: {
      ...(Object.fromEntries(verbs.map((verb) => [verb, peoplePolicy[verb](actor, facts)])) as Record<
        (typeof verbs)[number],
        boolean
      >),
      readAudit: peoplePolicy.readAudit(actor),
    },
  };
}
