import { definitionOf, type Entry } from '../entry/entry-data.ts';
import type { Plain } from '../entry/roster-part.tsx';
import { typedMeasures } from '../entry/measure-inputs.tsx';
import { fenToText, type MoneyText } from './amount.ts';
import type { EntryValues } from './entry-values.ts';
import { keptScale } from './money-scale.ts';

/** What an entry says, as the form holds it; personal data as it was read in plain. */
export function valuesOf(entry: Entry, plain: Plain | null): EntryValues {
  const scale = keptScale();
  const given = { ...entry.fields, ...plain?.fields };
  const fields: Record<string, string | MoneyText> = {};
  for (const { code, type } of definitionOf(entry).fields) {
    const value = given[code];
    if (value === undefined) continue;
    fields[code] = type === 'money' ? { text: fenToText(value, scale), scale } : value;
  }
  return {
    unitId: entry.unitId,
    countyId: entry.countyId,
    placeId: entry.placeId,
    occurredOn: entry.occurredOn,
    measures: typedMeasures(entry),
    voucher: entry.voucher,
    payee: entry.payee,
    fields,
    note: entry.note,
    // Masked rows are never sent: they only make the sums.
    roster: (plain?.roster ?? entry.roster).map((row) => ({
      name: row.name,
      idNumber: '',
      times: String(row.times),
      note: row.note ?? '',
    })),
  };
}
