import type { Node } from '@tiptap/pm/model';
import { type Tx, transaction } from '#db/client.ts';
import { findClient, insertSteps, notifySteps } from '#db/repositories/step-log.ts';
import {
  copyText,
  listSteps,
  lockHead,
  moveHead,
  readSnapshot,
  type TextHead,
} from '#db/repositories/story-texts.ts';
import { headlineText, standfirstText, textCopies } from '#lib/document/plain-text.ts';
import { newId } from '#lib/kernel/ids.ts';
import { ok, type Result, refuse } from '#lib/kernel/result.ts';
import type { Actor } from '#lib/people/actor.ts';
import { heldBack } from '#lib/stories/policy.ts';
import { fold, readStep, readStored } from '../fold.ts';
import { limits, snapshotPolicy } from '../limits.ts';
import { mended } from '../mending.ts';
import type { Origin } from '../origin.ts';
import { writingPolicy } from '../policy.ts';
import { type Numbered, rebaseOver } from '../rebase.ts';
import {
  forgetText,
  inTurn,
  type RecentStep,
  type RecentText,
  recentText,
  rememberText,
} from '../recent-texts.ts';
import { Together } from '../together.ts';
import { documentFault, growth } from '../untrusted.ts';
import { followAnchors } from './follow-anchors.ts';

/** A step as it was stored: what goes out to everybody who has the story open. */
interface AppendedStep {
  version: number;
  step: unknown;
  clientId: string;
  seq: number;
}

interface Appended {
  /** The head after the push. */
  version: number;
  /** What it added, in order without a gap; empty when all of it was stored before or had lost its place. */
  steps: readonly AppendedStep[];
  at: Date;
}

type AppendRefusal =
  /** No such story, or none this person may see. */
  | 'not_found'
  | 'not_allowed'
  /** An editor reads the story a last time; afterwards the push may come again. */
  | 'locked'
  /** The log was put back from a backup since. */
  | 'other_history'
  /** The base is older than a push may be: catch up first. */
  | 'behind'
  /** The base is newer than the log. */
  | 'ahead'
  /** Somebody else writes under this client id. */
  | 'foreign_client'
  | 'malformed'
  /** What comes out is no document. */
  | 'unfit'
  | 'too_deep'
  | 'too_large';
export type AppendResult = Result<Appended, AppendRefusal, string>;

/** A push as somebody wants it stored. */
interface Push {
  clientId: string;
  /** The history that the base belongs to; null for a program that has just read it. */
  historyId: string | null;
  base: number;
  steps: readonly Numbered[];
}

/** Where a story stands after a push, inside the transaction that holds its lock: nobody else knows it yet. */
interface Standing {
  head: TextHead;
  text: RecentText;
}

/** A push, or what makes one of the text as it stands under the lock. */
type Wanted = Push | ((document: Node, version: number) => Push | null);

async function loadText(tx: Tx, head: TextHead): Promise<RecentText> {
  const known = recentText(head.storyId, head.historyId, head.version);
  if (known) return known;
  const stored = await readSnapshot(tx, head.storyId);
  if (!stored) throw new Error(`story ${head.storyId} has a head and no text`);
  const rows = await listSteps(tx, head.storyId, stored.version, head.version - stored.version);
  const document = fold({ version: stored.version, document: readStored(stored) }, rows);
  const steps = rows.map(
    (row): RecentStep => ({ map: readStep(row).getMap(), clientId: row.clientId, seq: row.clientSeq }),
  );
  const { historyId, version } = head;
  return { historyId, version, document, size: JSON.stringify(document.toJSON()).length, steps };
}

/** What was stored after a version, from memory if it reaches back so far. */
async function stepsSince(
  tx: Tx,
  head: TextHead,
  text: RecentText,
  base: number,
): Promise<readonly RecentStep[]> {
  const count = head.version - base;
  if (count === 0) return [];
  if (count <= text.steps.length) return text.steps.slice(-count);
  const rows = await listSteps(tx, head.storyId, base, count);
  return rows.map((row) => ({ map: readStep(row).getMap(), clientId: row.clientId, seq: row.clientSeq }));
}

