import { beforeAll, describe, expect, test } from 'vitest';
import { changePassword } from '#lib/people/commands/change-password.ts';
import { disablePerson } from '#lib/people/commands/disable-person.ts';
import { invitePerson } from '#lib/people/commands/invite-person.ts';
import { renewInvitation } from '#lib/people/commands/renew-invitation.ts';
import { resetPassword } from '#lib/people/commands/reset-password.ts';
import { signIn } from '#lib/people/commands/sign-in.ts';
import { takeUpInvitation } from '#lib/people/commands/take-up-invitation.ts';
import { actorFromSession } from '#lib/people/queries/actor-from-session.ts';
import { readInvitation } from '#lib/people/queries/read-invitation.ts';
import { sqlRows } from '#tests/support/database.ts';
import { goodPassword, type Hired, hire } from '#tests/support/staff.ts';

const newPassword = 'trois lampes sous un arbre';
let admin: Hired;
beforeAll(async () => {
  admin = await hire('administrator');
});

let count = 0;
async function invite(name = 'Karim Ayari') {
  count += 1;
  const email = `karim${count}@chapeau.example`;
  const result = await invitePerson(admin.actor, {
    email,
    name,
    roles: ['reporter'],
    interfaceLanguage: 'en',
  });
  if (!result.ok) throw new Error(result.reason);
  return { ...result.value, email };
}
const takeUp = (token: string, password = newPassword) =>
  takeUpInvitation({ token, password, userAgent: 'test' });
const enter = (email: string, password: string) =>
  signIn({ email, password, peer: email, userAgent: '', device: null, previousSessionId: null });

