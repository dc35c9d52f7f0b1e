import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from '#db/schema/index.ts';
import { spread, timeEach } from './statistics.ts';

/** What one question to the database takes, and what the database does for it. */
export interface PlanFigures {
  readonly question: string;
  /** Median of `runs`, with the way to the database and back. Milliseconds. */
  readonly medianMs: number;
  /** Rows of all tables and indexes that were looked at, as the plan counts them. */
  readonly rowsRead: number;
  /** Rows that went through a sort, of all sorts. */
  readonly rowsSorted: number;
  /** Whole tables that were read through. `newsroom`, `sections` and other small ones may be. */
  readonly scannedWhole: readonly string[];
  readonly plan: string;
}

const runs = 15;

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: Node[];
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

const rowsOf = (nodes: readonly Node[]) =>
  nodes.reduce(
    (sum, node) =>
      sum +
      (node['Actual Rows'] +
        (node['Rows Removed by Filter'] ?? 0) +
        (node['Rows Removed by Index Recheck'] ?? 0)) *
        node['Actual Loops'],
    0,
  );

/** A connection as one of the product's roles that remembers what is sent over it. */
export function openWitness(databaseUrl: string, role: 'chapeau_app' | 'chapeau_reader') {
  const sent: { query: string; params: unknown[] }[] = [];
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, options: `-c role=${role}` });
  const reader = drizzle(pool, {
    schema,
    logger: { logQuery: (query, params) => sent.push({ query, params }) },
  });

  /** Asks some times over, then has the very statements and values that were sent explained. */
  async function measure(question: string, ask: () => PromiseLike<unknown>): Promise<PlanFigures> {
    const { p50 } = spread(await timeEach(runs, async () => ask()));
    sent.length = 0;
    await ask();
    const nodes: Node[] = [];
    const texts: string[] = [];
    for (const { query, params } of sent.splice(0)) {
      const json = await pool.query(`explain (analyze, format json) ${query}`, params);
      const text = await pool.query(`explain (analyze, buffers, costs off, timing off) ${query}`, params);
      nodes.push(...nodesOf(json.rows[0]['QUERY PLAN'][0].Plan));
      texts.push(text.rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
    const read = nodes.filter((node) => node['Relation Name']);
    const sorts = nodes.filter((node) => /Sort$/.test(node['Node Type']));
    return {
      question,
      medianMs: p50,
      rowsRead: rowsOf(read),
      rowsSorted: rowsOf(sorts.flatMap((node) => node.Plans ?? [])),
      scannedWhole: [
        ...new Set(
          read.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? ''),
        ),
      ],
      plan: texts.join('\n\n'),
    };
  }
  return { reader, measure, close: () => pool.end() };
}
