import { expect, type Page, test } from '@playwright/test';
import { addressOf, beginStory, expectAccessible, signInAs, somebodyAt } from '#tests/support/desk-visit.ts';

const text = (page: Page) => page.getByRole('textbox', { name: /^(Texte de l’article|Text of the story)$/ });
const status = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words });
/** A paragraph of the text; a colleague's caret in it brings their name. */
const line = (page: Page, words: string) => text(page).getByRole('paragraph').filter({ hasText: words });
const saved = (page: Page) =>
  expect(status(page, /^(Enregistré à la rédaction|Saved to the newsroom)/)).toBeVisible();
const here = (page: Page) =>
  page
    .getByRole('list', { name: /^(Dans cet article en ce moment|In this story now)$/ })
    .getByRole('listitem');

/** Starts a story with a headline. Answers its address. */
async function startStory(page: Page, headline: string): Promise<string> {
  await beginStory(page);
  await saved(page);
  await expect(text(page)).toBeFocused();
  await page.keyboard.type(headline);
  await saved(page);
  return page.url();
}

const still = { reducedMotion: 'reduce' } as const;

/** On a desk in the light, and in the dark at 320 pixels. */
async function expectAccessibleEverywhere(page: Page, what: string): Promise<void> {
  for (const [colorScheme, width] of [
    ['dark', 320],
    ['light', 1280],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page, `${what}, ${colorScheme}, ${width}`);
  }
}

