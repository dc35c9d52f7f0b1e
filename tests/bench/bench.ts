import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeDatabase } from '#db/client.ts';
import { ensureDatabase } from '#db/cluster.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { programActor } from '#lib/people/actor.ts';
import { startEmbedded } from '#lib/runtime/postgres/embedded.ts';
import { startServer } from '#tests/run/server.ts';
import type { Cast } from '#tests/support/cast.ts';
import { benchDeskLists, storyCount } from './desk-lists.ts';
import type { Script } from './pages.ts';
import type { PlanFigures } from './plans.ts';
import { articleCount, benchReaderLists } from './reader-lists.ts';
import type { Spread } from './statistics.ts';
import { benchSuggestTags } from './suggest-tags.ts';

// `npm run bench`: figures of this machine, as it is now. They compare only with figures of the same machine, so the ratios are what to keep an eye on.

const say = (line = '') => process.stdout.write(`${line}\n`);
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
const whole = (count: number) => Math.round(count).toLocaleString('en');
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const figures = ({ p50, p95, p99 }: Spread) => `p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}`;

const folder = mkdtempSync(path.join(tmpdir(), 'chapeau-bench-'));
const password = randomBytes(12).toString('hex');
// Durable, as in earnest: a commit that need not reach the disk would flatter the log.
const postgres = await startEmbedded({ folder: path.join(folder, 'postgres'), password });
const at = (name: string) => `postgres://postgres:${password}@127.0.0.1:${postgres.port}/${name}`;

async function database(name: string): Promise<string> {
  await ensureDatabase(at('postgres'), name);
  await migrateDatabase(at(name));
  return at(name);
}

/** `npm run bench -- editor log` measures only these. */
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const wanted = (part: string) => named.length === 0 || named.includes(part);
const parts: Readonly<Record<string, () => Promise<void>>> = {
  tags: benchTags,
  pages: benchProduct,
  editor: benchProduct,
  log: benchLog,
  history: benchHistory,
  anchors: benchAnchors,
  lists: benchLists,
};
let people: Cast | null = null;
/** The people of the bench, hired at the first need. */
async function staff(): Promise<Cast> {
  const { hireCast } = await import('#tests/support/cast.ts');
  people ??= await hireCast();
  return people;
}

