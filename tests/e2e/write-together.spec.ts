import { expect, type Page, test } from '@playwright/test';
import { addressOf, beginStory, signInAs, somebodyAt } from '#tests/support/desk-visit.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Texte de l’article' });
const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'Enregistré à la rédaction' })).toBeVisible();

/** Starts a story and waits until its text is there. */
async function startStory(page: Page): Promise<string> {
  await beginStory(page);
  await saved(page);
  return page.url();
}

test('two tabs write one text; a colleague reads along; undo takes back one’s own words', async ({
  page,
  context,
  browser,
}) => {
  await signInAs(page, addressOf('bastien'));
  const url = await startStory(page);
  const second = await context.newPage();
  await second.goto(url);
  await saved(second);
  const reader = await somebodyAt(browser, 'anouk', url);

  await text(page).click();
  await page.keyboard.type('Un titre à deux');
  await expect(text(second)).toContainText('Un titre à deux');
  await second.bringToFront();
  await text(second).click();
  await second.keyboard.press('Control+End');
  await second.keyboard.type('Un paragraphe.');
  await second.keyboard.press('Enter');
  await second.keyboard.type('Un autre.');
  await expect(text(page)).toContainText('Un autre.');
  await saved(page);
  await saved(second);
  await expect(reader.getByText('Un autre.')).toBeVisible();
  await expect(reader.getByRole('status').filter({ hasText: 'Lecture seule' })).toBeVisible();

  await page.bringToFront();
  await page.keyboard.press('Control+z');
  await expect(text(second)).not.toContainText('Un titre à deux');
  await expect(text(second)).toContainText('Un paragraphe.');

  await page.reload();
  await expect(text(page)).toContainText('Un autre.');
  await reader.context().close();
});

test('words typed without a network are said to be unsaved, survive the tab, and go in once', async ({
  page,
  context,
}) => {
  await signInAs(page, addressOf('bastien'));
  const url = await startStory(page);
  await text(page).click();
  await context.setOffline(true);
  await page.keyboard.type('Sans réseau');
  await expect(page.getByRole('status').filter({ hasText: 'Pas enregistré depuis' })).toBeVisible({
    timeout: 15_000,
  });
  await expect(page.getByRole('status').filter({ hasText: 'sur cet appareil' })).toBeVisible();
  await page.close({ runBeforeUnload: false });

  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(url);
  await expect(text(again)).toContainText('Sans réseau');
  await saved(again);
  await again.reload();
  await saved(again);
  expect((await text(again).innerText()).split('Sans réseau')).toHaveLength(2);
});
