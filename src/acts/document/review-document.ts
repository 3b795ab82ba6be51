import { documentMay } from '../../core/document/document-state.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { findDocument, lockDocument, type DocumentFull } from '../../storage/document/document.ts';
import {
  correctItem,
  countPending,
  findItems,
  insertItems,
  listItems,
  setItemStates,
  type ItemRow,
} from '../../storage/document/reading-item.ts';
import { allow, type Act, type ActContext } from '../run-act.ts';

/** One step of a review; values of `correct` and `add` are checked by the caller against the contract's shapes. */
export type Change =
  | { do: 'accept' | 'reject' | 'reopen'; items: string[] }
  | { do: 'correct'; item: string; value: unknown }
  | { do: 'add'; id: string; kind: ItemRow['kind']; start: number; end: number; value: unknown };

/** How the shape of a kind's value is checked: the value as stored, or the problems. Given by the API (the contract). */
export type CheckValue = (kind: ItemRow['kind'], value: unknown) => Result<unknown, Problem>;

const STATE_AFTER = { accept: 'accepted', reject: 'rejected', reopen: 'pending' } as const;

/** Accepts, rejects, reopens, corrects or adds items of a document in review. */
export const reviewDocument = (
  check: CheckValue,
): Act<{ id: string; change: Change }, { items: ItemRow[]; pending: number }> => ({
  name: 'document.review',
  violations: { reading_item_pkey: 'act.id_used' },
  async perform(context, { id, change }) {
    const { tx } = context;
    const document = await lockDocument(tx, id);
    if (document === null) return refused(problem('access.missing'));
    const no = allow(context, 'document.write', { unitIds: [document.unitId], placeIds: [] }, 'document.read');
    if (no !== null) return refused(no);
    if (!documentMay(document.state, 'review')) return refused(problem('document.not_in_review'));
    const ids = 'items' in change ? change.items : [change.do === 'add' ? change.id : change.item];
    const before = await findItems(tx, id, ids);
    const problems = await apply(context, check, id, change, before);
    if (problems.length > 0) return refused(...problems);
    const items = await findItems(tx, id, ids);
    const subject = { kind: 'document', id };
    return ok({ answer: { items, pending: await countPending(tx, id) }, subject, before, after: items });
  },
});

async function apply(
  context: ActContext,
  check: CheckValue,
  id: string,
  change: Change,
  before: readonly ItemRow[],
): Promise<Problem[]> {
  const { tx, actor, now } = context;
  if (change.do === 'add') return add(context, check, id, change);
  if (change.do === 'correct') {
    const item = before[0];
    if (item === undefined) return [problem('reading.item_missing')];
    const value = check(item.kind, change.value);
    if (!value.ok) return value.problems;
    await correctItem(tx, id, item.id, value.value, actor.personId, now);
    return [];
  }
  const done = await setItemStates(tx, id, change.items, STATE_AFTER[change.do], actor.personId, now);
  return done === new Set(change.items).size ? [] : [problem('reading.item_missing')];
}

async function add(
  context: ActContext,
  check: CheckValue,
  id: string,
  change: Change & { do: 'add' },
): Promise<Problem[]> {
  const { tx, actor, now } = context;
  const document: DocumentFull | null = await findDocument(tx, [{ units: null, places: null }], id);
  const text = document?.source.text ?? '';
  const quote = text.slice(change.start, change.end);
  if (change.start >= change.end || change.end > text.length || quote.trim() === '') return [problem('reading.range')];
  const value = check(change.kind, change.value);
  if (!value.ok) return value.problems;
  const all = await listItems(tx, id);
  if (change.kind === 'meeting' && all.some((item) => item.kind === 'meeting' && item.state !== 'rejected'))
    return [problem('reading.one_meeting')];
  const seq = Math.max(-1, ...all.map((item) => item.seq)) + 1;
  const item = {
    id: change.id,
    kind: change.kind,
    seq,
    start: change.start,
    end: change.end,
    quote,
    doubts: [],
    read: null,
    value: value.value,
    state: 'accepted' as const,
  };
  await insertItems(tx, id, [item], actor.personId, now);
  return [];
}
