import type { Language } from '#lib/kernel/language.ts';
import type { TagType } from '#lib/tags/tag-type.ts';

/** An article in print as lists show it. */
export interface ListedArticle {
  storyId: string;
  language: Language;
  slug: string;
  section: { name: string; slug: string };
  kicker: string;
  headline: string;
  standfirst: string;
  trailText: string;
  bylines: { personId: string; name: string; slug: string }[];
  firstPublishedAt: Date;
  updatedAt: Date;
  /** Its place in the list (lib/publication/cursor.ts). */
  cursor: string;
}

/** A part of a list, newest first. */
export interface ArticleList {
  articles: ListedArticle[];
  /** Cursor of what is older; null when there is nothing. */
  older: string | null;
}

/** A tag as readers know it in one language. */
export interface SiteTag {
  tagId: string;
  type: TagType;
  label: string;
  slug: string;
}

/** What a list says under a headline: the trail text, or the standfirst where nobody wrote one. */
export function trailOf({ trailText, standfirst }: Pick<ListedArticle, 'trailText' | 'standfirst'>): string {
  return trailText || standfirst;
}
