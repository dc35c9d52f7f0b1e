import pg from 'pg';

export interface ServerFacts {
  /** 180004 is 18.4. */
  versionNumber: number;
}

/** Connects and asks for the version. Throws what the driver throws: the caller knows what to tell whom. */
export async function askServer(url: string): Promise<ServerFacts> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ v: string }>("select current_setting('server_version_num') as v");
    return { versionNumber: Number(rows[0]?.v) };
  });
}

/** Makes the database if it is missing. `url` is that of another database of the same server, with the right to make one. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  });
}

/**
 * The login that the product serves with: owns nothing, may only become `chapeau_app` or `chapeau_reader`. Made or given the new
 * password; run after migrating, as the owner.
 */
export async function ensureLogin(url: string, name: string, password: string): Promise<void> {
  await withClient(url, async (client) => {
    const login = pg.escapeIdentifier(name);
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
    const verb = rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role ${login} login noinherit password ${pg.escapeLiteral(password)}`);
    await client.query(`grant chapeau_app, chapeau_reader to ${login}`);
  });
}

async function withClient<Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that goes away between two queries is an error of the query, not an event nobody listens for.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
