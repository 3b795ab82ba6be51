import { Pool, type ClientBase, type PoolConfig } from 'pg';
import { StartProblem } from '../../core/kernel/start-problem.ts';
import { startEmbedded } from './supervisor.ts';
import { valueTypes } from './value-types.ts';

/** The role that the app works as: only what migrations grant. */
export const APP_ROLE = 'bangfu_app';

/** The driver's pool, for rooms that hand it on to storage without looking inside. */
export type DatabasePool = Pool;

/** An open database. Run `migrate(owner)` before the first use of `app`. */
export interface Database {
  /** Works as `bangfu_app`: what acts and queries use. */
  app: Pool;
  /** Works as the owner: migrations and operators' work only. */
  owner: Pool;
  /** What a person reads: "embedded 18.4", "outside 15.7". */
  kind: string;
  /** Ends the pools, then the embedded server. */
  close(): Promise<void>;
}

/** How long a stop waits for what is at work, ms. */
const PATIENCE_MS = 3_000;

/** What `openDatabase` needs of the settings. */
export interface DatabaseSettings {
  databaseUrl: string | null;
  dataFolder: string;
}

/** Hears of connections that broke while idle; a pool without such a listener would end the process. */
export type OnPoolError = (error: Error) => void;

/** Opens the outside database of DATABASE_URL, or starts the embedded one. Throws `StartProblem`. */
export async function openDatabase(settings: DatabaseSettings, onPoolError: OnPoolError = ignore): Promise<Database> {
  if (settings.databaseUrl !== null) return openOutside(settings.databaseUrl, onPoolError);
  const server = await startEmbedded({ dataFolder: settings.dataFolder });
  const { host, port, user, password } = server;
  try {
    await ensureDatabase({ host, port, user, password, database: 'postgres' });
  } catch (error) {
    await server.close();
    throw error;
  }
  const pools = openPools({ host, port, user, password, database: 'bangfu' }, onPoolError);
  const close = async () => {
    // What is still at work (villages of a first start) is not waited for: the server ends it, and it is rolled back.
    await Promise.race([pools.end(), new Promise((late) => setTimeout(late, PATIENCE_MS).unref())]);
    await server.close();
  };
  return { app: pools.app, owner: pools.owner, kind: `embedded ${server.version}`, close };
}

/** Pools on a database of a server that runs already: two roles over one login. */
export function openPools(
  config: PoolConfig,
  onPoolError: OnPoolError = ignore,
): { app: Pool; owner: Pool; end(): Promise<void> } {
  const shared: PoolConfig = {
    types: valueTypes,
    connectionTimeoutMillis: 15_000,
    application_name: 'bangfu',
    ...config,
  };
  const owner = new Pool({ max: 3, ...shared, onConnect: prepare("set timezone = 'UTC'") });
  // Compiling a query takes longer than any of ours.
  const app = new Pool({
    max: 20,
    ...shared,
    onConnect: prepare(`set role ${APP_ROLE}`, "set timezone = 'UTC'", 'set jit = off'),
  });
  for (const pool of [owner, app]) {
    pool.on('error', onPoolError);
    // A connection that dies while a transaction holds it says so as an event too, and unheard that would end the process.
    pool.on('connect', (client) => client.on('error', ignore));
  }
  const end = async () => {
    await Promise.all([app.end(), owner.end()]);
  };
  return { app, owner, end };
}

async function openOutside(url: string, onPoolError: OnPoolError): Promise<Database> {
  const pools = openPools({ connectionString: url }, onPoolError);
  try {
    const answer = await pools.owner.query<{ server_version: string; num: string }>(
      "select current_setting('server_version') as server_version, current_setting('server_version_num') as num",
    );
    const found = answer.rows[0]?.server_version.split(' ')[0] ?? '';
    if (Number(answer.rows[0]?.num ?? 0) < 150_000) throw new StartProblem('database_too_old', { found });
    return { app: pools.app, owner: pools.owner, kind: `outside ${found}`, close: () => pools.end() };
  } catch (error) {
    await pools.end();
    if (error instanceof StartProblem) throw error;
    throw new StartProblem('database_not_reached', { where: placeOf(url), reason: (error as Error).message });
  }
}

async function ensureDatabase(config: PoolConfig): Promise<void> {
  const pool = new Pool({ ...config, max: 1 });
  pool.on('error', ignore);
  try {
    const found = await pool.query("select 1 from pg_database where datname = 'bangfu'");
    if (found.rowCount === 0) await pool.query('create database bangfu');
  } finally {
    await pool.end();
  }
}

/** Runs before a new connection is handed out: the pool waits for the promise, though its type does not tell. */
function prepare(...statements: string[]): NonNullable<PoolConfig['onConnect']> {
  const run = async (client: ClientBase): Promise<void> => {
    for (const statement of statements) await client.query(statement);
  };
  return (client) => run(client) as unknown;
}

/** Host, port and database of a URL, without user and password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function ignore(): void {
  // The next query on the pool meets the same trouble and reports it.
}
