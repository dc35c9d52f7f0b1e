import { desk } from '#db/client.ts';
import { findHead } from '#db/repositories/story-texts.ts';
import { listSpells } from '#db/repositories/versions.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { readNewsroom } from '#lib/people/queries/read-newsroom.ts';
import { writingPolicy } from '../policy.ts';
import { partLength, type SpellEntry } from '../timeline.ts';

/** Most parts that one spell is opened into. */
const most = 100;

/** A spell of writing, the steps `first` to `last`, in shorter parts, newest first. Null for who may not see the story. */
export async function listSpellParts(
  actor: Actor,
  storyId: string,
  { first, last }: { first: number; last: number },
): Promise<SpellEntry[] | null> {
  if (!isId(storyId)) return null;
  const head = await findHead(desk(), storyId);
  if (!head || !writingPolicy.readHistory(actor, head)) return null;
  const fits = Number.isSafeInteger(first) && Number.isSafeInteger(last) && first > 0 && first <= last;
  if (!fits || last > head.version) return [];
  const { timeZone } = await readNewsroom();
  const range = { after: first - 1, upTo: last, timeZone, limit: most };
  const [whole] = await listSpells(desk(), storyId, { ...range, cut: 86_400 * 365, limit: 1 });
  const seconds = whole ? (whole.ended.getTime() - whole.began.getTime()) / 1000 : 0;
  const parts = await listSpells(desk(), storyId, { ...range, cut: partLength(seconds) });
  return parts.map((part) => ({ type: 'spell', ...part }));
}
