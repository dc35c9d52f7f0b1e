import { expect, test } from 'vitest';
import { programActor } from '#lib/people/actor.ts';
import { openSetup } from '#lib/people/commands/open-setup.ts';
import { setUpNewsroom } from '#lib/people/commands/set-up-newsroom.ts';
import { actorFromSession } from '#lib/people/queries/actor-from-session.ts';
import { readNewsroom, readSetup } from '#lib/people/queries/read-newsroom.ts';
import { sqlRows } from '#tests/support/database.ts';
import { hire } from '#tests/support/staff.ts';

const input = {
  newsroomName: 'La Dépêche',
  name: 'Odile Martin',
  email: 'odile@chapeau.example',
  language: 'fr' as const,
  password: 'six moulins sur la rivière',
  userAgent: 'test',
};

// One story told in order: the database is empty only once.
test('the first administrator is made once, by who holds the newest token', async () => {
  expect(await readSetup()).toEqual({ needed: true, guarded: false });
  expect(await setUpNewsroom({ ...input, token: '' })).toMatchObject({ reason: 'wrong_token' });

  const opened = [await openSetup(programActor('test')), await openSetup(programActor('test'))];
  const [old = '', token = ''] = opened.map((each) => (each.ok ? each.value.token : ''));
  expect(await readSetup()).toEqual({ needed: true, guarded: true });
  expect(JSON.stringify(await sqlRows('select * from newsroom'))).not.toContain(token);
  expect(await setUpNewsroom({ ...input, token: old })).toMatchObject({ reason: 'wrong_token' });
  expect(await setUpNewsroom({ ...input, token: 'guess' })).toMatchObject({ reason: 'wrong_token' });
  expect(await setUpNewsroom({ ...input, token, email: 'odile' })).toMatchObject({
    reason: 'invalid',
    detail: { fields: ['email'] },
  });
  expect(await setUpNewsroom({ ...input, token, password: 'court' })).toMatchObject({ reason: 'too_short' });
  expect(await setUpNewsroom({ ...input, token, password: 'la dépêche martin' })).toMatchObject({
    reason: 'easily_guessed',
  });

  const results = await Promise.all(
    Array.from({ length: 6 }, (_, number) =>
      setUpNewsroom({ ...input, token, email: `odile${number}@chapeau.example` }),
    ),
  );
  const made = results.filter((result) => result.ok);
  expect(made).toHaveLength(1);
  expect(
    results
      .filter((result) => !result.ok)
      .every((result) => !result.ok && result.reason === 'already_set_up'),
  ).toBe(true);
  expect(await sqlRows('select roles::text from people')).toEqual([{ roles: '{administrator,editor}' }]);
  expect((await readNewsroom()).name).toBe('La Dépêche');
  expect(await sqlRows('select slug_fr from sections')).toHaveLength(6);
  expect(await sqlRows('select setup_token_hash from newsroom')).toEqual([{ setup_token_hash: null }]);
  const first = made[0];
  expect(first?.ok && (await actorFromSession(first.value.sessionId))).toMatchObject({
    roles: ['administrator', 'editor'],
  });

  // From now on the door is shut, and no token opens it.
  expect(await readSetup()).toEqual({ needed: false, guarded: false });
  expect(await openSetup(programActor('test'))).toMatchObject({ reason: 'already_set_up' });
  expect(await setUpNewsroom({ ...input, token })).toMatchObject({ reason: 'already_set_up' });
  const { actor } = await hire('administrator');
  expect(await openSetup(actor)).toMatchObject({ reason: 'not_allowed' });
});
