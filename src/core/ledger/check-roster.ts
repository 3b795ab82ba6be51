import { problem, type Problem } from '../kernel/problem.ts';
import type { EntrySuspect } from './check-entry.ts';
import type { RosterRow } from './entry.ts';
import { isIdNumber } from './identifiers.ts';
import { normalText, type Normal } from './normal-value.ts';

const MOST_TIMES = 1000;
/** Checks the rows of a roster and brings them into their kept form: names, id numbers (once each), sessions. */
export function checkRoster(rows: readonly RosterRow[], problems: Problem[], suspects: EntrySuspect[]): RosterRow[] {
  const numbers = new Map<string, number>();
  const names = new Set<string>();
  let namesakes = 0;
  const normal = rows.map((row, i) => {
    const at = `roster.${i}`;
    const read = (value: Normal, part: string): string => {
      if (typeof value === 'string') return value;
      problems.push(problem(value.code, `${at}.${part}`, value.params));
      return '';
    };
    const before = problems.length;
    const name = read(normalText(row.name, 60), 'name');
    if (name === '' && problems.length === before) problems.push(problem('ledger.required', `${at}.name`));
    if (!Number.isSafeInteger(row.times) || row.times < 1 || row.times > MOST_TIMES)
      problems.push(problem('ledger.roster_times', `${at}.times`));
    const idNumber = checkNumber(row.idNumber, i, numbers, problems);
    if (idNumber === null && name !== '') {
      if (names.has(name)) namesakes += 1;
      names.add(name);
    }
    return {
      name,
      idNumber,
      times: row.times,
      note: row.note === null ? null : read(normalText(row.note, 200), 'note') || null,
    };
  });
  if (namesakes > 0) suspects.push({ code: 'namesakes', at: 'roster', text: null });
  return normal;
}

function checkNumber(raw: string | null, i: number, seen: Map<string, number>, problems: Problem[]): string | null {
  const text = (raw ?? '').normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (text === '') return null;
  if (!isIdNumber(text)) {
    problems.push(problem('ledger.id_number', `roster.${i}.idNumber`));
    return null;
  }
  // A disability card begins with the identity number: the person is the same.
  const person = text.slice(0, 18);
  const row = seen.get(person);
  if (row !== undefined) problems.push(problem('ledger.roster_twice', `roster.${i}.idNumber`, { row: row + 1 }));
  else seen.set(person, i);
  return text;
}
