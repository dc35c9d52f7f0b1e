'use server';

import { z } from 'zod';
import { isId } from '#lib/kernel/ids.ts';
import { actorStayingHere } from '#lib/people/queries/current-actor.ts';
import type { PublishAnswer, UnpublishAnswer } from '#lib/publication/answers.ts';
import { publishStory } from '#lib/publication/commands/publish-story.ts';
import { unpublishStory } from '#lib/publication/commands/unpublish-story.ts';
import type { EditDetailsAnswer, LockAnswer, MoveAnswer } from '#lib/stories/answers.ts';
import { approveStory } from '#lib/stories/commands/approve-story.ts';
import { archiveStory } from '#lib/stories/commands/archive-story.ts';
import { editDetails } from '#lib/stories/commands/edit-details.ts';
import { lockStory } from '#lib/stories/commands/lock-story.ts';
import { reopenStory } from '#lib/stories/commands/reopen-story.ts';
import { sendBack } from '#lib/stories/commands/send-back.ts';
import { submitStory } from '#lib/stories/commands/submit-story.ts';
import { takeOverStory } from '#lib/stories/commands/take-over-story.ts';
import { unlockStory } from '#lib/stories/commands/unlock-story.ts';
import type { DeskMove } from '#lib/stories/move.ts';
import { type SuggestedTag, suggestTags as suggest } from '#lib/stories/queries/suggest-tags.ts';
import { settleText } from '#lib/writing/commands/settle-text.ts';

// What the screen of a story asks of the server. Whatever comes in is checked by the command that it reaches.

export async function saveDetails(input: Parameters<typeof editDetails>[1]): Promise<EditDetailsAnswer> {
  return editDetails(await actorStayingHere(), input);
}

const moves = {
  submit: submitStory,
  sendBack,
  approve: approveStory,
  archive: archiveStory,
  reopen: reopenStory,
};
const verbSchema = z.enum(['submit', 'sendBack', 'approve', 'archive', 'reopen'] satisfies DeskMove[]);

export async function moveStory(
  verb: DeskMove,
  input: { storyId: string; version: number },
): Promise<MoveAnswer> {
  const actor = await actorStayingHere();
  return moves[verbSchema.parse(verb)](actor, input);
}

export async function publish(input: Parameters<typeof publishStory>[1]): Promise<PublishAnswer> {
  return publishStory(await actorStayingHere(), input);
}

export async function unpublish(input: Parameters<typeof unpublishStory>[1]): Promise<UnpublishAnswer> {
  return unpublishStory(await actorStayingHere(), input);
}

export async function lock(input: Parameters<typeof lockStory>[1]): Promise<LockAnswer> {
  return lockStory(await actorStayingHere(), input);
}

export async function unlock(input: Parameters<typeof unlockStory>[1]): Promise<LockAnswer> {
  return unlockStory(await actorStayingHere(), input);
}

export async function takeOver(input: Parameters<typeof takeOverStory>[1]): Promise<LockAnswer> {
  return takeOverStory(await actorStayingHere(), input);
}

/** Tags that the text names now: the copy that is searched is brought up to what was written first. */
export async function suggestTags(storyId: string): Promise<readonly SuggestedTag[]> {
  const actor = await actorStayingHere();
  if (!isId(storyId)) return [];
  await settleText(storyId);
  return (await suggest(actor, storyId)) ?? [];
}
