import { type Browser, expect, type Page, test } from '@playwright/test';
import { addressOf, fillSignIn, signInAs } from '#tests/support/desk-visit.ts';

const password = 'sept barques au bord de l’eau';

/** Invites a reporter through the desk and lets them in; gives their open page and the administrator's page about them. */
async function newcomer(
  browser: Browser,
  name: string,
): Promise<{ admin: Page; theirs: Page; email: string }> {
  const admin = await (await browser.newContext()).newPage();
  const called = `${name} ${Date.now().toString(36)}`;
  const email = `${called.replace(' ', '-')}@chapeau.example`;
  await signInAs(admin, addressOf('odile'));
  await admin.goto('/desk/people');
  await admin.getByText('Inviter quelqu’un').click();
  await admin.getByLabel('Nom', { exact: true }).fill(called);
  await admin.getByLabel('Adresse e-mail').fill(email);
  await admin.getByLabel('Reportage').check();
  await admin.getByRole('button', { name: 'Créer l’invitation' }).click();
  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(await admin.getByLabel('Lien à copier').inputValue());
  await theirs.getByLabel('Nouveau mot de passe').fill(password);
  await theirs.getByRole('button', { name: 'Enregistrer et entrer' }).click();
  await theirs.waitForURL(/\/desk\//);
  await theirs.goto('/desk/profile');
  await admin.goto(`/desk/people?q=${encodeURIComponent(email)}`);
  await admin.getByRole('link', { name: called }).click();
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText(called);
  return { admin, theirs, email };
}

const sessionOf = async (page: Page): Promise<unknown> =>
  (await page.request.get('/api/auth/session')).json();

test('a disabled person’s open page does nothing any more', async ({ browser }) => {
  const { admin, theirs } = await newcomer(browser, 'gone');
  expect(await sessionOf(theirs)).toMatchObject({ user: {} });
  await admin.getByText('Fermer l’accès…').click();
  await admin.getByRole('button', { name: 'Fermer l’accès', exact: true }).click();
  await expect(admin.getByText('L’accès est fermé et toutes les sessions ont pris fin.')).toBeVisible();

  expect(await sessionOf(theirs)).toEqual({});
  await theirs.getByLabel('Signature').fill('Still here');
  await theirs.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(theirs).toHaveURL(/\/sign-in/);
  await admin.reload();
  await expect(admin.getByText('Still here')).toHaveCount(0);
});

test('a change of roles signs the person out, and the new roles are those of the row', async ({
  browser,
}) => {
  const { admin, theirs, email } = await newcomer(browser, 'promoted');
  await admin.getByLabel('Reportage').uncheck();
  await admin.getByLabel('Administration').check();
  await admin.getByRole('button', { name: 'Enregistrer les rôles' }).click();
  await expect(admin.getByText('Rôles enregistrés.')).toBeVisible();
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/sign-in/);
  await fillSignIn(theirs, email, password);
  await theirs.waitForURL(/\/desk\//);
  expect((await theirs.goto('/desk/audit'))?.status()).toBe(200);
});

test('a session ended elsewhere is over at once', async ({ browser }) => {
  const { theirs, email } = await newcomer(browser, 'twice');
  const second = await (await browser.newContext()).newPage();
  await signInAs(second, email, password);
  await second.goto('/desk/profile');
  await second.getByRole('button', { name: 'Terminer mes autres sessions' }).click();
  await expect(second.getByText('La session a pris fin.')).toBeVisible();
  expect(await sessionOf(theirs)).toEqual({});
  await theirs.goto('/desk/people');
  await expect(theirs).toHaveURL(/\/sign-in/);
});

test('a cookie kept from before the sign-out opens nothing', async ({ page, context }) => {
  await signInAs(page, addressOf('anouk'));
  const kept = await context.cookies();
  await page.getByRole('button', { name: 'Se déconnecter' }).press('Enter');
  await expect(page).toHaveURL(/\/sign-in$/);
  await context.addCookies(kept);
  expect(await sessionOf(page)).toEqual({});
  await page.goto('/desk/stories');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('what one may not see is not there', async ({ page }) => {
  await signInAs(page, addressOf('anouk'));
  const text = async (path: string) => {
    const response = await page.goto(path);
    return [response?.status(), await page.getByRole('main').innerText()];
  };
  const missing = await text('/desk/people/01a20ad2-00cf-7f70-8065-d735cdce3445');
  expect(missing[0]).toBe(404);
  expect(await text('/desk/audit')).toEqual(missing);
  expect(await text('/desk/people/not-an-id')).toEqual(missing);
  await page.goto('/desk/people');
  await expect(page.getByText('Inviter quelqu’un')).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: 'Nom' })).toHaveCount(1);
  await expect(page.getByRole('columnheader', { name: 'Adresse e-mail' })).toHaveCount(0);
});

