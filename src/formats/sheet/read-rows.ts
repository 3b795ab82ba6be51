import type { Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { decodeText } from '../decode-text.ts';
import { MAX_COLUMNS, MAX_PAGE_BYTES, MAX_WORKBOOK_BYTES } from './limits.ts';
import { openCsv, piecesOf } from './read-csv.ts';
import { heldSource, noSheet } from './held-source.ts';
import { readHtml } from './read-html.ts';
import { readXls } from './read-xls.ts';
import { sniffSheet } from './sniff-sheet.ts';
import type { ReadOptions, RowSource } from './types.ts';
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
    return ok({
      ...opened,
      frame: (sheet) => opened.frame(sheet).catch((error: unknown) => raise(error, name)),
      batches: (sheet, width) => named(opened.batches(sheet, width), name),
    });
  } catch (error) {
    return refused(sheetProblem(error, name));
  }
}

/** Damage found while reading names the file, too. */
async function* named(rows: ReturnType<RowSource['batches']>, name: string): ReturnType<RowSource['batches']> {
  try {
    yield* rows;
  } catch (error) {
    raise(error, name);
  }
}

function raise(error: unknown, name: string): never {
  const { code, params } = sheetProblem(error, name);
  throw new UnreadableSheet(code, params ?? {});
}

async function openBytes(bytes: Uint8Array, name: string, options: ReadOptions): Promise<RowSource> {
  const format = sniffSheet(bytes);
  const limit = format === 'csv' ? Infinity : format === 'html' ? MAX_PAGE_BYTES : MAX_WORKBOOK_BYTES;
  if (bytes.length > limit) throw new UnreadableSheet('sheet.too_large', { bytes: bytes.length, limit });
  if (format === 'csv') return openCsv(piecesOf(bytes), () => piecesOf(bytes), name, options);
  if (format === 'xlsx') return xlsxSource(bytes, options.batchRows ?? 1000);
  if (format === 'xls')
    return heldSource(readXls(bytes), { format: 'xls', encoding: null, separator: null }, options.batchRows);
  const { text, encoding } = decodeText(bytes);
  return heldSource(readHtml(text, bare(name)), { format: 'html', encoding, separator: null }, options.batchRows);
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
  // Only of sheets that are looked at: each takes unpacking the sheet.
  const frames = new Map<number, Promise<XlsxFrame>>();
  const frame = (index: number): Promise<XlsxFrame> => {
    const sheet = book.sheets[index];
    const known = frames.get(index);
    if (sheet === undefined || known !== undefined) return known ?? Promise.reject(noSheet());
    const read = xlsxFrame(book, sheet);
    frames.set(index, read);
    return read;
  };
  return {
    format: 'xlsx',
    encoding: null,
    separator: null,
    sheets: book.sheets.map(({ name, hidden }, index) => ({ index, name, hidden })),
    frame,
    batches: async function* (index, width) {
      const sheet = book.sheets[index];
      if (sheet === undefined) throw noSheet();
      const { prefix } = await frame(index);
      yield* xlsxRows(book, sheet, { prefix, batchRows, width: width ?? MAX_COLUMNS });
    },
  };
}
