import { beforeAll, expect, test } from 'vitest';
import { editTag } from '#lib/tags/commands/edit-tag.ts';
import { nameTag } from '#lib/tags/commands/name-tag.ts';
import { listMatchingTags } from '#lib/tags/queries/list-matching-tags.ts';
import { listTags } from '#lib/tags/queries/list-tags.ts';
import { readTag } from '#lib/tags/queries/read-tag.ts';
import { type Cast, hireCast } from '#tests/support/cast.ts';
import { sqlRows } from '#tests/support/database.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await hireCast();
});

const president = {
  type: 'person' as const,
  labels: [{ language: 'fr', label: 'Kassym-Jomart Tokaïev', description: 'Président du Kazakhstan' }],
  aliases: ['Tokaïev', 'Tokayev', 'Қасым-Жомарт Тоқаев', 'TOKAYEV'],
  wikidata: 'Q1112862',
};

/** Names a tag as an editor and answers its id; a refusal fails the test. */
async function named(input: Parameters<typeof nameTag>[1]): Promise<string> {
  const result = await nameTag(cast.elias, input);
  if (!result.ok) throw new Error(result.reason);
  return result.value.tagId;
}

test('a reporter names a tag; typing finds it by any of its names, whatever case and accents', async () => {
  const result = await nameTag(cast.rita, president);
  expect(result).toMatchObject({ ok: true, value: { type: 'person' } });
  for (const typed of ['tokai', 'TOKAY', 'jomart', 'kassym tok', 'Tok kas', 'тоқ', ' kassym-jomart ']) {
    const found = await listMatchingTags(cast.fatima, typed);
    expect(
      found.map((each) => each.label),
      typed,
    ).toEqual(['Kassym-Jomart Tokaïev']);
  }
  expect((await listMatchingTags(cast.fatima, 'tokay'))[0]?.foundBy).toBe('Tokayev');
  for (const typed of ['okaiev', '', '%', "' | '", 'tokaiev & drop', '\0', ':*']) {
    expect(await listMatchingTags(cast.fatima, typed), typed).toEqual([]);
  }
});

test('a fact-checker does not name tags, and a wrong form is refused', async () => {
  expect(
    await nameTag(cast.fatima, { type: 'place', labels: [{ language: 'fr', label: 'Nulle part' }] }),
  ).toMatchObject({
    ok: false,
    reason: 'not_allowed',
  });
  expect(
    await nameTag(cast.elias, { type: 'place', labels: [{ language: 'fr', label: ' … ' }] }),
  ).toMatchObject({
    ok: false,
    reason: 'invalid',
  });
});

test('the same name again is refused, with the tag that has it and a free address', async () => {
  const first = await named({ type: 'place', labels: [{ language: 'fr', label: 'Géorgie' }] });
  const again = { type: 'place' as const, labels: [{ language: 'fr', label: 'Géorgie' }] };
  expect(await nameTag(cast.elias, again)).toMatchObject({
    ok: false,
    reason: 'address_refused',
    detail: [{ fault: 'taken', slug: 'georgie', suggestion: 'georgie-place', holder: { tagId: first } }],
  });
  const [label] = again.labels;
  expect(
    await nameTag(cast.elias, {
      ...again,
      labels: [{ language: 'fr', label: label?.label ?? '', slug: 'georgie-etats-unis' }],
    }),
  ).toMatchObject({ ok: true });
  // Another type has addresses of its own.
  expect(await nameTag(cast.elias, { ...again, type: 'topic' })).toMatchObject({ ok: true });
});

test('a reserved word is no address; an outside id belongs to one tag', async () => {
  expect(
    await nameTag(cast.elias, {
      type: 'topic',
      labels: [
        { language: 'fr', label: 'Médias' },
        { language: 'en', label: 'Media' },
      ],
    }),
  ).toMatchObject({
    ok: false,
    detail: [{ fault: 'reserved', language: 'en', suggestion: 'media-topic' }],
  });
  expect(
    await nameTag(cast.elias, { ...president, labels: [{ language: 'fr', label: 'Homonyme' }] }),
  ).toMatchObject({
    ok: false,
    reason: 'outside_id_taken',
    detail: { of: 'wikidata' },
  });
});

test('ten people who name the same tag at the same moment make one', async () => {
  const results = await Promise.all(
    Array.from({ length: 10 }, () =>
      nameTag(cast.elias, { type: 'event', labels: [{ language: 'fr', label: 'Sommet du G20' }] }),
    ),
  );
  expect(results.filter((each) => each.ok)).toHaveLength(1);
  expect(results.filter((each) => !each.ok && each.reason === 'address_refused')).toHaveLength(9);
});

