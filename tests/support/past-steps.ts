import { newId } from '#lib/kernel/ids.ts';
import { sqlRows } from './database.ts';

/**
 * Letters written at the start of the headline at moments of the past, each a step, as rows: for tests of what the log says of
 * time. Returns the version of the text.
 */
export async function writeInPast(
  storyId: string,
  authorId: string | null,
  moments: readonly Date[],
): Promise<number> {
  const [row] = await sqlRows<{ version: number }>(
    `with head as (select version from story_texts where story_id = $1),
     written as (
       insert into story_steps (story_id, version, step, author_id, client_id, client_seq, at)
         select $1, head.version + m.n, $4::jsonb, $2, $3, m.n, m.at
         from head, unnest($5::timestamptz[]) with ordinality m (at, n) returning version)
     update story_texts set version = (select max(version) from written) where story_id = $1 returning version`,
    [
      storyId,
      authorId,
      newId(),
      JSON.stringify({
        stepType: 'replace',
        from: 1,
        to: 1,
        slice: { content: [{ type: 'text', text: 'x' }] },
      }),
      moments,
    ],
  );
  return row?.version ?? 0;
}

const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Moments from `from` on, `every` milliseconds, so many. */
export const moments = (from: number, every: number, count: number): Date[] =>
  Array.from({ length: count }, (_, index) => new Date(from + index * every));
