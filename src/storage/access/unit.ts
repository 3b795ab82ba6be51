import type { PlainDate, Instant } from '../../core/kernel/plain-date.ts';
import type { ReachPair } from '../../core/access/reach.ts';
import type { UnitState } from '../../core/access/unit-tree.ts';
import type { Reader, Tx } from '../database/transaction.ts';
import { Params, reachCondition } from './reach-sql.ts';

/** Kinds of unit as stored. */
export type UnitKind = 'central' | 'department' | 'affiliated' | 'county_office' | 'group' | 'other';

/** A unit as it is called and stands on a day. */
export interface UnitRow {
  id: string;
  kind: UnitKind;
  name: string;
  shortName: string | null;
  parentId: string | null;
  startedOn: PlainDate | null;
  endedOn: PlainDate | null;
  mergedInto: string | null;
  placeId: string | null;
}

/** SQL of the version of `u` that holds on the day in the placeholder (before the first: the first). */
const versionOn = (day: string) => `join lateral (
  select * from unit_version x where x.unit_id = u.id
  order by (x.valid_from <= ${day}) desc, case when x.valid_from <= ${day} then x.valid_from end desc, x.valid_from limit 1) v on true`;

const COLUMNS = `u.id, u.kind, v.name, v.short_name as "shortName", v.parent_id as "parentId", u.started_on as "startedOn",
  u.ended_on as "endedOn", u.merged_into as "mergedInto", v.place_id as "placeId"`;

/** Where a unit `u` with its version `v` belongs: itself, and the county of a county office. */
export const UNIT_REACH = { unit: 'u.id = any({ids})', places: 'select v.place_id' };

/** The units within reach as they stand on a day. */
export async function listUnits(
  db: Reader,
  pairs: readonly ReachPair[],
  on: PlainDate,
  withEnded: boolean,
): Promise<UnitRow[]> {
  const params = new Params();
  const day = `${params.add(on)}::date`;
  const reach = reachCondition(pairs, params, UNIT_REACH);
  const ended = withEnded ? 'true' : `(u.ended_on is null or u.ended_on >= ${day})`;
  const text = `select ${COLUMNS} from unit u ${versionOn(day)} where ${reach} and ${ended}
    order by case u.kind when 'central' then 0 when 'group' then 1 when 'department' then 2 when 'affiliated' then 3 else 4 end, u.created_at, u.id limit 5000`;
  return (await db.query<UnitRow>(text, params.values)).rows;
}

/** One unit within reach. */
export async function findUnit(
  db: Reader,
  pairs: readonly ReachPair[] | 'all',
  id: string,
  on: PlainDate,
): Promise<UnitRow | null> {
  const params = new Params();
  const day = `${params.add(on)}::date`;
  const reach = pairs === 'all' ? 'true' : reachCondition(pairs, params, UNIT_REACH);
  const text = `select ${COLUMNS} from unit u ${versionOn(day)} where u.id = ${params.add(id)} and ${reach}`;
  return (await db.query<UnitRow>(text, params.values)).rows[0] ?? null;
}

/** A name and place in the tree from a day on. */
export interface UnitVersionRow {
  validFrom: PlainDate;
  name: string;
  shortName: string | null;
  parentId: string | null;
  parentName: string | null;
  reason: string | null;
  recordedAt: Instant;
}

/** The history of a unit, newest first. */
export async function listUnitVersions(db: Reader, id: string): Promise<UnitVersionRow[]> {
  const found = await db.query<UnitVersionRow>(
    `select v.valid_from as "validFrom", v.name, v.short_name as "shortName", v.parent_id as "parentId",
       (select p.name from unit_version p where p.unit_id = v.parent_id order by (p.valid_from <= v.valid_from) desc, p.valid_from desc limit 1) as "parentName",
       v.reason, v.recorded_at as "recordedAt"
     from unit_version v where v.unit_id = $1 order by v.valid_from desc`,
    [id],
  );
  return found.rows;
}

/** Units that were merged into one. */
export async function listMerged(
  db: Reader,
  id: string,
): Promise<{ id: string; name: string; endedOn: PlainDate | null }[]> {
  const found = await db.query<{ id: string; name: string; endedOn: PlainDate | null }>(
    `select u.id, u.ended_on as "endedOn", (select name from unit_version v where v.unit_id = u.id order by valid_from desc limit 1) as name
     from unit u where u.merged_into = $1 order by u.ended_on desc`,
    [id],
  );
  return found.rows;
}

/** A unit's state for a decision, locked until the transaction ends. */
export async function lockUnit(tx: Tx, id: string): Promise<UnitState | null> {
  const locked = await tx.query<{ ended_on: PlainDate | null }>(
    'select ended_on from unit where id = $1 for no key update',
    [id],
  );
  const row = locked.rows[0];
  if (row === undefined) return null;
  const last = await tx.query<{ valid_from: PlainDate; name: string }>(
    'select valid_from, name from unit_version where unit_id = $1 order by valid_from desc limit 1',
    [id],
  );
  const version = last.rows[0];
  return version === undefined
    ? null
    : { id, name: version.name, endedOn: row.ended_on, lastVersionFrom: version.valid_from };
}

/** Adds a unit with its first version. */
export async function insertUnit(
  tx: Tx,
  unit: { id: string; kind: UnitKind; startedOn: PlainDate | null; now: Instant },
): Promise<void> {
  await tx.query('insert into unit (id, kind, started_on, created_at) values ($1, $2, $3, $4)', [
    unit.id,
    unit.kind,
    unit.startedOn,
    unit.now,
  ]);
}

/** Adds a version. */
export async function insertUnitVersion(
  tx: Tx,
  v: {
    unitId: string;
    validFrom: PlainDate;
    name: string;
    shortName: string | null;
    parentId: string | null;
    placeId: string | null;
    reason: string | null;
    now: Instant;
  },
): Promise<void> {
  await tx.query(
    `insert into unit_version (unit_id, valid_from, name, short_name, parent_id, place_id, reason, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [v.unitId, v.validFrom, v.name, v.shortName, v.parentId, v.placeId, v.reason, v.now],
  );
}

/** Ends a unit. */
export async function markUnitEnded(
  tx: Tx,
  end: { id: string; endedOn: PlainDate; into: string | null; now: Instant },
): Promise<void> {
  const { id, endedOn, into, now } = end;
  await tx.query('update unit set ended_on = $2, merged_into = $3, ended_at = $4 where id = $1', [
    id,
    endedOn,
    into,
    now,
  ]);
}

/** Names of units today, for showing. */
export async function unitNames(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const found = await db.query<{ id: string; name: string }>(
    `select distinct on (unit_id) unit_id as id, name from unit_version where unit_id = any($1) order by unit_id, valid_from desc`,
    [ids],
  );
  return new Map(found.rows.map((row) => [row.id, row.name]));
}
