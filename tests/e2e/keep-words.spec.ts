import { type Browser, expect, type Page, test } from '@playwright/test';
import { demoPassword } from '#lib/runtime/demo/people.ts';
import { addressOf, expectAccessible, fillSignIn, signInAs } from '#tests/support/desk-visit.ts';
import { holdLine } from '#tests/support/held-line.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Texte de l’article' });
const status = (page: Page, words: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: words }).first()).toBeVisible({ timeout: 30_000 });
const saved = (page: Page) => status(page, 'Enregistré à la rédaction');
const unsaved = (page: Page) =>
  status(page, /Pas enregistré depuis \d+\sh\s\d\d · \d+\smodifications? gardées? sur cet appareil/);
const times = async (page: Page, words: string) => (await text(page).innerText()).split(words).length - 1;

/** Starts a story, its caret in the headline, and waits until its text is there. */
async function startStory(page: Page, key: Parameters<typeof addressOf>[0]): Promise<string> {
  await signInAs(page, addressOf(key));
  await page.goto('/desk/stories/new');
  await page.getByRole('button', { name: 'Commencer l’article' }).click();
  await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
  await saved(page);
  await text(page).focus();
  return page.url();
}

/** Signs in over the page. */
async function signInOver(
  page: Page,
  key: Parameters<typeof addressOf>[0],
  password = demoPassword,
): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Votre session est terminée' });
  await dialog.getByLabel('Adresse e-mail').fill(addressOf(key));
  await dialog.getByRole('textbox', { name: 'Mot de passe' }).fill(password);
  await dialog.getByRole('button', { name: 'Se connecter' }).click();
}

/** Ends every session of somebody but that of another machine, from there. */
async function endSessions(browser: Browser, key: Parameters<typeof addressOf>[0]): Promise<void> {
  const context = await browser.newContext({ locale: 'fr-FR' });
  const elsewhere = await context.newPage();
  await signInAs(elsewhere, addressOf(key));
  await elsewhere.goto('/desk/profile');
  await elsewhere.getByRole('button', { name: /autres sessions/ }).click();
  await expect(elsewhere.getByRole('button', { name: /autres sessions/ })).toBeHidden();
  await context.close();
}

test('the server is away: it is said in text, aloud after ten seconds, in the title, on a narrow screen; words come back once after a reload', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const line = await holdLine(page);
  await startStory(page, 'bastien');
  await line.set('cut');
  await page.keyboard.type('Hors de portée');
  await unsaved(page);
  await expect(page).toHaveTitle(/^● /);
  const alarm = page.getByRole('alert').filter({ hasText: 'La rédaction ne répond plus' });
  await expect(alarm).toBeVisible({ timeout: 15_000 });
  await expect(alarm.getByRole('button')).toHaveCount(0);
  await expectAccessible(page, 'words that wait at 320 px');

  // Leaving is warned of; whoever insists loses nothing.
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await expect(text(page)).toBeVisible();
  expect(await times(page, 'Hors de portée')).toBe(0);
  await line.set('open');
  await expect(text(page)).toContainText('Hors de portée');
  await saved(page);
  await expect(page).not.toHaveTitle(/^● /);
  await page.reload();
  await saved(page);
  expect(await times(page, 'Hors de portée')).toBe(1);
});

test('a connection that is open and dead is found out; "saved" is not said of it', async ({ page }) => {
  const line = await holdLine(page);
  await startStory(page, 'odile');
  await line.set('silent');
  await page.keyboard.type('Dans le vide');
  await unsaved(page);
  // By then the silence is noticed, and what was open is given up.
  await expect(page.getByRole('alert').filter({ hasText: 'La rédaction ne répond plus' })).toBeVisible({
    timeout: 15_000,
  });
  await line.set('open');
  await saved(page);
  await page.reload();
  await saved(page);
  expect(await times(page, 'Dans le vide')).toBe(1);
});

