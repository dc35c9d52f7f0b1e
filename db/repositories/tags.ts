import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import type { Reader, Tx } from '#db/client.ts';
import { tagAliases, tagCatalogue, tagLabels, tagRedirects, tags } from '#db/schema/index.ts';
import { fold } from '#lib/kernel/text.ts';
import type { AddressHolder } from '#lib/tags/naming.ts';
import type { Tag, TagLabel } from '#lib/tags/tag.ts';
import type { TagType } from '#lib/tags/tag-type.ts';

/** A tag with what became of it. */
export interface TagRow extends Tag {
  /** The tag it went into; null while it stands. */
  readonly mergedInto: string | null;
}

/**
 * Makes every other writer of names wait until this transaction ends, so that an address found free still is when it is
 * written. The first thing that a command on tags does.
 */
export async function lockCatalogue(tx: Tx): Promise<void> {
  await tx
    .insert(tagCatalogue)
    .values({ id: 1 })
    .onConflictDoUpdate({ target: tagCatalogue.id, set: { version: sql`${tagCatalogue.version}` } });
}

/** Tells every process, when the transaction commits, that names changed. Gives the version to note on the tags that did. */
export async function raiseCatalogue(tx: Tx): Promise<number> {
  const [row] = await tx
    .insert(tagCatalogue)
    .values({ id: 1, version: 1 })
    .onConflictDoUpdate({ target: tagCatalogue.id, set: { version: sql`${tagCatalogue.version} + 1` } })
    .returning({ version: tagCatalogue.version });
  if (!row) throw new Error('the tag catalogue has no version');
  return row.version;
}

export async function findTag(reader: Reader, tagId: string): Promise<TagRow | null> {
  const [row] = await reader.select().from(tags).where(eq(tags.id, tagId));
  return row ? withNames(reader, row) : null;
}

/** The tag, locked against other writers until the transaction ends. Who needs two locks them by `lockTags` first. */
export async function lockTag(tx: Tx, tagId: string): Promise<TagRow | null> {
  const [row] = await tx.select().from(tags).where(eq(tags.id, tagId)).for('update');
  return row ? withNames(tx, row) : null;
}

async function withNames(reader: Reader, row: typeof tags.$inferSelect): Promise<TagRow> {
  const labels = await reader
    .select({
      language: tagLabels.language,
      label: tagLabels.label,
      slug: tagLabels.slug,
      description: tagLabels.description,
      borrowed: tagLabels.borrowed,
    })
    .from(tagLabels)
    .where(eq(tagLabels.tagId, row.id))
    .orderBy(asc(tagLabels.language));
  const aliases = await reader
    .select({ alias: tagAliases.alias })
    .from(tagAliases)
    .where(eq(tagAliases.tagId, row.id))
    .orderBy(asc(tagAliases.folded));
  return {
    tagId: row.id,
    type: row.type,
    labels,
    aliases: aliases.map((each) => each.alias),
    wikidata: row.wikidata,
    mediaTopic: row.mediaTopic,
    version: row.version,
    mergedInto: row.mergedInto,
  };
}

/**
 * The addresses of a type that begin like one of `bases`, of tags other than `except`: those in use, and those that still lead
 * to a tag.
 */
export async function findAddressHolders(
  reader: Reader,
  type: TagType,
  bases: readonly string[],
  except: string | null,
): Promise<AddressHolder[]> {
  // A slug has no wildcard in it; of a text that is no slug only the part before the first such sign is compared.
  const beginnings = bases.map((base) => `${/^[a-z0-9-]*/.exec(base)?.[0].slice(0, 40) ?? ''}%`);
  const { rows } = await reader.execute<{ language: string; slug: string; tagId: string; label: string }>(sql`
    select taken.language, taken.slug, taken.tag_id as "tagId", min(name.label) as label
    from (
      select language, slug, tag_id from ${tagLabels} where type = ${type} and slug like any(${sql.param(beginnings)}::text[])
      union all
      select language, slug, tag_id from ${tagRedirects} where type = ${type} and slug like any(${sql.param(beginnings)}::text[])
    ) taken
    join ${tagLabels} name on name.tag_id = taken.tag_id
    where taken.tag_id is distinct from ${except}::uuid
    group by taken.language, taken.slug, taken.tag_id`);
  return rows;
}

