import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseSettings, SettingsFault } from './env.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'chapeau-env-'));
const none = path.join(folder, 'none');
afterAll(() => rmSync(folder, { recursive: true }));

function envFile(content: string): string {
  const file = path.join(folder, `env-${Math.random()}`);
  writeFileSync(file, content);
  return file;
}

function faultOf(environment: Record<string, string>, file = none): string {
  try {
    parseSettings(environment, file);
  } catch (fault) {
    if (fault instanceof SettingsFault) return fault.message;
    throw fault;
  }
  return '';
}

test('without anything set there is a default for all that needs one', () => {
  expect(parseSettings({}, none)).toEqual({
    NODE_ENV: 'development',
    PORT: 3000,
    HOST: '127.0.0.1',
    DATA_DIR: '.data',
    DEMO: true,
    TRUST_PROXY: false,
    LOG_LEVEL: 'info',
  });
});

test('the environment wins over .env, and an empty value is none', () => {
  const file = envFile('PORT=4001\nHOST=0.0.0.0\n');
  expect(parseSettings({ PORT: '4002', HOST: '' }, file)).toMatchObject({ PORT: 4002, HOST: '0.0.0.0' });
});

describe('a wrong value is named with what it should be', () => {
  test.each([
    ['PORT', 'eighty', 'PORT must be a port, a whole number from 0 to 65535.'],
    ['PORT', '70000', 'PORT must be a port, a whole number from 0 to 65535.'],
    ['DEMO', 'yes', 'DEMO must be 0 or 1.'],
    [
      'DATABASE_URL',
      'mysql://root@localhost/x',
      'DATABASE_URL must look like postgres://user:password@host:5432/name.',
    ],
    ['DATABASE_URL', 'localhost', 'DATABASE_URL must look like postgres://user:password@host:5432/name.'],
    ['AUTH_SECRET', 'short', 'AUTH_SECRET must have at least 32 characters.'],
    ['PUBLIC_URL', 'news.example.org', 'PUBLIC_URL must look like https://news.example.org.'],
    [
      'PUBLIC_URL',
      'https://example.org/news',
      'PUBLIC_URL must be an origin, without a path: https://news.example.org.',
    ],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal, error, warn, info, debug, silent.'],
    ['NODE_ENV', 'staging', 'NODE_ENV must be development, production or test.'],
  ])('%s=%s', (name, value, sentence) => {
    expect(faultOf({ [name]: value })).toBe(sentence);
  });
});

describe('a name that was meant for a setting is not passed over', () => {
  test.each(['DATABSE_URL', 'DATABASE_URI', 'DATABASE_ULR', 'DATABASE_URLS', 'AUTH_SECRT', 'PUBLIC_ULR'])(
    '%s',
    (name) => {
      expect(faultOf({ [name]: 'x' })).toMatch(
        new RegExp(`^The environment names ${name}, which is not a setting: it is called \\w+\\.$`),
      );
    },
  );

  test('unless the right one is there as well', () => {
    expect(faultOf({ DATABASE_URI: 'x', DATABASE_URL: 'postgres://a:b@c/d' })).toBe('');
  });

  test.each(['HOSTNAME', 'POST', 'DEBUG', 'DATABASE_NAME', 'PATH', 'DATA_DIRECTORY'])(
    '%s is somebody else’s',
    (name) => {
      expect(faultOf({ [name]: 'x' })).toBe('');
    },
  );

  test('in .env every stranger is named', () => {
    expect(faultOf({}, envFile('COLOUR=blue\nDATABSE_URL=x\n'))).toBe(
      '.env names COLOUR, which is not a setting: remove it or correct its spelling.\n' +
        '.env names DATABSE_URL, which is not a setting: it is called DATABASE_URL.',
    );
  });
});

describe('production on a database of its own', () => {
  const production = { NODE_ENV: 'production', DATABASE_URL: 'postgres://a:b@c/d' };

  test('needs a secret and an address', () => {
    expect(faultOf(production).split('\n')).toEqual([
      expect.stringContaining('AUTH_SECRET is missing'),
      expect.stringContaining('PUBLIC_URL is missing'),
    ]);
  });

  test('starts with both', () => {
    const settings = { ...production, AUTH_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://news.example.org' };
    expect(parseSettings(settings, none)).toMatchObject(settings);
  });
});