test('a network that answers everything with a page of its own changes nothing on the screen', async ({
  page,
  context,
}) => {
  const line = await holdLine(page);
  await startStory(page, 'odile');
  await line.set('cut');
  await context.route('**', (route) =>
    route.fulfill({
      status: 200,
      contentType: 'text/html',
      body: '<!doctype html><title>Hôtel</title><p>Payez.</p>',
    }),
  );
  await page.keyboard.type('À l’hôtel');
  await unsaved(page);
  // Coming back to the window looks for news: what answers is not the newsroom.
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.getByLabel('Surtitre').fill('Portail');
  await page.getByLabel('Surtitre').blur();
  await expect(page.getByRole('button', { name: /Réessayer.*Surtitre/ })).toBeVisible();
  await expect(page.getByLabel('Surtitre')).toHaveValue('Portail');
  await expect(text(page)).toContainText('À l’hôtel');
  await context.unroute('**');
  await line.set('open');
  await saved(page);
  await page.getByRole('button', { name: /Réessayer.*Surtitre/ }).click();
  // The button goes when the field is on its way again; it is there when the field says so.
  await expect(page.getByRole('status').filter({ hasText: /^Surtitre.*Enregistré/ })).toBeAttached();
  await page.reload();
  await saved(page);
  await expect(page.getByLabel('Surtitre')).toHaveValue('Portail');
  expect(await times(page, 'À l’hôtel')).toBe(1);
});

test('leaving a story for another screen takes its words along; they go out from there', async ({ page }) => {
  const line = await holdLine(page);
  const url = await startStory(page, 'bastien');
  await page.keyboard.type('En chemin');
  await saved(page);
  await line.set('cut');
  await page.keyboard.type(' vers la liste');
  await unsaved(page);
  await page.getByRole('link', { name: 'Retour aux articles' }).click();
  await page.waitForURL(/\/desk\/stories$/);
  await status(
    page,
    /«\sEn chemin vers la liste\s»\s: \d+\smodifications pas encore enregistrées. Gardées sur cet appareil/,
  );
  await expectAccessible(page, 'a story left before its words were saved');
  const rail = page.getByRole('navigation', { name: 'Rédaction' });
  const kept = rail.getByRole('button', { name: 'Gardé sur cet appareil : 1 article' });
  await expect(kept).toBeVisible();
  await kept.click();
  const list = page.getByRole('dialog', { name: 'Gardé sur cet appareil' });
  await expect(list.getByRole('heading', { name: 'En chemin vers la liste' })).toBeVisible();
  await expect(list.getByText(/\d+\smodifications$/)).toBeVisible();
  await expectAccessible(page, 'what is kept on this device');
  await line.set('open');
  await expect(list.getByText('Rien n’attend sur cet appareil')).toBeVisible({ timeout: 30_000 });
  await list.getByRole('button', { name: 'Fermer' }).click();
  await expect(rail.getByRole('button', { name: 'Gardé sur cet appareil', exact: true })).toBeVisible();
  await page.goto(url);
  await expect(text(page)).toContainText('En chemin vers la liste');
});

test('words kept on the device can be read, copied and discarded without the newsroom', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const line = await holdLine(page);
  const url = await startStory(page, 'bastien');
  await line.set('cut');
  await page.keyboard.type('À jeter');
  await unsaved(page);
  await page.close({ runBeforeUnload: false });

  const other = await context.newPage();
  await other.setViewportSize({ width: 320, height: 640 });
  await other.goto('/desk/tags');
  const rail = other.getByRole('navigation', { name: 'Rédaction' });
  await rail.getByRole('button', { name: 'Gardé sur cet appareil : 1 article' }).click();
  await context.setOffline(true);
  const list = other.getByRole('dialog', { name: 'Gardé sur cet appareil' });
  await expect(list.getByRole('group', { name: /Les mots/ })).toHaveText('À jeter');
  await expectAccessible(other, 'what is kept, at 320 px');
  await list.getByRole('button', { name: 'Copier les mots' }).click();
  await expect(list.getByRole('button', { name: 'Copié' })).toBeVisible();
  expect(await other.evaluate(() => navigator.clipboard.readText())).toBe('À jeter');
  await list.getByRole('button', { name: 'Effacer' }).click();
  await expect(list.getByRole('alert')).toContainText('Effacer pour de bon');
  await list.getByRole('button', { name: 'Effacer pour de bon' }).click();
  await expect(list.getByText('Rien n’attend sur cet appareil')).toBeVisible();
  await context.setOffline(false);
  await other.goto(url);
  await saved(other);
  expect(await times(other, 'À jeter')).toBe(0);
});

