import type { ReachPair } from '../../core/access/reach.ts';
import type { Instant } from '../../core/kernel/plain-date.ts';
import type { EntryState } from '../../core/ledger/entry.ts';
import type { Bilingual } from '../../core/ledger/kind.ts';
import type { SuspectParams } from '../../core/ledger/suspects.ts';
import { Params } from '../access/reach-sql.ts';
import type { Reader, Tx } from '../database/transaction.ts';
import { figureRows } from '../indicator/figure-sql.ts';
import type { EntryKey } from './entry.ts';
import { atCounties, entryReach, entryWhere, type EntryFilter } from './entry-filter.ts';

/** Something found in an entry. */
export interface Finding extends EntryKey {
  code: string;
  params: Readonly<Record<string, string | number>>;
  other: EntryKey | null;
}

/** How a finding was settled. */
export type SuspectOutcome = 'fine' | 'acted';

/**
 * Keeps findings: what is open already says what was found now, what was settled with the same words stays settled. `ids`: one
 * for each. Gives how many are new.
 */
export async function putFindings(
  tx: Tx,
  findings: readonly Finding[],
  ids: readonly string[],
  now: Instant,
): Promise<number> {
  if (findings.length === 0) return 0;
  const done = await tx.query<{ fresh: boolean }>(
    `insert into suspect as s (county_id, id, entry_id, kind, unit_id, counted_on, code, params, other_county_id, other_entry_id, found_at)
     select n.county_id, n.id, n.entry_id, e.kind, e.unit_id, e.counted_on, n.code, n.params::jsonb, n.other_county_id, n.other_entry_id, $8
     from unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[]) n (county_id, id, entry_id, code, params, other_county_id, other_entry_id)
       join entry e on e.county_id = n.county_id and e.id = n.entry_id
     where not exists (select from suspect o where o.county_id = n.county_id and o.entry_id = n.entry_id and o.code = n.code
       and o.outcome is not null and o.params = n.params::jsonb and o.other_entry_id is not distinct from n.other_entry_id)
     on conflict (county_id, entry_id, code) where outcome is null
       do update set params = excluded.params, other_county_id = excluded.other_county_id, other_entry_id = excluded.other_entry_id
     returning s.found_at = $8 and s.id = any($2::uuid[]) as fresh`,
    [
      findings.map((one) => one.countyId),
      ids,
      findings.map((one) => one.id),
      findings.map((one) => one.code),
      findings.map((one) => JSON.stringify(one.params)),
      findings.map((one) => one.other?.countyId ?? null),
      findings.map((one) => one.other?.id ?? null),
      now,
    ],
  );
  return done.rows.filter((row) => row.fresh).length;
}

/** A finding with what lists show of its entry. */
export interface SuspectRow {
  countyId: string;
  id: string;
  entryId: string;
  code: string;
  params: Record<string, string | number>;
  foundAt: Instant;
  outcome: SuspectOutcome | null;
  reason: string | null;
  settledBy: string | null;
  settledAt: Instant | null;
  number: string | null;
  state: EntryState;
  kindName: Bilingual;
  countyName: string;
  unitId: string;
  unitName: string;
  placeId: string | null;
  occurredOn: string;
  amountFen: string | null;
  reportedBy: string;
  /** Sentence of the kind's rule that it is from; null: the words have it. */
  text: Bilingual | null;
  /** The other entry that it is about, within reach. */
  otherCountyId: string | null;
  otherId: string | null;
  otherNumber: string | null;
  /** It is about another entry that is out of reach. */
  otherHidden: boolean;
}

const select = (reachOfOther: string): string =>
  `select s.county_id as "countyId", s.id, s.entry_id as "entryId", s.code, s.params, s.found_at as "foundAt", s.outcome, s.reason,
     (select name from person where id = s.settled_by) as "settledBy", s.settled_at as "settledAt", e.number, e.state, v.definition -> 'name' as "kindName",
     (select name from place where id = e.county_id) as "countyName", e.unit_id as "unitId",
     (select u.name from unit_version u where u.unit_id = e.unit_id order by u.valid_from desc limit 1) as "unitName", e.place_id as "placeId",
     e.occurred_on as "occurredOn", e.amount_fen as "amountFen", e.reported_by as "reportedBy",
     case when s.code like 'rule.%' then (select r -> 'text' from jsonb_array_elements(v.definition -> 'rules') r where r ->> 'code' = substr(s.code, 6)) end as text,
     o.county_id as "otherCountyId", o.id as "otherId", o.number as "otherNumber", s.other_entry_id is not null and o.id is null as "otherHidden"
   from suspect s join entry e on e.county_id = s.county_id and e.id = s.entry_id
     join entry_kind_version v on v.kind = e.kind and v.version = e.kind_version
     left join lateral (select e.county_id, e.id, e.number from entry e where e.county_id = s.other_county_id and e.id = s.other_entry_id and ${reachOfOther}) o on true`;

/** What a list of findings is narrowed by. */
export interface SuspectAsk {
  filter: EntryFilter;
  code: string | undefined;
  settled: boolean;
}

