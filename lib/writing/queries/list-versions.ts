import { desk } from '#db/client.ts';
import { findStory } from '#db/repositories/stories.ts';
import { findHead } from '#db/repositories/story-texts.ts';
import { type KeptVersion, listKeptVersions, listSpells, type Spell } from '#db/repositories/versions.ts';
import { readCursor, writeCursor } from '#lib/kernel/cursor.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Actor } from '#lib/people/actor.ts';
import { readNewsroom } from '#lib/people/queries/read-newsroom.ts';
import { writingPolicy } from '../policy.ts';
import type { KeptEntry, SpellEntry, Timeline } from '../timeline.ts';

const pageLength = 40;
/** Beyond every version and every id: PostgreSQL's largest integer. */
const top = 2 ** 31 - 1;

function keptEntry(row: KeptVersion, inPrint: number | null): KeptEntry {
  const { notices, publishedAt, editionNumber, restoredFrom, restoredOver, ...version } = row;
  const told = notices?.find(({ at }) => at === publishedAt?.toISOString()) ?? null;
  return {
    type: 'kept',
    ...version,
    edition:
      editionNumber === null
        ? null
        : {
            number: editionNumber,
            inPrint: version.kind === 'published' && editionNumber === inPrint,
            notice: told && { kind: told.kind, text: told.text },
          },
    restored:
      restoredFrom === null || restoredOver === null
        ? null
        : // A restore always writes the details, so the version before its own holds those it took the place of.
          { from: restoredFrom, undo: { text: restoredOver, details: version.detailsVersion - 1 } },
  };
}

const spellEntry = (spell: Spell): SpellEntry => ({ type: 'spell', ...spell });

/** A restore is one line: what it wrote is not told a second time. */
function written(spells: readonly Spell[], kept: readonly KeptVersion[]): Spell[] {
  const restores = new Set(
    kept.flatMap((row) => (row.restoredOver === null ? [] : [`${row.restoredOver} ${row.textVersion}`])),
  );
  return spells.filter(({ first, last }) => !restores.has(`${first - 1} ${last}`));
}

/**
 * The versions of a story, newest first, a page at a time: those that are kept, and between them the log, folded into spells of
 * writing. Null for who may not see the story; a cursor that is none begins at the beginning.
 */
export async function listVersions(actor: Actor, storyId: string, after?: string): Promise<Timeline | null> {
  if (!isId(storyId)) return null;
  const head = await findHead(desk(), storyId);
  const story = await findStory(desk(), storyId);
  if (!head || !story || !writingPolicy.readHistory(actor, head)) return null;
  const [text, kept] = (readCursor(after, 2) ?? []).map(Number);
  const from =
    Number.isSafeInteger(text) && Number.isSafeInteger(kept)
      ? { text: Math.min(text ?? top, top), kept: Math.min(kept ?? top, top) }
      : { text: top, kept: top };

  const { timeZone } = await readNewsroom();
  const limit = pageLength + 1;
  const keptRows = await listKeptVersions(desk(), storyId, { from, limit });
  const spells = await listSpells(desk(), storyId, {
    after: 0,
    upTo: Math.min(from.text, head.version),
    cut: 'timeline',
    timeZone,
    limit,
  });
  const entries = [
    ...keptRows.map((row) => ({
      text: row.textVersion,
      kept: row.id,
      entry: keptEntry(row, story.editionNumber),
    })),
    ...written(spells, keptRows).map((spell) => ({ text: spell.last, kept: 0, entry: spellEntry(spell) })),
  ].sort((a, b) => b.text - a.text || b.kept - a.kept);
  const page = entries.slice(0, pageLength);
  const last = page.at(-1);
  // Below a spell comes what was there before its first step; below a kept version the others of the same text, then the spell.
  const next = last?.entry.type === 'spell' ? [last.entry.first - 1, top] : [last?.text, last?.kept];
  return {
    entries: page.map(({ entry }) => entry),
    next: entries.length > pageLength ? writeCursor(next.map(String)) : null,
    now: { text: head.version, story: story.version },
    may: {
      name: writingPolicy.nameVersion(actor, head),
      restore: writingPolicy.restore(actor, head),
    },
  };
}
