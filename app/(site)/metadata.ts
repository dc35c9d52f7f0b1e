import type { Metadata } from 'next';
import type { Language } from '#lib/kernel/language.ts';
import { feedPath, homePath, olderPath } from '#lib/publication/address.ts';
import { type Cursor, writeCursor } from '#lib/publication/cursor.ts';
import { absolute } from './absolute.ts';

const locales: Readonly<Record<Language, string>> = { fr: 'fr_FR', en: 'en_GB' };

export interface About {
  language: Language;
  newsroom: string;
  /** Without the newsroom's name. Absent on the home. */
  title?: string;
  description: string;
  path: string;
  before?: Cursor | null;
  /** The same page in other languages, itself included. */
  paths?: Partial<Record<Language, string>>;
  /** Path of the list whose feed this page announces. */
  feed?: string;
}

/** What the head of a readers' page says. Titles are plain text; Next escapes them. */
export function pageMetadata(about: About): Metadata {
  const { language, newsroom, title, description, before } = about;
  const path = before ? olderPath(about.path, writeCursor(before)) : about.path;
  const feed = about.feed ?? homePath(language);
  const languages = before
    ? {}
    : Object.fromEntries(Object.entries(about.paths ?? {}).map(([each, other]) => [each, absolute(other)]));
  return {
    title: title ? `${title} | ${newsroom}` : newsroom,
    description,
    alternates: {
      canonical: absolute(path),
      ...(Object.keys(languages).length > 1 ? { languages } : {}),
      types: {
        'application/rss+xml': absolute(feedPath(feed)),
        'application/feed+json': absolute(feedPath(feed, 'json')),
      },
    },
    robots: { index: true, follow: true, 'max-image-preview': 'large' },
    openGraph: {
      type: 'website',
      siteName: newsroom,
      title: title ?? newsroom,
      description,
      url: absolute(path),
      locale: locales[language],
    },
    twitter: { card: 'summary' },
  };
}
