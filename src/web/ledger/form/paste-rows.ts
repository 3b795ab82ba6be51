import type { RosterText } from './entry-values.ts';

/** Cells of a text copied from Excel or WPS: tabs part cells, line ends part rows; a cell in quotes may hold both. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(tidy(cell));
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  const signs = [...text.replace(/\r\n?/g, '\n')];
  for (let i = 0; i < signs.length; i += 1) {
    const sign = signs[i] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (signs[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') endRow();
    else cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows.filter((one) => one.some((text) => text !== ''));
}

/** Columns of a roster. */
export const ROSTER_COLUMNS = ['name', 'idNumber', 'times', 'note'] as const;
/** One column of a roster. */
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** What was pasted, as rows of the roster; `headed`: its first row named the columns and is left out. */
export interface PastedRoster {
  rows: RosterText[];
  headed: boolean;
}

/**
 * Rows of a roster from pasted cells. A first row that holds at least the header of the names says which column is which (`headers`: words to
 * look for by column); else the cells are taken from `first` on in the order name, id number, times, note. Rows without a name and id are left out.
 */
export function rosterOf(
  cells: readonly string[][],
  headers: Readonly<Record<RosterColumn, readonly string[]>>,
  first: RosterColumn = 'name',
): PastedRoster {
  const found = headed(cells[0] ?? [], headers);
  const order = found ?? ROSTER_COLUMNS.slice(ROSTER_COLUMNS.indexOf(first)).map((column) => column);
  const rows = (found === null ? cells : cells.slice(1)).map((row): RosterText => {
    const made: RosterText = { name: '', idNumber: '', times: '', note: '' };
    for (const [index, column] of order.entries()) if (column !== null) made[column] = row[index] ?? '';
    return made;
  });
  return { rows: rows.filter((row) => row.name !== '' || row.idNumber !== ''), headed: found !== null };
}

function headed(
  row: readonly string[],
  headers: Readonly<Record<RosterColumn, readonly string[]>>,
): (RosterColumn | null)[] | null {
  const order = row.map((cell) => {
    const said = cell.replace(/[\s*＊:：()（）]/g, '').toLowerCase();
    return ROSTER_COLUMNS.find((column) => headers[column].some((one) => one.toLowerCase() === said)) ?? null;
  });
  return order.includes('name') ? order : null;
}

/** Without the blanks around it, and without the `="…"` that keeps a long number a text. */
function tidy(cell: string): string {
  const text = cell.replaceAll('\u00a0', ' ').trim();
  return /^="(.*)"$/.exec(text)?.[1] ?? text;
}
