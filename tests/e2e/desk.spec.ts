import { expect, type Page, test } from '@playwright/test';
import { addressOf, beginStory, expectAccessible, signInAs, somebodyAt } from '#tests/support/desk-visit.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Texte de l’article' });
const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'Enregistré à la rédaction' })).toBeVisible();

/** A story of one's own with a headline that no other has; its address. */
async function begin(page: Page, headline: string): Promise<string> {
  await beginStory(page);
  await saved(page);
  await text(page).getByRole('heading').first().click();
  await page.keyboard.type(headline);
  await saved(page);
  return page.url();
}

const unique = (words: string) => `${words} ${Date.now().toString(36)}`;

test.describe('the list of stories', () => {
  test('is searched while typing, narrowed, and gone through by keys', async ({ page }) => {
    await signInAs(page, addressOf('bastien'));
    await page.goto('/desk/stories');
    const rows = page.getByRole('table').getByRole('row');
    await expect(rows.nth(1)).toBeVisible();
    await expectAccessible(page, 'the list');

    await page.getByRole('searchbox').fill('chaise invit');
    await expect(page).toHaveURL(/q=chaise\+invit/);
    await expect(page.getByRole('link', { name: 'Au G20, la chaise de l’invité' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Six questions' })).toHaveCount(0);
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('Étape', { exact: true }).selectOption({ label: 'Publié' });
    await expect(page).toHaveURL(/state=published/);
    await expect(page.getByRole('cell', { name: 'Brouillon' })).toHaveCount(0);
    await page.getByLabel('Rubrique', { exact: true }).selectOption({ label: 'Climat' });
    await expect(page).toHaveURL(/section=/);
    await page.getByRole('searchbox').fill('rien de tel nulle part');
    await expect(page.getByText('Aucun article ne correspond')).toBeVisible();
    await expectAccessible(page, 'nothing found');
    await page.getByRole('link', { name: 'Tout effacer' }).click();
    await expect(page).toHaveURL(/\/desk\/stories$/);
    await expect(page.getByRole('searchbox')).toHaveValue('');

    const first = rows.nth(1).getByRole('link');
    // Keys are heard once the page's script is there.
    await expect(async () => {
      await page.getByRole('region', { name: 'Articles' }).focus();
      await page.keyboard.press('j');
      await expect(first).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.press('j');
    await expect(rows.nth(2).getByRole('link')).toBeFocused();
    await page.keyboard.press('k');
    await expect(first).toBeFocused();
    const name = await first.textContent();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
    await expect(text(page)).toContainText(name ?? '');
    await page.goBack();
    await expect(async () => {
      await page.getByRole('region', { name: 'Articles' }).focus();
      await page.keyboard.press('n');
      await page.waitForURL(/\/desk\/stories\/new$/, { timeout: 2000 });
    }).toPass();
    await expectAccessible(page, 'a new story');
  });

  test('fits a small phone', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await signInAs(page, addressOf('bastien'));
    await page.goto('/desk/stories');
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page, 'the list on a phone');
    await page.getByRole('table').getByRole('link').first().click();
    await expect(text(page)).toBeVisible();
    await expectAccessible(page, 'a story on a phone');
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });
    test('is searched and narrowed by its form', async ({ page }) => {
      await signInAs(page, addressOf('bastien'));
      await page.goto('/desk/stories');
      await page.getByRole('searchbox').fill('chaise');
      await page.getByRole('button', { name: 'Filtrer' }).click();
      await expect(page).toHaveURL(/q=chaise/);
      await expect(page.getByRole('link', { name: 'Au G20, la chaise de l’invité' })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Six questions' })).toHaveCount(0);
    });
  });
});

test('two people change one detail: the second sees both and chooses', async ({ page, browser }) => {
  await signInAs(page, addressOf('bastien'));
  const url = await begin(page, unique('Deux mains'));
  const colleague = await somebodyAt(browser, 'odile', url);
  await colleague.getByLabel('Surtitre').fill('Rail');
  await expect(colleague.getByRole('status').filter({ hasText: /^Surtitre.*Enregistré/ })).toBeAttached();

  await page.getByLabel('Surtitre').fill('Train');
  const both = page.getByRole('alert').filter({ hasText: 'Quelqu’un a changé ceci entre-temps' });
  await expect(both).toBeVisible();
  await expect(both).toContainText('Rail');
  await expect(both).toContainText('Train');
  await expectAccessible(page, 'both values');
  await both.getByRole('button', { name: 'Mettre la mienne' }).click();
  await expect(both).toHaveCount(0);
  await expect(page.getByLabel('Surtitre')).toHaveValue('Train');
  await expect(page.getByRole('status').filter({ hasText: /^Surtitre.*Enregistré/ })).toBeAttached();
  await page.reload();
  await expect(page.getByLabel('Surtitre')).toHaveValue('Train');
  await colleague.context().close();
});

test('the text moves on while somebody is about to publish: the difference is shown', async ({
  page,
  browser,
}) => {
  await signInAs(page, addressOf('bastien'));
  const url = await begin(page, unique('Le texte avance'));
  await page.keyboard.press('Enter');
  await page.keyboard.type('Un chapô.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Un corps.');
  await saved(page);
  await page.getByLabel('Rubrique').selectOption({ label: 'Monde' });
  await page.getByRole('button', { name: 'Publier…' }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('button', { name: 'Publier maintenant' })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  );

  const colleague = await somebodyAt(browser, 'odile', url);
  await text(colleague).click();
  await colleague.keyboard.press('Control+End');
  await colleague.keyboard.type(' Une phrase venue d’ailleurs.');
  await saved(colleague);
  await expect(text(page)).toContainText('venue d’ailleurs');

  await panel.getByRole('button', { name: 'Publier maintenant' }).click();
  await expect(panel.getByText('Le texte a changé pendant que vous regardiez')).toBeVisible();
  await expect(panel.getByRole('insertion')).toContainText('Une phrase venue d’ailleurs.');
  await expectAccessible(page, 'the difference');
  await panel.getByRole('button', { name: 'Publier cette version' }).click();
  await expect(page.getByRole('dialog', { name: 'Publié : édition 1.' })).toBeVisible();
  await colleague.context().close();
});

test('a reporter hands in, an editor sends back and approves; a fact-checker only reads', async ({
  page,
  browser,
}) => {
  await signInAs(page, addressOf('anouk'));
  const url = await begin(page, unique('De main en main'));
  await expect(page.getByRole('button', { name: /^Publier/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Soumettre au desk' }).click();
  await expect(page.getByRole('button', { name: /^Étape.*Soumis/ })).toBeVisible();

  const editor = await somebodyAt(browser, 'bastien', url);
  await editor.getByRole('button', { name: /^Étape.*Soumis/ }).click();
  await expectAccessible(editor, 'the stages');
  await editor.getByRole('button', { name: 'Valider pour publication' }).click();
  await expect(editor.getByRole('button', { name: /^Étape.*Prêt/ })).toBeVisible();
  await editor.context().close();

  const checker = await somebodyAt(browser, 'ismael', url);
  await expect(checker.getByText('Vous lisez cet article sans pouvoir le modifier.')).toBeVisible();
  await expect(checker.getByLabel('Rubrique')).toBeDisabled();
  await expect(checker.getByLabel('Surtitre')).toHaveAttribute('readonly', '');
  await expect(checker.getByRole('button', { name: /^(Publier|Soumettre|Étape)/ })).toHaveCount(0);
  await expectAccessible(checker, 'a story to read');
  await checker.context().close();
});

test('a story that there is not is not found', async ({ page }) => {
  await signInAs(page, addressOf('bastien'));
  await page.goto('/desk/stories/01990000-0000-7000-8000-000000000000');
  await expect(page.getByRole('heading', { name: 'Rien à cette adresse' })).toBeAttached();
  await page.goto('/desk/stories/pas-un-article');
  await expect(page.getByRole('heading', { name: 'Rien à cette adresse' })).toBeAttached();
});
