import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { findTopicsToMatch, giveMediaTopic, listTopicAddresses } from '#db/repositories/media-topics.ts';
import { insertTags, lockCatalogue, raiseCatalogue } from '#db/repositories/tags.ts';
import { newId } from '#lib/kernel/ids.ts';
import { languages } from '#lib/kernel/language.ts';
import { ok, type Result, refuse } from '#lib/kernel/result.ts';
import { fold } from '#lib/kernel/text.ts';
import type { Actor } from '#lib/people/actor.ts';
import { parseMediaTopics, topicLabels } from '#lib/tags/media-topics.ts';
import { tagsPolicy } from '#lib/tags/policy.ts';

/**
 * Loads the IPTC Media Topics as topics. Only what is missing is made, so it may run at every start, and what editors changed,
 * merged or named themselves stays as it is: a topic that the newsroom named by the very same French or English label takes
 * the concept's id instead of getting a double. Answers how many topics were made.
 */
export async function loadMediaTopics(actor: Actor): Promise<Result<{ made: number }, 'not_allowed'>> {
  if (!tagsPolicy.loadMediaTopics(actor)) return refuse('not_allowed');
  // From the folder the program runs in: Next's bundle of this file lies elsewhere.
  const file = path.join(process.cwd(), 'lib/tags/data/media-topics.tsv');
  const topics = parseMediaTopics(await readFile(file, 'utf8'));

  return transaction(async (tx) => {
    await lockCatalogue(tx);
    const { known, wikidata, byName } = await findTopicsToMatch(tx);
    const missing = topics.filter((topic) => !known.has(topic.id));
    if (missing.length === 0) return ok({ made: 0 });

    const catalogueVersion = await raiseCatalogue(tx);
    const taken = await listTopicAddresses(tx);
    const made = [];
    const given = new Set<string>();
    for (const topic of missing) {
      const named = languages
        .map((language) => byName.get(`${language}/${fold(topic.labels.get(language) ?? '')}`))
        .find((tagId) => tagId !== undefined && !given.has(tagId));
      if (named !== undefined) {
        await giveMediaTopic(tx, named, topic.id);
        given.add(named);
        continue;
      }
      // A few concepts share an item of Wikidata; an item belongs to one tag, the first.
      const item = topic.wikidata !== null && !wikidata.has(topic.wikidata) ? topic.wikidata : null;
      if (item !== null) wikidata.add(item);
      made.push({
        tagId: newId(),
        type: 'topic' as const,
        labels: topicLabels(topic, taken),
        aliases: [],
        wikidata: item,
        mediaTopic: topic.id,
      });
    }
    await insertTags(tx, made, catalogueVersion);
    await recordAudit(tx, {
      actor,
      verb: 'load-media-topics',
      objectType: 'newsroom',
      objectId: 'media-topics',
      details: { made: made.length, given: given.size },
    });
    return ok({ made: made.length });
  });
}
