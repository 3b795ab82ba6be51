import type { SheetCell } from '../../core/exchange/types.ts';
import { columnName } from './cell-ref.ts';
import type { Sheet, Workbook } from './types.ts';
import { displayWidth, numberCell, serialOf, textCell } from './write-cells.ts';
import { MAIN_NS, sheetNames, shellParts, STYLE, workbookXml, XML_HEAD } from './xlsx-shell.ts';
import { zipBytes } from './zip-write.ts';

/** An xlsx with the cells of a workbook at the same places, its merges and what it hides; looks are not kept. */
export async function plainWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const names = sheetNames(workbook.sheets.map(({ name }) => name));
  const sheets = workbook.sheets.map(({ hidden }, i) => ({ name: names[i] ?? '', hidden }));
  // A workbook must show one sheet at least.
  if (sheets[0] !== undefined && sheets.every(({ hidden }) => hidden)) sheets[0].hidden = false;
  return zipBytes([
    ...shellParts(workbookXml(sheets), sheets.length),
    ...workbook.sheets.map((sheet, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      bytes: new TextEncoder().encode(sheetXml(sheet)),
    })),
  ]);
}

function sheetXml({ rows, merges, hiddenColumns }: Sheet): string {
  const hidden = new Set(hiddenColumns);
  const widths: number[] = [];
  const across = new Set(merges.filter(({ left, right }) => right > left).map(({ top, left }) => `${top}:${left}`));
  const body = rows.map((row) => {
    // A title or a remark says nothing of how wide its column is.
    const filled = row.cells.filter((cell) => cell !== null).length;
    const cells = row.cells.map((cell, column) => {
      if (typeof cell === 'string' && filled > 2 && !across.has(`${row.row}:${column}`))
        widths[column] = Math.max(widths[column] ?? 9, Math.min(40, displayWidth(cell) + 2));
      return plainCell(`${columnName(column)}${row.row}`, cell);
    });
    return `<row r="${row.row}"${row.hidden ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
  });
  const count = Math.max(widths.length, ...hiddenColumns.map((column) => column + 1), 1);
  const cols = Array.from(
    { length: count },
    (_, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${widths[i] ?? 12}" customWidth="1"${hidden.has(i) ? ' hidden="1"' : ''}/>`,
  );
  const ranges = merges.map(
    ({ top, bottom, left, right }) => `<mergeCell ref="${columnName(left)}${top}:${columnName(right)}${bottom}"/>`,
  );
  return `${XML_HEAD}<worksheet xmlns="${MAIN_NS}"><sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>${body.join('')}</sheetData>${ranges.length === 0 ? '' : `<mergeCells count="${ranges.length}">${ranges.join('')}</mergeCells>`}</worksheet>`;
}

function plainCell(ref: string, cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return textCell(ref, cell, STYLE.text);
  if (typeof cell === 'number') return numberCell(ref, String(cell), STYLE.general);
  if (typeof cell === 'boolean') return `<c r="${ref}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell.kind === 'percent') return numberCell(ref, String(cell.value), STYLE.percent);
  if (cell.kind === 'error') return textCell(ref, cell.error === 'uncalculated' ? '' : cell.error, STYLE.text);
  const serial = serialOf(cell.text.slice(0, 10));
  if (serial === null) return textCell(ref, cell.text, STYLE.text);
  const clock = /T(\d\d):(\d\d):(\d\d)$/.exec(cell.text);
  const seconds = clock === null ? 0 : Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  if (seconds > 0) return numberCell(ref, String(serial + seconds / 86_400), STYLE.moment);
  return numberCell(ref, String(serial), cell.shows === 'month' ? STYLE.month : STYLE.date);
}