/** A tag other than `except` that has one of these outside ids, and which of the two it is. */
export async function findByOutsideId(
  reader: Reader,
  ids: { wikidata: string | null; mediaTopic: string | null },
  except: string | null,
): Promise<{ tagId: string; of: 'wikidata' | 'mediaTopic' } | null> {
  const { wikidata, mediaTopic } = ids;
  const same = or(
    wikidata === null ? undefined : eq(tags.wikidata, wikidata),
    mediaTopic === null ? undefined : eq(tags.mediaTopic, mediaTopic),
  );
  if (!same) return null;
  const [row] = await reader
    .select({ tagId: tags.id, wikidata: tags.wikidata })
    .from(tags)
    .where(and(same, except === null ? undefined : ne(tags.id, except)))
    .limit(1);
  return row
    ? { tagId: row.tagId, of: row.wikidata === wikidata && wikidata !== null ? 'wikidata' : 'mediaTopic' }
    : null;
}

type NewTag = Omit<Tag, 'version'>;

/** Writes new tags with their names. The caller holds the catalogue and has chosen free addresses. */
export async function insertTags(tx: Tx, made: readonly NewTag[], catalogueVersion: number): Promise<void> {
  // Fewer parameters a statement than Postgres takes (65,535), however many tags.
  for (let from = 0; from < made.length; from += 500) {
    const some = made.slice(from, from + 500);
    await tx.insert(tags).values(
      some.map(({ tagId, type, wikidata, mediaTopic }) => ({
        id: tagId,
        type,
        wikidata,
        mediaTopic,
        catalogueVersion,
      })),
    );
    await insertNames(tx, some);
  }
}

async function insertNames(
  tx: Tx,
  named: readonly Pick<Tag, 'tagId' | 'type' | 'labels' | 'aliases'>[],
): Promise<void> {
  const labels = named.flatMap(({ tagId, type, labels: own }) =>
    own.map((each) => ({ ...each, tagId, type, folded: fold(each.label) })),
  );
  const aliases = named.flatMap(({ tagId, aliases: own }) =>
    own.map((alias) => ({ tagId, alias, folded: fold(alias) })),
  );
  if (labels.length > 0) await tx.insert(tagLabels).values(labels);
  if (aliases.length > 0) await tx.insert(tagAliases).values(aliases);
}

/**
 * Gives a tag its new names and ids. Addresses that it leaves lead to it for good; one that it takes up again is its own. The
 * caller holds the catalogue and the tag. Returns the tag's new version.
 */
export async function updateTag(
  tx: Tx,
  before: TagRow,
  after: {
    labels: readonly TagLabel[];
    aliases: readonly string[];
    wikidata: string | null;
    mediaTopic: string | null;
  },
  catalogueVersion: number,
): Promise<number> {
  const { tagId, type } = before;
  const version = before.version + 1;
  await tx
    .update(tags)
    .set({ wikidata: after.wikidata, mediaTopic: after.mediaTopic, version, catalogueVersion })
    .where(eq(tags.id, tagId));
  await tx.delete(tagLabels).where(eq(tagLabels.tagId, tagId));
  await tx.delete(tagAliases).where(eq(tagAliases.tagId, tagId));
  await insertNames(tx, [{ tagId, type, ...after }]);
  const left = before.labels.filter(
    (old) => !after.labels.some((each) => each.language === old.language && each.slug === old.slug),
  );
  if (left.length > 0) {
    await tx
      .insert(tagRedirects)
      .values(left.map(({ language, slug }) => ({ type, language, slug, tagId })))
      .onConflictDoUpdate({
        target: [tagRedirects.type, tagRedirects.language, tagRedirects.slug],
        set: { tagId },
      });
  }
  for (const { language, slug } of after.labels) {
    await tx
      .delete(tagRedirects)
      .where(
        and(eq(tagRedirects.type, type), eq(tagRedirects.language, language), eq(tagRedirects.slug, slug)),
      );
  }
  return version;
}

/** How many tags of each type stand. */
export async function countByType(reader: Reader): Promise<Partial<Record<TagType, number>>> {
  const rows = await reader
    .select({ type: tags.type, count: sql<number>`count(*)::int` })
    .from(tags)
    .where(isNull(tags.mergedInto))
    .groupBy(tags.type);
  return Object.fromEntries(rows.map((row) => [row.type, row.count]));
}
