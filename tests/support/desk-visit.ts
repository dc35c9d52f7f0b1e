import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { type Language, languages } from '#lib/kernel/language.ts';
import { demoPassword, demoPeople } from '#lib/runtime/demo/people.ts';

type Key = (typeof demoPeople)[number]['key'];

/** The address of somebody of the demo newsroom. */
export function addressOf(key: Key): string {
  const person = demoPeople.find((each) => each.key === key);
  if (!person) throw new Error(`nobody in the demo newsroom is called ${key}`);
  return person.email;
}

const words: Record<Language, { email: string; password: string; signIn: string }> = {
  fr: { email: 'Adresse e-mail', password: 'Mot de passe', signIn: 'Se connecter' },
  en: { email: 'E-mail address', password: 'Password', signIn: 'Sign in' },
};

/** Fills in the sign-in page that is open, in whatever language it speaks, and presses its button. */
export async function fillSignIn(page: Page, email: string, password = demoPassword): Promise<void> {
  const lang = await page.locator('html').getAttribute('lang');
  const language = languages.find((each) => each === lang) ?? 'fr';
  await page.getByLabel(words[language].email).fill(email);
  await page.getByRole('textbox', { name: words[language].password }).fill(password);
  await page.getByRole('button', { name: words[language].signIn }).click();
}

/** Signs in and waits for the desk. */
export async function signInAs(page: Page, email: string, password = demoPassword): Promise<void> {
  await page.goto('/sign-in');
  await fillSignIn(page, email, password);
  await page.waitForURL(/\/desk\//);
}

/** Somebody at a machine of their own, at an address of the desk. */
export async function somebodyAt(
  browser: Browser,
  key: Key,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'fr-FR', ...options })).newPage();
  await signInAs(page, addressOf(key));
  await page.goto(url);
  return page;
}

/** Starts a French story, on a desk in French, and comes to its page. */
export async function beginStory(page: Page): Promise<void> {
  await page.goto('/desk/stories/new');
  await page.getByRole('button', { name: 'Commencer l’article' }).click();
  await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
}

/** No violation that axe knows of, and nothing wider than the window. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`),
    what,
  ).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${what}: wider than the window`).toBe(0);
}
