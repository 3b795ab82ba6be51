import type { Approx } from '../../core/document/reading.ts';
import type { ReachPair } from '../../core/access/reach.ts';
import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import type { Reader, Tx } from '../database/transaction.ts';
import { documentSeen, voucherSql } from '../document/voucher-sql.ts';

/** A figure that a document states, as filed. */
export interface FactRow {
  id: string;
  value: string;
  unit: string;
  exact: string;
  plainUnit: string;
  approx: Approx;
  approxText: string | null;
  what: string;
  when: string | null;
  from: PlainDate | null;
  to: PlainDate | null;
  planned: boolean;
  places: { id: string; name: string }[];
  unitId: string;
  unitName: string;
  voucher: { documentId: string | null; itemId: string | null; title: string | null; quote: string };
}

/** A fact belongs to its unit and to the places that it is about. */
const REACH = {
  unit: 'f.unit_id = any({ids})',
  places: 'select rp.place_id from fact_place rp where rp.fact_id = f.id',
};

/** Facts within reach in the order of filing, their source named within `documents`; `after`: time and id of the last one. */
export async function listFacts(
  db: Reader,
  pairs: readonly ReachPair[],
  ask: {
    countyId?: string | undefined;
    unitId?: string | undefined;
    documentId?: string | undefined;
    /** One of these words stands in what is counted. */
    words?: readonly string[] | undefined;
    /** Its period touches these days, or is not known. */
    during?: readonly [from: string, to: string] | undefined;
    documents: readonly ReachPair[];
    after: [string, string] | null;
    limit: number;
  },
): Promise<(FactRow & { recordedAt: Instant })[]> {
  const params = new Params();
  const where = [reachCondition(pairs, params, REACH), 'f.withdrawn_at is null'];
  if (ask.countyId !== undefined)
    where.push(
      `exists (select from fact_place c where c.fact_id = f.id and starts_with(c.place_id, ${params.add(ask.countyId)}))`,
    );
  if (ask.unitId !== undefined) where.push(`f.unit_id = ${params.add(ask.unitId)}`);
  if (ask.words !== undefined)
    where.push(
      `exists (select from unnest(${params.add(ask.words)}::text[]) w (word) where strpos(f.what, w.word) > 0)`,
    );
  if (ask.during !== undefined)
    where.push(
      `(f.from_on is null or f.from_on <= ${params.add(ask.during[1])}::date) and (f.to_on is null or f.to_on >= ${params.add(ask.during[0])}::date)`,
    );
  if (ask.documentId !== undefined) {
    const seen = documentSeen(ask.documents, params);
    where.push(
      `exists (select from document d where d.id = f.document_id and d.id = ${params.add(ask.documentId)} and ${seen})`,
    );
  }
  if (ask.after !== null)
    where.push(`(f.recorded_at, f.id) > (${params.add(ask.after[0])}::timestamptz, ${params.add(ask.after[1])}::uuid)`);
  const text = `select f.id, f.value, f.unit, f.exact, f.plain_unit as "plainUnit", f.approx, f.approx_text as "approxText", f.what, f.when_text as "when",
      f.from_on as "from", f.to_on as "to", f.planned, f.unit_id as "unitId", f.recorded_at as "recordedAt",
      (select v.name from unit_version v where v.unit_id = f.unit_id order by v.valid_from desc limit 1) as "unitName",
      coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.id) from fact_place x join place p on p.id = x.place_id where x.fact_id = f.id), '[]'::json) as places,
      (select ${voucherSql(ask.documents, params, 'f.item_id', 'f.quote')} from document d where d.id = f.document_id) as voucher
    from fact f where ${where.join(' and ')} order by f.recorded_at, f.id limit ${params.add(ask.limit)}`;
  return (await db.query<FactRow & { recordedAt: Instant }>(text, params.values)).rows;
}

/** A fact to be filed. */
export interface NewFact {
  id: string;
  unitId: string;
  documentId: string;
  itemId: string;
  value: string;
  unit: string;
  exact: string;
  plainUnit: string;
  approx: Approx;
  approxText: string | null;
  what: string;
  when: string | null;
  from: PlainDate | null;
  to: PlainDate | null;
  planned: boolean;
  quote: string;
  placeIds: string[];
  now: Instant;
}

/** Files a fact. */
export async function insertFact(tx: Tx, f: NewFact): Promise<void> {
  await tx.query(
    `insert into fact (id, unit_id, document_id, item_id, value, unit, exact, plain_unit, approx, approx_text, what, when_text, from_on, to_on, planned, quote, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      f.id,
      f.unitId,
      f.documentId,
      f.itemId,
      f.value,
      f.unit,
      f.exact,
      f.plainUnit,
      f.approx,
      f.approxText,
      f.what,
      f.when,
      f.from,
      f.to,
      f.planned,
      f.quote,
      f.now,
    ],
  );
  await tx.query('insert into fact_place (fact_id, place_id) select $1, unnest($2::text[])', [f.id, f.placeIds]);
}

/**
 * Marks as withdrawn all that a document became; a plan stays as long as another document's items stand in it, or the
 * document that made it is accepted.
 */
export async function withdrawAll(tx: Tx, documentId: string, now: Instant): Promise<void> {
  for (const table of ['fact', 'plan_item', 'meeting'] as const) {
    await tx.query(`update ${table} set withdrawn_at = $2 where document_id = $1 and withdrawn_at is null`, [
      documentId,
      now,
    ]);
  }
  // A pairing stays where cadres are posted to its county: what others rest on is not taken away.
  await tx.query(
    `update pairing set withdrawn_at = $2 where document_id = $1 and withdrawn_at is null
       and not exists (select from posting o where o.county_id = pairing.county_id)`,
    [documentId, now],
  );
  await tx.query(
    `update plan set withdrawn_at = $2 where withdrawn_at is null
       and (document_id = $1 or id in (select plan_id from plan_item where document_id = $1))
       and not exists (select from plan_item i where i.plan_id = plan.id and i.withdrawn_at is null)
       and not exists (select from document d where d.id = plan.document_id and d.id <> $1 and d.state = 'accepted')`,
    [documentId, now],
  );
}
