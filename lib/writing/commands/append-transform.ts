import type { Node } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';
import { issueBlockIds } from '#lib/document/blocks.ts';
import { isId, newId } from '#lib/kernel/ids.ts';
import { refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { type AppendResult, append } from './append.ts';

/**
 * Writes as a program: import, restore, the demo newsroom. `change` gets the document at the head, under its lock, and gives
 * a transform of it, or null to leave it. Its blocks get ids; everything else is the path of every push.
 */
export async function appendTransform(
  actor: Actor,
  storyId: string,
  change: (document: Node) => Transform | null,
): Promise<AppendResult> {
  if (!isId(storyId)) return refuse('not_found', '');
  return append(actor, storyId, (document, version) => {
    const transform = change(document);
    if (!transform) return null;
    const { steps } = issueBlockIds(transform);
    return {
      clientId: newId(),
      historyId: null,
      base: version,
      steps: steps.map((step, index) => ({ seq: index + 1, step })),
    };
  });
}
