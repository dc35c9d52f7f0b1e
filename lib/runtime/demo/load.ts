import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { backdateStory } from '#db/repositories/backdate.ts';
import { lockNewsroom } from '#db/repositories/newsroom.ts';
import type { Role } from '#lib/people/role.ts';
import { loadMediaTopics } from '#lib/tags/commands/load-media-topics.ts';
import { type Clock, handOver, storyId, writeStory } from './desk-work.ts';
import { momentBefore } from './moment.ts';
import { demoPassword, demoPeople } from './people.ts';
import { demoTimeZone, isCutOff, loadedVerb, openDemoNewsroom, program } from './staff.ts';
import { demoStories } from './stories.ts';
import type { DemoStory } from './story.ts';
import { nameDemoTags } from './vocabulary.ts';

export interface DemoAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

/** Who can sign in to the demo newsroom, and how. */
export const demoAccounts: readonly DemoAccount[] = demoPeople.map(({ name, email, roles }) => ({
  name,
  email,
  roles,
  password: demoPassword,
}));

/**
 * Fills an empty database with the demo newsroom: sections, staff, tags, stories in every state. Nearly all of it goes through
 * the commands that people use, in these people's names. Does nothing where there is a newsroom; takes up a loading that was cut
 * off, at the place where it was. Dates are counted back from `now`. Throws when a command refuses. Gives the accounts either way.
 */
export async function loadDemo(now: Date = new Date()): Promise<readonly DemoAccount[]> {
  if (!(await openDemoNewsroom())) return demoAccounts;
  const clock: Clock = (moment) => momentBefore(now, moment, demoTimeZone);
  // Held to the end: a second process that loads waits here, and then finds that all is done. The commands use connections of their own.
  await transaction(async (tx) => {
    await lockNewsroom(tx);
    if (!(await isCutOff(tx))) return;
    const tags = await nameDemoTags();
    // After the demo's own, so that a topic both know is one tag.
    await loadMediaTopics(program);
    for (const story of demoStories) {
      await writeStory(story, tags);
      await handOver(story, clock);
      await backdateStory(tx, storyId(story), workTimes(story, clock));
    }
    await recordAudit(tx, {
      actor: program,
      verb: loadedVerb,
      objectType: 'newsroom',
      objectId: '1',
      details: { stories: demoStories.length, tags: tags.size },
    });
  });
  return demoAccounts;
}

/** A story is begun half a working day before it is first heard of. */
const writingTime = 4 * 60 * 60 * 1000;

function workTimes(story: DemoStory, clock: Clock): { createdAt: Date; touchedAt: Date } {
  const moments = [story.published, story.correction?.on, story.touched].flatMap((moment) =>
    moment ? [clock(moment)] : [],
  );
  const [first, last] = [moments.at(0), moments.at(-1)];
  if (!first || !last) throw new Error(`nobody says when ${story.headline} was written`);
  return { createdAt: new Date(first.getTime() - writingTime), touchedAt: last };
}