test('a session that ends while writing: one signs in over the page and goes on, details included', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const url = await startStory(page, 'dauren');
  await page.keyboard.type('Avant.');
  await saved(page);
  await endSessions(browser, 'dauren');
  const dialog = page.getByRole('dialog', { name: 'Votre session est terminée' });
  await expect(dialog).toBeVisible({ timeout: 10_000 });
  await expect(dialog.getByLabel('Adresse e-mail')).toBeFocused();
  await expectAccessible(page, 'signing in over the page, at 320 px');

  // One may write on first, and come back to it.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('Après.');
  await status(page, 'Session terminée · 6 modifications gardées sur cet appareil');
  await page.getByLabel('Surtitre').fill('Entre-temps');
  await page.getByLabel('Surtitre').blur();
  await expect(dialog).toBeVisible();
  await signInOver(page, 'dauren', 'wrong password here');
  await expect(dialog.getByRole('alert')).toContainText('ne vont pas ensemble');
  await signInOver(page, 'dauren');
  await expect(dialog).toBeHidden();
  await saved(page);
  expect(page.url()).toBe(url);
  await expect(text(page)).toContainText('Après.');
  await page.reload();
  await saved(page);
  await expect(text(page)).toContainText('Après.');
  await expect(page.getByLabel('Surtitre')).toHaveValue('Entre-temps');
});

test('somebody else who signs in over the page reads, and the words of the first wait for the first', async ({
  page,
  browser,
}) => {
  const url = await startStory(page, 'ismael');
  await page.keyboard.type('Commun.');
  await saved(page);
  await endSessions(browser, 'ismael');
  const dialog = page.getByRole('dialog', { name: 'Votre session est terminée' });
  await expect(dialog).toBeVisible({ timeout: 10_000 });
  await page.keyboard.press('Escape');
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Secret.');
  await status(page, 'Session terminée');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await signInOver(page, 'anouk');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('une autre personne s’est connectée')).toBeVisible();
  await expect(text(page)).toHaveAttribute('aria-readonly', 'true');
  await expect(text(page)).toContainText('Commun.');
  await expect(text(page)).not.toContainText('Secret.');
  await expectAccessible(page, 'read-only for somebody else');
  await page.getByRole('button', { name: /^Gardé sur cet appareil/ }).click();
  const list = page.getByRole('dialog', { name: 'Gardé sur cet appareil' });
  await expect(list.getByText(/8\smodifications d’une autre personne/)).toBeVisible();
  await expect(list.getByText('Secret.')).toBeHidden();
  await list.getByRole('button', { name: 'Fermer' }).click();

  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.waitForURL(/\/sign-in/);
  await fillSignIn(page, addressOf('ismael'));
  await page.waitForURL(/\/desk\//);
  await page.goto(url);
  await expect(text(page)).toContainText(' Secret.');
  await expect(text(page)).toContainText('Commun.');
  await saved(page);
});

test('signing out with words that wait asks; waiting for them signs out when they are saved', async ({
  page,
}) => {
  const line = await holdLine(page);
  const url = await startStory(page, 'anouk');
  await line.set('cut');
  await page.keyboard.type('Pas encore');
  await unsaved(page);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  const asks = page.getByRole('dialog', { name: 'Se déconnecter maintenant' });
  await expect(asks.getByText('10 modifications ne sont pas encore à la rédaction')).toBeVisible();
  await expect(asks.getByText('La rédaction ne répond pas')).toBeVisible();
  await expectAccessible(page, 'signing out with words that wait');
  await asks.getByRole('button', { name: 'Annuler' }).click();
  await expect(text(page)).toContainText('Pas encore');

  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await asks.getByRole('button', { name: 'Attendre l’enregistrement' }).click();
  await expect(asks.getByText('Enregistrement, puis déconnexion')).toBeVisible();
  await line.set('open');
  await page.waitForURL(/\/sign-in/, { timeout: 20_000 });
  await signInAs(page, addressOf('anouk'));
  await page.goto(url);
  await saved(page);
  expect(await times(page, 'Pas encore')).toBe(1);
});

test('signing out can leave words on the device, and says so when the newsroom does not answer', async ({
  page,
  context,
}) => {
  const line = await holdLine(page);
  const url = await startStory(page, 'anouk');
  await line.set('cut');
  await page.keyboard.type('Pour demain');
  await unsaved(page);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  const asks = page.getByRole('dialog', { name: 'Se déconnecter maintenant' });
  await context.setOffline(true);
  await asks.getByRole('button', { name: 'Se déconnecter, les garder ici' }).click();
  await expect(asks.getByText('Vous restez connecté')).toBeVisible();
  await context.setOffline(false);
  await asks.getByRole('button', { name: 'Se déconnecter, les garder ici' }).click();
  await page.waitForURL(/\/sign-in/);
  await line.set('open');
  await signInAs(page, addressOf('anouk'));
  await page.goto(url);
  await expect(text(page)).toContainText('Pour demain');
  await saved(page);
  expect(await times(page, 'Pour demain')).toBe(1);
});

