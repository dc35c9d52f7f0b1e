import type { Node } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';
import { issueBlockIds } from '#lib/document/blocks.ts';
import { isId, newId } from '#lib/kernel/ids.ts';
import { refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Origin } from '../origin.ts';
import { type AppendResult, append } from './append.ts';

/**
 * Writes as a program: import, restore, the demo newsroom. `change` gets the document at the head, under its lock, and gives
 * a transform of it, or null to leave it. Its blocks get ids; everything else is the path of every push, an editor's lock included:
 * who holds the story may let a program write in it, nobody else may. Whoever has the story open is told what wrote, by `origin`.
 */
export async function appendTransform(
  actor: Actor,
  storyId: string,
  change: (document: Node) => Transform | null,
  origin: Origin = 'program',
): Promise<AppendResult> {
  if (!isId(storyId)) return refuse('not_found', '');
  const push = (document: Node, version: number) => {
    const transform = change(document);
    if (!transform) return null;
    const { steps } = issueBlockIds(transform);
    return {
      clientId: newId(),
      historyId: null,
      base: version,
      steps: steps.map((step, index) => ({ seq: index + 1, step })),
    };
  };
  return append(actor, storyId, push, origin);
}