/** Applies steps one after the other, each result checked before the next; `documents` is the text after each. */
function applyAll(
  text: RecentText,
  steps: readonly Numbered[],
): Result<{ document: Node; size: number; documents: Node[] }, AppendRefusal, string> {
  let { document, size } = text;
  const documents: Node[] = [];
  for (const { step } of steps) {
    size += growth(step, document);
    const { doc, failed } = step.apply(document);
    if (!doc) return refuse('unfit', failed ?? 'the step does not fit');
    const fault = documentFault(doc, document);
    if (fault) return refuse(fault.reason, fault.place);
    document = doc;
    documents.push(doc);
  }
  if (size > limits.document) size = JSON.stringify(document.toJSON()).length;
  if (size > limits.document) return refuse('too_large', `more than ${limits.document} characters`);
  return ok({ document, size, documents });
}

async function copyToStory(
  tx: Tx,
  head: TextHead,
  actor: Actor,
  document: Node,
  snapshot: boolean,
): Promise<void> {
  const touched = { by: actor.personId, at: 'now' as const };
  if (snapshot) return copyText(tx, head.storyId, textCopies(document), touched);
  const [headline, standfirst] = [headlineText(document), standfirstText(document)];
  // Lists show these two at once; the rest of the copies keep pace with the snapshots.
  if (headline === head.headline && standfirst === head.standfirst) return;
  return copyText(tx, head.storyId, { headline, standfirst }, touched);
}

async function appendLocked(
  tx: Tx,
  actor: Actor,
  storyId: string,
  push: Wanted,
  before: Standing | null,
): Promise<AppendResult & { standing?: Standing }> {
  const head = before?.head ?? (await lockHead(tx, storyId));
  if (!head || !writingPolicy.read(actor, head)) return refuse('not_found', storyId);
  if (heldBack(actor, head, 'write')) return refuse('locked', head.lock?.name ?? '');
  if (!writingPolicy.write(actor, head)) return refuse('not_allowed', head.state);
  const text = before?.text ?? (await loadText(tx, head));
  const unchanged = ok({ version: head.version, steps: [], at: new Date() } satisfies Appended);

  const wanted = typeof push === 'function' ? push(text.document, head.version) : push;
  if (!wanted) return unchanged;
  const { clientId, historyId, base } = wanted;
  if (historyId !== null && historyId !== head.historyId) return refuse('other_history', head.historyId);
  if (base > head.version) return refuse('ahead', `base ${base}, head ${head.version}`);
  if (head.version - base > limits.behind) return refuse('behind', `base ${base}, head ${head.version}`);

  const client = await findClient(tx, storyId, clientId, actor.personId);
  if (client.foreign) return refuse('foreign_client', clientId);
  const since = await stepsSince(tx, head, text, base);
  const own = new Set(since.filter((each) => each.clientId === clientId).map(({ seq }) => seq));
  // Stored by an earlier sending: after the base it takes part in the rebase as a mirror, before it it is part of the base.
  const fresh = wanted.steps.filter(({ seq }) => seq > client.lastSeq || own.has(seq));
  const rebased = rebaseOver(
    text.document,
    fresh,
    since.map((each) => ({ map: each.map, seq: each.clientId === clientId ? each.seq : undefined })),
  );
  if (since.length === 0 && rebased.dropped.length > 0) return refuse('unfit', `step ${rebased.dropped[0]}`);
  if (rebased.steps.length === 0) return { ...unchanged, standing: { head, text } };

  const applied = applyAll(text, rebased.steps);
  if (!applied.ok) return applied;
  const mending = mended(applied.value.document, text.document);
  const result = applyAll({ ...text, ...applied.value }, mending);
  if (!result.ok) return result;
  const { document, size } = result.value;

  const mender = newId();
  const steps = [
    ...rebased.steps.map((each) => ({ ...each, clientId })),
    ...mending.map((each) => ({ ...each, clientId: mender })),
  ].map(({ seq, step, clientId: by }, index) => ({
    version: head.version + 1 + index,
    step,
    clientId: by,
    seq,
  }));
  const version = head.version + steps.length;
  const appended = steps.map((each): AppendedStep => ({ ...each, step: each.step.toJSON() }));

  const at = await insertSteps(
    tx,
    storyId,
    actor.personId,
    appended.map(({ seq, ...each }) => ({ ...each, clientSeq: seq })),
  );
  const snapshot =
    version - head.snapshotVersion >= snapshotPolicy.steps ||
    at.getTime() - head.snapshotAt.getTime() >= snapshotPolicy.age;
  await moveHead(tx, storyId, version, snapshot ? document.toJSON() : null);
  await copyToStory(tx, head, actor, document, snapshot);
  await followAnchors(tx, head, [text.document, ...applied.value.documents, ...result.value.documents]);

  const recent = steps.map(
    ({ step, clientId: by, seq }): RecentStep => ({ map: step.getMap(), clientId: by, seq }),
  );
  return {
    ...ok({ version, steps: appended, at } satisfies Appended),
    standing: {
      head: {
        ...head,
        version,
        ...(snapshot ? { snapshotVersion: version, snapshotAt: at } : {}),
        headline: headlineText(document),
        standfirst: standfirstText(document),
      },
      text: { historyId: head.historyId, version, document, size, steps: [...text.steps, ...recent] },
    },
  };
}

