import type { Pool, QueryResultRow } from 'pg';

/** Whoever takes nothing for so long loses the snapshot, which would keep old rows from being cleared away. */
const IDLE = '2min';

/**
 * Rows of a long answer in batches from one snapshot, fetched only as fast as they are taken and one batch in memory. The
 * connection is given back at the end, and where the taker stops early.
 */
export async function* readBatches<Row extends QueryResultRow>(
  pool: Pool,
  query: { text: string; values: unknown[] },
  size: number,
): AsyncGenerator<Row[], void, undefined> {
  const client = await pool.connect();
  let broken = true;
  // A connection that is cut while nobody asks anything of it says so here; the next fetch fails.
  const onError = () => undefined;
  client.on('error', onError);
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`set local idle_in_transaction_session_timeout = '${IDLE}'`);
    await client.query(`declare long_answer no scroll cursor for ${query.text}`, query.values);
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${size} from long_answer`);
      if (rows.length > 0) yield rows;
      if (rows.length < size) break;
    }
    await client.query('commit');
    broken = false;
  } finally {
    if (broken)
      broken = await client.query('rollback').then(
        () => false,
        () => true,
      );
    client.off('error', onError);
    client.release(broken);
  }
}
