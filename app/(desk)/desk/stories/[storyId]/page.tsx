import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createTag, dismissSuggestion, findTags } from '#app/(desk)/desk/tags/box-actions.ts';
import { StoryScreen } from '#components/desk/story-screen.tsx';
import { storyWords } from '#components/words/story.ts';
import { requireActor } from '#lib/people/queries/current-actor.ts';
import { readNewsroom } from '#lib/people/queries/read-newsroom.ts';
import { readInPrint } from '#lib/publication/queries/read-in-print.ts';
import { listStoryChoices } from '#lib/stories/queries/list-story-choices.ts';
import { readStory } from '#lib/stories/queries/read-story.ts';
import { suggestTags as readSuggestions } from '#lib/stories/queries/suggest-tags.ts';
import { tagsPolicy } from '#lib/tags/policy.ts';
import { readLiveText } from '#lib/writing/queries/read-live-text.ts';
import {
  lock,
  moveStory,
  publish,
  saveDetails,
  suggestTags,
  takeOver,
  unlock,
  unpublish,
} from './actions.ts';
import {
  compareVersions,
  listSpellParts,
  listVersions,
  nameVersion,
  readAuthorship,
  readOldText,
  restoreVersion,
} from './history-actions.ts';

interface Props {
  params: Promise<{ storyId: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor();
  const story = await readStory(actor, (await params).storyId);
  return { title: story?.headline || storyWords[actor.language].untitled };
}

/** A story: its text to write or read, and all that is said and done about it. */
export default async function StoryPage({ params }: Props) {
  const actor = await requireActor();
  const { storyId } = await params;
  const story = await readStory(actor, storyId);
  const text = await readLiveText(actor, storyId);
  if (!story || !text || actor.personId === null) notFound();
  const { sections, signers } = await listStoryChoices(actor);
  return (
    <StoryScreen
      // Somebody else who signs in over the page begins anew: what the first one wrote is not theirs to see or to send.
      key={`${story.id} ${actor.personId}`}
      story={story}
      text={text}
      personId={actor.personId}
      language={actor.language}
      timeZone={(await readNewsroom()).timeZone}
      sections={sections}
      // Who signs already may have left since.
      signers={[
        ...signers,
        ...story.bylines.filter((each) => !signers.some(({ personId }) => personId === each.personId)),
      ]}
      suggestions={(await readSuggestions(actor, storyId)) ?? []}
      inPrint={await readInPrint(actor, storyId)}
      actions={{
        saveDetails,
        moveStory,
        publish,
        unpublish,
        locks: { lock, unlock, takeOver },
        findTags,
        createTag: tagsPolicy.create(actor) ? createTag : null,
        suggestTags,
        dismissSuggestion,
        history: {
          listVersions,
          listSpellParts,
          compareVersions,
          readOldText,
          nameVersion,
          restoreVersion,
        },
        readAuthorship,
      }}
    />
  );
}
