import { type APIRequestContext, expect, test } from '@playwright/test';
import { slugFrom } from '#lib/kernel/slug.ts';
import { demoSections } from '#lib/runtime/demo/sections.ts';
import { demoStories } from '#lib/runtime/demo/stories.ts';
import { typeset } from '#lib/runtime/demo/typesetting.ts';
import { addressOf, signInAs } from '#tests/support/desk-visit.ts';

// What readers must not find: the demo newsroom's drafts, handed-in, ready, withdrawn and archived stories.

const hidden = demoStories.filter((story) => story.state !== 'published');
const written = hidden.map((story) => typeset(story.headline, story.language));

/** Every address a reader can come to by following links and lists, and what it answers. */
async function crawl(request: APIRequestContext): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const waiting = ['/fr', '/en', '/robots.txt', '/sitemap.xml', '/sitemap/fr.xml', '/sitemap/en.xml'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue;
    const text = await (await request.get(path, { maxRedirects: 0 })).text();
    seen.set(path, text);
    for (const [, address = ''] of text.matchAll(/(?:href=|<loc>|"url":)\s*"?([^"<>\s]+)/g)) {
      const url = new URL(address.replaceAll('&amp;', '&'), 'http://x');
      const isOurs = ['x', '127.0.0.1', 'localhost'].includes(url.hostname);
      if (isOurs && !/^\/(desk|sign-in|_next|icon)/.test(url.pathname))
        waiting.push(url.pathname + url.search);
    }
  }
  return seen;
}

test('no word of what is not in print stands on any page, list, feed or map', async ({ request }) => {
  test.setTimeout(180_000);
  const pages = await crawl(request);
  expect(pages.size).toBeGreaterThan(60);
  const shown = [...pages].flatMap(([path, text]) =>
    written.filter((headline) => text.includes(headline)).map((headline) => `${path}: ${headline}`),
  );
  expect(written.length).toBeGreaterThan(4);
  expect(shown).toEqual([]);
  // The search itself works: what is in print is found.
  const inPrint = demoStories.filter((story) => story.state === 'published');
  const texts = [...pages.values()].join('\n');
  expect(
    inPrint.filter((story) => !texts.includes(typeset(story.headline, story.language).slice(0, 20))),
  ).toEqual([]);
});

test('an address that such a story has, had or could have answers like one that never was', async ({
  request,
}) => {
  const never = await request.get('/fr/monde/jamais-ecrit-nulle-part');
  for (const story of hidden) {
    const section = demoSections.find(({ key }) => key === story.section) ?? demoSections[0];
    const [, sectionSlug] = section[story.language];
    for (const slug of new Set([story.slug || slugFrom(story.headline), slugFrom(story.headline)])) {
      for (const headers of [{}, { rsc: '1' }, { 'next-router-prefetch': '1', rsc: '1' }]) {
        const answer = await request.get(`/${story.language}/${sectionSlug}/${slug}`, {
          headers,
          maxRedirects: 0,
        });
        expect(answer.status()).toBe(404);
        expect(answer.headers()['content-type']).toBe(never.headers()['content-type']);
        if (story.language === 'fr') expect(await answer.text()).toBe(await never.text());
      }
    }
  }
});

test('who is signed in sees, as a reader, what every reader sees', async ({ page, request }) => {
  await signInAs(page, addressOf('bastien'));
  const theirs = await page.request.get('/fr');
  expect(theirs.headers()['set-cookie']).toBeUndefined();
  expect(await theirs.text()).toBe(await (await request.get('/fr')).text());
});

test('the desk shows a stranger nothing, whatever they send along', async ({ request }) => {
  const probes = [
    {},
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%22%22%5D' },
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    { cookie: 'chapeau.session=eyJhbGciOiJub25lIn0.e30.' },
    { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' },
  ];
  for (const headers of probes) {
    for (const path of ['/desk/stories', '/desk/tags', '/desk/people', '/desk/audit', '/desk/profile']) {
      const answer = await request.get(path, { headers, maxRedirects: 0 });
      const text = await answer.text();
      expect([200, 303, 307, 404]).toContain(answer.status());
      expect(written.filter((headline) => text.includes(headline))).toEqual([]);
      expect(text).not.toContain('chapeau.example');
    }
  }
});
