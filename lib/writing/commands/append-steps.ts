import { isId } from '#lib/kernel/ids.ts';
import { refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { limits } from '../limits.ts';
import type { Numbered } from '../rebase.ts';
import { parseStep } from '../untrusted.ts';
import { type AppendResult, append } from './append.ts';

export interface AppendSteps {
  storyId: string;
  /** The tab that pushes. */
  clientId: string;
  historyId: string;
  /** The version of the log that the steps were made on. */
  base: number;
  /** Steps as JSON, each with the tab's own ascending count. */
  steps: readonly { seq: number; step: unknown }[];
}

/** Stores what somebody wrote in a browser. A push is stored whole or refused whole; refused, the text is as it was. */
export async function appendSteps(actor: Actor, input: AppendSteps): Promise<AppendResult> {
  const { storyId, clientId, historyId, base } = input;
  if (!isId(storyId)) return refuse('not_found', '');
  if (!isId(clientId) || !isId(historyId) || !Number.isSafeInteger(base) || base < 0)
    return refuse('malformed', 'head');
  if (input.steps.length === 0 || input.steps.length > limits.push) return refuse('malformed', 'count');
  const steps: Numbered[] = [];
  for (const { seq, step } of input.steps) {
    if (!Number.isSafeInteger(seq) || seq <= (steps.at(-1)?.seq ?? 0))
      return refuse('malformed', `seq ${seq}`);
    try {
      steps.push({ seq, step: parseStep(step) });
    } catch (error) {
      return refuse(
        'malformed',
        `seq ${seq}: ${error instanceof Error ? error.message.slice(0, 300) : 'step'}`,
      );
    }
  }
  return append(actor, storyId, { clientId, historyId, base, steps });
}
