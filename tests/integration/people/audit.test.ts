import { beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '#db/client.ts';
import { recordAudit } from '#db/repositories/audit.ts';
import { disablePerson } from '#lib/people/commands/disable-person.ts';
import { enablePerson } from '#lib/people/commands/enable-person.ts';
import { invitePerson } from '#lib/people/commands/invite-person.ts';
import { listAudit } from '#lib/people/queries/list-audit.ts';
import { sqlRows } from '#tests/support/database.ts';
import { type Hired, hire } from '#tests/support/staff.ts';

let admin: Hired;
let person: Hired;
beforeAll(async () => {
  [admin, person] = [await hire('administrator'), await hire('reporter')];
  await disablePerson(admin.actor, { personId: person.personId });
  await enablePerson(admin.actor, { personId: person.personId });
  await invitePerson(admin.actor, {
    email: 'z@chapeau.example',
    name: 'Zora',
    roles: [],
    interfaceLanguage: 'fr',
  });
});

describe('the audit', () => {
  test('tells who did what to whom, the newest first', async () => {
    const audit = await listAudit(admin.actor, {});
    expect(audit?.lines.map((line) => [line.actorName, line.verb, line.objectName])).toEqual([
      [admin.actor.name, 'invite-person', 'Zora'],
      [admin.actor.name, 'enable-person', person.actor.name],
      [admin.actor.name, 'disable-person', person.actor.name],
    ]);
  });

  test('is filtered by person, verb and object; what is no filter is none', async () => {
    const verbs = async (ask: Parameters<typeof listAudit>[1]) =>
      (await listAudit(admin.actor, ask))?.lines.map((line) => line.verb);
    expect(await verbs({ verb: 'enable-person' })).toEqual(['enable-person']);
    expect(await verbs({ person: person.personId })).toEqual([]);
    expect(await verbs({ object: `person:${person.personId}` })).toEqual(['enable-person', 'disable-person']);
    expect(await verbs({ object: 'story' })).toEqual([]);
    expect(await verbs({ object: "person:' or 1=1 --" })).toHaveLength(3);
    expect(await verbs({ object: 'spaceship', person: 'x', verb: 'DROP TABLE', before: '///' })).toHaveLength(
      3,
    );
  });

  test('is for administrators', async () => {
    for (const role of ['editor', 'reporter', 'fact-checker'] as const)
      expect(await listAudit((await hire(role)).actor, {})).toBeNull();
  });

  test('is never changed nor shortened, not by the owner of the database either', async () => {
    await expect(sqlRows("update audit_events set actor_name = 'X'")).rejects.toThrow(/append-only/);
    await expect(sqlRows('delete from audit_events')).rejects.toThrow(/append-only/);
    await expect(sqlRows('truncate audit_events')).rejects.toThrow(/append-only/);
    await expect(sqlRows('set role chapeau_app; delete from audit_events')).rejects.toThrow(
      /permission denied/,
    );
  });

  test('goes with its command: what is rolled back was never said', async () => {
    const count = async () =>
      (await sqlRows<{ count: string }>('select count(*) from audit_events'))[0]?.count;
    const before = await count();
    await expect(
      transaction(async (tx) => {
        await recordAudit(tx, { actor: admin.actor, verb: 'test', objectType: 'newsroom', objectId: '1' });
        throw new Error('fault');
      }),
    ).rejects.toThrow('fault');
    expect(await count()).toBe(before);
  });

  test('has pages', async () => {
    await transaction(async (tx) => {
      for (let number = 0; number < 120; number += 1)
        await recordAudit(tx, {
          actor: person.actor,
          verb: 'edit-profile',
          objectType: 'person',
          objectId: person.personId,
        });
    });
    const seen: number[] = [];
    let before: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listAudit>> = await listAudit(admin.actor, { before });
      seen.push(...(page?.lines.map((line) => line.id) ?? []));
      before = page?.next ?? null;
    } while (before !== null);
    expect(new Set(seen).size).toBe(123);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  });
});
