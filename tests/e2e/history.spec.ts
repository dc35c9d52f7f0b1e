import { expect, type Page, test } from '@playwright/test';
import { addressOf, beginStory, expectAccessible, signInAs, somebodyAt } from '#tests/support/desk-visit.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Texte de l’article' });
const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'Enregistré à la rédaction' })).toBeVisible();
const history = (page: Page) => page.getByRole('tabpanel', { name: 'Historique' });
const openHistory = (page: Page) => page.getByRole('tab', { name: 'Historique' }).click();

/** A story of one's own with a headline, a standfirst and two paragraphs; its address. */
async function begin(page: Page, headline: string): Promise<string> {
  await beginStory(page);
  await saved(page);
  await text(page).getByRole('heading').first().click();
  for (const [at, words] of [headline, 'Un chapô.', 'Le quai est long.', 'Il est vieux.'].entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(words);
  }
  await saved(page);
  return page.url();
}

const unique = (words: string) => `${words} ${Date.now().toString(36)}`;

/** Types at the end of the paragraph that says this. */
async function typeAfter(page: Page, paragraph: string, words: string): Promise<void> {
  await text(page).getByText(paragraph).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
  await saved(page);
}

test('a version is named, compared, restored, and the restore taken back', async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, addressOf('bastien'));
  await begin(page, unique('L’histoire d’un quai'));
  await page.getByLabel('Surtitre').fill('Ports');
  await expect(page.getByRole('status').filter({ hasText: /^Surtitre.*Enregistré/ })).toBeAttached();

  await openHistory(page);
  await expect(history(page).getByText('Bastien Roncevaux')).toBeVisible();
  await history(page).getByRole('button', { name: 'Nommer la version actuelle' }).click();
  await page.getByLabel('Nom de la version').fill('Avant l’appel');
  await page.getByRole('button', { name: 'Nommer', exact: true }).click();
  await expect(history(page).getByText('« Avant l’appel »')).toBeVisible();
  await expectAccessible(page, 'the history');

  await typeAfter(page, 'Il est vieux.', ' Et très haut.');
  await text(page).getByText('Le quai est long.').click();
  await page.keyboard.press('End');
  for (const _sign of 'long.') await page.keyboard.press('Backspace');
  await page.keyboard.type('court.');
  await saved(page);
  await page.getByRole('tab', { name: 'Article' }).click();
  await page.getByLabel('Surtitre').fill('Transports');
  await expect(page.getByRole('status').filter({ hasText: /^Surtitre.*Enregistré/ })).toBeAttached();

  await openHistory(page);
  await history(page)
    .getByRole('button', { name: /^Voir.*Avant l’appel/ })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('deletion').filter({ hasText: 'long' })).toBeVisible();
  await expect(dialog.getByRole('insertion').filter({ hasText: 'court' })).toBeVisible();
  await expect(dialog.getByRole('insertion').filter({ hasText: 'Transports' })).toBeVisible();
  await expectAccessible(page, 'two versions compared');
  await dialog.getByRole('radio', { name: 'Le texte d’alors' }).check();
  await expect(dialog.getByText('Le quai est long.')).toBeVisible();
  await expectAccessible(page, 'a version of the past');

  await dialog.getByRole('button', { name: 'Rétablir cette version…' }).click();
  const confirm = page.getByRole('dialog', { name: 'Rétablir cette version' });
  await expect(confirm.getByRole('insertion').filter({ hasText: 'long' })).toBeVisible();
  await expect(confirm.getByRole('insertion').filter({ hasText: 'Ports' })).toBeVisible();
  await expectAccessible(page, 'what a restore changes');
  await confirm.getByRole('button', { name: 'Rétablir', exact: true }).click();
  await expect(page.getByText('La version est rétablie')).toBeVisible();
  await expect(text(page)).toContainText('Le quai est long.');
  await expect(text(page)).not.toContainText('très haut');

  await history(page).getByRole('button', { name: 'Revenir à la version d’avant' }).click();
  await expect(confirm.getByRole('insertion').filter({ hasText: 'court' })).toBeVisible();
  await confirm.getByRole('button', { name: 'Rétablir', exact: true }).click();
  await expect(text(page)).toContainText('Le quai est court.');
  await expect(text(page)).toContainText('très haut');
  await page.getByRole('tab', { name: 'Article' }).click();
  await expect(page.getByLabel('Surtitre')).toHaveValue('Transports');
  await page.reload();
  await expect(text(page)).toContainText('Le quai est court.');
  await expect(page.getByLabel('Surtitre')).toHaveValue('Transports');
});

