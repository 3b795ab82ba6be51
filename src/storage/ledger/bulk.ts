import type { ReachPair } from '../../core/access/reach.ts';
import type { Problem } from '../../core/kernel/problem.ts';
import type { EntryState } from '../../core/ledger/entry.ts';
import { Params } from '../access/reach-sql.ts';
import type { Reader, Tx } from '../database/transaction.ts';
import type { EntryKey } from './entry.ts';
import { entryReach, entryWhere, type EntryFilter } from './entry-filter.ts';

/** Entries under the filter that can still move, exactly, by state. */
export async function countStates(
  db: Reader,
  pairs: readonly ReachPair[],
  filter: EntryFilter,
): Promise<Map<EntryState, number>> {
  const params = new Params();
  const where = entryWhere(pairs, filter, params);
  const found = await db.query<{ state: EntryState; count: number }>(
    `select e.state, count(*)::integer as count from entry e where e.state <> 'posted' and e.state <> 'withdrawn' and e.state <> 'tied' and ${where} group by 1`,
    params.values,
  );
  return new Map(found.rows.map((row) => [row.state, row.count]));
}

/** Entries of a step as they stand now, as items of its job, by county and id; gives how many. More than `most` are not taken: then it is `most` + 1. */
export async function freezeItems(
  tx: Tx,
  jobId: string,
  pairs: readonly ReachPair[],
  ask: EntryFilter & { fits: readonly EntryState[]; chosen: readonly EntryKey[] | null; most: number },
): Promise<number> {
  const params = new Params();
  const where = entryWhere(pairs, ask, params);
  const only =
    ask.chosen === null
      ? ''
      : ` and (e.county_id, e.id) in (select * from unnest(${params.add(ask.chosen.map((one) => one.countyId))}::text[], ${params.add(ask.chosen.map((one) => one.id))}::uuid[]))`;
  const fits = params.add(ask.fits);
  const done = await tx.query(
    `insert into bulk_item (job_id, seq, county_id, entry_id, revision)
     select ${params.add(jobId)}::uuid, row_number() over (order by q.county_id, q.id), q.county_id, q.id, q.revision from (
       select e.county_id, e.id, e.revision from entry e
       where e.state <> 'posted' and e.state = any(${fits}::text[]) and ${where}${only} limit ${params.add(ask.most + 1)}) q`,
    params.values,
  );
  return done.rowCount ?? 0;
}

/** What was asked for in one's own step with many; null: there is none, or it is another's. */
export async function findBulkInput(db: Reader, jobId: string, personId: string): Promise<unknown> {
  const found = await db.query<{ input: unknown }>(
    `select input from job where id = $1 and person_id = $2 and kind = 'entry.bulk'`,
    [jobId, personId],
  );
  return found.rows[0]?.input ?? null;
}

/** An entry that the step is still to be taken with. */
export interface BulkItem extends EntryKey {
  seq: number;
  revision: number;
}

/** The next items after `seq`. */
export async function nextItems(db: Reader, jobId: string, seq: number, limit: number): Promise<BulkItem[]> {
  const found = await db.query<BulkItem>(
    `select seq, county_id as "countyId", entry_id as id, revision from bulk_item where job_id = $1 and seq > $2 order by seq limit $3`,
    [jobId, seq, limit],
  );
  return found.rows;
}

/** Writes what became of items: those without problems are done. */
export async function endItems(
  tx: Tx,
  jobId: string,
  items: readonly { seq: number; problems: readonly Problem[] }[],
): Promise<void> {
  await tx.query(
    `update bulk_item i set outcome = case when n.code is null then 'done' else 'refused' end, code = n.code, problems = n.problems::jsonb
     from unnest($2::integer[], $3::text[], $4::text[]) n (seq, code, problems) where i.job_id = $1 and i.seq = n.seq`,
    [
      jobId,
      items.map((one) => one.seq),
      items.map((one) => one.problems[0]?.code ?? null),
      items.map((one) => (one.problems.length === 0 ? null : JSON.stringify(one.problems))),
    ],
  );
}

/** Items by outcome and first reason. */
export async function countItems(
  db: Reader,
  jobId: string,
): Promise<{ outcome: 'done' | 'refused' | null; code: string | null; count: number }[]> {
  const found = await db.query<{ outcome: 'done' | 'refused' | null; code: string | null; count: number }>(
    `select outcome, code, count(*)::integer as count from bulk_item where job_id = $1 group by 1, 2 order by 3 desc, 2`,
    [jobId],
  );
  return found.rows;
}

/** A refused entry; what it is called only within reach. */
export interface RefusedItem extends EntryKey {
  seq: number;
  number: string | null;
  kindName: { zh: string; en: string } | null;
  state: EntryState | null;
  problems: Problem[];
}

/** Refused items after `seq`, of one first reason or all. */
export async function listRefused(
  db: Reader,
  jobId: string,
  pairs: readonly ReachPair[],
  ask: { code: string | undefined; after: number; limit: number },
): Promise<RefusedItem[]> {
  const params = new Params();
  const reach = entryReach(pairs, params);
  const found = await db.query<RefusedItem>(
    `select i.seq, i.county_id as "countyId", i.entry_id as id, e.number, v.definition -> 'name' as "kindName", e.state, i.problems
     from bulk_item i left join entry e on e.county_id = i.county_id and e.id = i.entry_id and ${reach}
       left join entry_kind_version v on v.kind = e.kind and v.version = e.kind_version
     where i.job_id = ${params.add(jobId)} and i.outcome = 'refused' and i.seq > ${params.add(ask.after)}
       and (${params.add(ask.code ?? null)}::text is null or i.code = ${params.add(ask.code ?? null)}) order by i.seq limit ${params.add(ask.limit)}`,
    params.values,
  );
  return found.rows;
}