test('an edit carries the version it read; a changed label leaves its address to redirect, and takes it up again', async () => {
  const tagId = await named({
    type: 'place',
    labels: [{ language: 'fr', label: 'Kiev' }],
    aliases: ['Kyiv'],
  });
  const change = (version: number, label: string) =>
    editTag(cast.elias, {
      tagId,
      version,
      labels: [
        { language: 'fr', label },
        { language: 'en', label: 'Kyiv' },
      ],
      aliases: [],
    });
  expect(await change(1, 'Kyïv')).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await change(1, 'Kief')).toMatchObject({
    ok: false,
    reason: 'changed_since_read',
    detail: {
      theirs: {
        version: 2,
        labels: [
          { language: 'en', label: 'Kyiv' },
          { language: 'fr', label: 'Kyïv' },
        ],
      },
    },
  });
  const redirects = () =>
    sqlRows<{ language: string; slug: string }>(
      'select language, slug from tag_redirects where tag_id = $1 order by 1, 2',
      [tagId],
    );
  expect(await redirects()).toEqual([
    { language: 'en', slug: 'kiev' },
    { language: 'fr', slug: 'kiev' },
  ]);
  expect(
    await nameTag(cast.elias, { type: 'place', labels: [{ language: 'fr', label: 'Kiev' }] }),
  ).toMatchObject({
    detail: [{ fault: 'taken', holder: { tagId } }],
  });
  expect(await change(2, 'Kiev')).toMatchObject({ ok: true });
  expect(await redirects()).toEqual([
    { language: 'en', slug: 'kiev' },
    { language: 'fr', slug: 'kyiv' },
  ]);
});

test('reporters and fact-checkers read a tag but do not edit it; the buttons say so', async () => {
  const tagId = await named({ type: 'organisation', labels: [{ language: 'fr', label: 'Union africaine' }] });
  const form = { tagId, version: 1, labels: [{ language: 'fr', label: 'UA' }], aliases: [] };
  expect((await readTag(cast.rita, tagId))?.may).toEqual({ edit: false, merge: false });
  expect((await readTag(cast.elias, tagId))?.may).toEqual({ edit: true, merge: true });
  for (const actor of [cast.rita, cast.fatima])
    expect(await editTag(actor, form)).toMatchObject({ reason: 'not_allowed' });
  expect(await readTag(cast.elias, 'no-id')).toBeNull();
});

test('each command leaves one audit row', async () => {
  const tagId = await named({ type: 'topic', labels: [{ language: 'fr', label: 'Géopolitique' }] });
  await editTag(cast.elias, {
    tagId,
    version: 1,
    labels: [{ language: 'fr', label: 'Géostratégie' }],
    aliases: [],
  });
  const rows = await sqlRows('select verb, actor_name from audit_events where object_id = $1 order by id', [
    tagId,
  ]);
  expect(rows).toEqual([
    { verb: 'name-tag', actor_name: 'Élias Roux' },
    { verb: 'edit-tag', actor_name: 'Élias Roux' },
  ]);
});

test('the list pages by name without repeating or skipping, and searches over aliases', async () => {
  for (let number = 0; number < 120; number++) {
    await named({
      type: 'topic',
      labels: [
        { language: 'fr', label: `Liste ${String(number % 40).padStart(2, '0')}`, slug: `liste-${number}` },
      ],
    });
  }
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await listTags(cast.elias, { type: 'topic', search: 'liste', after });
    seen.push(...page.tags.map((each) => each.tagId));
    after = page.next;
  } while (after !== null);
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
  const found = await listTags(cast.elias, { type: null, search: 'tokayev', after: 'nonsense' });
  expect(found.tags.map((each) => each.label)).toEqual(['Kassym-Jomart Tokaïev']);
  expect(found.counts.person).toBe(1);
  expect((await listTags(cast.elias, { type: null, search: '« »', after: null })).tags).toEqual([]);
});

test('unused Media Topics are listed with the topics and found by searching, not among the newsroom’s own', async () => {
  const taken = {
    type: 'topic' as const,
    labels: [{ language: 'fr', label: 'Saut à ski' }],
    mediaTopic: 'medtop:20001050',
  };
  await named(taken);
  const own = await listTags(cast.elias, { type: null, search: '', after: null });
  expect(own.tags.map((each) => each.label)).not.toContain('Saut à ski');
  expect(own.ours).toBe(Object.values(own.counts).reduce((sum, count) => sum + count, 0) - 1);
  for (const ask of [
    { type: 'topic' as const, search: '' },
    { type: null, search: 'saut' },
  ]) {
    const labels: string[] = [];
    let after: string | null = null;
    do {
      const page = await listTags(cast.elias, { ...ask, after });
      labels.push(...page.tags.map((each) => each.label));
      after = page.next;
    } while (after !== null);
    expect(labels).toContain('Saut à ski');
  }
});
