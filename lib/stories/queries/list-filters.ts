import { desk } from '#db/client.ts';
import { listSectionRows } from '#db/repositories/sections.ts';
import { findTagName, listCurrentTags } from '#db/repositories/story-details.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { storiesPolicy } from '../policy.ts';

/** How many of the stories touched last are looked at for their tags, and how many tags are offered. */
const current = { depth: 500, limit: 80 };

/** What the list of stories can be narrowed to, in the asker's language. `tagId` is the tag it is narrowed to now. */
export async function listFilters(actor: Actor, tagId: string | undefined) {
  if (!storiesPolicy.list(actor)) return { sections: [], tags: [], tagName: null };
  const sections = await listSectionRows(desk());
  return {
    sections: sections.map(({ id, nameFr, nameEn }) => ({
      id,
      name: actor.language === 'fr' ? nameFr : nameEn,
    })),
    tags: await listCurrentTags(desk(), actor.language, current),
    tagName: isId(tagId) ? await findTagName(desk(), tagId, actor.language) : null,
  };
}
