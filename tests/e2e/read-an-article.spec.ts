import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { slugFrom } from '#lib/kernel/slug.ts';
import { demoSections } from '#lib/runtime/demo/sections.ts';
import { demoStories } from '#lib/runtime/demo/stories.ts';
import { typeset } from '#lib/runtime/demo/typesetting.ts';

// Readers' pages of the demo newsroom, as a browser without scripts and as one with them sees them.

/** A story of the demo newsroom that has all there is: people, tags, an explainer, a correction. */
const [section, told] = (() => {
  const story = demoStories.find(
    (each) => each.language === 'fr' && each.state === 'published' && each.correction,
  );
  const its = demoSections.find(({ key }) => key === story?.section);
  if (!story || !its) throw new Error('the demo newsroom has no corrected story');
  return [its.fr, story];
})();

/** That story, opened from its section. Gives its headline. */
async function openArticle(page: Page): Promise<string> {
  await page.goto(`/fr/${section[1]}`);
  const headline = typeset(told.headline, 'fr');
  await page.getByRole('main').getByRole('link', { name: headline }).click();
  return headline;
}

/** One page of each kind, by following links. */
async function everyKind(page: Page): Promise<string[]> {
  await openArticle(page);
  const article = page.url();
  const tag = await page.getByRole('complementary').getByRole('link').first().getAttribute('href');
  const person = await page.locator('[rel=author]').first().getAttribute('href');
  const section = await page.locator('nav [aria-current]').getAttribute('href');
  return ['/fr', '/en', '/fr/nulle-part', article, ...[tag, person, section].filter((href) => href !== null)];
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(`scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a reader opens an article, its section, a tag and its author', async ({ page }) => {
      const headline = await openArticle(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline);
      await expect(page).toHaveTitle(new RegExp(`^${headline.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} \\| `));
      await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
      await expect(page.getByRole('region', { name: 'Rectificatif' })).toBeVisible();
      await expect(page.getByRole('article').locator('time').first()).toHaveAttribute(
        'datetime',
        /^\d{4}-\d\d-\d\dT.*Z$/,
      );
      const article = page.url();

      await page.getByRole('complementary').getByRole('link').first().click();
      await expect(page.getByRole('link', { name: headline })).toBeVisible();
      await page.goto(article);
      await page.locator('[rel=author]').first().click();
      await expect(page.getByRole('link', { name: headline })).toBeVisible();
      await page.goto(article);
      await page.getByRole('navigation', { name: 'Rubriques' }).locator('[aria-current]').click();
      await expect(page.getByRole('link', { name: headline })).toBeVisible();
    });

    test('nothing is asked of anybody else, and nothing is kept on the reader', async ({
      page,
      context,
      baseURL,
    }) => {
      const foreign: string[] = [];
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== new URL(baseURL ?? '').origin) foreign.push(request.url());
      });
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(String(error)));
      await openArticle(page);
      await page.waitForLoadState('networkidle');
      expect(foreign).toEqual([]);
      expect(faults).toEqual([]);
      expect(await context.cookies()).toEqual([]);
    });

    test('an address that leads nowhere has a page, in its language', async ({ page }) => {
      const french = await page.goto('/fr/monde/cela-n-existe-pas');
      expect(french?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas');
      const english = await page.goto('/en/by/nobody-at-all');
      expect(english?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
      await page.getByRole('main').getByRole('link', { name: 'Go to the top stories' }).click();
      await expect(page).toHaveURL(/\/en$/);
    });
  });
}

test('the home leads to articles in both languages', async ({ page }) => {
  for (const [language, top] of [
    ['fr', 'À la une'],
    ['en', 'Top stories'],
  ] as const) {
    await page.goto(`/${language}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(top);
    const lead = page.getByRole('article').first().getByRole('heading', { level: 2 }).getByRole('link');
    await expect(lead).toHaveAttribute('href', new RegExp(`^/${language}/[a-z-]+/[a-z0-9-]+$`));
  }
});

test('the bare address leads to the newsroom’s language', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/fr$/);
});

test('light and dark are the reader’s choice, and stay', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/fr');
  await page.getByRole('button', { name: 'Passer du clair au sombre' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('without scripts no control stands there that would do nothing', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await openArticle(page);
  await expect(page.getByRole('button')).toHaveCount(0);
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page has an accessibility fault, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme });
    for (const path of await everyKind(page)) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}

test('every page fits a screen of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of await everyKind(page)) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
  }
});

