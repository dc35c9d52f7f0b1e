import { Feed } from 'feed';
import type { Language } from '#lib/kernel/language.ts';
import { feedPath, personPath } from './address.ts';
import { htmlOf } from './html.ts';
import { bodyMarkup, inlineMarkup, type Markup, type MarkupWords } from './markup.ts';
import { descriptionOf } from './news-article.ts';
import type { FeedItem } from './views.ts';
import { xmlText } from './xml.ts';

export interface FeedAbout {
  title: string;
  description: string;
  language: Language;
  /** Path of the page that shows the same list. */
  path: string;
  words: MarkupWords;
  /** Names of the kinds of notice. */
  notices: Readonly<Record<FeedItem['notices'][number]['kind'], string>>;
}

type Absolute = (path: string) => string;

/** The newest articles with their whole text, as RSS 2.0. `absolute` makes a path an address. */
export function rssFeed(about: FeedAbout, items: readonly FeedItem[], absolute: Absolute): string {
  const newest = items.reduce((latest, item) => (item.updatedAt > latest ? item.updatedAt : latest), '');
  const feed = new Feed({
    id: absolute(about.path),
    title: xmlText(about.title),
    description: xmlText(about.description),
    link: absolute(about.path),
    language: about.language,
    // An empty feed has no newest article: the beginning of time, not the moment of asking.
    updated: new Date(newest || 0),
    generator: 'Chapeau',
    feedLinks: { rss: absolute(feedPath(about.path)) },
  });
  for (const item of items) {
    const names = item.bylines.map(({ name }) => name).join(', ');
    feed.addItem({
      id: idOf(item),
      title: xmlText(item.headline),
      link: absolute(item.path),
      date: new Date(item.firstPublishedAt),
      description: xmlText(descriptionOf(item)),
      content: xmlText(contentOf(item, about, absolute)),
      category: subjectsOf(item).map((name) => ({ name: xmlText(name) })),
      // RSS's own author is a mail address, which ours do not give away: Dublin Core's creator is a name.
      extensions: names ? [{ name: 'dc:creator', objects: { _text: xmlText(names) } }] : [],
    });
  }
  return feed.rss2();
}

/** The same as JSON Feed 1.1. */
export function jsonFeed(about: FeedAbout, items: readonly FeedItem[], absolute: Absolute) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: about.title,
    description: about.description,
    language: about.language,
    home_page_url: absolute(about.path),
    feed_url: absolute(feedPath(about.path, 'json')),
    items: items.map((item) => ({
      id: idOf(item),
      url: absolute(item.path),
      title: item.headline,
      summary: descriptionOf(item),
      content_html: contentOf(item, about, absolute),
      date_published: item.firstPublishedAt,
      date_modified: item.updatedAt,
      language: item.language,
      authors: item.bylines.map(({ name, slug }) => ({
        name,
        url: absolute(personPath(item.language, slug)),
      })),
      tags: subjectsOf(item),
    })),
  };
}

/** Of the story, not of its address: an article that moves is not a new one. */
function idOf(item: FeedItem): string {
  return `urn:uuid:${item.storyId}`;
}

function subjectsOf(item: FeedItem): string[] {
  return [item.section.name, ...item.tags.map((tag) => tag.label)];
}

/** Notices first, then standfirst and body, every link whole. */
function contentOf(item: FeedItem, about: FeedAbout, absolute: Absolute): string {
  const link = (href: string) => new URL(href, absolute(item.path)).href;
  const [, standfirst] = item.document.content ?? [];
  const paragraph = (...children: Markup[]): Markup => ({ tag: 'p', attributes: {}, children });
  const strong = (...children: Markup[]): Markup => ({ tag: 'strong', attributes: {}, children });
  return htmlOf([
    ...item.notices.map(({ kind, text }) => paragraph(strong(`${about.notices[kind]}.`), ` ${text}`)),
    ...(item.standfirst && standfirst ? [paragraph(strong(...inlineMarkup(standfirst, link)))] : []),
    ...bodyMarkup(item.document, { words: about.words, dateline: item.dateline, link }),
  ]);
}
