import { expect, test } from 'vitest';
import { desk } from '#db/client.ts';
import { people } from '#db/schema/index.ts';
import { hireCast } from '#tests/support/cast.ts';
import { sqlRows } from '#tests/support/database.ts';

test('each test file has a migrated database of its own, and the cast in it', async () => {
  const cast = await hireCast();
  const stored = await desk().select({ id: people.id, roles: people.roles }).from(people);
  expect(stored).toContainEqual({ id: cast.paul.personId, roles: ['reporter', 'fact-checker'] });
  expect(await sqlRows('select current_user as name')).toEqual([{ name: 'postgres' }]);
});
