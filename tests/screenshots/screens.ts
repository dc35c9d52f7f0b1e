import type { Page } from '@playwright/test';
import { demoStories } from '#lib/runtime/demo/stories.ts';
import type { DemoStory } from '#lib/runtime/demo/story.ts';

export interface Screen {
  /** The name of its pictures. */
  name: string;
  /** The address, or how to come to it. */
  at: string | ((page: Page) => Promise<unknown>);
}

/** Follows the first link of a page that leads to such an address. */
const follow = (from: string, to: RegExp) => async (page: Page) => {
  await page.goto(from);
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const found = hrefs.find((href) => to.test(href));
  if (!found) throw new Error(`${from} has no link to ${to}`);
  await page.goto(found);
};

/** Letters and figures only: the demo's headlines are set with other spaces than they are written with. */
const bare = (words: string) => words.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');

/** Opens, for readers, the newest French story in print of the demo for which this holds. */
const read = (fits: (story: DemoStory) => boolean) => async (page: Page) => {
  const story = demoStories.findLast(
    (each) => each.state === 'published' && each.language === 'fr' && fits(each),
  );
  const feed: { items: { title: string; url: string }[] } = await (
    await page.request.get('/fr/feed.json')
  ).json();
  const item = feed.items.find(({ title }) => bare(title) === bare(story?.headline ?? ''));
  if (!item) throw new Error('the feed has no such story');
  await page.goto(new URL(item.url).pathname);
};

const holds = (type: string) => (story: DemoStory) => story.body.some((node) => node.type === type);

const anArticle = read(() => true);

export const reading: readonly Screen[] = [
  { name: 'home-fr', at: '/fr' },
  { name: 'home-en', at: '/en' },
  { name: 'section', at: '/fr/asie-centrale' },
  { name: 'article', at: anArticle },
  {
    name: 'article-table-explainer',
    at: read((story) => holds('table')(story) && holds('explainer')(story)),
  },
  { name: 'article-corrected', at: read(({ correction }) => correction !== undefined) },
  { name: 'article-en', at: follow('/en', /^\/en\/(?!tag|by)[^/.]+\/[^/.]+$/) },
  { name: 'tag', at: async (page) => anArticle(page).then(() => follow(page.url(), /\/tag\//)(page)) },
  { name: 'byline', at: async (page) => anArticle(page).then(() => follow(page.url(), /\/by\//)(page)) },
  { name: 'missing', at: '/fr/monde/rien' },
  { name: 'missing-en', at: '/en/world/nothing' },
];

export const entering: readonly Screen[] = [
  { name: 'sign-in', at: '/sign-in' },
  { name: 'sign-in-en', at: '/sign-in?language=en' },
  { name: 'invitation-used', at: '/invitation/unknown' },
];

const story = (from: string) => async (page: Page) => {
  await follow(from, /^\/desk\/stories\/[0-9a-f-]{36}$/)(page);
  await page
    .getByText(/Enregistré à la rédaction|Saved to the newsroom/)
    .first()
    .waitFor();
};

const published = story('/desk/stories?state=published');
const draft = story('/desk/stories?state=draft');

/** Of an editor, who may publish. */
export const desk: readonly Screen[] = [
  { name: 'desk-stories', at: '/desk/stories' },
  { name: 'desk-stories-none-found', at: '/desk/stories?q=xylophone' },
  { name: 'desk-new-story', at: '/desk/stories/new' },
  { name: 'desk-editor', at: published },
  { name: 'desk-editor-draft', at: draft },
  {
    name: 'desk-editor-checklist',
    at: async (page) => {
      await draft(page);
      await page.getByRole('tab', { name: /Contrôle|Checklist/ }).click();
    },
  },
  {
    name: 'desk-editor-history',
    at: async (page) => {
      await published(page);
      await page.getByRole('tab', { name: /Historique|History/ }).click();
      await page
        .getByRole('button', { name: /^(Voir|View)/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'desk-editor-publish',
    at: async (page) => {
      await published(page);
      await page.getByRole('button', { name: /^(Publier|Publish)/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'desk-tags', at: '/desk/tags' },
  { name: 'desk-tag', at: follow('/desk/tags', /^\/desk\/tags\/[0-9a-f-]{36}$/) },
  { name: 'desk-profile', at: '/desk/profile' },
  { name: 'desk-missing', at: '/desk/nowhere' },
];

/** Of an administrator. */
export const administration: readonly Screen[] = [
  { name: 'desk-people', at: '/desk/people' },
  { name: 'desk-person', at: follow('/desk/people', /^\/desk\/people\/[0-9a-f-]{36}$/) },
  { name: 'desk-audit', at: '/desk/audit' },
];
