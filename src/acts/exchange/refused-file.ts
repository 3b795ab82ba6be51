import { shownCell } from '../../core/exchange/cell-text.ts';
import { mostMarks } from '../../core/exchange/row-account.ts';
import type { SheetCell } from '../../core/exchange/types.ts';
import type { Actor } from '../../core/access/reach.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { markWorkbook } from '../../formats/sheet/mark-workbook.ts';
import { writeRows } from '../../formats/sheet/write-rows.ts';
import { partsOf, settledRows } from '../../storage/exchange/sheet-import.ts';
import { words, type Language } from '../../words/words.ts';
import type { House } from '../house.ts';
import type { Import } from './import-shapes.ts';
import { openSheet } from './open-file.ts';
import { importOf } from './read-imports.ts';
import { refusedMarks } from './refused-marks.ts';

/** A file to be taken home. */
export interface FileOut {
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** Media type of each format that goes out. */
export const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** The user's own workbook with the refused cells marked and the reasons in their comments; rows that came in are taken out. */
export async function refusedFile(
  house: House,
  actor: Actor,
  id: string,
  language: Language,
): Promise<Result<FileOut, Problem>> {
  const found = await importOf(house, actor, id);
  if (!found.ok) return found;
  const one = found.value;
  if ((one.counts?.refused ?? 0) === 0) return refused(problem('import.nothing_refused'));
  const say = words[language].imports;
  const most = mostMarks(one.format);
  const marks = await refusedMarks(house, one, language, most);
  if (marks === null)
    return refused(problem('import.too_many_refused', undefined, { count: one.counts?.refused ?? 0, most }));
  const file = await fileOf(house, one);
  const marked = await markWorkbook(file.bytes, file.fileName, {
    marks,
    drop: new Map([[one.sheet, new Set(await settledRows(house.app, one.id))]]),
    headerRows: [...(one.head.layout?.titleRows ?? []), ...(one.head.layout?.headerRows ?? [])],
    author: say.author,
    reasonHeader: say.reasonColumn,
  });
  if (!marked.ok) {
    // Rows are read as they come; to be marked a sheet must be held.
    if (marked.problems[0]?.code !== 'sheet.bomb') return marked;
    return refused(problem('import.too_large_to_mark', undefined, { file: one.fileName }));
  }
  const { bytes, format } = marked.value;
  const stem = (one.fileName === '' ? say.pasted : one.fileName).replace(/\.[^.]{1,5}$/, '');
  return ok({ fileName: `${stem}_${say.refusedFile}.${format}`, mediaType: MEDIA[format], bytes });
}

/** The bytes as they came; what was pasted becomes a csv. */
async function fileOf(house: House, one: Import): Promise<{ bytes: Uint8Array; fileName: string }> {
  // Once and not in pieces besides: a csv may have half a gigabyte.
  const bytes = Buffer.allocUnsafe(Number(one.size));
  let at = 0;
  for await (const part of partsOf(house.app, one.id)) at += part.copy(bytes, at);
  if (one.format !== 'paste') return { bytes, fileName: one.fileName };
  const opened = await openSheet(bytes, { fileName: '', pasted: true });
  if (!opened.ok) return { bytes, fileName: 'paste.csv' };
  const rows: string[][] = [];
  for await (const batch of opened.value.batches(0))
    for (const { row, cells } of batch) {
      while (rows.length < row - 1) rows.push([]);
      rows.push(cells.map(asText));
    }
  return { bytes: await pastedBytes(rows), fileName: 'paste.csv' };
}

function asText(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return cell.kind === 'date' ? cell.text : shownCell(cell);
}

async function pastedBytes(rows: readonly string[][]): Promise<Uint8Array> {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const [header = [], ...rest] = rows;
  const columns = Array.from({ length: width }, (_, i) => ({ header: header[i] ?? '', type: 'text' as const }));
  const pieces: Uint8Array[] = [];
  for await (const piece of writeRows({ format: 'csv', sheets: [{ name: 'paste', columns, rows: [rest] }] }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}