test('a restore while a colleague writes elsewhere takes nothing from them', async ({ page, browser }) => {
  await signInAs(page, addressOf('bastien'));
  const url = await begin(page, unique('À deux sur le quai'));
  await openHistory(page);
  await history(page).getByRole('button', { name: 'Nommer la version actuelle' }).click();
  await page.getByLabel('Nom de la version').fill('Relue');
  await page.keyboard.press('Enter');
  await expect(history(page).getByText('« Relue »')).toBeVisible();
  await typeAfter(page, 'Le quai est long.', ' Trop.');

  const colleague = await somebodyAt(browser, 'odile', url);
  await expect(text(colleague)).toContainText('Trop.');
  await history(page)
    .getByRole('button', { name: /^Voir.*Relue/ })
    .click();
  await page.getByRole('button', { name: 'Rétablir cette version…' }).click();
  const confirm = page.getByRole('dialog', { name: 'Rétablir cette version' });
  await expect(confirm.getByRole('deletion').filter({ hasText: 'Trop.' })).toBeVisible();
  // The difference is on the screen: what comes now was not part of it.
  await typeAfter(colleague, 'Il est vieux.', ' Il tient.');
  await confirm.getByRole('button', { name: 'Rétablir', exact: true }).click();
  await expect(page.getByText('La version est rétablie')).toBeVisible();
  for (const each of [page, colleague]) {
    await expect(text(each)).not.toContainText('Trop.');
    await expect(text(each)).toContainText('Il est vieux. Il tient.');
  }
  await expect(history(page).getByText('Odile')).toBeVisible({ timeout: 20_000 });
  await colleague.context().close();
});

test('who wrote which words is asked with the keyboard, and by who only reads', async ({ page, browser }) => {
  await signInAs(page, addressOf('bastien'));
  const url = await begin(page, unique('Qui a écrit'));
  const colleague = await somebodyAt(browser, 'odile', url);
  await typeAfter(colleague, 'Le quai est long.', ' Et large.');
  await expect(text(page)).toContainText('Et large.');
  await text(page).getByText('Et large.').click();
  await page.keyboard.press('Alt+F9');
  const dialog = page.getByRole('dialog', { name: 'Qui a écrit ceci' });
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Le quai est long.' }).last()).toContainText(
    'Bastien Roncevaux',
  );
  await expect(
    dialog
      .getByRole('listitem')
      .filter({ hasText: /^ ?Et large\./ })
      .last(),
  ).toContainText('Odile');
  await expectAccessible(page, 'who wrote this');
  await page.keyboard.press('Escape');
  await colleague.context().close();

  const checker = await somebodyAt(browser, 'ismael', url);
  await checker.getByRole('tab', { name: 'Historique' }).click();
  await expect(history(checker).getByText('Bastien Roncevaux')).toBeVisible();
  await expect(history(checker).getByRole('button', { name: /Nommer/ })).toHaveCount(0);
  await text(checker).getByText('Et large.').click();
  await history(checker).getByRole('button', { name: 'Qui a écrit ceci' }).click();
  await expect(checker.getByRole('dialog').getByText('Odile')).toBeVisible();
  await checker.keyboard.press('Escape');
  await history(checker).getByRole('button', { name: /^Voir/ }).first().click();
  await expect(checker.getByRole('dialog').getByRole('button', { name: 'Fermer' }).first()).toBeVisible();
  await expect(checker.getByRole('button', { name: /Rétablir/ })).toHaveCount(0);
  await expectAccessible(checker, 'a version, to read');
  await checker.context().close();
});

test('what was written can be looked at for itself, and named', async ({ page }) => {
  await signInAs(page, addressOf('bastien'));
  await begin(page, unique('Plié'));
  await openHistory(page);
  await history(page)
    .getByRole('button', { name: /^Voir.*Bastien Roncevaux/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Comparer avec')).toHaveValue('previous');
  await expect(dialog.getByRole('insertion').filter({ hasText: 'Le quai est long.' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Nommer cette version' }).click();
  await dialog.getByRole('button', { name: 'Nommer', exact: true }).click();
  await expect(dialog.getByText('Donnez-lui un nom.')).toBeVisible();
  await expectAccessible(page, 'a name that is missing');
  await page.keyboard.press('Escape');
  await expect(dialog.getByLabel('Nom de la version')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Nommer cette version' }).click();
  await dialog.getByLabel('Nom de la version').fill('Premier jet');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(history(page).getByText('« Premier jet »')).toBeVisible();
});

test('editions are in the history, with what readers were told; on a small phone too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signInAs(page, addressOf('bastien'));
  await page.goto('/desk/stories?state=published&language=fr');
  await page.getByRole('table').getByRole('link').first().click();
  await openHistory(page);
  await expect(
    history(page)
      .getByText(/^Publié, édition \d/)
      .first(),
  ).toBeVisible();
  await expect(history(page).getByText('en ligne')).toBeVisible();
  await expectAccessible(page, 'the history on a phone');
  await history(page)
    .getByRole('button', { name: /^Voir.*Publié/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').getByText('Le texte n’a pas changé.')).toBeVisible();
  await expectAccessible(page, 'a version on a phone');
});

test('without the server the history says so, and reads on when it is back', async ({ page, context }) => {
  await signInAs(page, addressOf('bastien'));
  await begin(page, unique('Hors de portée'));
  await context.setOffline(true);
  await openHistory(page);
  await expect(history(page).getByText('Pas de liaison avec le serveur')).toBeVisible();
  await expectAccessible(page, 'the history out of reach');
  await context.setOffline(false);
  await history(page).getByRole('button', { name: 'Réessayer' }).click();
  await expect(history(page).getByText('Bastien Roncevaux')).toBeVisible();
});
