import { eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { stories, storyBylines, storyTexts } from '#db/schema/index.ts';
import { lockPatience, type StoryLock } from '#lib/stories/lock.ts';

/**
 * The lock of a story if it still holds. It lives with the session that took it: signing out, being disabled, losing one's role (which
 * ends sessions) all release it, without anybody having to think of it. Raw names, so that it reads the same in every query.
 */
const holds = sql`(story_texts.locked_by is not null
  and story_texts.lock_seen_at > now() - make_interval(mins => ${sql.raw(String(lockPatience))})
  and exists (select from sessions s join people p on p.id = s.person_id
    where s.id = story_texts.lock_session and s.ended_at is null and s.expires_at > now() and p.disabled_at is null))`;

/** In a query that has `story_texts`. */
export const standingLock = sql<StoryLock | null>`case when ${holds} then json_build_object(
  'personId', story_texts.locked_by, 'name', (select name from people where people.id = story_texts.locked_by),
  'since', story_texts.locked_at) end`;

/** In a query that has `stories`. */
export const lockOfStory = sql<StoryLock | null>`(select ${standingLock} from story_texts where story_texts.story_id = stories.id)`;

export async function readLock(reader: Reader, storyId: string): Promise<StoryLock | null> {
  const [row] = await reader
    .select({ lock: standingLock })
    .from(storyTexts)
    .where(eq(storyTexts.storyId, storyId));
  return row?.lock ?? null;
}

/** The locks of these stories, with what the right to read them is decided by. */
export async function listLockRows(reader: Reader, storyIds: readonly string[]) {
  return reader
    .select({
      storyId: stories.id,
      state: stories.state,
      createdBy: stories.createdBy,
      bylines: sql<
        string[]
      >`array(select ${storyBylines.personId} from ${storyBylines} where ${storyBylines.storyId} = ${stories.id})`,
      lock: standingLock,
    })
    .from(stories)
    .innerJoin(storyTexts, eq(storyTexts.storyId, stories.id))
    .where(inArray(stories.id, [...storyIds]));
}

/** Gives the lock to a person's session, whoever had it. The caller holds the rows of the text and of the story. */
export async function giveLock(
  tx: Tx,
  storyId: string,
  holder: { personId: string; sessionId: string },
): Promise<void> {
  await tx
    .update(storyTexts)
    .set({
      lockedBy: holder.personId,
      lockSession: holder.sessionId,
      lockedAt: sql`now()`,
      lockSeenAt: sql`now()`,
    })
    .where(eq(storyTexts.storyId, storyId));
  await notifyLock(tx, storyId);
}

/** Takes the lock away, if there is one. The caller holds the row of the text. */
export async function dropLock(tx: Tx, storyId: string): Promise<void> {
  const dropped = await tx
    .update(storyTexts)
    .set({ lockedBy: null, lockSession: null, lockedAt: null, lockSeenAt: null })
    .where(sql`${storyTexts.storyId} = ${storyId} and ${storyTexts.lockedBy} is not null`)
    .returning({ storyId: storyTexts.storyId });
  if (dropped.length > 0) await notifyLock(tx, storyId);
}

/** Notes that these people are in these stories, for the locks among them that still hold. */
export async function keepLocks(
  tx: Tx,
  present: readonly { storyId: string; personId: string }[],
): Promise<void> {
  if (present.length === 0) return;
  await tx.execute(sql`
    update story_texts set lock_seen_at = now()
    from unnest(${sql.param(present.map(({ storyId }) => storyId))}::uuid[], ${sql.param(present.map(({ personId }) => personId))}::uuid[]) as here (story_id, person_id)
    where story_texts.story_id = here.story_id and story_texts.locked_by = here.person_id and ${holds}`);
}

/** Tells every process that who holds a story has changed; heard after commit only. */
async function notifyLock(tx: Tx, storyId: string): Promise<void> {
  await tx.execute(sql`select pg_notify('story_locks', ${storyId})`);
}