test('nobody promotes themselves: fields sent along are dropped, an administrator’s action is refused', async ({
  browser,
}) => {
  const { admin, theirs, email } = await newcomer(browser, 'climber');
  await theirs
    .locator('form')
    .first()
    .evaluate((form) => {
      for (const [name, value] of [
        ['roles', 'administrator'],
        ['role', 'administrator'],
        ['disabledAt', ''],
        ['email', 'x@y.example'],
      ]) {
        const input = document.createElement('input');
        Object.assign(input, { type: 'hidden', name, value });
        form.append(input);
      }
    });
  await theirs.getByLabel('Signature').fill('Climber');
  await theirs.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(theirs.getByText('Profil enregistré.')).toBeVisible();

  // The administrator's own request about this person, sent again in the person's name with more in it.
  const sent = admin.waitForRequest(
    (request) => request.method() === 'POST' && 'next-action' in request.headers(),
  );
  await admin.reload();
  await admin.getByLabel('Vérification').check();
  await admin.getByRole('button', { name: 'Enregistrer les rôles' }).click();
  const request = await sent;
  await expect(admin.getByText('Rôles enregistrés.')).toBeVisible();
  await theirs.goto('/sign-in');
  await fillSignIn(theirs, email, password);
  await theirs.waitForURL(/\/desk\//);
  const { 'next-action': action = '', 'content-type': contentType = '', accept = '' } = request.headers();
  const answer = await theirs.request.post(request.url(), {
    headers: {
      'next-action': action,
      'content-type': contentType,
      accept,
      origin: new URL(request.url()).origin,
    },
    data: (request.postDataBuffer() ?? Buffer.alloc(0))
      .toString()
      .replaceAll('fact-checker', 'administrator'),
  });
  expect(await answer.text()).not.toContain('Rôles enregistrés');
  expect((await theirs.goto('/desk/audit'))?.status()).toBe(404);
});

test('a known and an unknown account get the same answer, and the same wait', async ({ browser }) => {
  const { email } = await newcomer(browser, 'guessed');
  const answers: string[][] = [];
  for (const address of [email, `unknown-${email}`]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const seen: string[] = [];
    for (let guess = 0; guess < 6; guess += 1) {
      // Opened anew each time: the answer to the guess before must not be read for this one's.
      await page.goto('/sign-in');
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await fillSignIn(page, address, `wrong password ${guess}`);
      const response = await answered;
      await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
      const alert = await page.getByRole('main').getByRole('alert').innerText();
      const headers = Object.keys(response.headers()).sort().join();
      seen.push(`${response.status()} ${headers} ${alert.replace(/\d+/g, 'n')}`);
    }
    answers.push(seen);
    await context.close();
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.at(-1)).toContain('Trop de tentatives');
});

test('signing in leads nowhere but to this site', async ({ browser, baseURL }) => {
  const hostile = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
  ];
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const callbackUrl of hostile) {
    await context.clearCookies({ name: 'chapeau.session' });
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`);
    await expect(page.locator('input[name=callbackUrl]')).toHaveValue('/desk');
    // And again where the form is taken: what the page held may have been changed.
    const action = await page
      .locator('form')
      .first()
      .evaluate((form: HTMLFormElement) =>
        [...new FormData(form)].map(([name, value]) => [name, String(value)] as const),
      );
    const fields = Object.fromEntries(action);
    const answer = await page.request.post('/sign-in', {
      multipart: { ...fields, callbackUrl, email: addressOf('miriam'), password: 'chapeau-bas-demo' },
      headers: { origin: new URL(baseURL ?? '').origin },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(303);
    expect(new URL(answer.headers().location ?? '', baseURL).href).toBe(new URL('/desk', baseURL).href);
  }
  for (const callbackUrl of hostile) {
    await context.clearCookies({ name: 'chapeau.session' });
    const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
    const answer = await page.request.post('/api/auth/callback/credentials', {
      form: { csrfToken, callbackUrl, email: addressOf('miriam'), password: 'chapeau-bas-demo' },
      headers: { origin: new URL(baseURL ?? '').origin },
      maxRedirects: 0,
    });
    expect(new URL(answer.headers().location ?? '', baseURL).origin).toBe(new URL(baseURL ?? '').origin);
  }
  await context.close();
});

test('a form from elsewhere signs nobody in or out', async ({ page, baseURL }) => {
  await signInAs(page, addressOf('dauren'));
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
  for (const origin of [undefined, 'null', 'https://evil.example', (baseURL ?? '').replace('//', '//sub.')]) {
    const answer = await page.request.post('/api/auth/signout', {
      form: { csrfToken },
      headers: origin === undefined ? {} : { origin },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(403);
  }
  expect(await sessionOf(page)).toMatchObject({ user: { name: 'Dauren Selbaïev' } });
  for (const body of [{}, { csrfToken: 'forged' }]) {
    await page.request.post('/api/auth/signout', {
      form: body,
      headers: { origin: baseURL ?? '' },
      maxRedirects: 0,
    });
    expect(await sessionOf(page)).toMatchObject({ user: {} });
  }
});
