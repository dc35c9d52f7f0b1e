/** A block that held words not yet in the newsroom: as a node where it still fits, as words in any case. */
export interface KeptBlock {
  type: string;
  text: string;
  node: unknown;
}

/** What a tab had not got confirmed, as it lies on the device. */
export interface KeptEntry {
  personId: string;
  storyId: string;
  clientId: string;
  historyId: string;
  /** The headline when it was kept: what the list of kept words calls the story. */
  headline: string;
  /** The version of the log that the steps are made on. */
  base: number;
  /** None: the newsroom has what it could take; the blocks are left to be joined by hand. */
  steps: { seq: number; step: unknown }[];
  blocks: KeptBlock[];
  /** Milliseconds. */
  keptAt: number;
}

/** Whose entry something is: the key it lies under, whatever became of the rest. */
export type KeptKey = readonly [personId: string, storyId: string, clientId: string];

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * An entry as it was read from the device, or null when it is damaged or from a build that kept it otherwise. Read by hand: the
 * rail of every screen counts entries, and a schema library is too much to load for that.
 */
export function readEntry(value: unknown): KeptEntry | null {
  if (!isRecord(value)) return null;
  const { personId, storyId, clientId, historyId, headline, base, steps, blocks, keptAt } = value;
  if (![personId, storyId, clientId, historyId, headline].every(isText)) return null;
  if (!isCount(base) || !isCount(keptAt) || !Array.isArray(steps) || !Array.isArray(blocks)) return null;
  const fit =
    steps.every((each) => isRecord(each) && isCount(each.seq) && isRecord(each.step)) &&
    blocks.every((each) => isRecord(each) && isText(each.type) && isText(each.text));
  return fit ? (value as unknown as KeptEntry) : null;
}

/** Whatever words can still be found in an entry that cannot be read as one. */
export function wordsIn(value: unknown): string {
  if (!isRecord(value)) return '';
  if (isText(value.words)) return value.words;
  const blocks = Array.isArray(value.blocks) ? value.blocks : [];
  return blocks
    .map((each: unknown) => (isRecord(each) && isText(each.text) ? each.text : ''))
    .filter((text) => text !== '')
    .join('\n\n');
}
