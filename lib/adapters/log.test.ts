import { expect, test } from 'vitest';
import { duringRequest, makeLog } from './log.ts';

function logged(write: (log: ReturnType<typeof makeLog>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(makeLog('info', { write: (line) => lines.push(line) }));
  return JSON.parse(lines[0] ?? '{}');
}

test('secrets are kept back, at the top and below', () => {
  const line = logged((log) =>
    log.info(
      { password: 'p', session: { token: 't' }, request: { headers: { cookie: 'c', authorization: 'a' } } },
      'x',
    ),
  );
  expect(JSON.stringify(line)).not.toMatch(/"[ptca]"/);
  expect(line.password).toBe('[kept back]');
});

test('a line written during a request carries its id, across waiting', async () => {
  const line = await duringRequest('r-1', async () => {
    await Promise.resolve();
    return logged((log) => log.info('x'));
  });
  expect(line.requestId).toBe('r-1');
});

test('an error is told with its cause and code, not with the row it failed on', () => {
  const database = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(a@b.c) exists',
  });
  const line = logged((log) => log.error({ error: new Error('insert failed', { cause: database }) }, 'x'));
  expect(line.error).toMatchObject({
    message: 'insert failed',
    cause: { message: 'duplicate key', code: '23505' },
  });
  expect(JSON.stringify(line)).not.toContain('a@b.c');
});