test('the keyboard reaches the text first', async ({ page }) => {
  await page.goto('/fr');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('on paper: the text and where it was read, not the site around it', async ({ page }) => {
  await openArticle(page);
  const address = page.url();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(new URL(address).pathname)).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toHaveCount(0);
});

test('what machines read is in the head, whole, and of this address only', async ({ page, request }) => {
  const headline = await openArticle(page);
  const html = await (await request.get(page.url())).text();
  const head = html.slice(0, html.indexOf('</head>'));
  for (const said of [
    '<title>',
    'rel="canonical"',
    'property="og:title"',
    'property="og:type" content="article"',
    'application/rss+xml',
    'max-image-preview:large',
  ])
    expect(head, said).toContain(said);
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
  expect(new URL(canonical ?? '').pathname).toBe(new URL(page.url()).pathname);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(data).toMatchObject({
    '@type': 'NewsArticle',
    headline,
    inLanguage: 'fr',
    isAccessibleForFree: true,
  });
  expect(data.mainEntityOfPage['@id']).toBe(canonical);
  const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes?.trim());
  expect(scripts).toEqual(['src="/site.js"', 'type="application/ld+json"']);
});

/** Feeds and sitemaps, found as a program finds them. */
async function outlets(request: APIRequestContext): Promise<string[]> {
  const index = await (await request.get('/sitemap.xml')).text();
  const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => new URL(loc ?? '').pathname);
  const sections = demoSections.flatMap(({ fr, en }) => [`/fr/${fr[1]}/feed.xml`, `/en/${en[1]}/feed.xml`]);
  return ['/fr/feed.xml', '/en/feed.xml', '/sitemap.xml', ...parts, ...sections];
}

test('feeds and sitemaps are XML, and lead to pages that are there', async ({ page, request }) => {
  await page.goto('/fr');
  for (const path of await outlets(request)) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()['content-type'], path).toMatch(/^application\/(rss\+)?xml; charset=utf-8$/);
    const fault = await page.evaluate(
      (xml) =>
        new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')?.textContent,
      await answer.text(),
    );
    expect(fault, path).toBeUndefined();
  }
  const feed = await (await request.get('/fr/feed.json')).json();
  expect(feed.items.length).toBeGreaterThan(0);
  for (const item of feed.items) {
    expect((await request.get(new URL(item.url).pathname)).status(), item.url).toBe(200);
    expect(item.content_html).not.toMatch(/<script|javascript:|\sclass=|href="\//);
  }
});

test('what is not in print is nowhere, and answers like what never was', async ({ request }) => {
  const unseen = demoStories.filter((story) => story.state !== 'published');
  expect(unseen.length).toBeGreaterThan(0);
  const never = await request.get('/fr/monde/jamais-ecrit-par-personne');
  const nothing = await never.text();
  for (const story of unseen) {
    const section = demoSections.find(({ key }) => key === story.section)?.[story.language][1] ?? 'monde';
    const answer = await request.get(
      `/${story.language}/${section}/${story.slug || slugFrom(story.headline)}`,
    );
    expect(answer.status(), story.headline).toBe(404);
    if (story.language === 'fr') expect(await answer.text(), story.headline).toBe(nothing);
  }
  const sitemap = (
    await Promise.all(['fr', 'en'].map(async (part) => (await request.get(`/sitemap/${part}.xml`)).text()))
  ).join();
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => new URL(loc ?? '').pathname);
  for (const path of [...pages, ...(await outlets(request)), '/fr/feed.json', '/en/feed.json']) {
    const body = await (await request.get(path)).text();
    for (const { headline, language } of unseen)
      expect(body, path).not.toContain(typeset(headline, language));
  }
});

test.describe('addresses nobody’s link has', () => {
  for (const [path, status] of [
    ['/fr?before=20990101000000000000-01991234-5678-7000-8000-000000000001', 200],
    ['/fr?before=20000101000000000000-01991234-5678-7000-8000-000000000001', 404],
    ['/fr?before=%00', 404],
    ['/fr?before=x&before=y', 404],
    ["/fr?before='%20or%201=1", 404],
    ['/fr?page=2&utm_source=x', 200],
    ['/fr/monde/%00', 400],
    ['/fr/tag/lieu/kazakhstan', 404],
    ['/fr/tag/place/__proto__', 404],
    ['/de', 404],
    ['/fr/feed.xml/x', 404],
    ['/de/feed.xml', 404],
    ['/fr/nulle-part/feed.xml', 404],
    ['/sitemap/de.xml', 404],
    ['/sitemap/fr-x.xml', 404],
  ] as const) {
    test(`${path}: ${status}`, async ({ request }) => {
      expect((await request.get(path, { maxRedirects: 0 })).status()).toBe(status);
    });
  }
});
