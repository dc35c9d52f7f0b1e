import { expect, type Page, test } from '@playwright/test';
import { addressOf, expectAccessible, signInAs } from '#tests/support/desk-visit.ts';

/** A name that no other test and no other run uses. */
const fresh = (name: string) => `${name} ${Date.now().toString(36)}${test.info().workerIndex}`;

async function createTag(page: Page, name: string, aliases: string[] = []): Promise<string> {
  await page.goto('/desk/tags');
  await page.getByText('Nouveau mot-clé').click();
  await page.getByLabel('Type', { exact: true }).selectOption({ label: 'Lieu' });
  await page.getByLabel('Nom en français').fill(name);
  await page.getByLabel('Autres graphies').fill(aliases.join('\n'));
  await page.getByRole('button', { name: 'Créer le mot-clé' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  return page.url();
}

test('a tag is created with its spellings, found by any of them, and refused a second time', async ({
  page,
}) => {
  await signInAs(page, addressOf('bastien'));
  const name = fresh('Îlot Préau');
  const spelling = fresh('Остров');
  const url = await createTag(page, name, [spelling, fresh('Preau Islet')]);
  await expectAccessible(page, 'the page of a tag');

  await page.goto('/desk/tags');
  await page.getByLabel('Chercher un mot-clé').fill(spelling.toUpperCase());
  await page.getByRole('button', { name: 'Chercher' }).click();
  await expect(page.getByRole('row', { name })).toContainText('0');
  await expectAccessible(page, 'tags found');

  await page.getByText('Nouveau mot-clé').click();
  await page.getByLabel('Type', { exact: true }).selectOption({ label: 'Lieu' });
  await page.getByLabel('Nom en français').fill(name);
  await page.getByRole('button', { name: 'Créer le mot-clé' }).click();
  await expect(page.getByLabel('Adresse (français)')).toHaveValue(/-place$/);
  await expectAccessible(page, 'a name that is taken');
  await page.getByRole('link', { name: `Ouvrir «\u00a0${name}\u00a0»` }).click();
  await expect(page).toHaveURL(url);

  await page.goto('/desk/tags?q=zzzzqqqq');
  await expect(page.getByText('Aucun mot-clé ne correspond')).toBeVisible();
  await expectAccessible(page, 'no tag found');
});

test('two editors change one tag: the second sees both and loses nothing', async ({ page, context }) => {
  await signInAs(page, addressOf('bastien'));
  const url = await createTag(page, fresh('Détroit'));
  const second = await context.newPage();
  await second.goto(url);
  await page.getByLabel('Nom en anglais').fill(fresh('Strait'));
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Enregistré.')).toBeVisible();

  const mine = fresh('Narrows');
  await second.getByLabel('Nom en anglais').fill(mine);
  await second.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(second.getByText('Quelqu’un a modifié ce mot-clé')).toBeVisible();
  await expect(second.getByRole('main').getByRole('alert')).toContainText('Strait');
  await expect(second.getByLabel('Nom en anglais')).toHaveValue(mine);
  await expectAccessible(second, 'a tag changed meanwhile');
  await second.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(second.getByText('Enregistré.')).toBeVisible();
  await second.reload();
  await expect(second.getByLabel('Nom en anglais')).toHaveValue(mine);
});

test('a merge is shown before it is made, and the old page leads on', async ({ page }) => {
  await signInAs(page, addressOf('bastien'));
  const kept = fresh('Presqu’île');
  const keptUrl = await createTag(page, kept);
  const gone = fresh('Péninsule');
  const goneUrl = await createTag(page, gone);
  await page.getByLabel('Fusionner dans quel mot-clé').fill(kept);
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByRole('link', { name: `Fusionner dans ${kept}` }).click();
  await expect(page.getByRole('heading', { name: `Fusionner «\u00a0${gone}\u00a0»` })).toBeVisible();
  await expect(page.getByText(`Graphies gagnées\u00a0: ${gone}.`)).toBeVisible();
  await expectAccessible(page, 'a merge before it is made');
  await page.getByRole('button', { name: 'Fusionner les deux mots-clés' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(kept);
  await expect(page.getByLabel('Autres graphies')).toHaveValue(gone);
  await page.goto(goneUrl);
  await expect(page.getByText('Ce mot-clé a été fusionné')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0);
  await page.getByRole('link', { name: kept }).click();
  await expect(page).toHaveURL(keptUrl);
});

test('readers who ask for the old address of a merged tag are led to the new one', async ({
  page,
  request,
}) => {
  await signInAs(page, addressOf('bastien'));
  // A tag of the demo that articles in print carry is merged into a new one, which takes up its names in the end: other tests meet
  // the newsroom as it was.
  const name = fresh('Région');
  await createTag(page, name);
  await page.goto('/desk/tags?q=Baïkonour&type=place');
  await page.getByRole('row').getByRole('link', { name: 'Baïkonour' }).click();
  const fields = [
    'Nom en français',
    'Adresse (français)',
    'Description (français)',
    'Nom en anglais',
    'Adresse (anglais)',
    'Description (anglais)',
    'Wikidata',
  ];
  const before = await Promise.all(fields.map((field) => page.getByLabel(field).inputValue()));
  const old = (await page.getByRole('link', { name: 'Voir la page en français' }).getAttribute('href')) ?? '';
  expect((await request.get(old)).status()).toBe(200);
  await page.getByLabel('Fusionner dans quel mot-clé').fill(name);
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.getByRole('link', { name: `Fusionner dans ${name}` }).click();
  await page.getByRole('button', { name: 'Fusionner les deux mots-clés' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  const place =
    (await page.getByRole('link', { name: 'Voir la page en français' }).getAttribute('href')) ?? '';
  expect(place).not.toBe(old);
  await expect
    .poll(async () => (await request.get(old, { maxRedirects: 0 })).headers().location ?? '')
    .toContain(place);
  expect((await request.get(old)).status()).toBe(200);

  for (const [at, field] of fields.entries()) await page.getByLabel(field).fill(before[at] ?? '');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Enregistré.')).toBeVisible();
  await expect.poll(async () => (await request.get(old, { maxRedirects: 0 })).status()).toBe(200);
});

test('a reporter makes tags and does not change them; without a script the list and the form work', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAs(page, addressOf('philippa'));
  await page.goto('/desk/tags?type=person');
  await page.getByRole('row').getByRole('link').first().click();
  await expect(page.getByText('Only editors and administrators change tags.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await page.goto('/desk/tags');
  await page.getByText('New tag').click();
  const name = fresh('Scriptless');
  await page.getByLabel('Name in English').fill(name);
  await page.getByRole('button', { name: 'Create the tag' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await context.close();
});

test('a story is tagged from its text, by typing, by making a tag, and its tags are put in order by keys', async ({
  page,
}) => {
  await signInAs(page, addressOf('bastien'));
  await page.goto('/desk/stories/new');
  await page.getByRole('button', { name: 'Commencer l’article' }).click();
  await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
  await page.getByRole('textbox', { name: 'Texte de l’article' }).getByRole('heading').first().click();
  await page.keyboard.type('À Miami, Tokaïev et les lacs du Kazakhstan');
  const accept = (name: string) => page.getByRole('button', { name: `Ajouter ${name}, cité` });
  await expect(accept('Kassym-Jomart Tokaïev')).toBeVisible({ timeout: 20_000 });
  await accept('Kassym-Jomart Tokaïev').click();
  await page.getByRole('button', { name: 'Ne plus proposer Miami' }).click();
  await expect(accept('Miami')).toHaveCount(0);

  const field = page.getByRole('combobox', { name: 'Mots-clés' });
  await field.fill('ҚАЗАҚ');
  await expect(page.getByRole('option', { name: 'Kazakhstan' })).toBeVisible();
  await expectAccessible(page, 'the tags found');
  await field.press('Enter');
  const chosen = page.getByRole('list', { name: 'Mots-clés de l’article' }).getByRole('listitem');
  await expect(chosen).toHaveText([/Tokaïev/, /Kazakhstan/]);
  await expect(accept('Kazakhstan')).toHaveCount(0);

  const name = fresh('Lac Balkhach');
  await field.fill(name);
  await expect(page.getByRole('option', { name: `Créer «\u00a0${name}\u00a0», Lieu` })).toBeVisible();
  for (let key = 0; key < 3; key++) await field.press('ArrowDown');
  await field.press('Enter');
  await expect(chosen).toHaveText([/Tokaïev/, /Kazakhstan/, new RegExp(name)]);

  await page.getByRole('button', { name: new RegExp(`^Lieu, ${name}`) }).press('Alt+ArrowLeft');
  await expect(chosen).toHaveText([/Tokaïev/, new RegExp(name), /Kazakhstan/]);
  await page.getByRole('button', { name: 'Retirer Kassym-Jomart Tokaïev' }).click();
  await expect(chosen).toHaveText([new RegExp(name), /Kazakhstan/]);
  await expectAccessible(page, 'a story with tags');
  await expect(async () => {
    await page.reload();
    await expect(chosen).toHaveText([new RegExp(name), /Kazakhstan/], { timeout: 3_000 });
  }).toPass();
  await expect(accept('Miami')).toHaveCount(0);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`tags on a phone, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await signInAs(page, addressOf('bastien'));
    await page.goto('/desk/tags');
    await expectAccessible(page, 'the list');
    await page.getByRole('row').getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, 'a tag');
  });
}
