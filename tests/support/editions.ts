import { transaction } from '#db/client.ts';
import {
  articleBylines,
  articles,
  articleTags,
  editions,
  newsroom,
  people,
  permalinks,
  sections,
  tagLabels,
  tagRedirects,
  tags,
} from '#db/schema/index.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Language } from '#lib/kernel/language.ts';
import { fold } from '#lib/kernel/text.ts';
import type { Edition } from '#lib/publication/edition.ts';
import type { PrintNode } from '#lib/publication/print-node.ts';
import type { TagType } from '#lib/tags/tag-type.ts';

// Rows of the schema `site` as publishing writes them, for tests of what readers see. Content is an edition's, complete.

export interface TestSection {
  id: string;
  fr: readonly [name: string, slug: string];
  en: readonly [name: string, slug: string];
}

/** Two sections and the row that names the newsroom. Once per database. */
export async function foundNewsroom(): Promise<{ monde: TestSection; climat: TestSection }> {
  const monde: TestSection = { id: newId(), fr: ['Monde', 'monde'], en: ['World', 'world'] };
  const climat: TestSection = { id: newId(), fr: ['Climat', 'climat'], en: ['Climate', 'climate'] };
  await transaction(async (tx) => {
    await tx
      .insert(newsroom)
      .values({ name: 'Chapeau', tagline: { fr: 'Essai', en: 'Trial' } })
      .onConflictDoNothing();
    await tx.insert(sections).values(
      [monde, climat].map(({ id, fr, en }, position) => ({
        id,
        position,
        nameFr: fr[0],
        slugFr: fr[1],
        nameEn: en[0],
        slugEn: en[1],
      })),
    );
  });
  return { monde, climat };
}

export interface TestTag {
  id: string;
  type: TagType;
  label: string;
  slug: string;
}

/** A tag with the same label and slug in both languages. */
export async function makeTag(type: TagType, label: string, slug: string): Promise<TestTag> {
  const id = newId();
  await transaction(async (tx) => {
    await tx.insert(tags).values({ id, type });
    await tx.insert(tagLabels).values(
      (['fr', 'en'] as const).map((language) => ({
        tagId: id,
        type,
        language,
        label,
        folded: fold(label),
        slug,
        description: `${label} (${language})`,
      })),
    );
  });
  return { id, type, label, slug };
}

/** An address a tag used to have. */
export async function moveTag(tag: TestTag, language: Language, oldSlug: string): Promise<void> {
  await transaction((tx) =>
    tx.insert(tagRedirects).values({ type: tag.type, language, slug: oldSlug, tagId: tag.id }),
  );
}

export interface TestPerson {
  id: string;
  name: string;
  slug: string;
}

export async function hirePerson(name: string, slug: string): Promise<TestPerson> {
  const id = newId();
  await transaction((tx) =>
    tx.insert(people).values({
      id,
      email: `${slug}@chapeau.example`,
      name,
      bylineName: name,
      slug,
      biography: { fr: `Biographie de ${name}.`, en: `About ${name}.` },
    }),
  );
  return { id, name, slug };
}

export interface TestArticle {
  section: TestSection;
  slug: string;
  language?: Language;
  headline?: string;
  standfirst?: string;
  body?: PrintNode[];
  tags?: TestTag[];
  by?: TestPerson[];
  at?: Date;
  notices?: Edition['notices'];
  /** `false`: the edition is kept, but no article points at it, as after unpublishing. */
  inPrint?: boolean;
}

const words = (text: string): PrintNode[] => [{ type: 'text', text }];

/** Publishes: an edition, the article that points at it, its tags, bylines and address. Gives the story's id. */
export async function printArticle(given: TestArticle): Promise<string> {
  const { section, slug, language = 'fr', at = new Date('2026-01-05T08:00:00Z'), inPrint = true } = given;
  const storyId = newId(at.getTime());
  const headline = given.headline ?? `Titre de ${slug}`;
  const standfirst = given.standfirst ?? `Chapô de ${slug}.`;
  const body = given.body ?? [
    { type: 'paragraph', attrs: { id: 'first-block' }, content: words(`Corps de ${slug}.`) },
  ];
  const [name, sectionSlug] = section[language];
  const content: Edition = {
    storyId,
    number: 1,
    textVersion: 1,
    language,
    section: { id: section.id, name, slug: sectionSlug },
    slug,
    kicker: '',
    headline,
    standfirst,
    trailText: '',
    dateline: '',
    document: {
      type: 'doc',
      content: [
        { type: 'headline', content: words(headline) },
        { type: 'standfirst', content: words(standfirst) },
        ...body,
      ],
    },
    bylines: (given.by ?? []).map((person) => ({
      personId: person.id,
      name: person.name,
      slug: person.slug,
    })),
    tags: (given.tags ?? []).map((tag) => ({
      tagId: tag.id,
      type: tag.type,
      label: tag.label,
      slug: tag.slug,
    })),
    notices: given.notices ?? [],
    firstPublishedAt: at.toISOString(),
    updatedAt: at.toISOString(),
    signs: 20,
    words: 3,
  };
  await transaction(async (tx) => {
    await tx
      .insert(editions)
      .values({ storyId, number: 1, textVersion: 1, language, content, digest: 'x', publishedAt: at });
    await tx
      .insert(permalinks)
      .values({ language, sectionSlug, slug, storyId })
      .onConflictDoUpdate({
        target: [permalinks.language, permalinks.sectionSlug, permalinks.slug],
        set: { storyId },
      });
    if (!inPrint) return;
    await tx.insert(articles).values({
      storyId,
      editionNumber: 1,
      language,
      sectionId: section.id,
      slug,
      kicker: '',
      headline,
      standfirst,
      trailText: '',
      firstPublishedAt: at,
      updatedAt: at,
    });
    const shared = { storyId, language, firstPublishedAt: at };
    for (const [position, tag] of (given.tags ?? []).entries())
      await tx.insert(articleTags).values({ ...shared, tagId: tag.id, position });
    for (const [position, person] of (given.by ?? []).entries())
      await tx.insert(articleBylines).values({ ...shared, personId: person.id, position });
  });
  return storyId;
}

/** Gives an address that a story had before it took the one it has. */
export async function rememberAddress(
  storyId: string,
  language: Language,
  sectionSlug: string,
  slug: string,
) {
  await transaction((tx) => tx.insert(permalinks).values({ language, sectionSlug, slug, storyId }));
}
