import { desk } from '#db/client.ts';
import { listLockRows } from '#db/repositories/story-locks.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { StoryLock } from '../lock.ts';
import { storiesPolicy } from '../policy.ts';

/** Who has each of these stories for a final read; null: nobody. Those that the asker may not see are left out. */
export async function listLocks(
  actor: Actor,
  storyIds: readonly string[],
): Promise<ReadonlyMap<string, StoryLock | null>> {
  if (!storiesPolicy.list(actor)) return new Map();
  const rows = await listLockRows(desk(), storyIds);
  return new Map(
    rows
      .filter((row) => storiesPolicy.read(actor, row))
      .map(({ storyId, lock, state }) => [storyId, state === 'archived' ? null : lock]),
  );
}
