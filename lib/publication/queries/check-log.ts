import { desk } from '#db/client.ts';
import { listFrozen, listTextIds, readKeptText } from '#db/repositories/log-check.ts';
import { findHead, listSteps } from '#db/repositories/story-texts.ts';
import type { Actor } from '#lib/people/actor.ts';
import { storiesPolicy } from '#lib/stories/policy.ts';
import { fold, readStored } from '#lib/writing/fold.ts';
import { LogCheck, type LogFault } from '../log-check.ts';

export interface CheckedStory {
  storyId: string;
  /** Steps that were folded. */
  steps: number;
  editions: number;
  faults: readonly LogFault[];
}

/** Stories and steps read at a time: a log of any length is folded in little memory. */
const parts = { stories: 200, steps: 1_000 } as const;

/**
 * Folds the log of every story from its first document and compares, at their versions, the snapshot, the copies in lists and
 * the text of every edition. Gives each story as it is done. Who may not read a story is not told of it. What is written meanwhile
 * is left for the next time.
 */
export async function* checkLog(actor: Actor): AsyncGenerator<CheckedStory> {
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await listTextIds(desk(), after, parts.stories);
    for (const id of ids) {
      const checked = await checkStory(actor, id);
      if (checked) yield checked;
    }
    after = ids.at(-1) ?? null;
    if (after === null) return;
  }
}

async function checkStory(actor: Actor, storyId: string): Promise<CheckedStory | null> {
  const head = await findHead(desk(), storyId);
  if (!head || !storiesPolicy.readEditions(actor, head)) return null;
  // Editions first: what is frozen afterwards is not asked of a head that was read before.
  const frozen = await listFrozen(desk(), storyId);
  const kept = await readKeptText(desk(), storyId);
  if (!kept) return null;
  const check = new LogCheck(storyId, kept, frozen);
  let version = 0;
  try {
    let document = readStored({ version, document: kept.initial });
    if (check.wants(version)) check.look(version, document);
    while (version < kept.version) {
      const rows = await listSteps(desk(), storyId, version, Math.min(parts.steps, kept.version - version));
      if (rows.length === 0)
        throw new Error(`the log ends at version ${version}, its head is ${kept.version}`);
      for (const row of rows) {
        document = fold({ version, document }, [row]);
        version = row.version;
        if (check.wants(version)) check.look(version, document);
      }
    }
  } catch (error) {
    check.say(version + 1, error instanceof Error ? error.message : String(error));
  }
  return { storyId, steps: version, editions: frozen.length, faults: check.faults };
}
