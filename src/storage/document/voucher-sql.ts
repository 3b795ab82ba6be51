import type { ReachPair } from '../../core/access/reach.ts';
import { reachCondition, type Params } from '../access/reach-sql.ts';

/** SQL that is true where the document `d` of a joined row is within reach; documents belong to a unit and to no place. */
export const documentSeen = (pairs: readonly ReachPair[], params: Params): string =>
  reachCondition(pairs, params, { unit: 'd.unit_id = any({ids})', places: null });

/**
 * Where a thing stands, as JSON: its own sentence always; the document `d` only for who reaches documents there, so that
 * nobody learns by way of a figure what papers there are.
 */
export function voucherSql(pairs: readonly ReachPair[], params: Params, item: string, quote: string): string {
  const seen = documentSeen(pairs, params);
  const ifSeen = (value: string) => `case when ${seen} then ${value} end`;
  return `json_build_object('documentId', ${ifSeen('d.id')}, 'itemId', ${ifSeen(item)},
    'title', ${ifSeen('coalesce(d.title, d.file_name)')}, 'quote', ${quote})`;
}