test('a colleague’s caret carries their first name and stays where they are; following keeps it in view', async ({
  page,
  browser,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signInAs(page, addressOf('bastien'));
  const url = await startStory(page, 'Deux carets');
  await page.keyboard.press('Control+End');
  for (let number = 1; number <= 30; number += 1) {
    await page.keyboard.type(`Ligne ${number}.`);
    if (number < 30) await page.keyboard.press('Enter');
  }
  await saved(page);

  const colleague = await somebodyAt(browser, 'miriam', url, still);
  await saved(colleague);
  await expect(here(colleague)).toHaveCount(2);
  await expect(here(page)).toHaveCount(2);
  await expect(status(page, /Miriam Oakhurst\u00a0: dans l’article/)).toBeAttached();
  await line(colleague, 'Ligne 2.').click();
  const name = text(page).getByText('Miriam', { exact: true });
  await expect(name).toBeVisible();
  // The name goes, the caret stays, and the name is there again for whoever points at the person.
  await expect(name).toBeHidden();
  const follow = page.getByRole('button', { name: 'Suivre Miriam Oakhurst' });
  await follow.focus();
  await expect(name).toBeVisible();

  await page.keyboard.press('Enter');
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await expect(status(page, /Vous suivez Miriam Oakhurst/)).toBeAttached();
  await expect(line(page, 'Ligne 2.')).toBeInViewport();
  await expectAccessibleEverywhere(page, 'following');
  await line(colleague, 'Ligne 30.').click();
  await expect(line(page, 'Ligne 30.')).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(status(page, /Vous ne suivez plus Miriam Oakhurst/)).toBeAttached();
  await line(colleague, 'Ligne 1.').click();
  await expect(name).toBeAttached();
  await expect(line(page, 'Ligne 30.')).toBeInViewport();

  // Words of one's own move the other's caret, and undo takes back those alone.
  await colleague.keyboard.press('End');
  await colleague.keyboard.type(' Miriam écrit.');
  await expect(text(page)).toContainText('Ligne 1. Miriam écrit.');
  await line(page, 'Ligne 30.').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Bastien écrit.');
  await expect(text(colleague)).toContainText('Bastien écrit.');
  await page.keyboard.press('Control+z');
  await expect(text(colleague)).not.toContainText('Bastien écrit.');
  await expect(text(colleague)).toContainText('Ligne 1. Miriam écrit.');
  await colleague.context().close();
  await expect(here(page)).toHaveCount(1);
});

test('the list says within two seconds who is in a story, a hidden tab included, and who reads only', async ({
  page,
  context,
  browser,
}) => {
  await signInAs(page, addressOf('bastien'));
  const headline = `Qui est là ${Date.now()}`;
  const url = await startStory(page, headline);
  const list = await somebodyAt(browser, 'odile', '/desk/stories', still);
  const row = list.getByRole('row').filter({ hasText: headline });
  const people = (names: string) => row.getByText(`Dans l’article\u00a0: ${names}`, { exact: true });
  await expect(people('Bastien Roncevaux')).toBeAttached();

  const hiding = await context.newPage();
  await hiding.goto('/desk/profile');
  await hiding.bringToFront();
  const reader = await somebodyAt(browser, 'ismael', url, still);
  await expect(here(reader)).toHaveCount(2);
  await expect(people('Bastien Roncevaux, Ismaël Quintard (lecture)')).toBeAttached({ timeout: 2_000 });
  await expectAccessibleEverywhere(list, 'the list with people in its stories');
  await reader.close();
  await expect(people('Bastien Roncevaux')).toBeAttached({ timeout: 2_000 });
  await page.close({ runBeforeUnload: false });
  await expect(people('Bastien Roncevaux')).not.toBeAttached({ timeout: 2_000 });

  await reader.context().close();
  await list.context().close();
});

test('an editor reads a story a last time alone: others read along, and the list says so', async ({
  page,
  browser,
}) => {
  await signInAs(page, addressOf('anouk'));
  const headline = `Relu ${Date.now()}`;
  const url = await startStory(page, headline);
  const bastien = await somebodyAt(browser, 'bastien', url, still);
  const list = await somebodyAt(browser, 'odile', '/desk/stories', still);
  const row = list.getByRole('row').filter({ hasText: headline });
  await expect(row).toBeVisible();
  await saved(bastien);

  await bastien.getByRole('button', { name: 'Relecture finale' }).click();
  const notice = status(page, /En relecture finale par Bastien Roncevaux/);
  await expect(notice).toBeVisible({ timeout: 2_000 });
  await expect(row.getByText('En relecture finale par Bastien Roncevaux')).toBeAttached({ timeout: 2_000 });
  await expect(bastien.getByText('Vous relisez cet article une dernière fois')).toBeVisible();
  await expect(status(page, /^Lecture seule/)).toBeVisible();
  await expect(text(page)).toHaveAttribute('aria-readonly', 'true');
  await text(page).click();
  await page.keyboard.type('Non');
  await expect(text(page)).not.toContainText('Non');
  await expectAccessibleEverywhere(page, 'somebody else’s final read');

  await bastien.getByRole('button', { name: 'Terminer la relecture' }).click();
  await saved(page);
  await expect(notice).toBeHidden();
  await expect(row.getByText('En relecture finale')).toHaveCount(0);
  await text(page).click();
  await page.keyboard.type('Oui. ');
  await expect(text(bastien)).toContainText('Oui. ');
  for (const each of [bastien, list]) await each.context().close();
});

test('another editor takes a final read over, and the first is told', async ({ page, browser }) => {
  await signInAs(page, addressOf('bastien'));
  const url = await startStory(page, 'Repris');
  await page.getByRole('button', { name: 'Relecture finale' }).click();
  await expect(page.getByText('Vous relisez cet article une dernière fois')).toBeVisible();
  const miriam = await somebodyAt(browser, 'miriam', url, still);
  await miriam.getByRole('button', { name: 'Take over…' }).click();
  await expect(miriam.getByRole('button', { name: 'Publish…' })).toBeHidden();
  const dialog = miriam.getByRole('dialog', { name: 'Take the final read over from Bastien Roncevaux?' });
  await expectAccessible(miriam, 'the question before a takeover');
  await dialog.getByRole('button', { name: 'Take over' }).click();
  const told = page.getByRole('alert').filter({ hasText: 'Miriam Oakhurst a repris la relecture' });
  await expect(told).toBeVisible({ timeout: 2_000 });
  await expect(miriam.getByText('You are reading this story a last time')).toBeVisible();
  await expect(miriam.getByRole('button', { name: 'Publish…' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publier…' })).toBeHidden();
  await expectAccessibleEverywhere(page, 'a final read that was taken over');
  await told.getByRole('button', { name: 'Compris' }).click();
  await expect(told).toBeHidden();
  await miriam.getByRole('button', { name: 'End the read' }).click();
  await saved(page);
  await miriam.context().close();
});

test('words typed when a final read begins are kept on the screen and go in when it ends', async ({
  page,
  context,
  browser,
}) => {
  await signInAs(page, addressOf('anouk'));
  const url = await startStory(page, 'Tenu');
  const bastien = await somebodyAt(browser, 'bastien', url, still);
  await saved(bastien);
  await context.setOffline(true);
  await page.keyboard.type(' à part');
  await bastien.getByRole('button', { name: 'Relecture finale' }).click();
  await expect(bastien.getByRole('button', { name: 'Terminer la relecture' })).toBeVisible();
  await context.setOffline(false);
  const held = page
    .getByRole('alert')
    .filter({ hasText: 'Vos derniers mots attendent la fin de la relecture' });
  await expect(held).toBeVisible({ timeout: 20_000 });
  await expect(held.getByRole('button', { name: 'Copier le texte' })).toBeVisible();
  await expect(text(page)).toContainText('Tenu à part');
  await expect(text(bastien)).not.toContainText('à part');
  await expectAccessibleEverywhere(page, 'words that wait for the end of a final read');
  await bastien.getByRole('button', { name: 'Terminer la relecture' }).click();
  await expect(text(bastien)).toContainText('Tenu à part');
  await saved(page);
  await expect(held).toBeHidden();
  await bastien.context().close();
});
