import { type Browser, expect, type Page, test } from '@playwright/test';
import { addressOf, expectAccessible, signInAs } from '#tests/support/desk-visit.ts';

/** A dispatch as it is copied from a mail: paragraphs, a quotation, a list of figures. Ours; only its shape is real. */
const dispatch = `
<p>ASTANA – Le Kazakhstan et l’Ouzbékistan enverront une délégation commune à la réunion préparatoire du G20, ont annoncé mardi leurs deux ministères.</p>
<p>La réunion est prévue à Miami. Kassym-Jomart Tokaïev n’y assistera pas lui-même, selon son porte-parole.</p>
<blockquote><p>« Nous venons écouter, et dire une chose : une carte sans voisins n’est pas une carte. »</p></blockquote>
<p>Trois sujets sont à l’ordre du jour :</p>
<ul><li>les droits de douane sur le blé ;</li><li>le niveau de la mer Caspienne ;</li><li>le prix du fret.</li></ul>
<p>Le Kazakhstan avait déjà envoyé des observateurs l’an dernier.</p>`;

const text = (page: Page) => page.getByRole('textbox', { name: 'Texte de l’article' });
const saved = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: 'Enregistré à la rédaction' })).toBeVisible();

/** Pastes as the clipboard of another program would. */
async function paste(page: Page, html: string): Promise<void> {
  await text(page).evaluate((element, given) => {
    const clipboard = new DataTransfer();
    clipboard.setData('text/html', given);
    clipboard.setData('text/plain', given.replace(/<[^>]+>/g, ''));
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
    );
  }, html);
}

/** Somebody who reads the site: no session, no scripts. */
async function readerOf(browser: Browser): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' })).newPage();
}

test('a story from a blank page to a reader, and back', async ({ page, browser, request }) => {
  test.setTimeout(180_000);
  // Unique in this newsroom, whatever ran before.
  const headline = `Deux capitales, une délégation ${Date.now().toString(36)}`;
  const reader = await readerOf(browser);

  await signInAs(page, addressOf('bastien'));
  await page.goto('/desk/stories');
  await page.getByRole('link', { name: 'Nouvel article' }).click();
  await expect(page.getByLabel('Langue')).toHaveValue('fr');
  await page.getByRole('button', { name: 'Commencer l’article' }).click();
  await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
  await saved(page);

  await text(page).getByRole('heading').first().click();
  await page.keyboard.type(headline);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Le Kazakhstan et l’Ouzbékistan préparent ensemble la réunion.');
  await page.keyboard.press('Enter');
  await paste(page, dispatch);
  await expect(text(page).getByRole('listitem')).toHaveCount(3);
  await saved(page);

  // The checklist says what is missing; nothing may go out before.
  await page.getByRole('tab', { name: 'Contrôle' }).click();
  await expect(page.getByText('Il manque une rubrique')).toBeVisible();
  await page.getByRole('button', { name: 'Publier…' }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('button', { name: 'Publier maintenant' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expectAccessible(page, 'publishing with something missing');
  await panel.getByRole('button', { name: 'Annuler' }).click();

  await page.getByRole('tab', { name: 'Article' }).click();
  await page.getByLabel('Rubrique').selectOption({ label: 'Monde' });
  for (const name of ['G20', 'Kazakhstan', 'Ouzbékistan', 'Kassym-Jomart Tokaïev']) {
    await page.getByRole('button', { name: new RegExp(`^Ajouter ${name}, cité`) }).click({ timeout: 30_000 });
    await expect(page.getByRole('button', { name: `Retirer ${name}` })).toBeVisible();
  }
  await page.getByLabel('Accroche').fill('Astana et Tachkent parleront d’une voix, pour une fois.');
  await page.getByLabel('Surtitre').fill('Diplomatie');
  await page.getByRole('tab', { name: /Contrôle/ }).click();
  await expect(page.getByText('Rien ne manque')).toBeVisible();
  await expectAccessible(page, 'a story that is ready');

  await page.getByRole('button', { name: 'Publier…' }).click();
  await panel.getByRole('button', { name: 'Publier maintenant' }).click();
  await expect(page.getByRole('dialog', { name: 'Publié : édition 1.' })).toBeVisible();
  const address = await panel.getByRole('link', { name: 'Lire l’article publié' }).getAttribute('href');
  if (!address) throw new Error('no address to read at');
  expect(address).toMatch(/^\/fr\/monde\/deux-capitales-une-delegation-/);
  await panel.getByRole('button', { name: 'Fermer' }).first().click();
  await expect(page.getByRole('button', { name: /^Étape.*Publié/ })).toBeVisible();

  const lists = ['/fr', '/fr/monde', '/fr/tag/organisation/g20', '/fr/by/bastien-roncevaux'];
  const feeds = ['/fr/feed.xml', '/fr/feed.json', '/fr/monde/feed.xml', '/fr/tag/organisation/g20/feed.xml'];
  for (const list of lists) {
    await reader.goto(list);
    await expect(reader.getByRole('link', { name: headline }).first(), list).toBeVisible();
  }
  for (const feed of feeds) expect(await (await request.get(feed)).text(), feed).toContain(headline);
  await reader.goto(address);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(headline);
  await expect(reader.getByText('le niveau de la mer Caspienne')).toBeVisible();
  await expect(reader.getByRole('article').getByText('Diplomatie')).toBeVisible();

  // A word changes in the newsroom; readers keep what was published.
  await text(page).getByText('Le Kazakhstan avait déjà').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Ajout de la rédaction.');
  await expect(text(page)).toContainText('Ajout de la rédaction.');
  await saved(page);
  await reader.reload();
  await expect(reader.getByText('Ajout de la rédaction.')).toHaveCount(0);

  await page.getByRole('button', { name: 'Publier une mise à jour…' }).click();
  await panel.getByLabel('Dire aux lecteurs ce qui change').selectOption({ label: 'Mise à jour' });
  await panel.getByLabel('Texte de l’avis').fill('Une phrase ajoutée à la fin.');
  await expectAccessible(page, 'publishing an update');
  await panel.getByRole('button', { name: 'Publier la mise à jour' }).click();
  await expect(page.getByRole('dialog', { name: 'Publié : édition 2.' })).toBeVisible();
  await panel.getByRole('button', { name: 'Fermer' }).first().click();
  await reader.reload();
  await expect(reader.getByText('Ajout de la rédaction.')).toBeVisible();
  await expect(reader.getByText('Une phrase ajoutée à la fin.')).toBeVisible();

  await page.getByRole('button', { name: /^Étape.*Publié/ }).click();
  await page.getByRole('button', { name: 'Retirer de la publication…' }).click();
  await panel.getByRole('button', { name: 'Retirer maintenant' }).click();
  await expect(page.getByRole('button', { name: /^Étape.*Dépublié/ })).toBeVisible();

  expect((await request.get(address)).status()).toBe(404);
  for (const list of lists) {
    await reader.goto(list);
    await expect(reader.getByRole('link', { name: headline }), list).toHaveCount(0);
  }
  for (const feed of feeds) {
    const answer = await request.get(feed);
    expect(await answer.text(), feed).not.toContain(headline);
  }
  expect(await (await request.get('/sitemap.xml')).text()).not.toContain(address);
  await reader.context().close();
});
