import type { ReachPair } from '../../core/access/reach.ts';
import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import { Params, reachCondition } from '../access/reach-sql.ts';
import type { Reader, Tx } from '../database/transaction.ts';
import { documentSeen } from '../document/voucher-sql.ts';

/** How exactly a day is known. */
export type Precision = 'year' | 'month' | 'day' | 'unknown';

/** A pairing as shown. */
export interface PairingRow {
  id: string;
  unitId: string;
  unitName: string;
  countyId: string;
  countyName: string;
  fromOn: PlainDate | null;
  fromPrecision: Precision;
  toOn: PlainDate | null;
  source: string;
  documentId: string | null;
  itemId: string | null;
  example: boolean;
  /** Open postings to the county that the reader reaches. */
  openPostings: number;
}

const UNIT_NAME = '(select v.name from unit_version v where v.unit_id = g.unit_id order by v.valid_from desc limit 1)';
const COLUMNS = `g.id, g.unit_id as "unitId", ${UNIT_NAME} as "unitName",
  g.county_id as "countyId", (select name from place where id = g.county_id) as "countyName", g.from_on as "fromOn", g.from_precision as "fromPrecision",
  g.to_on as "toOn", g.example`;
const REACH = { unit: 'g.unit_id = any({ids})', places: 'select g.county_id as place_id' };

/**
 * Pairings within reach: of a unit or county, open ones or all. A line that comes from a document names it within
 * `documents`; to others its source is the unit.
 */
export async function listPairings(
  db: Reader,
  pairs: readonly ReachPair[],
  ask: {
    unitId?: string | undefined;
    countyId?: string | undefined;
    ended: boolean;
    documents: readonly ReachPair[];
  },
): Promise<PairingRow[]> {
  const params = new Params();
  const where = [reachCondition(pairs, params, REACH), 'g.withdrawn_at is null'];
  if (ask.unitId !== undefined) where.push(`g.unit_id = ${params.add(ask.unitId)}`);
  if (ask.countyId !== undefined) where.push(`g.county_id = ${params.add(ask.countyId)}`);
  if (!ask.ended) where.push('g.to_on is null');
  const seen = `(d.id is null or ${documentSeen(ask.documents, params)})`;
  const postings = reachCondition(pairs, params, {
    unit: 'o.unit_id = any({ids})',
    places: 'select o.county_id as place_id',
  });
  const text = `select ${COLUMNS}, case when ${seen} then g.source else ${UNIT_NAME} end as source,
      case when ${seen} then g.document_id end as "documentId", case when ${seen} then g.item_id end as "itemId",
      (select count(*)::int from posting o where o.county_id = g.county_id and o.to_on is null and ${postings}) as "openPostings"
    from pairing g left join document d on d.id = g.document_id where ${where.join(' and ')} order by g.from_on nulls last, g.county_id, g.id limit 3000`;
  return (await db.query<PairingRow>(text, params.values)).rows;
}

/** Units that help, or ever helped, a county in or above one of the places. */
export async function helpersOfPlaces(db: Reader, places: readonly string[]): Promise<string[]> {
  const found = await db.query<{ id: string }>(
    `select distinct g.unit_id as id from pairing g, unnest($1::text[]) a
     where g.withdrawn_at is null and (starts_with(g.county_id, a) or starts_with(a, g.county_id))`,
    [places],
  );
  return found.rows.map((row) => row.id);
}

/** Open pairings of one unit. */
export async function openPairings(db: Reader, unitId: string): Promise<{ id: string; countyId: string }[]> {
  const found = await db.query<{ id: string; countyId: string }>(
    'select id, county_id as "countyId" from pairing where unit_id = $1 and to_on is null and withdrawn_at is null',
    [unitId],
  );
  return found.rows;
}

/** A pairing to be kept. */
export interface NewPairing {
  id: string;
  unitId: string;
  countyId: string;
  fromOn: PlainDate | null;
  fromPrecision: Precision;
  source: string;
  documentId: string | null;
  itemId: string | null;
  example: boolean;
  now: Instant;
}

/** Adds a pairing; `pairing_open_key` refuses a second open one of the same two. */
export async function insertPairing(tx: Tx, p: NewPairing): Promise<void> {
  await tx.query(
    `insert into pairing (id, unit_id, county_id, from_on, from_precision, source, document_id, item_id, example, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [p.id, p.unitId, p.countyId, p.fromOn, p.fromPrecision, p.source, p.documentId, p.itemId, p.example, p.now],
  );
}

/** A pairing for a decision, locked. */
export async function lockPairing(
  tx: Tx,
  id: string,
): Promise<{ unitId: string; countyId: string; fromOn: PlainDate | null; toOn: PlainDate | null } | null> {
  const found = await tx.query<{ unitId: string; countyId: string; fromOn: PlainDate | null; toOn: PlainDate | null }>(
    `select unit_id as "unitId", county_id as "countyId", from_on as "fromOn", to_on as "toOn" from pairing where id = $1 and withdrawn_at is null for no key update`,
    [id],
  );
  return found.rows[0] ?? null;
}

/** Ends a pairing. */
export async function setPairingEnd(tx: Tx, id: string, toOn: PlainDate): Promise<void> {
  await tx.query('update pairing set to_on = $2 where id = $1', [id, toOn]);
}
