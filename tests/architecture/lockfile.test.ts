import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { root } from './cruise.ts';
import { git } from './git.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

const { checked, floors } = z
  .object({ checked: z.iso.date(), floors: z.record(z.string(), z.string()) })
  .parse(read('tests/architecture/floors.json'));
const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        integrity: z.string().optional(),
        resolved: z.string().optional(),
      }),
    ),
  })
  .parse(read('package-lock.json'));
const copies = Object.entries(packages)
  .filter(([place]) => place !== '')
  .map(([place, facts]) => ({ place, name: place.split('node_modules/').at(-1) ?? place, ...facts }));

/** -1, 0 or 1; a pre-release stands before its release. */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => {
    const [numbers = '', preRelease] = version.split('-', 2);
    return { parts: numbers.split('.').map(Number), preRelease };
  });
  for (let at = 0; at < 3; at += 1) {
    const difference = (left?.parts[at] ?? 0) - (right?.parts[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return Number(Boolean(right?.preRelease)) - Number(Boolean(left?.preRelease));
}

function floorOf(name: string): string | undefined {
  return floors[name] ?? floors[`${name.split('/')[0]}/*`];
}

test.each([
  ['1.2.3', '1.2.3', 0],
  ['1.2.4', '1.2.3', 1],
  ['1.10.0', '1.9.9', 1],
  ['0.45.1', '0.45.2', -1],
  ['16.3.3-canary.1', '16.3.3', -1],
])('%s against %s', (a, b, order) => expect(compare(a, b)).toBe(order));

describe('dependency floors', () => {
  test('no copy of a package, nested ones included, is older than the release that mended its known faults', () => {
    const low = copies.filter(({ name, version }) => {
      const floor = floorOf(name);
      return floor !== undefined && (version === undefined || compare(version, floor) < 0);
    });
    expect(low.map(({ place, name, version }) => `${place} is ${version}; floor ${floorOf(name)}`)).toEqual(
      [],
    );
  });

  test('no override takes a package below its floor', () => {
    const { overrides = {} } = z
      .object({ overrides: z.record(z.string(), z.unknown()).optional() })
      .parse(read('package.json'));
    const named = JSON.stringify(overrides);
    expect(Object.keys(floors).filter((name) => named.includes(`"${name}`))).toEqual([]);
  });

  test('the floors were checked in the thirty days before the last commit', () => {
    // Measured by the last commit, not by today: an old checkout stays as good as it was.
    const committedAt = git('log', '-1', '--format=%cI')?.trim();
    const last = committedAt ? new Date(committedAt) : new Date(checked);
    const days = (last.getTime() - new Date(checked).getTime()) / 86_400_000;
    expect(
      days,
      `The floors were last checked on ${checked}. Read the advisories of each package in tests/architecture/floors.json since then (npm audit, and the package's own security page), raise what must be raised, and set "checked" to today.`,
    ).toBeLessThan(30);
  });
});

describe('the lockfile', () => {
  test('has the digest of every package', () => {
    expect(copies.length).toBeGreaterThan(100);
    expect(
      copies.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ place }) => place),
    ).toEqual([]);
  });

  test('names no registry: it installs from whichever npm is set to', () => {
    expect(copies.filter(({ resolved }) => resolved !== undefined).map(({ place }) => place)).toEqual([]);
  });

  test('every version in package.json is exact', () => {
    const sections = z.record(z.string(), z.string());
    const { dependencies, devDependencies, optionalDependencies } = z
      .object({ dependencies: sections, devDependencies: sections, optionalDependencies: sections })
      .parse(read('package.json'));
    const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
