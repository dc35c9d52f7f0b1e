import { expect, type Request, test } from '@playwright/test';
import { addressOf, beginStory, signInAs } from '#tests/support/desk-visit.ts';

/** What the page asks of the server in an action, as it goes over the wire. */
const isAction = (request: Request) => request.method() === 'POST' && 'next-action' in request.headers();

test('what the history asks is answered to nobody else: the same requests without the session give no word', async ({
  page,
  playwright,
  baseURL,
}) => {
  await signInAs(page, addressOf('bastien'));
  const words = `Ce que personne ne lit ${Date.now().toString(36)}`;
  await beginStory(page);
  const saved = page.getByRole('status').filter({ hasText: 'Enregistré à la rédaction' });
  await expect(saved).toBeVisible();
  await page.getByRole('textbox', { name: 'Texte de l’article' }).focus();
  await page.keyboard.type(words);
  await expect(page.getByRole('textbox').getByRole('heading', { name: words })).toBeVisible();
  await expect(saved).toBeVisible();

  const asked: Request[] = [];
  page.on('request', (request) => {
    if (isAction(request)) asked.push(request);
  });
  await page.getByRole('tab', { name: 'Historique' }).click();
  await page
    .getByRole('tabpanel', { name: 'Historique' })
    .getByRole('button', { name: /^Voir/ })
    .first()
    .click();
  await page.getByRole('radio', { name: 'Le texte d’alors' }).check();
  await expect(page.getByRole('dialog').getByRole('heading', { name: words })).toBeVisible();
  expect(asked.length).toBeGreaterThanOrEqual(3);

  const stranger = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) });
  for (const request of asked) {
    const { cookie: _cookie, ...headers } = await request.allHeaders();
    const sent = Object.fromEntries(
      Object.entries(headers).filter(([name]) => !name.startsWith(':') && name !== 'content-length'),
    );
    const body = request.postDataBuffer();
    const answer = await stranger.post(request.url(), {
      headers: sent,
      maxRedirects: 0,
      ...(body ? { data: body } : {}),
    });
    const given = await answer.text();
    expect(given).not.toContain(words);
    expect(given).not.toContain('Roncevaux');
    expect(given).not.toContain('"entries"');
  }
  await stranger.dispose();
});