/**
 * Pushes that waited for the same story, one after the other in one transaction: with many writers locking and committing are
 * the dearest part. The rights of all of them are those at the moment of the lock.
 */
const pushes = new Together<{ actor: Actor; push: Wanted; origin: Origin | null }, AppendResult>(
  async (storyId, works) => {
    try {
      const { results, last } = await transaction(async (tx) => {
        const results: AppendResult[] = [];
        let last: Standing | null = null;
        for (const { actor, push } of works) {
          const { standing, ...result } = await appendLocked(tx, actor, storyId, push, last);
          results.push(result);
          last = standing ?? last;
        }
        if (last && results.some((result) => result.ok && result.value.steps.length > 0))
          await notifySteps(tx, storyId, last.head.version);
        for (const [index, { actor, origin }] of works.entries()) {
          const result = results[index];
          const [first] = result?.ok ? result.value.steps : [];
          if (!first || !last || !origin) continue;
          const wrote = { clientId: first.clientId, name: actor.name, origin };
          await notifySteps(tx, storyId, last.head.version, wrote);
        }
        return { results, last };
      });
      if (last) rememberText(storyId, last.text);
      return results;
    } catch (fault) {
      forgetText(storyId);
      throw fault;
    }
  },
);

/** Appends within the transaction it belongs to. */
export type Append = (actor: Actor, push: Wanted) => Promise<AppendResult>;

/**
 * For a command that writes a text and more in one transaction: it is handed the transaction and the append, and takes its turn
 * alone, so that what it refuses or breaks takes no push of others with it. It locks the head (`lockHead`) before the story's
 * row, as an append does.
 */
export function appending<Value>(
  storyId: string,
  work: (tx: Tx, append: Append) => Promise<Value>,
): Promise<Value> {
  return inTurn(storyId, async () => {
    let last: Standing | undefined;
    try {
      const value = await transaction((tx) =>
        work(tx, async (actor, push) => {
          const { standing, ...result } = await appendLocked(tx, actor, storyId, push, null);
          last = standing;
          if (result.ok && result.value.steps.length > 0)
            await notifySteps(tx, storyId, result.value.version);
          return result;
        }),
      );
      // Only now: what a transaction that failed had written was never there.
      if (last) rememberText(storyId, last.text);
      return value;
    } catch (fault) {
      forgetText(storyId);
      throw fault;
    }
  });
}

/**
 * The one way a text is written: typing, paste, restore, import, repairs, all are steps through here. One transaction under
 * the lock of the story's head: the actor's right; what was stored before is dropped; the rest is moved over what was stored
 * since its base, applied, checked, stored. It is acknowledged by returning, so acknowledged is committed. The log itself
 * says who wrote what and when; no audit row repeats it. `origin` names a program that writes while people may be writing: they are told.
 */
export function append(
  actor: Actor,
  storyId: string,
  push: Wanted,
  origin: Origin | null = null,
): Promise<AppendResult> {
  return pushes.do(storyId, { actor, push, origin });
}
