import type { RowSource, Sheet, Workbook } from './types.ts';
import { UnreadableSheet } from './unreadable-sheet.ts';

/** A table that was read whole, as one that is read row after row. */
export function heldSource(sheets: Sheet[], about: Omit<Workbook, 'sheets'>, batchRows = 1000): RowSource {
  return {
    ...about,
    sheets: sheets.map(({ index, name, hidden }) => ({ index, name, hidden })),
    frame: (index) => {
      const sheet = sheets[index];
      return sheet === undefined ? Promise.reject(noSheet()) : Promise.resolve(sheet);
    },
    batches: async function* (index) {
      const rows = sheets[index]?.rows;
      if (rows === undefined) throw noSheet();
      for (let at = 0; at < rows.length; at += batchRows) yield rows.slice(at, at + batchRows);
    },
  };
}

/** There is no sheet at that position. */
export const noSheet = (): UnreadableSheet => new UnreadableSheet('sheet.no_such_sheet');
