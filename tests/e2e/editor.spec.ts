import { expect, type Page, test } from '@playwright/test';
import { addressOf, expectAccessible, signInAs } from '#tests/support/desk-visit.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Texte de l’article' });
const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'Enregistré à la rédaction' })).toBeVisible();

/** A new story with an empty text, its caret in the headline. */
async function startStory(page: Page): Promise<void> {
  await signInAs(page, addressOf('bastien'));
  await page.goto('/desk/stories/new');
  await page.getByRole('button', { name: 'Commencer l’article' }).click();
  await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
  await saved(page);
  await text(page).focus();
}

/** What a browser does when somebody pastes. */
async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await text(page).evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

test('Enter leads from headline to standfirst to body; Backspace never merges them', async ({ page }) => {
  await startStory(page);
  await expectAccessible(page, 'an empty story');
  await page.keyboard.type('Un titre');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Un chapô');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Un corps');
  await page.keyboard.press('Home');
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Backspace');
  // Twice within the standfirst, after the first led back to its end.
  await expect(text(page).getByRole('heading', { name: 'Un titre' })).toBeVisible();
  await expect(text(page).getByText('Un cha', { exact: true })).toBeVisible();
  await expect(text(page).getByText('Un corps', { exact: true })).toBeVisible();
  await expect(page.getByText('6 sur 240')).toBeVisible();

  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(text(page).getByText('Un corps')).toBeHidden();
  await page.keyboard.type('Tout neuf');
  await expect(text(page).getByRole('heading', { name: 'Tout neuf' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(text(page).getByText('Un corps', { exact: true })).toBeVisible();
  await saved(page);
});

test('the menu of blocks is worked by keyboard, in either language', async ({ page }) => {
  await startStory(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  const menu = page.getByRole('listbox', { name: 'Insérer' });
  await expect(menu.getByRole('option', { selected: true })).toContainText('Intertitre');
  await expectAccessible(page, 'the menu of blocks');
  await page.keyboard.press('ArrowDown');
  const chosen = menu.getByRole('option', { selected: true });
  await expect(chosen).toContainText('Petit intertitre');
  await expect(text(page)).toHaveAttribute(
    'aria-activedescendant',
    (await chosen.getAttribute('id')) ?? 'none',
  );
  await page.keyboard.type('EXPL');
  await expect(chosen).toContainText('Encadré');
  await page.keyboard.press('Enter');
  await expect(menu).toBeHidden();
  await page.keyboard.type('Le delta');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Une plaine.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/zzz');
  await expect(page.getByText('Aucun bloc de ce nom').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.type(' reste');
  await expect(text(page).getByText('/zzz reste')).toBeVisible();
  await expect(text(page).getByRole('complementary')).toContainText('Le delta');
});

test('a quotation asks for its speaker and source, and takes no address that may not be linked', async ({
  page,
}) => {
  await startStory(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('> Le fleuve est haut.');
  await page.keyboard.press('Tab');
  const speaker = page.getByLabel('Auteur des propos');
  await expect(speaker).toBeFocused();
  await page.keyboard.type('Une éclusière');
  await page.keyboard.press('Tab');
  await page.keyboard.type('javascript:alert(1)');
  await page.keyboard.press('Tab');
  const source = page.getByLabel('Adresse de la source');
  await expect(source).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page, 'a refused source');
  await source.fill('https://example.org/ecluse');
  await source.press('Enter');
  await page.keyboard.type('Suite.');
  await saved(page);
  await page.reload();
  await expect(speaker).toHaveValue('Une éclusière');
  await expect(source).toHaveValue('https://example.org/ecluse');
  await expect(text(page).getByText('Suite.', { exact: true })).toBeVisible();
});

test('the tools are reached by keyboard and come with the selection', async ({ page }) => {
  await startStory(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Un mot important');
  await page.keyboard.press('Alt+F10');
  const tools = page.getByRole('toolbar', { name: 'Mise en forme' });
  await expect(tools.getByRole('button', { name: 'Gras' })).toBeFocused();
  await expectAccessible(page, 'the tools');
  await page.keyboard.press('ArrowRight');
  await expect(tools.getByRole('button', { name: 'Italique' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();

  await page.keyboard.press('Control+Shift+ArrowLeft');
  await tools.getByRole('button', { name: 'Gras' }).click();
  await expect(text(page).locator('strong')).toHaveText('important');
  await expect(tools.getByRole('button', { name: 'Gras' })).toHaveAttribute('aria-pressed', 'true');

  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Lien' });
  await dialog.getByLabel('Adresse').fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: 'Lier' }).click();
  await expect(dialog.getByText('ne peut pas être liée')).toBeVisible();
  await expectAccessible(page, 'the link dialog');
  await dialog.getByLabel('Adresse').fill('example.org/a');
  await dialog.getByRole('button', { name: 'Lier' }).click();
  await expect(text(page).getByRole('link', { name: 'important' })).toHaveAttribute(
    'href',
    'https://example.org/a',
  );

  for (const [keys, role] of [
    ['Control+Shift+Digit8', 'listitem'],
    ['Control+Shift+Digit2', 'heading'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(text(page).getByRole(role).filter({ hasText: 'Un mot important' })).toBeVisible();
    await page.keyboard.press(keys);
    await expect(text(page).getByRole(role).filter({ hasText: 'Un mot important' })).toBeHidden();
  }

  await page.keyboard.press('Control+/');
  const help = page.getByRole('dialog', { name: 'Raccourcis clavier' });
  await expect(help).toContainText('Maj');
  await expectAccessible(page, 'the list of shortcuts');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});

test('a dispatch pasted into an empty headline becomes headline and body', async ({ page }) => {
  await startStory(page);
  await paste(page, {
    'text/plain':
      'La crue arrive\n\nLe fleuve monte.\n\n« Il faut partir », dit une éclusière.\n\nℹ️ Le delta\nUne plaine basse.',
  });
  await expect(text(page).getByRole('heading', { name: 'La crue arrive' })).toBeVisible();
  await expect(text(page).getByText('Le fleuve monte.', { exact: true })).toBeVisible();
  await expect(text(page).getByRole('complementary')).toContainText('Une plaine basse.');
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(text(page)).not.toContainText('La crue arrive');
});

test('a page is cleaned as it is pasted, and says what it left behind', async ({ page }) => {
  await startStory(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await paste(page, {
    'text/html':
      '<h2 style="color:red">Le port</h2><p onclick="alert(1)">Il est <span style="font-weight:700">plein</span>. ' +
      '<a href="javascript:alert(1)">ici</a> <a href="https://example.org/port">là</a></p><p>&nbsp;</p>' +
      '<ul><li>Quais</li></ul><script>alert(1)</script><img src="x.png" onerror="alert(1)">',
    'text/plain': 'Le port',
  });
  await expect(text(page).getByRole('heading', { name: 'Le port' })).toBeVisible();
  await expect(text(page).locator('strong')).toHaveText('plein');
  await expect(text(page).getByRole('link')).toHaveCount(1);
  await expect(text(page).getByRole('listitem')).toHaveText('Quais');
  await expect(page.getByText('1 image n’a pas été reprise')).toBeVisible();
  await page.getByRole('button', { name: 'Masquer ce message' }).click();

  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('la source');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await paste(page, { 'text/plain': 'https://example.org/source' });
  await expect(text(page).getByRole('link', { name: 'source' })).toHaveAttribute(
    'href',
    'https://example.org/source',
  );
  await saved(page);
});

test('a very long paste goes in, a longer one is refused aloud', async ({ page }) => {
  await startStory(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const line = 'Le vent tourne au nord et la pluie revient sur le delta.';
  await paste(page, { 'text/plain': Array.from({ length: 6000 }, (_, n) => `${n} ${line}`).join('\n\n') });
  await expect(text(page).getByText(`5999 ${line}`)).toBeVisible();
  await saved(page);
  await paste(page, { 'text/plain': `${line} `.repeat(100_000) });
  await expect(page.getByText('Ce texte est trop long')).toBeVisible();
});

test('a table is made and changed', async ({ page }) => {
  await startStory(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/tableau');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ville');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Mètres');
  await expect(text(page).getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Ajouter une ligne au-dessous' }).click();
  await expect(text(page).getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: 'Supprimer la colonne' }).click();
  await expect(text(page).getByRole('columnheader')).toHaveCount(2);
  await expectAccessible(page, 'a table');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(text(page)).not.toBeFocused();
});

for (const [what, width, colorScheme] of [
  ['a phone', 390, 'light'],
  ['the narrowest window', 320, 'dark'],
] as const) {
  test(`on ${what} the tools stand at the foot, and saving is said in words`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await startStory(page);
    await page.keyboard.type('Un titre sur un téléphone');
    const tools = page.getByRole('toolbar', { name: 'Mise en forme' });
    await expect(tools.getByRole('button', { name: 'Italique' })).toBeInViewport();
    await saved(page);
    await expect(page.getByText('Enregistré à la rédaction')).toBeInViewport();
    await expectAccessible(page, what);
  });
}
