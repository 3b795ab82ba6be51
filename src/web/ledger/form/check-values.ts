import { checkEntry } from '../../../core/ledger/check-entry.ts';
import { missingFile } from '../../../core/ledger/life.ts';
import type { Problem } from '../../../core/kernel/problem.ts';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { readValues, type EntryValues } from './entry-values.ts';

/** What a draft may still lack. */
const LATER: readonly Problem['code'][] = ['ledger.required', 'ledger.rule'];

/**
 * Everything that is wrong with what the form holds, by the same rules as the server's; `at` as the server says it. A draft may lack what is
 * required. `filesElsewhere`: the files of the entry do not hang on the form. `personalKept`: what is masked is not sent, so not judged.
 */
export function checkValues(
  values: EntryValues,
  definition: KindDefinition,
  how: { asDraft: boolean; today: string; filesElsewhere: boolean; personalKept?: boolean },
): Problem[] {
  const { body, problems } = readValues(values, definition);
  const personal = definition.fields.filter((one) => one.personal).map((one) => `fields.${one.code}`);
  const unread = new Set([...problems.map((one) => one.at), ...(how.personalKept === true ? personal : [])]);
  const { measures } = body;
  const draft = {
    ...body,
    countyId: values.countyId ?? '',
    measures: { ...measures, amountFen: measures.amountFen === null ? null : BigInt(measures.amountFen) },
  };
  const found = checkEntry({ definition }, draft, how.today).problems.filter((one) => !unread.has(one.at));
  const all = [...problems, ...found.filter((one) => !how.asDraft || !LATER.includes(one.code))];
  return how.asDraft || how.filesElsewhere ? all : [...all, ...missingFiles(values, definition)];
}

function missingFiles(values: EntryValues, definition: KindDefinition): Problem[] {
  return definition.evidence.flatMap((one) => {
    const have = (values.evidence ?? []).filter((file) => file.demand === one.code).length;
    return have < one.least ? [missingFile({ demand: one.code, name: one.name.zh, least: one.least, have })] : [];
  });
}

/** The field of the form that a problem is about: measures stand below one name there. */
export function fieldAt(at: string): string {
  return ['amountFen', 'quantity', 'people', 'personTimes'].includes(at) ? `measures.${at}` : at;
}
