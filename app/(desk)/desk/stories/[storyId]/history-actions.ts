'use server';

import { z } from 'zod';
import type { DocumentJson } from '#lib/document/document.ts';
import { actorStayingHere } from '#lib/people/queries/current-actor.ts';
import type { Passage, WrittenRun } from '#lib/writing/authorship.ts';
import { nameVersion as name } from '#lib/writing/commands/name-version.ts';
import { restoreVersion as restore } from '#lib/writing/commands/restore-version.ts';
import type { Comparison } from '#lib/writing/comparison.ts';
import { compareVersions as compare } from '#lib/writing/queries/compare-versions.ts';
import { listSpellParts as parts } from '#lib/writing/queries/list-spell-parts.ts';
import { listVersions as list } from '#lib/writing/queries/list-versions.ts';
import { readAuthorship as authorship } from '#lib/writing/queries/read-authorship.ts';
import { readOldText as oldText } from '#lib/writing/queries/read-old-text.ts';
import type { SpellEntry, Timeline } from '#lib/writing/timeline.ts';
import {
  type NameVersionAnswer,
  type RestoreAnswer,
  type VersionRef,
  versionRefSchema,
} from '#lib/writing/versions.ts';

// What the history of a story asks of the server. Every one of them is asked for by who may: the queries and commands decide.

const point = z.union([z.literal('now'), versionRefSchema]);
const id = z.string().max(36);

export async function listVersions(storyId: string, after: string | null): Promise<Timeline | null> {
  return list(
    await actorStayingHere(),
    id.parse(storyId),
    z.string().max(200).nullable().parse(after) ?? undefined,
  );
}

export async function listSpellParts(
  storyId: string,
  spell: { first: number; last: number },
): Promise<readonly SpellEntry[] | null> {
  return parts(
    await actorStayingHere(),
    id.parse(storyId),
    z.object({ first: z.int(), last: z.int() }).parse(spell),
  );
}

export async function compareVersions(
  storyId: string,
  from: VersionRef | 'now',
  to: VersionRef | 'now',
): Promise<Comparison | null> {
  return compare(await actorStayingHere(), id.parse(storyId), point.parse(from), point.parse(to));
}

export async function readOldText(storyId: string, version: number): Promise<DocumentJson | null> {
  return oldText(await actorStayingHere(), id.parse(storyId), z.int().parse(version));
}

export async function nameVersion(input: Parameters<typeof name>[1]): Promise<NameVersionAnswer> {
  return name(await actorStayingHere(), input);
}

export async function restoreVersion(input: Parameters<typeof restore>[1]): Promise<RestoreAnswer> {
  return restore(await actorStayingHere(), input);
}

export async function readAuthorship(storyId: string, passage: Passage): Promise<WrittenRun[][] | null> {
  const { version, from, to } = z.object({ version: z.int(), from: z.int(), to: z.int() }).parse(passage);
  return authorship(await actorStayingHere(), id.parse(storyId), { version, from, to });
}
