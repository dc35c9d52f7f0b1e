import type { Node } from '@tiptap/pm/model';
import { desk } from '#db/client.ts';
import { findAuthors, listStepsBack } from '#db/repositories/story-texts.ts';
import type { Actor } from '#lib/people/actor.ts';
import { type Passage, PassageHistory, type WrittenPart, type WrittenRun } from '../authorship.ts';
import { readStep } from '../fold.ts';
import { readVersion } from './read-version.ts';

/** Steps that are read at once on the way back. */
const batch = 1_000;
/** Milliseconds between two steps of one go: the pause that also parts spells in the list of versions. */
const pause = 300_000;

async function partsOf(storyId: string, version: number, from: number, to: number): Promise<WrittenPart[]> {
  const history = new PassageHistory(from, to);
  for (let upTo = version; upTo > 0 && !history.done; upTo -= batch) {
    const rows = await listStepsBack(desk(), storyId, upTo, batch);
    for (const row of rows) {
      if (history.done) break;
      history.stepBack(row.version, readStep(row).getMap());
    }
  }
  return history.parts();
}

/** The words of a part, a line for each block it runs through. */
const wordsOf = (document: Node, { from, to }: WrittenPart) =>
  document.textBetween(from, to, '\n', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''));

/**
 * Who wrote the words between two positions of a version of the text, and when, by blocks. Null when there is no such passage, or
 * for who may not see the story. Read backwards from the version, only as far as the oldest of these words.
 */
export async function readAuthorship(
  actor: Actor,
  storyId: string,
  passage: Passage,
): Promise<WrittenRun[][] | null> {
  const { version, from, to } = passage;
  const found = await readVersion(actor, storyId, version);
  if (!found) return null;
  const { document } = found;
  const fits = Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from < to;
  if (!fits || to > document.content.size) return null;
  const parts = await partsOf(storyId, version, from, to);
  const versions = [...new Set(parts.flatMap((part) => part.version ?? []))];
  const authors = new Map((await findAuthors(desk(), storyId, versions)).map((row) => [row.version, row]));

  const blocks: WrittenRun[][] = [];
  document.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true;
    const [start, end] = [position + 1, position + 1 + node.content.size];
    const runs: WrittenRun[] = [];
    for (const part of parts) {
      const within = { ...part, from: Math.max(part.from, start), to: Math.min(part.to, end) };
      const text = within.from < within.to ? wordsOf(document, within) : '';
      if (text === '') continue;
      const by = part.version === null ? null : authors.get(part.version);
      join(runs, { text, author: by?.name ?? null, at: by?.at ?? null, version: part.version ?? 0 });
    }
    if (runs.length > 0) blocks.push(runs);
    return false;
  });
  return blocks;
}

/** What one person wrote without a pause is one run, however often the caret went back and forth. */
function join(runs: WrittenRun[], run: WrittenRun): void {
  const last = runs.at(-1);
  const near =
    last?.author === run.author &&
    (last.at === run.at || (last.at && run.at && Math.abs(last.at.getTime() - run.at.getTime()) <= pause));
  if (!last || !near) runs.push(run);
  else {
    const newest = run.version > last.version ? run : last;
    runs[runs.length - 1] = { ...newest, text: last.text + run.text };
  }
}
