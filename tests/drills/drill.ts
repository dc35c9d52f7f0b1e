import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Node } from '@tiptap/pm/model';
import { z } from 'zod';
import { parseDocument } from '#lib/document/document.ts';
import { fold } from '#lib/writing/fold.ts';
import { dice } from '#tests/support/dice.ts';
import { DrilledNewsroom } from './newsroom.ts';
import { Tab } from './tab.ts';

// `npm run drill`: several people write in one story while the server, and PostgreSQL under it, are killed with kill -9. Afterwards every word that somebody
// was told is saved must be in the text once, all tabs must show the same text, and the log must fold to it. About a minute; `npm run drill -- SEED` types
// the same words again (when things are killed and what arrives first is the machine's business).

const writers = 6;
/** Milliseconds: between two words of one writer, about; of writing before a kill; for everybody to come back afterwards. */
const pace = 60;
const writing = 2_500;
const patience = 40_000;
const rounds = ['server', 'PostgreSQL', 'server', 'PostgreSQL'] as const;

const seed = Number(process.argv[3] ?? randomInt(2 ** 31));
const roll = dice(seed);
const say = (line: string) => process.stdout.write(`${line}\n`);

const newsroom = await DrilledNewsroom.open();
try {
  const seats = await newsroom.seats(writers);
  const tabs = await Promise.all(seats.map((seat) => Tab.open(seat)));
  let busy = true;
  const hands = tabs.map(async (tab, writer) => {
    for (let word = 1; busy; word += 1) {
      tab.type(`w${writer}n${word} `, roll);
      await wait(pace / 2 + roll(pace));
    }
  });
  const saved = () => tabs.flatMap((tab) => tab.saved());

  const promised = new Set<string>();
  for (const whom of rounds) {
    await wait(writing + roll(1_000));
    // Told before the kill; nothing may take it back.
    for (const token of saved()) promised.add(token);
    if (whom === 'server') await newsroom.killServer();
    else {
      await newsroom.killPostgres();
      // The server goes on without its database for a while, and people go on writing.
      await wait(500);
      await newsroom.stop();
    }
    await newsroom.start();
    say(`${whom} killed and started again; ${promised.size} words were saved before`);
  }
  await wait(writing);
  busy = false;
  await Promise.all(hands);
  const until = Date.now() + patience;
  while (!tabs.every((tab) => tab.settled()) && Date.now() < until) await wait(50);
  const unsettled = tabs.filter((tab) => !tab.settled()).length;
  for (const token of saved()) promised.add(token);

  const storyId = seats[0]?.storyId ?? '';
  const log = await readLog(storyId);
  const counts = new Map<string, number>();
  for (const [token] of log.document.textBetween(0, log.document.content.size, ' ').matchAll(/w\d+n\d+/g))
    counts.set(`${token} `, (counts.get(`${token} `) ?? 0) + 1);
  const lost = [...promised].filter((token) => !counts.has(token));
  const duplicated = [...counts].filter(([, count]) => count > 1);
  const diverged = tabs.filter((tab) => !tab.host.state.doc.eq(log.document)).length + (log.folds ? 0 : 1);
  for (const tab of tabs) tab.session.stop();

  for (const [what, tokens] of [
    ['lost', lost],
    ['duplicated', duplicated.map(([token]) => token)],
  ] as const)
    if (tokens.length > 0) say(`${what}: ${tokens.slice(0, 20).join('')}`);
  if (unsettled > 0) say(`${unsettled} of ${writers} tabs did not come to "saved"`);
  if (!log.folds) say('the snapshot is not what the log folds to');
  const typed = tabs.reduce((sum, tab) => sum + tab.typed.size, 0);
  say(
    `${writers} writers, ${rounds.length} kills, ${typed} words typed, ${promised.size} saved, ${log.version} versions`,
  );
  say(`lost=${lost.length} duplicated=${duplicated.length} diverged=${diverged} seed=${seed}`);
  const held =
    lost.length + duplicated.length + diverged + unsettled === 0 &&
    promised.size === typed &&
    typed > writers * rounds.length;
  process.exitCode = held ? 0 : 1;
} finally {
  await newsroom.close();
}

/** The text as the log has it, folded from its first step; and whether the snapshot is one of the documents on the way. */
async function readLog(storyId: string): Promise<{ version: number; document: Node; folds: boolean }> {
  const [head] = z
    .array(
      z.object({
        version: z.number(),
        initial: z.unknown(),
        snapshot: z.unknown(),
        snapshot_version: z.number(),
      }),
    )
    .parse(
      await newsroom.ask(
        'select version, initial, snapshot, snapshot_version from story_texts where story_id = $1',
        [storyId],
      ),
    );
  if (!head) throw new Error('the story is gone');
  const steps = z
    .array(z.object({ version: z.number(), step: z.unknown() }))
    .parse(
      await newsroom.ask('select version, step from story_steps where story_id = $1 order by version', [
        storyId,
      ]),
    );
  const before = { version: 0, document: parseDocument(head.initial) };
  const atSnapshot = fold(before, steps.slice(0, head.snapshot_version));
  const document = fold(
    { version: head.snapshot_version, document: atSnapshot },
    steps.slice(head.snapshot_version),
  );
  return {
    version: head.version,
    document,
    folds: steps.length === head.version && atSnapshot.eq(parseDocument(head.snapshot)),
  };
}
