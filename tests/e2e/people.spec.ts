import { expect, test } from '@playwright/test';
import { addressOf, expectAccessible, fillSignIn, signInAs } from '#tests/support/desk-visit.ts';

/** A newcomer's address and password; each test its own person. */
const fresh = (name: string) => `${name}-${Date.now().toString(36)}@chapeau.example`;
const chosen = 'sept barques au bord de l’eau';

test('somebody is invited, chooses a password once, and writes their profile', async ({
  page,
  browser,
  baseURL,
}) => {
  const email = fresh('nour');
  await signInAs(page, addressOf('odile'));
  await page.goto('/desk/people');
  await page.getByText('Inviter quelqu’un').click();
  await page.getByLabel('Nom', { exact: true }).fill('Nour Aït-Bel');
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Reportage').check();
  await page.getByRole('button', { name: 'Créer l’invitation' }).click();
  const link = await page.getByLabel('Lien à copier').inputValue();
  expect(new URL(link).origin).toBe(new URL(baseURL ?? '').origin);
  await expectAccessible(page, 'an invitation was made');

  const newcomer = await browser.newContext();
  const theirs = await newcomer.newPage();
  await theirs.goto(link);
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Bienvenue dans la rédaction');
  await expectAccessible(theirs, 'the invitation');
  await theirs.getByLabel('Nouveau mot de passe').fill('nour aït-bel 12');
  await theirs.getByRole('button', { name: 'Enregistrer et entrer' }).click();
  await expect(theirs.getByText('se devine facilement')).toBeVisible();
  await theirs.getByLabel('Nouveau mot de passe').fill(chosen);
  await theirs.getByRole('button', { name: 'Enregistrer et entrer' }).click();
  await theirs.waitForURL(/\/desk\//);

  await theirs.goto('/desk/profile');
  await theirs.getByLabel('Signature').fill('N. Aït-Bel');
  await theirs.getByLabel('Biographie courte en français').fill('Suit les ports.');
  await theirs.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(theirs.getByText('Profil enregistré.')).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByLabel('Signature')).toHaveValue('N. Aït-Bel');

  const stranger = await browser.newContext();
  const used = await stranger.newPage();
  await used.goto(link);
  await expect(used.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne sert plus');
  await page.goto(`/desk/people?q=${encodeURIComponent(email)}`);
  await expect(page.getByRole('row', { name: 'Nour Aït-Bel' })).toContainText('En activité');
  await Promise.all([newcomer.close(), stranger.close()]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('one signs in, is led where one was going, and signs out', async ({ page, context }) => {
    await page.goto('/desk/profile');
    await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fdesk%2Fprofile$/);
    await fillSignIn(page, addressOf('miriam'), 'not the password');
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
    expect(new URL(page.url()).search).not.toContain('password');
    await fillSignIn(page, addressOf('miriam'));
    await expect(page).toHaveURL(/\/desk\/profile$/);
    const cookies = (await context.cookies()).filter((cookie) => cookie.name.startsWith('chapeau.'));
    expect(cookies.map((cookie) => [cookie.httpOnly, cookie.sameSite])).toEqual(
      cookies.map(() => [true, 'Lax']),
    );
    await page.goto('/sign-in');
    await expect(page).toHaveURL(/\/desk\//);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
    await page.goto('/desk/profile');
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test('the sign-in page speaks the browser’s language, and the other one on demand', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/sign-in?callbackUrl=/desk/tags');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('link', { name: 'Français' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Se connecter');
  await page.getByRole('button', { name: 'Afficher le mot de passe' }).click();
  await expect(page.getByLabel('Mot de passe', { exact: true })).toHaveAttribute('type', 'text');
  await fillSignIn(page, addressOf('miriam'));
  await expect(page).toHaveURL(/\/desk\/tags$/);
  await context.close();
});

test('a profile that moved in another tab is shown beside what was written', async ({ page, context }) => {
  await signInAs(page, addressOf('philippa'));
  const other = await context.newPage();
  await Promise.all([page.goto('/desk/profile'), other.goto('/desk/profile')]);
  await other.getByLabel('Short biography in English').fill(`Reports on trade. ${Date.now()}`);
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(other.getByText('Profile saved.')).toBeVisible();
  await page.getByLabel('Short biography in English').fill('Reports on rivers.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Your profile has changed meanwhile')).toBeVisible();
  await expect(page.getByText('Reports on trade.')).toBeVisible();
  await expectAccessible(page, 'a stale profile');
  await expect(page.getByLabel('Short biography in English')).toHaveValue('Reports on rivers.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Profile saved.')).toBeVisible();
});

test('the audit tells what happened, in sentences that can be narrowed down', async ({ page }) => {
  await signInAs(page, addressOf('odile'));
  await page.goto('/desk/audit');
  await page.getByLabel('Action', { exact: true }).selectOption({ label: 'connexion' });
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(
    page.getByRole('row', { name: /Odile Ferrandier a ouvert une session/ }).first(),
  ).toBeVisible();
  await page.getByLabel('Objet', { exact: true }).selectOption({ label: 'rubrique' });
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await expect(page.getByText('Aucune action ne correspond')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const [device, viewport] of Object.entries({
    desk: { width: 1280, height: 900 },
    phone: { width: 320, height: 700 },
  }))
    test(`every screen of people is accessible: ${colorScheme}, ${device}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, viewport });
      const page = await context.newPage();
      for (const path of ['/sign-in', '/sign-in?language=en', '/invitation/unknown']) {
        await page.goto(path);
        await expectAccessible(page, path);
      }
      await signInAs(page, addressOf('odile'));
      for (const path of [
        '/desk/people',
        '/desk/people?q=nobody-at-all',
        '/desk/profile',
        '/desk/audit',
        '/desk/people/none',
      ]) {
        await page.goto(path);
        await expectAccessible(page, path);
      }
      await page.goto('/desk/people?q=Bastien');
      await page.getByRole('link', { name: 'Bastien Roncevaux' }).click();
      await page.getByText('Fermer l’accès…').click();
      await expectAccessible(page, 'a person');
      await context.close();
    });