describe('an invitation', () => {
  test('sets a password once and signs in', async () => {
    const { token, email, personId } = await invite();
    expect(await readInvitation(token)).toEqual({
      purpose: 'invite',
      name: 'Karim Ayari',
      email,
      language: 'en',
    });
    const result = await takeUp(token);
    if (!result.ok) throw new Error(result.reason);
    expect(await actorFromSession(result.value.sessionId)).toMatchObject({
      personId,
      roles: ['reporter'],
      language: 'en',
    });
    expect((await enter(email, newPassword)).ok).toBe(true);
    expect(await takeUp(token, 'quatre autres lampes ici')).toMatchObject({ reason: 'link_invalid' });
    expect(await readInvitation(token)).toBeNull();
  });

  test('of ten who use it at once one gets in', async () => {
    const { token, personId } = await invite();
    const results = await Promise.all(Array.from({ length: 10 }, () => takeUp(token)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await sqlRows('select 1 from sessions where person_id = $1', [personId])).toHaveLength(1);
  });

  test('is over after a day', async () => {
    const { token, personId } = await invite();
    const [row] = await sqlRows<{ hours: number }>(
      'select extract(epoch from expires_at - now()) / 3600 as hours from invitations where person_id = $1',
      [personId],
    );
    expect(Number(row?.hours)).toBeCloseTo(24, 1);
    await sqlRows("update invitations set expires_at = now() - interval '1 second' where person_id = $1", [
      personId,
    ]);
    expect(await readInvitation(token)).toBeNull();
    expect(await takeUp(token)).toMatchObject({ reason: 'link_invalid' });
  });

  test('is replaced by a newer one, and dies with the account', async () => {
    const { token, personId } = await invite();
    const renewed = await renewInvitation(admin.actor, { personId });
    if (!renewed.ok) throw new Error(renewed.reason);
    expect(await takeUp(token)).toMatchObject({ reason: 'link_invalid' });
    await disablePerson(admin.actor, { personId });
    expect(await readInvitation(renewed.value.token)).toBeNull();
    expect(await takeUp(renewed.value.token)).toMatchObject({ reason: 'link_invalid' });
  });

  test('asks for a password that is not easily guessed, and is not used up by a refusal', async () => {
    const { token, email } = await invite();
    expect(await takeUp(token, 'trop court')).toMatchObject({ reason: 'too_short' });
    expect(await takeUp(token, 'é'.repeat(257))).toMatchObject({ reason: 'too_long' });
    expect(await takeUp(token, email)).toMatchObject({ reason: 'easily_guessed' });
    expect((await takeUp(token)).ok).toBe(true);
  });

  test('its token is nowhere in the database', async () => {
    const { token } = await invite();
    const rows = await sqlRows(
      'select row_to_json(i)::text as text from invitations i union all select row_to_json(a)::text from audit_events a',
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('two people of one name get two addresses; one mailbox is one person', async () => {
    const [one, two] = [await invite('Zoé Unique'), await invite('Zoé Unique')];
    const slugs = await sqlRows('select slug from people where id = any($1) order by slug', [
      [one.personId, two.personId],
    ]);
    expect(slugs).toEqual([{ slug: 'zoe-unique' }, { slug: 'zoe-unique-2' }]);
    const again = {
      email: one.email.toUpperCase(),
      name: 'Autre',
      roles: [],
      interfaceLanguage: 'fr' as const,
    };
    expect(await invitePerson(admin.actor, again)).toMatchObject({ reason: 'email_taken' });
    const fields = await invitePerson(admin.actor, { ...again, email: 'no address', name: ' ' });
    expect(fields).toMatchObject({ reason: 'invalid', detail: { fields: ['email', 'name'] } });
  });

  test('is an administrator’s to give', async () => {
    for (const role of ['editor', 'reporter', 'fact-checker'] as const) {
      const { actor } = await hire(role);
      const input = { email: 'x@chapeau.example', name: 'X', roles: [], interfaceLanguage: 'fr' as const };
      expect(await invitePerson(actor, input)).toMatchObject({ reason: 'not_allowed' });
    }
    expect(await sqlRows("select 1 from people where email = 'x@chapeau.example'")).toHaveLength(0);
  });
});

describe('a link for a new password', () => {
  test('ends every session when it is used, not before', async () => {
    const person = await hire('reporter');
    const link = await resetPassword(admin.actor, { personId: person.personId });
    if (!link.ok) throw new Error(link.reason);
    expect((await enter(person.email, goodPassword)).ok).toBe(true);
    expect((await takeUp(link.value.token)).ok).toBe(true);
    expect(await actorFromSession(person.sessionId)).toBeNull();
    expect(await enter(person.email, goodPassword)).toMatchObject({ reason: 'not_accepted' });
    expect((await enter(person.email, newPassword)).ok).toBe(true);
  });

  test('is not for oneself, nor for the disabled, nor for nobody', async () => {
    expect(await resetPassword(admin.actor, { personId: admin.personId })).toMatchObject({
      reason: 'not_allowed',
    });
    const gone = await hire('reporter');
    await disablePerson(admin.actor, { personId: gone.personId });
    expect(await resetPassword(admin.actor, { personId: gone.personId })).toMatchObject({
      reason: 'not_allowed',
    });
    for (const personId of ['01a20ad2-00cf-7f70-8065-d735cdce3445', "' or 1=1", ''])
      expect(await resetPassword(admin.actor, { personId })).toMatchObject({ reason: 'not_found' });
  });
});

describe('changing one’s own password', () => {
  test('needs the old one, ends all sessions and begins a new one', async () => {
    const person = await hire('reporter');
    const wrong = { current: 'wrong wrong wrong', wanted: newPassword, userAgent: '' };
    expect(await changePassword(person.actor, wrong)).toMatchObject({ reason: 'wrong_password' });
    const result = await changePassword(person.actor, { ...wrong, current: goodPassword });
    if (!result.ok) throw new Error(result.reason);
    expect(await actorFromSession(person.sessionId)).toBeNull();
    expect(await actorFromSession(result.value.sessionId)).not.toBeNull();
    expect((await enter(person.email, newPassword)).ok).toBe(true);
  });

  test('counts wrong guesses like sign-ins', async () => {
    const person = await hire('reporter');
    const guess = { current: 'wrong wrong wrong', wanted: newPassword, userAgent: '' };
    for (let wrong = 0; wrong < 5; wrong += 1) await changePassword(person.actor, guess);
    expect(await changePassword(person.actor, guess)).toMatchObject({ reason: 'try_later' });
  });
});
