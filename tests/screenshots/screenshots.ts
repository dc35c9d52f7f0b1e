import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { findChromium } from '#tests/run/chromium.ts';
import { startServer } from '#tests/run/server.ts';
import { root } from '#tests/run/tool.ts';
import { addressOf, signInAs } from '#tests/support/desk-visit.ts';
import { administration, desk, entering, reading, type Screen } from './screens.ts';

// `npm run screenshots`: each screen of the demo newsroom, light and dark, on a phone and on a desk, into the ignored folder screenshots/. With `-- --readme`
// the pictures that the README shows are taken from them.

const folder = path.join(root, 'screenshots');
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } } as const;
const schemes = ['light', 'dark'] as const;

type Session = BrowserContextOptions['storageState'];
const missed: string[] = [];
let taken = 0;

async function take(browser: Browser, url: string, screens: readonly Screen[], session?: Session) {
  for (const [device, viewport] of Object.entries(sizes)) {
    for (const colorScheme of schemes) {
      const context = await browser.newContext({
        baseURL: url,
        viewport,
        colorScheme,
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
        deviceScaleFactor: device === 'phone' ? 2 : 1,
        reducedMotion: 'reduce',
        ...(session ? { storageState: session } : {}),
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      for (const { name, at } of screens) await takeOne(page, at, `${name}.${device}.${colorScheme}.png`);
      await context.close();
    }
  }
}

async function takeOne(page: Page, at: Screen['at'], file: string): Promise<void> {
  try {
    await (typeof at === 'string' ? page.goto(at) : at(page));
    // What is still coming stands in for itself until its script has run.
    await page.waitForFunction(() => !document.querySelector('[id^="S:"], [id^="B:"]'));
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    // The desk has bars that stay where the window ends.
    await page.screenshot({ path: path.join(folder, file), fullPage: !file.startsWith('desk-') });
    taken += 1;
  } catch (error) {
    missed.push(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
}

/** One sign-in for all of somebody's pictures: guesses are counted, and so are people in a hurry. */
async function sessionOf(browser: Browser, url: string, who: Parameters<typeof addressOf>[0]) {
  const context = await browser.newContext({ baseURL: url, locale: 'fr-FR' });
  await signInAs(await context.newPage(), addressOf(who));
  const session = await context.storageState();
  await context.close();
  return session;
}

/** Invites somebody and gives the path of their link. */
async function invite(browser: Browser, url: string, session: Session): Promise<string> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'fr-FR',
    ...(session ? { storageState: session } : {}),
  });
  const page = await context.newPage();
  await page.goto('/desk/people');
  await page.getByText('Inviter quelqu’un').click();
  await page.getByLabel('Nom', { exact: true }).fill('Nour Aït-Bel');
  await page.getByLabel('Adresse e-mail').fill('nour@chapeau.example');
  await page.getByRole('button', { name: 'Créer l’invitation' }).click();
  const link = await page.getByLabel('Lien à copier').inputValue();
  await context.close();
  return new URL(link).pathname;
}

async function demoNewsroom(browser: Browser): Promise<void> {
  const server = await startServer();
  try {
    const editor = await sessionOf(browser, server.url, 'bastien');
    const administrator = await sessionOf(browser, server.url, 'odile');
    const inEnglish = await sessionOf(browser, server.url, 'miriam');
    await take(browser, server.url, [...reading, ...entering]);
    await take(browser, server.url, desk, editor);
    const some = desk.slice(0, 7).map((screen) => ({ ...screen, name: `${screen.name}-en` }));
    await take(browser, server.url, some, inEnglish);
    await take(browser, server.url, administration, administrator);
    const at = await invite(browser, server.url, administrator);
    await take(browser, server.url, [{ name: 'invitation', at }]);
    if (process.argv.includes('--readme')) await takeForReadme(browser, server.url, editor);
  } finally {
    await server.stop();
  }
}

/** What fits a window, as somebody sees it who opens the page. */
async function takeForReadme(browser: Browser, url: string, session: Session): Promise<void> {
  const pictures = path.join(root, 'docs', 'pictures');
  mkdirSync(pictures, { recursive: true });
  const context = await browser.newContext({
    baseURL: url,
    viewport: sizes.desktop,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    ...(session ? { storageState: session } : {}),
  });
  const page = await context.newPage();
  for (const [name, screens] of [
    ['editor', desk],
    ['article', reading],
  ] as const) {
    const file = path.join(folder, `readme-${name}.png`);
    const screen = screens.find((each) => each.name === (name === 'editor' ? 'desk-editor' : 'article'));
    if (!screen || typeof screen.at === 'string') throw new Error(`there is no screen for ${name}`);
    await screen.at(page);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: file });
    copyFileSync(file, path.join(pictures, `${name}.png`));
  }
  await context.close();
}

/** A newsroom where nobody is on the staff yet. */
async function emptyNewsroom(browser: Browser): Promise<void> {
  const server = await startServer({ DEMO: '0' });
  try {
    await take(browser, server.url, [
      { name: 'setup', at: '/setup' },
      { name: 'home-empty', at: '/fr' },
    ]);
  } finally {
    await server.stop();
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking'],
});
try {
  await demoNewsroom(browser);
  await emptyNewsroom(browser);
} finally {
  await browser.close();
}
for (const line of missed) process.stdout.write(`not taken: ${line}\n`);
process.stdout.write(
  `${taken} pictures in ${path.relative(process.cwd(), folder)}/, ${missed.length} not taken\n`,
);
process.exitCode = missed.length === 0 ? 0 : 1;