try {
  Object.assign(process.env, {
    AUTH_SECRET: randomBytes(32).toString('hex'),
    PUBLIC_URL: 'http://127.0.0.1:3000',
    LOG_LEVEL: 'warn',
    // Read at the first query; the product and the measurements beside it share it.
    DATABASE_URL: await database('bench'),
  });
  for (const bench of new Set(
    Object.keys(parts)
      .filter(wanted)
      .map((part) => parts[part]),
  ))
    await bench?.();
} finally {
  await closeDatabase();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function benchTags(): Promise<void> {
  const { tags, words, latin, cyrillic, compileMs } = benchSuggestTags();
  say(`Suggesting tags: ${tags} tags, ${words} words (promised: under 50 ms)`);
  say(
    `  Latin ${ms(latin.medianMs)}, worst ${ms(latin.worstMs)}; Cyrillic ${ms(cyrillic.medianMs)}, worst ${ms(cyrillic.worstMs)}; made ready once in ${ms(compileMs)}`,
  );
}

async function benchLog(): Promise<void> {
  const { benchManyWriters, benchOneStory, benchOneWriter } = await import('./append.ts');
  const { benchOpening } = await import('./opening.ts');
  const { elias } = await staff();

  const one = await benchOneWriter(elias);
  const together = await benchOneStory(elias);
  const apart = await benchManyWriters(elias);
  const against = ({ p50 }: Spread) => `${(p50 / one.p50).toFixed(1)} times one writer's p50`;
  say('Appending to the log: a story of 50 paragraphs, one letter a push, from the push to its commit');
  say(`  one writer: ${figures(one)}`);
  say(`  10 writers at once in one story: ${figures(together)} (${against(together)})`);
  say(`  20 writers at once, each in a story of their own: ${figures(apart)} (${against(apart)})`);

  const { words, steps, fresh, ...opening } = await benchOpening(elias);
  say(`Opening a story of ${whole(words)} words and ${whole(steps)} steps`);
  say(`  ${figures(opening)} (${(opening.p50 / fresh.p50).toFixed(1)} times a story just begun)`);
}

async function benchHistory(): Promise<void> {
  const { hire } = await import('#tests/support/staff.ts');
  const { benchPast, benchTimeline, stepCount } = await import('./history.ts');
  const { steps, ...past } = await benchPast([(await hire('editor')).actor, (await hire('editor')).actor]);
  say(`The past of a story of ${whole(steps)} steps by two people`);
  say(`  who wrote two signs: ${figures(past.newest)}; a paragraph: ${figures(past.oldest)}`);
  say(`  who wrote all of it: ${figures(past.whole)}; the text as it was half way: ${figures(past.oldText)}`);
  say(`The timeline of a story of ${whole(stepCount)} steps, one page (promised: under 500 ms)`);
  tell(await benchTimeline(await database('bench_history')));
}

async function benchAnchors(): Promise<void> {
  const { benchRederive, benchReplacing, benchTypingAmongAnchors } = await import('./anchors.ts');
  const { elias } = await staff();
  const { unchanged, rewritten, sentence } = benchRederive();
  const replacing = await benchReplacing(elias);
  const { without, among } = await benchTypingAmongAnchors(elias);
  say('Anchors: a story of 20,000 words');
  say(`  cut into sentences: ${(sentence * 1000).toFixed(1)} µs a sentence (promised: under 100)`);
  say(`  500 found again when all of it is replaced: ${figures(unchanged)} (promised: under 300 ms)`);
  say(
    `  500 found again when every sentence has another number and every block another id: ${figures(rewritten)}`,
  );
  say(`  the append that does that, from the push to its commit: ${ms(replacing)}`);
  say(`  a letter, from the push to its commit, without anchors: ${figures(without)}`);
  say(
    `  among 200 anchors: ${figures(among)}; ${ms(among.p95 - without.p95)} more at p95 (promised: under 2 ms)`,
  );
}

async function benchLists(): Promise<void> {
  say(`The desk's list of stories, one page, over ${whole(storyCount)} stories`);
  tell(await benchDeskLists(await database('bench_stories')));
  say(`Readers' questions over ${whole(articleCount)} articles`);
  tell(await benchReaderLists(await database('bench_articles')));
}

function tell(plans: readonly PlanFigures[]): void {
  // Tables that stay small however much is written.
  const small = ['newsroom', 'sections', 'people', 'tag_labels', 'story_versions'];
  for (const { question, medianMs, rowsRead, rowsSorted, scannedWhole, plan } of plans) {
    const large = scannedWhole.filter((table) => !small.includes(table));
    const how = large.length > 0 ? `READ WHOLE: ${large.join(', ')}` : 'by index';
    say(
      `  ${question.padEnd(34)} ${ms(medianMs).padStart(8)}  ${whole(rowsRead).padStart(7)} rows read, ${whole(rowsSorted).padStart(6)} sorted, ${how}`,
    );
    if (large.length > 0 || process.argv.includes('--plans')) say(plan.replace(/^/gm, '      '));
  }
}

async function benchProduct(): Promise<void> {
  const { DATABASE_URL = '', AUTH_SECRET = '' } = process.env;
  const server = await startServer({ DATABASE_URL, AUTH_SECRET });
  try {
    const { benchCrowd, benchPage, benchScripts } = await import('./pages.ts');
    const { openDoors } = await import('./doors.ts');
    const { article, editor, cookie } = await openDoors();
    if (named.includes('editor')) {
      await sayPackages();
      return await benchWriting(server.url, cookie);
    }
    const { bytes: _bytes, ...plain } = await benchPage(`${server.url}/site.js`);
    say(`Readers’ pages, one after the other (a plain file, /site.js: ${figures(plain)})`);
    const against = ({ p50 }: Spread) => `${(p50 / plain.p50).toFixed(2)} times a plain file`;
    for (const page of [article, '/fr']) {
      const { bytes, ...made } = await benchPage(server.url + page, { cookie });
      const { bytes: _same, ...kept } = await benchPage(server.url + page);
      say(`  ${page}, ${kB(bytes)}`);
      say(`    rendered anew: ${figures(made)} (${against(made)})`);
      say(`    kept: ${figures(kept)} (${against(kept)}, ${(made.p50 / kept.p50).toFixed(0)} times as soon)`);
    }
    const [crowd, plainCrowd] = [
      await benchCrowd(server.url + article),
      await benchCrowd(`${server.url}/site.js`),
    ];
    say(
      `  32 at once: ${whole(crowd)} articles a second, ${(crowd / plainCrowd).toFixed(2)} times as many as of a plain file (${whole(plainCrowd)})`,
    );
    sayScripts('Scripts of an article', await benchScripts(server.url + article));
    sayScripts('Scripts of the editor', await benchScripts(server.url + editor, cookie));
    await sayPackages();
    await benchWriting(server.url, cookie);
  } finally {
    await server.stop();
  }
}

async function benchWriting(url: string, cookie: string): Promise<void> {
  const { benchEditor } = await import('./editor.ts');
  const { putLongStory } = await import('./long-story.ts');
  const storyId = await putLongStory(programActor('bench'), 200);
  const { editable, keys, slowKeys, handlers } = await benchEditor(`${url}/desk/stories/${storyId}`, cookie);
  const key = (of: typeof keys) => `${figures(of)}; Event Timing p95 ${ms(of.eventTiming)}`;
  say(
    'The editor in Chromium: a story of 20,000 words and 200 anchors, frames not held back to a screen’s rate',
  );
  say(`  from the address to a text that can be written in: ${figures(editable)} (promised: under 1 s)`);
  say(`  from a key to the frame with its letter: ${key(keys)} (promised: p95 under 16 ms)`);
  say(`  of which the program’s own work: ${figures(handlers)}`);
  say(`  with the processor four times slower: ${key(slowKeys)} (promised: p95 under 50 ms)`);
}

async function sayPackages(): Promise<void> {
  const { weighEditor } = await import('./packages.ts');
  const { gzip, packages } = await weighEditor();
  say(`The editor by package, without React and Next: ${kB(gzip)} under gzip`);
  const [heavy, light] = [packages.slice(0, 14), packages.slice(14)];
  const rest = light.reduce((sum, each) => sum + each.gzip, 0);
  for (const each of heavy) say(`  ${kB(each.gzip).padStart(9)}  (${kB(each.minified)})  ${each.name}`);
  if (light.length > 0) say(`  ${kB(rest).padStart(9)}  in ${light.length} more`);
}

function sayScripts(title: string, scripts: readonly Script[]): void {
  const sum = (some: readonly Script[]) => some.reduce((total, { gzip }) => total + gzip, 0);
  const editing = scripts.filter((script) => script.editing);
  say(
    `${title}: ${scripts.length}, ${kB(sum(scripts))} under gzip, of which ${kB(sum(editing))} in chunks with Tiptap and ProseMirror`,
  );
  for (const { file, gzip, raw, editing: edits } of scripts) {
    say(
      `  ${kB(gzip).padStart(9)}  (${kB(raw)})  ${path.basename(file)}${edits ? '  Tiptap, ProseMirror' : ''}`,
    );
  }
}
