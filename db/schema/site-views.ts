import { integer, jsonb, text } from 'drizzle-orm/pg-core';
import { id } from './columns.ts';
import { site } from './site.ts';
import { tagType } from './tags.ts';

// Views made by hand in db/migrations (0001): what readers may know of tags, people and sections now, and only where a live
// article carries them. They run with the owner's rights, so the readers' role needs none outside `site`.

export const siteTags = site
  .view('tags', {
    tagId: id('tag_id').notNull(),
    type: tagType('type').notNull(),
    language: text('language').notNull(),
    label: text('label').notNull(),
    slug: text('slug').notNull(),
    description: text('description').notNull(),
    wikidata: text('wikidata'),
  })
  .existing();

export const siteTagRedirects = site
  .view('tag_redirects', {
    type: tagType('type').notNull(),
    language: text('language').notNull(),
    slug: text('slug').notNull(),
    tagId: id('tag_id').notNull(),
  })
  .existing();

export const sitePeople = site
  .view('people', {
    personId: id('person_id').notNull(),
    bylineName: text('byline_name').notNull(),
    slug: text('slug').notNull(),
    biography: jsonb('biography').$type<Record<string, string>>().notNull(),
  })
  .existing();

export const siteSections = site
  .view('sections', {
    sectionId: id('section_id').notNull(),
    position: integer('position').notNull(),
    nameFr: text('name_fr').notNull(),
    nameEn: text('name_en').notNull(),
    slugFr: text('slug_fr').notNull(),
    slugEn: text('slug_en').notNull(),
  })
  .existing();

export const siteNewsroom = site
  .view('newsroom', {
    name: text('name').notNull(),
    tagline: jsonb('tagline').$type<Record<string, string>>().notNull(),
    timeZone: text('time_zone').notNull(),
    defaultLanguage: text('default_language').notNull(),
  })
  .existing();
