import type { Instant, PlainDate } from '../../core/kernel/plain-date.ts';
import type { EntryState } from '../../core/ledger/entry.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** An entry as stored. Money, quantities and days are text. */
export interface EntryRow {
  countyId: string;
  id: string;
  number: string | null;
  kind: string;
  kindVersion: number;
  unitId: string;
  placeId: string | null;
  state: EntryState;
  occurredOn: PlainDate;
  countedOn: PlainDate;
  amountFen: string | null;
  quantity: string | null;
  people: number | null;
  personTimes: number | null;
  slice: string;
  voucher: string | null;
  payee: string | null;
  fields: Readonly<Record<string, string>>;
  note: string | null;
  /** Digest in hexadecimal; null: nothing that must count once. */
  onceKey: string | null;
  jointId: string | null;
  sharePoints: number | null;
  reverses: string | null;
  /** Day that the reversed entry counts under. */
  reversesOn: PlainDate | null;
  corrects: string | null;
  tiedTo: string | null;
  reason: string | null;
  source: 'form' | 'import' | 'api' | 'example';
  importId: string | null;
  importRow: number | null;
  reportedBy: string;
  reportedAt: Instant;
  confirmedBy: string | null;
  confirmedAt: Instant | null;
  reviewedBy: string | null;
  reviewedAt: Instant | null;
  postedBy: string | null;
  postedAt: Instant | null;
  changedAt: Instant;
  revision: number;
}

/** Columns of `entry` in the order of the table; what inserts many rows names these. */
export const ENTRY_COLUMNS = [
  'county_id',
  'id',
  'number',
  'kind',
  'kind_version',
  'unit_id',
  'place_id',
  'state',
  'occurred_on',
  'counted_on',
  'amount_fen',
  'quantity',
  'people',
  'person_times',
  'slice',
  'voucher',
  'payee',
  'fields',
  'note',
  'once_key',
  'joint_id',
  'share_points',
  'reverses',
  'reverses_on',
  'corrects',
  'tied_to',
  'reason',
  'source',
  'import_id',
  'import_row',
  'reported_by',
  'reported_at',
  'confirmed_by',
  'confirmed_at',
  'reviewed_by',
  'reviewed_at',
  'posted_by',
  'posted_at',
  'changed_at',
  'revision',
] as const;

const camel = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The columns of an entry `e` under the names of EntryRow. */
export const ENTRY_SELECT = ENTRY_COLUMNS.map((column) =>
  column === 'quantity' ? 'trim_scale(e.quantity) as quantity' : `e.${column} as "${camel(column)}"`,
).join(', ');

/** Rows as JSON with the names of columns, for json_populate_recordset. */
const asJson = (rows: readonly EntryRow[]): string =>
  JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(ENTRY_COLUMNS.map((column) => [column, row[camel(column) as keyof EntryRow]])),
    ),
  );

/** The key of an entry. */
export interface EntryKey {
  countyId: string;
  id: string;
}

const keyed = (keys: readonly EntryKey[]): [string[], string[]] => [
  keys.map((one) => one.countyId),
  keys.map((one) => one.id),
];

/** Entries by key, locked in the order of their keys until the transaction ends. Posted ones are not among them: the fence hides them from locks. */
export async function lockEntries(tx: Tx, keys: readonly EntryKey[]): Promise<EntryRow[]> {
  const found = await tx.query<EntryRow>(
    `select ${ENTRY_SELECT} from entry e
     where (e.county_id, e.id) in (select * from unnest($1::text[], $2::uuid[]))
     order by e.county_id, e.id for no key update of e`,
    keyed(keys),
  );
  return found.rows;
}

/** Entries by key, in any state. */
export async function findEntries(db: Reader, keys: readonly EntryKey[]): Promise<EntryRow[]> {
  const found = await db.query<EntryRow>(
    `select ${ENTRY_SELECT} from entry e where (e.county_id, e.id) in (select * from unnest($1::text[], $2::uuid[]))`,
    keyed(keys),
  );
  return found.rows;
}

/** Adds entries; `entry_once_key` refuses what counts already. */
export async function insertEntries(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  const columns = ENTRY_COLUMNS.join(', ');
  await tx.query(
    `insert into entry (${columns}) select ${columns} from json_populate_recordset(null::entry, $1::json)`,
    [asJson(rows)],
  );
}

const CHANGED = ENTRY_COLUMNS.filter((column) => column !== 'county_id' && column !== 'id');

/** Writes entries anew that are not posted yet; throws where one is, which the fence would pass over in silence. */
export async function updateEntries(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  const done = await tx.query(
    `update entry e set ${CHANGED.map((column) => `${column} = n.${column}`).join(', ')}
     from json_populate_recordset(null::entry, $1::json) n where e.county_id = n.county_id and e.id = n.id`,
    [asJson(rows)],
  );
  if (done.rowCount !== rows.length) throw new Error(`${done.rowCount} of ${rows.length} entries could be written`);
  await moveFindings(tx, rows);
}

