import type { Problem } from '../../../core/kernel/problem.ts';
import { readValues, type EntryValues } from './entry-values.ts';
import type { KindNow } from './use-kinds.ts';

/** Everything that is wrong with what the form holds, at its fields, before it is sent; a draft may lack evidence. */
export function checkValues(values: EntryValues, kind: KindNow, _asDraft: boolean): Problem[] {
  const { problems } = readValues(values, kind.definition);
  return problems;
}
