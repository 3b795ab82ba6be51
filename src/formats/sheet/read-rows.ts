import type { Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { SheetRow } from '../../core/exchange/types.ts';
import { decodeText } from '../decode-text.ts';
import { MAX_WORKBOOK_BYTES } from './limits.ts';
import { openCsv, piecesOf } from './read-csv.ts';
import { readHtml } from './read-html.ts';
import { readXls } from './read-xls.ts';
import { sniffSheet } from './sniff-sheet.ts';
import type { ReadOptions, RowSource, Sheet, SheetFormat } from './types.ts';
import { sheetProblem, UnreadableSheet } from './unreadable-sheet.ts';
import { openXlsx } from './xlsx-parts.ts';
import { xlsxFrame, xlsxRows, type XlsxFrame } from './xlsx-rows.ts';

/**
 * Opens a table file for reading row after row, told by its content; the name is only shown. Bytes may be read again;
 * of a stream only a csv is read as it comes, a workbook is gathered first. Never throws; `batches` may, see there.
 */
export async function readRows(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  name: string,
  options: ReadOptions = {},
): Promise<Result<RowSource, Problem>> {
  try {
    const opened =
      source instanceof Uint8Array ? await openBytes(source, name, options) : await openStream(source, name, options);
    return ok({ ...opened, batches: (sheet) => named(opened.batches(sheet), name) });
  } catch (error) {
    return refused(sheetProblem(error, name));
  }
}

/** Damage found while reading names the file, too. */
async function* named(
  rows: AsyncGenerator<SheetRow[], void, undefined>,
  name: string,
): AsyncGenerator<SheetRow[], void, undefined> {
  try {
    yield* rows;
  } catch (error) {
    const { code, params } = sheetProblem(error, name);
    throw new UnreadableSheet(code, params ?? {});
  }
}

async function openBytes(bytes: Uint8Array, name: string, options: ReadOptions): Promise<RowSource> {
  const format = sniffSheet(bytes);
  if (format !== 'csv' && bytes.length > MAX_WORKBOOK_BYTES)
    throw new UnreadableSheet('sheet.too_large', { bytes: bytes.length, limit: MAX_WORKBOOK_BYTES });
  if (format === 'csv') return openCsv(piecesOf(bytes), () => piecesOf(bytes), name, options);
  if (format === 'xlsx') return xlsxSource(bytes, options.batchRows ?? 1000);
  if (format === 'xls') return heldSource('xls', readXls(bytes), null, options);
  const { text, encoding } = decodeText(bytes);
  return heldSource('html', readHtml(text, bare(name)), encoding, options);
}

const bare = (name: string): string => name.replace(/\.[^.]*$/, '');

async function openStream(stream: AsyncIterable<Uint8Array>, name: string, options: ReadOptions): Promise<RowSource> {
  const iterator = stream[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) throw new UnreadableSheet('sheet.empty');
  const rest = joined(first.value, iterator);
  const start = first.value;
  const packed = (start[0] === 0x50 && start[1] === 0x4b) || (start[0] === 0xd0 && start[1] === 0xcf);
  if (!packed && sniffSheet(start) === 'csv') return openCsv(rest, null, name, options);
  return openBytes(await gathered(rest), name, options);
}

async function* joined(
  first: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield first;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

async function gathered(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of stream) {
    pieces.push(piece);
    size += piece.length;
    if (size > MAX_WORKBOOK_BYTES)
      throw new UnreadableSheet('sheet.too_large', { bytes: size, limit: MAX_WORKBOOK_BYTES });
  }
  return Buffer.concat(pieces);
}

async function xlsxSource(bytes: Uint8Array, batchRows: number): Promise<RowSource> {
  const book = await openXlsx(bytes);
  const frames: XlsxFrame[] = [];
  for (const sheet of book.sheets) frames.push(await xlsxFrame(book, sheet));
  return {
    format: 'xlsx',
    encoding: null,
    separator: null,
    sheets: book.sheets.map(({ name, hidden }, index) => ({
      index,
      name,
      hidden,
      merges: frames[index]?.merges ?? [],
      hiddenColumns: frames[index]?.hiddenColumns ?? [],
    })),
    batches: (index) => {
      const sheet = book.sheets[index];
      return sheet === undefined ? noSheet() : xlsxRows(book, sheet, frames[index]?.prefix ?? '', batchRows);
    },
  };
}

/** Formats that are read whole. */
function heldSource(format: SheetFormat, sheets: Sheet[], encoding: string | null, options: ReadOptions): RowSource {
  return {
    format,
    encoding,
    separator: null,
    sheets: sheets.map(({ rows: _rows, ...info }) => info),
    batches: (index) => {
      const sheet = sheets[index];
      return sheet === undefined ? noSheet() : cut(sheet.rows, options.batchRows ?? 1000);
    },
  };
}

async function* cut(rows: SheetRow[], size: number): AsyncGenerator<SheetRow[], void, undefined> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

async function* noSheet(): AsyncGenerator<SheetRow[], void, undefined> {
  throw new UnreadableSheet('sheet.no_such_sheet');
}
