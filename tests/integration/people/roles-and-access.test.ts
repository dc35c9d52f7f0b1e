import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { changeRoles } from '#lib/people/commands/change-roles.ts';
import { disablePerson } from '#lib/people/commands/disable-person.ts';
import { enablePerson } from '#lib/people/commands/enable-person.ts';
import { endSessions } from '#lib/people/commands/end-sessions.ts';
import { signOut } from '#lib/people/commands/sign-out.ts';
import { actorFromSession } from '#lib/people/queries/actor-from-session.ts';
import { readPerson } from '#lib/people/queries/read-person.ts';
import { roles as allRoles, type Role } from '#lib/people/role.ts';
import { databaseUrl, sqlRows } from '#tests/support/database.ts';
import { hire } from '#tests/support/staff.ts';

const rolesOf = async (personId: string) =>
  (await sqlRows<{ roles: string }>('select roles::text from people where id = $1', [personId]))[0]?.roles;

describe('roles', () => {
  test('are given by an administrator, and sessions under the old ones end', async () => {
    const [admin, person] = [await hire('administrator'), await hire('reporter')];
    const result = await changeRoles(admin.actor, {
      personId: person.personId,
      version: 1,
      roles: ['fact-checker', 'editor'],
    });
    expect(result.ok).toBe(true);
    expect(await rolesOf(person.personId)).toBe('{editor,fact-checker}');
    expect(await actorFromSession(person.sessionId)).toBeNull();
    const [event] = await sqlRows('select verb, actor_id, details from audit_events where object_id = $1', [
      person.personId,
    ]);
    expect(event).toEqual({
      verb: 'change-roles',
      actor_id: admin.personId,
      details: { before: ['reporter'], after: ['editor', 'fact-checker'] },
    });
  });

  test('nobody changes their own, and nobody but an administrator another’s', async () => {
    const victim = await hire('reporter');
    for (const role of allRoles) {
      const { actor, personId } = await hire(role);
      const all: Role[] = ['administrator', 'editor'];
      expect(await changeRoles(actor, { personId, version: 1, roles: all })).toMatchObject({
        reason: 'not_allowed',
      });
      if (role !== 'administrator')
        expect(await changeRoles(actor, { personId: victim.personId, version: 1, roles: all })).toMatchObject(
          {
            reason: 'not_allowed',
          },
        );
      expect(await rolesOf(personId)).toBe(`{${role}}`);
    }
    expect(await rolesOf(victim.personId)).toBe('{reporter}');
  });

  test('a stale change shows both', async () => {
    const [admin, person] = [await hire('administrator'), await hire('reporter')];
    await changeRoles(admin.actor, { personId: person.personId, version: 1, roles: ['editor'] });
    expect(
      await changeRoles(admin.actor, { personId: person.personId, version: 1, roles: ['fact-checker'] }),
    ).toEqual({
      ok: false,
      reason: 'changed_since_read',
      detail: { yours: ['fact-checker'], theirs: ['editor'], version: 2 },
    });
    expect(await rolesOf(person.personId)).toBe('{editor}');
  });

  test('two administrators who remove each other at once leave one', async () => {
    for (let round = 0; round < 5; round += 1) {
      await sqlRows("update people set disabled_at = now() where 'administrator' = any(roles)");
      const [one, two] = [await hire('administrator'), await hire('administrator')];
      const results = await Promise.all([
        round % 2
          ? changeRoles(one.actor, { personId: two.personId, version: 1, roles: [] })
          : disablePerson(one.actor, { personId: two.personId }),
        changeRoles(two.actor, { personId: one.personId, version: 1, roles: ['editor'] }),
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect(results.filter((result) => !result.ok)).toMatchObject([{ reason: 'last_administrator' }]);
    }
  });
});

describe('access', () => {
  test('closing it ends every session at once, and says so to every process', async () => {
    const [admin, person] = [await hire('administrator'), await hire('editor')];
    const listener = new pg.Client(databaseUrl);
    await listener.connect();
    await listener.query('listen sessions_changed');
    const heard = new Promise<string | undefined>((resolve) =>
      listener.on('notification', (message) => resolve(message.payload)),
    );
    expect(await actorFromSession(person.sessionId)).not.toBeNull();
    expect((await disablePerson(admin.actor, { personId: person.personId })).ok).toBe(true);
    expect(await actorFromSession(person.sessionId)).toBeNull();
    expect(await heard).toBe(person.personId);
    await listener.end();
    expect(await disablePerson(admin.actor, { personId: person.personId })).toMatchObject({
      reason: 'not_allowed',
    });

    expect((await enablePerson(admin.actor, { personId: person.personId })).ok).toBe(true);
    expect(await actorFromSession(person.sessionId)).toBeNull();
    expect(await rolesOf(person.personId)).toBe('{editor}');
  });

  test('is not closed by oneself, nor opened or closed without the right', async () => {
    const admin = await hire('administrator');
    expect(await disablePerson(admin.actor, { personId: admin.personId })).toMatchObject({
      reason: 'not_allowed',
    });
    for (const role of ['editor', 'reporter', 'fact-checker'] as const) {
      const { actor } = await hire(role);
      expect(await disablePerson(actor, { personId: admin.personId })).toMatchObject({
        reason: 'not_allowed',
      });
      expect(await enablePerson(actor, { personId: admin.personId })).toMatchObject({
        reason: 'not_allowed',
      });
    }
  });
});

describe('sessions', () => {
  async function another(personId: string) {
    const [row] = await sqlRows<{ id: string }>(
      "insert into sessions (id, person_id, expires_at) values (gen_random_uuid(), $1, now() + interval '1 hour') returning id",
      [personId],
    );
    // Only ids that could be ours are looked up, so the id is made to look like one.
    const id = `${row?.id.slice(0, 14)}7${row?.id.slice(15)}`;
    await sqlRows('update sessions set id = $1 where id = $2', [id, row?.id]);
    return id;
  }

  test('signing out ends this one only', async () => {
    const person = await hire('reporter');
    const other = await another(person.personId);
    await signOut(person.actor);
    expect(await actorFromSession(person.sessionId)).toBeNull();
    expect(await actorFromSession(other)).not.toBeNull();
  });

  test('“end my other sessions” leaves this one', async () => {
    const person = await hire('reporter');
    const others = [await another(person.personId), await another(person.personId)];
    const view = await readPerson(person.actor, person.personId);
    expect(view?.sessions).toHaveLength(3);
    expect(view?.sessions?.filter((session) => session.isThisOne)).toMatchObject([
      { browser: 'Firefox, Linux' },
    ]);
    expect(await endSessions(person.actor, { personId: person.personId })).toEqual({
      ok: true,
      value: { ended: 2 },
    });
    for (const id of others) expect(await actorFromSession(id)).toBeNull();
    expect(await actorFromSession(person.sessionId)).not.toBeNull();
  });

  test('of two objects in one request each is judged: another person’s session is not ended through oneself', async () => {
    const [person, other] = [await hire('reporter'), await hire('editor')];
    const mixed = { personId: person.personId, sessionId: other.sessionId };
    expect(await endSessions(person.actor, mixed)).toEqual({ ok: true, value: { ended: 0 } });
    const theirs = { personId: other.personId, sessionId: other.sessionId };
    expect(await endSessions(person.actor, theirs)).toMatchObject({ reason: 'not_allowed' });
    expect(await actorFromSession(other.sessionId)).not.toBeNull();
    const admin = await hire('administrator');
    expect(await endSessions(admin.actor, theirs)).toEqual({ ok: true, value: { ended: 1 } });
    expect(await actorFromSession(other.sessionId)).toBeNull();
  });

  test('are over after their time, and after twelve idle hours', async () => {
    const [late, idle] = [await hire('reporter'), await hire('reporter')];
    await sqlRows("update sessions set expires_at = now() - interval '1 second' where id = $1", [
      late.sessionId,
    ]);
    await sqlRows("update sessions set last_seen_at = now() - interval '12 hours' where id = $1", [
      idle.sessionId,
    ]);
    expect(await actorFromSession(late.sessionId)).toBeNull();
    expect(await actorFromSession(idle.sessionId)).toBeNull();
  });

  test('asking keeps one awake, at most once a minute', async () => {
    const person = await hire('reporter');
    const seen = async () =>
      (
        await sqlRows<{ at: Date }>('select last_seen_at as at from sessions where id = $1', [
          person.sessionId,
        ])
      )[0]?.at.getTime();
    const first = await seen();
    await actorFromSession(person.sessionId);
    expect(await seen()).toBe(first);
    await sqlRows("update sessions set last_seen_at = now() - interval '2 minutes' where id = $1", [
      person.sessionId,
    ]);
    await actorFromSession(person.sessionId);
    expect(await seen()).toBeGreaterThan(Date.now() - 5000);
  });
});
