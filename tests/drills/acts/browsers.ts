import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '#tests/run/chromium.ts';
import type { Act } from '../act.ts';
import { Gremlin } from '../gremlin.ts';
import { Ledger, token, tokensOf } from '../ledger.ts';
import { DrilledNewsroom } from '../newsroom.ts';
import { type Outcome, together } from '../outcome.ts';
import type { Seat } from '../seat.ts';

/** Milliseconds a page may take to come to a state. */
const patience = 45_000;

/** A Chromium of ours, on a profile that outlives it. */
class Machine {
  readonly profile: string;
  readonly #process: ChildProcess;
  readonly browser: Browser;

  static async start(profile: string): Promise<Machine> {
    const child = spawn(
      findChromium(),
      [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    );
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      const timer = setTimeout(
        () => reject(new Error(`Chromium does not start: ${said.slice(-500)}`)),
        patience,
      );
      child.stderr?.on('data', (chunk) => {
        said += chunk;
        const found = said.match(/DevTools listening on (ws:\S+)/)?.[1];
        if (!found) return;
        clearTimeout(timer);
        resolve(found);
      });
    });
    return new Machine(profile, child, await chromium.connectOverCDP(address));
  }

  private constructor(profile: string, child: ChildProcess, browser: Browser) {
    this.profile = profile;
    this.#process = child;
    this.browser = browser;
  }

  async page(seat: Seat, fresh = false): Promise<Page> {
    const known = this.browser.contexts()[0];
    const context = fresh || !known ? await this.browser.newContext({ locale: 'fr-FR' }) : known;
    const [name = '', value = ''] = seat.cookie.split('=', 2);
    await context.addCookies([{ name, value, url: seat.url, expires: Date.now() / 1_000 + 7_200 }]);
    return context.newPage();
  }

  /** The browser and all its processes at once, by the group that it leads. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('close', resolve));
    process.kill(-(this.#process.pid ?? 0), 'SIGKILL');
    await gone;
  }
}

const text = (page: Page) => page.getByRole('textbox', { name: 'Texte de l’article' });
const status = (page: Page, words: string) =>
  page.getByRole('status').filter({ hasText: words }).waitFor({ timeout: patience });

async function open(page: Page, seat: Seat): Promise<void> {
  await page.goto(`${seat.url}/desk/stories/${seat.storyId}`, { timeout: patience });
  await status(page, 'Enregistré à la rédaction');
}

/** Types counted words in a paragraph of one's own. */
class Hand {
  readonly page: Page;
  readonly #writer: number;
  readonly #ledger: Ledger;
  count = 0;

  constructor(page: Page, writer: number, ledger: Ledger, count = 0) {
    this.page = page;
    this.#writer = writer;
    this.#ledger = ledger;
    this.count = count;
  }

  async sitDown(): Promise<void> {
    await this.page.getByText(`Paragraphe ${this.#writer}.`, { exact: false }).first().click();
    await this.page.keyboard.press('End');
  }

