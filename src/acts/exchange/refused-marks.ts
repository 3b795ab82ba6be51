import { groupBy } from '../../core/kernel/grouping.ts';
import { columnName } from '../../formats/sheet/cell-ref.ts';
import type { SheetMark } from '../../formats/sheet/types.ts';
import { fateRows } from '../../storage/exchange/sheet-import.ts';
import { problemSentence } from '../../words/problem-sentence.ts';
import type { Language } from '../../words/words.ts';
import type { House } from '../house.ts';
import type { Import } from './import-shapes.ts';

const AT_ONCE = 5000;

/**
 * What is to be said at which cell of the refused rows. With more cells than `most`, each row says all its reasons at its first
 * refused cell; null where even the rows are more.
 */
export async function refusedMarks(
  house: House,
  one: Import,
  language: Language,
  most: number,
): Promise<SheetMark[] | null> {
  let marks: SheetMark[] = [];
  let byRow = false;
  for (let after = 0; ;) {
    const rows = await fateRows(house.app, one.id, { fate: 'refused', after, limit: AT_ONCE });
    for (const row of rows) {
      const own = marksOfRow(one.sheet, row, language);
      marks.push(...(byRow ? together(own) : own));
    }
    if (marks.length > most && !byRow) {
      byRow = true;
      marks = [...groupBy(marks, (mark) => mark.row).values()].flatMap(together);
    }
    if (marks.length > most) return null;
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return marks;
    after = last.row;
  }
}

type Refused = Awaited<ReturnType<typeof fateRows>>[number];

function marksOfRow(sheet: number, { row, problems }: Refused, language: Language): SheetMark[] {
  return [...groupBy(problems ?? [], (found) => found.column)].map(([column, found]) => ({
    sheet,
    row,
    column,
    reason: found.map((one) => problemSentence(one, language)).join('\n'),
  }));
}

/** One mark for all of a row, which names the column of each reason. */
function together(marks: readonly SheetMark[]): SheetMark[] {
  const first = marks.find((mark) => mark.column !== null) ?? marks[0];
  if (first === undefined || marks.length === 1) return [...marks];
  const reasons = marks.map(({ column, reason }) => (column === null ? reason : `${columnName(column)} ${reason}`));
  return [{ ...first, reason: reasons.join('\n') }];
}