/** What was found in entries goes with them, for lists of findings. */
async function moveFindings(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  await tx.query(
    `update suspect s set kind = e.kind, unit_id = e.unit_id, counted_on = e.counted_on from unnest($1::text[], $2::uuid[]) n (county_id, id)
       join entry e on e.county_id = n.county_id and e.id = n.id
     where s.county_id = n.county_id and s.entry_id = n.id and (s.kind, s.unit_id, s.counted_on) <> (e.kind, e.unit_id, e.counted_on)`,
    keyed(rows),
  );
}

/** What a step leaves of itself. */
export interface StepRow {
  countyId: string;
  entryId: string;
  /** The revision of the entry that came of it. */
  seq: number;
  step: string;
  fromState: EntryState | null;
  toState: EntryState;
  personId: string;
  postId: string | null;
  at: Instant;
  reason: string | null;
}

/** Appends steps. */
export async function insertSteps(tx: Tx, rows: readonly StepRow[]): Promise<void> {
  await tx.query(
    `insert into entry_step (county_id, entry_id, seq, step, from_state, to_state, person_id, post_id, at, reason)
     select * from unnest($1::text[], $2::uuid[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::timestamptz[], $10::text[])`,
    [
      rows.map((r) => r.countyId),
      rows.map((r) => r.entryId),
      rows.map((r) => r.seq),
      rows.map((r) => r.step),
      rows.map((r) => r.fromState),
      rows.map((r) => r.toState),
      rows.map((r) => r.personId),
      rows.map((r) => r.postId),
      rows.map((r) => r.at),
      rows.map((r) => r.reason),
    ],
  );
}

/** The columns that a step writes; all else of an entry stays as it was reported. */
const MOVED = [
  'state',
  'counted_on',
  'amount_fen',
  'quantity',
  'people',
  'person_times',
  'tied_to',
  'reason',
  'confirmed_by',
  'confirmed_at',
  'reviewed_by',
  'reviewed_at',
  'posted_by',
  'posted_at',
  'changed_at',
  'revision',
] as const;
const TYPES: Partial<Record<(typeof MOVED)[number], string>> = {
  counted_on: 'date',
  amount_fen: 'bigint',
  quantity: 'numeric',
  people: 'integer',
  person_times: 'integer',
  tied_to: 'uuid',
  confirmed_by: 'uuid',
  confirmed_at: 'timestamptz',
  reviewed_by: 'uuid',
  reviewed_at: 'timestamptz',
  posted_by: 'uuid',
  posted_at: 'timestamptz',
  changed_at: 'timestamptz',
  revision: 'integer',
};

/** Writes where entries stand after a step, and fixes what hangs on those that are posted; throws where one is posted already. */
export async function moveEntries(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  const columns = ['county_id', 'id', ...MOVED] as const;
  const types = columns.map((column, i) => {
    const type = column === 'id' ? 'uuid' : column === 'county_id' ? 'text' : (TYPES[column] ?? 'text');
    return `$${i + 1}::${type}[]`;
  });
  const done = await tx.query(
    `update entry e set ${MOVED.map((column) => `${column} = n.${column}`).join(', ')}
     from unnest(${types.join(', ')}) n (${columns.join(', ')}) where e.county_id = n.county_id and e.id = n.id`,
    columns.map((column) => rows.map((row) => row[camel(column) as keyof EntryRow])),
  );
  if (done.rowCount !== rows.length) throw new Error(`${done.rowCount} of ${rows.length} entries could be moved`);
  const posted = rows.filter((row) => row.state === 'posted');
  if (posted.length === 0) return;
  await fixAround(tx, posted);
  // A closed period may have moved their day.
  await moveFindings(tx, posted);
}

/**
 * Rosters and files of posted entries cannot be changed either: their rows are marked, and the fence goes by the mark. People get what figures count
 * them by.
 */
async function fixAround(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  await tx.query(
    `update entry_person h set posted_at = e.posted_at, kind = e.kind, counted_on = e.counted_on, unit_id = e.unit_id, slice = e.slice
     from unnest($1::text[], $2::uuid[]) n (county_id, id) join entry e on e.county_id = n.county_id and e.id = n.id
     where h.county_id = n.county_id and h.entry_id = n.id and h.posted_at is null`,
    keyed(rows),
  );
  await tx.query(
    `update entry_evidence h set fixed = true from unnest($1::text[], $2::uuid[]) n (county_id, id)
     where h.county_id = n.county_id and h.entry_id = n.id and not h.fixed`,
    keyed(rows),
  );
}