test('a page of yesterday against the server of today asks to be loaded again, and its words come back', async ({
  page,
}) => {
  const line = await holdLine(page);
  line.rewrite((frame) => frame.replace(/"protocol":\d+/, '"protocol":0'));
  await signInAs(page, addressOf('odile'));
  await page.goto('/desk/stories/new');
  await page.getByRole('button', { name: 'Commencer l’article' }).click();
  await expect(page.getByText('Chapeau a été mis à jour')).toBeVisible();
  await text(page).click();
  await page.keyboard.type('D’hier');
  await status(page, 'Page à recharger · 6 modifications gardées sur cet appareil');
  line.rewrite((frame) => frame);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Recharger la page' }).click();
  await expect(text(page)).toContainText('D’hier');
  await saved(page);
  expect(await times(page, 'D’hier')).toBe(1);
});

test('an action that the server of today no longer knows says to load the page again, and keeps the field', async ({
  page,
}) => {
  await startStory(page, 'odile');
  await page.route('**/desk/stories/*', (route) =>
    route.request().method() === 'POST'
      ? route.continue({ headers: { ...route.request().headers(), 'next-action': '0'.repeat(42) } })
      : route.continue(),
  );
  await page.getByLabel('Surtitre').fill('Garde-moi');
  await page.getByLabel('Surtitre').blur();
  await expect(page.getByText('Chapeau a été mis à jour')).toBeVisible();
  await expect(page.getByLabel('Surtitre')).toHaveValue('Garde-moi');
  await expect(page.getByRole('button', { name: 'Recharger la page' })).toBeVisible();
});

test('words that no longer join are put in by hand, block by block', async ({ page, context }) => {
  const line = await holdLine(page);
  const url = await startStory(page, 'bastien');
  await line.set('cut');
  await page.keyboard.type('Un titre');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Un corps');
  await unsaved(page);
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  await again.goto('/desk/tags');
  // The newsroom was put back from a backup meanwhile: its log is another one.
  await again.evaluate(async (storyId) => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('chapeau'));
    const store = database.transaction('unconfirmed', 'readwrite').objectStore('unconfirmed');
    for (const entry of await done(store.getAll())) {
      if (entry.storyId === storyId) await done(store.put({ ...entry, historyId: crypto.randomUUID() }));
    }
    database.close();
  }, url.split('/').at(-1));
  await again.goto(url);
  const copy = again.getByRole('list', { name: 'Des mots gardés sur cet appareil' });
  await expect(copy.getByRole('listitem')).toHaveText([/Un titre/, /Un corps/]);
  await expect(text(again)).not.toContainText('Un titre');
  await expectAccessible(again, 'words to be put in by hand');
  await text(again).focus();
  await copy.getByRole('button', { name: 'Insérer au curseur' }).first().click();
  await again.keyboard.press('Enter');
  await again.keyboard.press('Enter');
  await copy.getByRole('button', { name: 'Insérer au curseur' }).last().click();
  await expect(text(again).getByRole('heading', { name: 'Un titre' })).toBeVisible();
  await expect(text(again).getByText('Un corps', { exact: true })).toBeVisible();
  await saved(again);
  await again.getByRole('button', { name: 'Effacer de cet appareil' }).click();
  await expect(copy).toBeHidden();
  await again.reload();
  await saved(again);
  await expect(text(again).getByText('Un corps', { exact: true })).toBeVisible();
  await expect(copy).toBeHidden();
});

test('in a window that keeps nothing, that is what is said, and leaving is warned of', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
  const line = await holdLine(page);
  await startStory(page, 'bastien');
  await line.set('cut');
  await page.keyboard.type('Nulle part');
  await status(page, '10 modifications dans cet onglet seulement');
  await expect(page.getByRole('alert').filter({ hasText: 'cet appareil ne peut rien garder' })).toBeVisible({
    timeout: 15_000,
  });
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  const asks = page.getByRole('dialog', { name: 'Se déconnecter maintenant' });
  await expect(asks.getByRole('button', { name: 'Se déconnecter et les perdre' })).toBeVisible();
  await asks.getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('link', { name: 'Mots-clés' }).click();
  await page.waitForURL(/\/desk\/tags$/);
  await page.getByRole('button', { name: /^Gardé sur cet appareil/ }).click();
  const list = page.getByRole('dialog', { name: 'Gardé sur cet appareil' });
  await expect(list.getByText('Ce navigateur ne garde rien')).toBeVisible();
  await list.getByRole('button', { name: 'Fermer' }).click();
  // They go out behind the person all the same.
  await line.set('open');
  await expect(page.getByRole('button', { name: 'Gardé sur cet appareil', exact: true })).toBeVisible({
    timeout: 20_000,
  });
});
