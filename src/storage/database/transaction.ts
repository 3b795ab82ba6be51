import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { Brand } from '../../core/kernel/brand.ts';

/** What a query needs: a pool or a transaction. */
export interface Reader {
  query<Row extends QueryResultRow>(text: string | QueryConfig, values?: unknown[]): Promise<QueryResult<Row>>;
}

/** An open transaction. Every write asks for one, so a write without a transaction does not compile. */
export type Tx = Brand<Reader, 'Tx'>;

/** How to run a transaction. */
export interface TransactionOptions {
  /** All reads in one snapshot, no writes. */
  readOnly?: boolean;
  /** Roll back at the end although `work` went through (a dry run); its value is still returned. */
  rollBack?: boolean;
  /** How often to try again after a serialisation failure or deadlock. Default 3. `work` must bear being run again. */
  retries?: number;
}

/** Serialisation failure, deadlock. */
const AGAIN = ['40001', '40P01'];

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws (the error passes on). */
export async function inTransaction<Value>(
  pool: Pool,
  work: (tx: Tx) => Promise<Value>,
  options: TransactionOptions = {},
): Promise<Value> {
  const tries = (options.retries ?? 3) + 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, work, options);
    } catch (error) {
      if (attempt >= tries || !AGAIN.includes((error as { code?: string }).code ?? '')) throw error;
      // Apart from one another, so that the same two do not meet again.
      await new Promise((wake) => setTimeout(wake, 10 * 2 ** attempt * (0.5 + Math.random())));
    }
  }
}

async function once<Value>(pool: Pool, work: (tx: Tx) => Promise<Value>, options: TransactionOptions): Promise<Value> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(options.readOnly ? 'begin isolation level repeatable read read only' : 'begin');
    const value = await work(client as unknown as Tx);
    await client.query(options.rollBack ? 'rollback' : 'commit');
    return value;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The error that makes the connection useless, if rolling back itself failed. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
