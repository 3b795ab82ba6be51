import type { Instant } from '../../core/kernel/plain-date.ts';
import type { Reader, Tx } from '../database/transaction.ts';

/** An item of a reading as stored; `value` has the shape of its kind (see the contract). */
export interface ItemRow {
  id: string;
  kind: 'meeting' | 'attendee' | 'agenda' | 'fact' | 'place' | 'task' | 'pairing';
  seq: number;
  start: number;
  end: number;
  quote: string;
  doubts: string[];
  state: 'pending' | 'accepted' | 'rejected';
  added: boolean;
  corrected: boolean;
  value: unknown;
}

const COLUMNS = `id, kind, seq, starts as start, ends as "end", quote, doubts, state, read is null as added,
  read is not null and read <> value as corrected, value`;

/** All items of a document in the order of the text. */
export async function listItems(db: Reader, documentId: string): Promise<ItemRow[]> {
  const found = await db.query<ItemRow>(
    `select ${COLUMNS} from reading_item where document_id = $1 order by starts, seq, id`,
    [documentId],
  );
  return found.rows;
}

/** Items by id, of one document. */
export async function findItems(db: Reader, documentId: string, ids: readonly string[]): Promise<ItemRow[]> {
  const found = await db.query<ItemRow>(
    `select ${COLUMNS} from reading_item where document_id = $1 and id = any($2) order by starts, seq, id`,
    [documentId, ids],
  );
  return found.rows;
}

/** A new item; `read` null: a person added it. */
export interface NewItem {
  id: string;
  kind: ItemRow['kind'];
  seq: number;
  start: number;
  end: number;
  quote: string;
  doubts: readonly string[];
  read: unknown;
  value: unknown;
  state: ItemRow['state'];
}

/** Adds items. */
export async function insertItems(
  tx: Tx,
  documentId: string,
  items: readonly NewItem[],
  by: string | null,
  now: Instant | null,
): Promise<void> {
  if (items.length === 0) return;
  await tx.query(
    `insert into reading_item (id, document_id, kind, seq, starts, ends, quote, doubts, read, value, state, changed_by, changed_at)
     select (j->>'id')::uuid, $1, j->>'kind', (j->>'seq')::int, (j->>'start')::int, (j->>'end')::int, j->>'quote',
       array(select jsonb_array_elements_text(j->'doubts')), nullif(j->'read', 'null'::jsonb), j->'value', j->>'state', $3::uuid, $4::timestamptz
     from jsonb_array_elements($2::jsonb) j`,
    [documentId, JSON.stringify(items), by, now],
  );
}

/** Sets the state of items; gives how many there were. */
export async function setItemStates(
  tx: Tx,
  documentId: string,
  ids: readonly string[],
  state: ItemRow['state'],
  by: string,
  now: Instant,
): Promise<number> {
  const found = await tx.query<{ id: string }>(
    'update reading_item set state = $3, changed_by = $4, changed_at = $5 where document_id = $1 and id = any($2) returning id',
    [documentId, ids, state, by, now],
  );
  return found.rows.length;
}

/** Corrects an item, which accepts it. */
export async function correctItem(
  tx: Tx,
  documentId: string,
  id: string,
  value: unknown,
  by: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    `update reading_item set value = $3, state = 'accepted', changed_by = $4, changed_at = $5 where document_id = $1 and id = $2`,
    [documentId, id, JSON.stringify(value), by, now],
  );
}

/** How many items wait for a decision. */
export async function countPending(db: Reader, documentId: string): Promise<number> {
  const found = await db.query<{ n: number }>(
    `select count(*)::int as n from reading_item where document_id = $1 and state = 'pending'`,
    [documentId],
  );
  return found.rows[0]?.n ?? 0;
}