/** What is asked of a finding `s` itself, which has its entry's county, unit, kind and day; and what of its entry `e`, null: nothing more. */
function whereOf(
  pairs: readonly ReachPair[],
  { filter, code, settled }: SuspectAsk,
  params: Params,
): { finding: string; entry: string | null } {
  const { countyId = null, unitIds = null, kinds, from, to, ...rest } = filter;
  const finding = [
    `s.outcome is ${settled ? 'not null' : 'null'}`,
    figureRows({ pairs: atCounties(pairs), placeId: countyId, units: unitIds }, params, 's'),
  ];
  if (code !== undefined) finding.push(`s.code like ${params.add(code === 'rule' ? 'rule.%' : code)}`);
  if (kinds !== undefined) finding.push(`s.kind = any(${params.add(kinds)}::text[])`);
  if (from !== undefined) finding.push(`s.counted_on >= ${params.add(from)}::date`);
  if (to !== undefined) finding.push(`s.counted_on <= ${params.add(to)}::date`);
  const deeper = pairs.some(({ places }) => places?.some((id) => id.length > 6));
  const more = deeper || Object.values(rest).some((one) => one !== undefined);
  return { finding: finding.join(' and '), entry: more ? entryWhere(deeper ? pairs : ALL, rest, params) : null };
}

const ALL: readonly ReachPair[] = [{ units: null, places: null }];

/** Findings in entries within reach, newest first; `after`: found_at and id of the last one. */
export async function listSuspects(
  db: Reader,
  pairs: readonly ReachPair[],
  ask: SuspectAsk & { after: [string, string] | null; limit: number },
): Promise<SuspectRow[]> {
  const params = new Params();
  const reach = entryReach(pairs, params);
  const { finding, entry } = whereOf(pairs, ask, params);
  let where = entry === null ? finding : `${finding} and ${entry}`;
  if (ask.after !== null)
    where += ` and (s.found_at, s.id) < (${params.add(ask.after[0])}::timestamptz, ${params.add(ask.after[1])}::uuid)`;
  const text = `${select(reach)} where ${where} order by s.found_at desc, s.id desc limit ${params.add(ask.limit)}`;
  return (await db.query<SuspectRow>(text, params.values)).rows;
}

/** Findings of entries, open and settled, oldest first. */
export async function suspectsOfEntry(db: Reader, pairs: readonly ReachPair[], key: EntryKey): Promise<SuspectRow[]> {
  const params = new Params();
  const reach = entryReach(pairs, params);
  const text = `${select(reach)} where s.county_id = ${params.add(key.countyId)} and s.entry_id = ${params.add(key.id)} order by s.found_at, s.id`;
  return (await db.query<SuspectRow>(text, params.values)).rows;
}

/** How many findings there are by code; rules of kinds as `rule`. */
export async function countSuspects(
  db: Reader,
  pairs: readonly ReachPair[],
  ask: SuspectAsk,
): Promise<{ code: string; count: number }[]> {
  const params = new Params();
  const { finding, entry } = whereOf(pairs, ask, params);
  const join = entry === null ? '' : 'join entry e on e.county_id = s.county_id and e.id = s.entry_id';
  const found = await db.query<{ code: string; count: number }>(
    `select case when s.code like 'rule.%' then 'rule' else s.code end as code, count(*)::integer as count
     from suspect s ${join} where ${finding} and ${entry ?? 'true'} group by 1 order by 2 desc, 1`,
    params.values,
  );
  return found.rows;
}

/** Codes of findings by entry: what a list counts. Settled ones are named too, so that they are not found again. */
export async function codesOfEntries(
  db: Reader,
  keys: readonly EntryKey[],
): Promise<{ entryId: string; code: string; open: boolean }[]> {
  const found = await db.query<{ entryId: string; code: string; open: boolean }>(
    `select s.entry_id as "entryId", s.code, bool_or(s.outcome is null) as open from unnest($1::text[], $2::uuid[]) k (county_id, id)
     join suspect s on s.county_id = k.county_id and s.entry_id = k.id group by 1, 2`,
    [keys.map((one) => one.countyId), keys.map((one) => one.id)],
  );
  return found.rows;
}

/** A finding for a decision, locked; null: there is none. */
export async function lockSuspect(
  tx: Tx,
  key: EntryKey,
): Promise<{ entryId: string; outcome: SuspectOutcome | null; settledBy: string | null } | null> {
  const found = await tx.query<{ entryId: string; outcome: SuspectOutcome | null; settledBy: string | null }>(
    `select entry_id as "entryId", outcome, (select name from person where id = settled_by) as "settledBy" from suspect
     where county_id = $1 and id = $2 for update`,
    [key.countyId, key.id],
  );
  return found.rows[0] ?? null;
}

/** Settles a finding. */
export async function settleSuspect(
  tx: Tx,
  key: EntryKey,
  end: { outcome: SuspectOutcome; reason: string; by: string; now: Instant },
): Promise<void> {
  await tx.query(
    'update suspect set outcome = $3, reason = $4, settled_by = $5, settled_at = $6 where county_id = $1 and id = $2',
    [key.countyId, key.id, end.outcome, end.reason, end.by, end.now],
  );
}

/** A rule as it was set. */
export interface SetRule {
  code: string;
  enabled: boolean;
  params: SuspectParams;
  changedBy: string;
  changedAt: Instant;
}

/** Rules that were set otherwise than they came. */
export async function listSetRules(db: Reader): Promise<SetRule[]> {
  const found = await db.query<SetRule>(
    'select code, enabled, params, changed_by as "changedBy", changed_at as "changedAt" from suspect_rule',
  );
  return found.rows;
}

/** Sets a rule. */
export async function putRule(tx: Tx, rule: SetRule): Promise<void> {
  await tx.query(
    `insert into suspect_rule (code, enabled, params, changed_by, changed_at) values ($1, $2, $3, $4, $5)
     on conflict (code) do update set enabled = excluded.enabled, params = excluded.params, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [rule.code, rule.enabled, JSON.stringify(rule.params), rule.changedBy, rule.changedAt],
  );
}
