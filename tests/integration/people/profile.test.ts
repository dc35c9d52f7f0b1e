import { describe, expect, test } from 'vitest';
import { editProfile } from '#lib/people/commands/edit-profile.ts';
import type { Profile } from '#lib/people/person.ts';
import { listNames } from '#lib/people/queries/list-names.ts';
import { listPeople } from '#lib/people/queries/list-people.ts';
import { readPerson } from '#lib/people/queries/read-person.ts';
import { sqlRows } from '#tests/support/database.ts';
import { type Hired, hire } from '#tests/support/staff.ts';

async function profileOf(person: Hired): Promise<{ profile: Profile; version: number }> {
  const view = await readPerson(person.actor, person.personId);
  if (!view) throw new Error('nobody');
  return view;
}

describe('a profile', () => {
  test('is written by its person', async () => {
    const person = await hire('reporter');
    const { profile, version } = await profileOf(person);
    const wanted: Profile = {
      ...profile,
      name: ' Zoé  Lafleur\u0000\n',
      bylineName: 'Z. Lafleur',
      slug: 'zoe-lafleur',
      biography: { fr: 'Couvre l’énergie.', en: '' },
      interfaceLanguage: 'en',
    };
    expect(
      (await editProfile(person.actor, { personId: person.personId, version, profile: wanted })).ok,
    ).toBe(true);
    const after = await profileOf(person);
    expect(after).toMatchObject({ version: version + 1, profile: { ...wanted, name: 'Zoé Lafleur' } });
  });

  test('is nobody else’s to write, not even an administrator’s', async () => {
    const [person, admin] = [await hire('reporter'), await hire('administrator')];
    const { profile, version } = await profileOf(person);
    const input = { personId: person.personId, version, profile };
    expect(await editProfile(admin.actor, input)).toMatchObject({ reason: 'not_allowed' });
  });

  test('drops what was sent along and is not of it', async () => {
    const person = await hire('reporter');
    const { profile, version } = await profileOf(person);
    const extra = {
      ...profile,
      roles: ['administrator'],
      role: 'administrator',
      email: 'boss@chapeau.example',
      passwordHash: 'x',
      disabledAt: null,
      id: '01a20ad2-00cf-7f70-8065-d735cdce3445',
      version: 99,
      createdAt: '2000-01-01',
      ['__proto__']: { roles: ['administrator'] },
    };
    expect((await editProfile(person.actor, { personId: person.personId, version, profile: extra })).ok).toBe(
      true,
    );
    const [row] = await sqlRows('select roles::text, email, version, id from people where id = $1', [
      person.personId,
    ]);
    expect(row).toEqual({
      roles: '{reporter}',
      email: person.email,
      version: version + 1,
      id: person.personId,
    });
  });

  test('that moved meanwhile is not written over; what is there now is shown', async () => {
    const person = await hire('reporter');
    const { profile, version } = await profileOf(person);
    const first = { ...profile, bylineName: 'Premier onglet' };
    const second = { ...profile, bylineName: 'Second onglet' };
    await editProfile(person.actor, { personId: person.personId, version, profile: first });
    const result = await editProfile(person.actor, { personId: person.personId, version, profile: second });
    expect(result).toEqual({
      ok: false,
      reason: 'changed_since_read',
      detail: { theirs: first, version: version + 1 },
    });
    expect((await profileOf(person)).profile.bylineName).toBe('Premier onglet');
  });

  test('of two at once one is written', async () => {
    const person = await hire('reporter');
    const { profile, version } = await profileOf(person);
    const results = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) =>
        editProfile(person.actor, { personId: person.personId, version, profile: { ...profile, name } }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  test.each(['', 'Accents é', 'a--b', 'desk', 'x'.repeat(81), '../up', 'a/b'])(
    'a slug cannot be %j',
    async (slug) => {
      const person = await hire('reporter');
      const { profile, version } = await profileOf(person);
      const result = await editProfile(person.actor, {
        personId: person.personId,
        version,
        profile: { ...profile, slug },
      });
      expect(result).toMatchObject({ reason: 'invalid', detail: { fields: ['slug'] } });
    },
  );

  test('a slug is one person’s', async () => {
    const [one, two] = [await hire('reporter'), await hire('reporter')];
    const { profile } = await profileOf(one);
    const mine = await profileOf(two);
    const result = await editProfile(two.actor, {
      personId: two.personId,
      version: mine.version,
      profile: { ...mine.profile, slug: profile.slug },
    });
    expect(result).toMatchObject({ reason: 'slug_taken' });
  });
});

describe('what one sees of others', () => {
  test('addresses and sessions are for administrators and oneself', async () => {
    const [admin, one, two] = [await hire('administrator'), await hire('reporter'), await hire('editor')];
    expect(await readPerson(one.actor, two.personId)).toMatchObject({ email: null, sessions: null });
    expect(await readPerson(one.actor, one.personId)).toMatchObject({ email: one.email });
    expect(await readPerson(admin.actor, two.personId)).toMatchObject({ email: two.email });
    expect(await readPerson(one.actor, 'no-id')).toBeNull();
    expect(await readPerson(one.actor, admin.personId.replace(/.$/, '0').replace(/^./, '1'))).toBeNull();
    const { people } = await listPeople(one.actor, {});
    expect(people.filter((person) => person.email !== null).map((person) => person.id)).toEqual([
      one.personId,
    ]);
  });

  test('a search is no way of asking for an address', async () => {
    const [admin, one, two] = [await hire('administrator'), await hire('reporter'), await hire('editor')];
    expect((await listPeople(admin.actor, { search: two.email })).people).toHaveLength(1);
    expect((await listPeople(one.actor, { search: two.email })).people).toHaveLength(0);
  });

  test('no answer holds a password hash', async () => {
    const admin = await hire('administrator');
    const answers = [
      await listPeople(admin.actor, {}),
      await readPerson(admin.actor, admin.personId),
      await listNames(admin.actor),
    ];
    expect(JSON.stringify(answers)).not.toContain('scrypt');
  });

  test('the list goes on from page to page, each person once, in the order of the alphabet', async () => {
    const admin = await hire('administrator');
    const letters = ['Zoé', 'Émile', 'Eve', 'Étienne', 'Adèle', 'abel', 'Œdipe', 'Oscar'];
    for (let number = 0; number < 120; number += 1) {
      const person = await hire('reporter');
      await sqlRows('update people set name = $1 where id = $2', [letters[number % 8], person.personId]);
    }
    const seen: { id: string; name: string }[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const page = await listPeople(admin.actor, { state: 'active', after });
      seen.push(...page.people);
      after = page.next;
      pages += 1;
    } while (after !== null && pages < 20);
    const [row] = await sqlRows<{ count: number }>(
      'select count(*)::int as count from people where disabled_at is null',
    );
    expect(new Set(seen.map((person) => person.id)).size).toBe(row?.count);
    expect(seen).toHaveLength(row?.count ?? -1);
    const ours = seen.map((person) => person.name).filter((name) => letters.includes(name));
    expect([...new Set(ours)]).toEqual(['abel', 'Adèle', 'Émile', 'Étienne', 'Eve', 'Œdipe', 'Oscar', 'Zoé']);
  });

  test.each(['%', '_', '\\', "'; drop table people; --", '\u0000', 'x'.repeat(10_000), '(', '🙂'])(
    'a search for %j finds what it says or nobody',
    async (search) => {
      const { actor } = await hire('administrator');
      const { people } = await listPeople(actor, { search, after: '%%%' });
      if (search !== '\u0000') expect(people).toHaveLength(0);
    },
  );
});
