import { desk } from '#db/client.ts';
import { findHead, listSteps } from '#db/repositories/story-texts.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { StoryLock } from '#lib/stories/lock.ts';
import { heldBack } from '#lib/stories/policy.ts';
import { limits } from '../limits.ts';
import { writingPolicy } from '../policy.ts';

export interface MissingSteps {
  historyId: string;
  /** The head when this was read; more parts follow until a tab has it. */
  version: number;
  steps: { version: number; step: unknown; clientId: string; seq: number }[];
  may: { write: boolean };
  /** Who has the story for a final read. */
  lock: StoryLock | null;
  /** Whether the asker is one who writes here, now or when another's final read ends; who does not is a reader. */
  writes: boolean;
}

/** The next steps after a version, at most a part; null for who may not see the story. */
export async function listMissingSteps(
  actor: Actor,
  storyId: string,
  after: number,
): Promise<MissingSteps | null> {
  if (!isId(storyId)) return null;
  const head = await findHead(desk(), storyId);
  if (!head || !writingPolicy.read(actor, head)) return null;
  const rows = after < head.version ? onePart(await listSteps(desk(), storyId, after, limits.part)) : [];
  return {
    historyId: head.historyId,
    version: head.version,
    steps: rows.map(({ version, step, clientId, clientSeq }) => ({
      version,
      step,
      clientId,
      seq: clientSeq,
    })),
    may: { write: writingPolicy.write(actor, head) },
    lock: head.lock,
    writes: writingPolicy.write(actor, head) || heldBack(actor, head, 'write'),
  };
}

/** As many rows as go into one frame. A page that was pasted is one step: five hundred of them would be a frame no tab can take. */
function onePart<Row extends { step: unknown }>(rows: Row[]): Row[] {
  let size = 0;
  const end = rows.findIndex(({ step }, index) => {
    size += JSON.stringify(step).length;
    return index > 0 && size > limits.partSize;
  });
  return end === -1 ? rows : rows.slice(0, end);
}
