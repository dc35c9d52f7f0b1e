import { desk } from '#db/client.ts';
import { listSectionRows } from '#db/repositories/sections.ts';
import { listSigners } from '#db/repositories/story-details.ts';
import type { Actor } from '#lib/people/actor.ts';
import { storiesPolicy } from '../policy.ts';

/** What a story's section and byline can be chosen from, names in the asker's language. */
export async function listStoryChoices(actor: Actor) {
  if (!storiesPolicy.list(actor)) return { sections: [], signers: [] };
  const sections = await listSectionRows(desk());
  return {
    sections: sections.map(({ id, nameFr, nameEn }) => ({
      id,
      name: actor.language === 'fr' ? nameFr : nameEn,
    })),
    signers: await listSigners(desk()),
  };
}

export type StoryChoices = Awaited<ReturnType<typeof listStoryChoices>>;