  async type(words: number): Promise<void> {
    for (let index = 0; index < words; index += 1) {
      this.count += 1;
      const word = token(this.#writer, this.count);
      this.#ledger.typed(word);
      await this.page.keyboard.type(`${word} `);
    }
  }

  /** The status line said so. */
  noteSaved(): void {
    for (let count = 1; count <= this.count; count += 1) this.#ledger.saved(token(this.#writer, count));
  }
}

async function play(newsroom: DrilledNewsroom, gremlin: Gremlin, words: number): Promise<Outcome> {
  const storyId = await newsroom.story();
  const seats = await newsroom.seats(storyId, 5);
  const ledger = new Ledger();
  const profiles = ['victim', 'others'].map((name) =>
    mkdtempSync(path.join(tmpdir(), `chapeau-drill-${name}-`)),
  );
  const machines: Machine[] = [];
  const start = async (profile = '') => {
    const machine = await Machine.start(profile);
    machines.push(machine);
    return machine;
  };
  try {
    const [victimSeat, ...otherSeats] = seats;
    if (!victimSeat) throw new Error('nobody writes');
    // The victim reaches the newsroom through the gremlin, its public address; the others go straight to it.
    const straight = `http://127.0.0.1:${newsroom.port}`;
    let machine = await start(profiles[0]);
    const others = await start(profiles[1]);
    const hands: Hand[] = [];
    let victim = new Hand(await machine.page(victimSeat), 1, ledger);
    await open(victim.page, victimSeat);
    for (const [index, seat] of otherSeats.entries()) {
      const page = await others.page({ ...seat, url: straight }, true);
      await open(page, { ...seat, url: straight });
      hands.push(new Hand(page, index + 2, ledger));
    }
    for (const hand of [victim, ...hands]) await hand.sitDown();
    await Promise.all([victim, ...hands].map((hand) => hand.type(words)));
    await Promise.all([victim, ...hands].map(({ page }) => status(page, 'Enregistré à la rédaction à')));
    for (const hand of [victim, ...hands]) hand.noteSaved();

    gremlin.do({ kind: 'down' });
    await Promise.all([victim.type(words), ...hands.map((hand) => hand.type(words))]);
    await status(victim.page, 'Pas enregistré depuis');
    await status(victim.page, 'sur cet appareil');
    await machine.kill();
    await Promise.all(hands.map((hand) => hand.type(words)));

    gremlin.do({ kind: 'pass' });
    machine = await start(profiles[0]);
    victim = new Hand(await machine.page(victimSeat), 1, ledger, victim.count);
    await open(victim.page, victimSeat);
    const back = await victim.page
      .waitForFunction(
        (word) => document.querySelector('[contenteditable]')?.textContent?.includes(word),
        token(1, victim.count),
        { timeout: patience },
      )
      .then(
        () => true,
        () => false,
      );
    await Promise.all([victim, ...hands].map(({ page }) => status(page, 'Enregistré à la rédaction')));
    await wait(1_000);
    for (const hand of [victim, ...hands]) hand.noteSaved();
    const log = await newsroom.log(storyId);
    const verdict = ledger.verdict(log.document, new Map());
    const shown = await Promise.all(
      [victim, ...hands].map(async ({ page }) =>
        (await text(page).innerText()).match(/w\d+n\d+/g)?.join(' '),
      ),
    );
    const diverged = shown.filter((words) => words !== tokensOf(log.document).join(' ')).length;
    return {
      zeros: {
        lost: verdict.lost.length,
        missing: verdict.missing.length,
        duplicated: verdict.duplicated.length,
        disordered: verdict.disordered.length,
        diverged: diverged + (log.folds ? 0 : 1),
        invalid: log.invalid.length,
        unsettled: back ? 0 : 1,
      },
      figures: { words: ledger.typedCount },
      remarks: [...verdict.lost, ...verdict.duplicated].slice(0, 12),
    };
  } finally {
    for (const machine of machines) await machine.kill().catch(() => {});
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Five real browsers' pages in one story; one is killed -9 without a network and opened again. */
export const browsers: Act = {
  name: 'browsers',
  about: 'five Chromium pages in one story; one is killed -9 while offline and opened again',
  async run({ quick, rounds = quick ? 1 : 5, say }) {
    let target = 0;
    const gremlin = await Gremlin.open(() => target);
    const newsroom = await DrilledNewsroom.open({ publicPort: gremlin.port });
    target = newsroom.port;
    try {
      const outcomes: Outcome[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        outcomes.push(await play(newsroom, gremlin, quick ? 5 : 20));
        if (rounds > 1) say(`${round} of ${rounds}`);
      }
      const outcome = together(outcomes);
      outcome.figures.kills = rounds;
      return outcome;
    } finally {
      await newsroom.close();
      await gremlin.close();
    }
  },
};
