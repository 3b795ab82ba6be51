import { tidied } from '../../core/exchange/cell-text.ts';
import { decodeCsv } from './csv-decode.ts';
import { CsvRecords, csvSeparator, type CsvRecord } from './csv-records.ts';
import { piecesOf } from './read-csv.ts';
import type { MarkSpec } from './types.ts';
import { csvField, encodeCsv, wouldRun, type CsvEncoding } from './write-csv.ts';

/** The lines of a csv that stay, as they stood and in their encoding, with a last column of reasons. Throws `UnreadableSheet`. */
export async function markCsv(bytes: Uint8Array, spec: MarkSpec): Promise<{ bytes: Uint8Array; unplaced: number }> {
  let encoding = 'utf-8';
  let text = '';
  for await (const piece of decodeCsv(piecesOf(bytes), null, (found) => (encoding = found))) text += piece;
  const marked = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe;
  const separator = csvSeparator(text.slice(0, 65_536));
  const cutter = new CsvRecords(separator, true);
  const records = [...cutter.push(text), ...cutter.end()];
  const header = new Set(spec.headerRows);
  const lastHeader = records.findLast(({ row }) => header.has(row));
  const width = Math.max(0, ...records.filter(({ row }) => header.has(row)).map(({ columns }) => columns ?? 0));
  const reasons = reasonsByRow(spec, lastHeader);
  const drop = spec.drop?.get(0);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = records.flatMap((record): string[] => {
    const came = (record.raw ?? '').replace(/^\ufeff/, '');
    // What would run as a formula on the next computer is written anew as text; all else stays as it came.
    const runs = record.cells.some((cell) => typeof cell === 'string' && wouldRun(cell));
    const raw = runs
      ? record.cells.map((cell) => safeField(typeof cell === 'string' ? cell : '', separator)).join(separator)
      : came;
    if (drop?.has(record.row) === true || (raw === '' && drop !== undefined)) return [];
    const reason = record === lastHeader ? spec.reasonHeader : (reasons.get(record.row) ?? '');
    if (reason === '') return [raw];
    const pad = separator.repeat(Math.max(1, width - (record.columns ?? 0) + 1));
    return [`${raw}${pad}${csvField(reason, separator)}`];
  });
  // A file of ASCII alone came without a mark; reasons in Chinese need one, so that Excel reads them.
  const mark = marked || (encoding === 'utf-8' && !hasWide(bytes)) ? '\ufeff' : '';
  const known: CsvEncoding =
    encoding === 'gb18030' || encoding === 'utf-16le' || encoding === 'utf-16be' ? encoding : 'utf-8';
  return {
    bytes: encodeCsv(`${known === 'gb18030' ? '' : mark}${lines.join(end)}${end}`, known),
    unplaced: spec.marks.filter(({ sheet }) => sheet !== 0).length,
  };
}

/** `="00123"` says that it is text and runs nothing: it stays as it came. */
const safeField = (text: string, separator: string): string =>
  /^="[^"]*"$/.test(text) && !text.includes(separator) ? text : csvField(text, separator);

const hasWide = (bytes: Uint8Array): boolean => bytes.some((b) => b > 127);

/** All reasons of a row in one text; those of a cell begin with its header. */
function reasonsByRow(spec: MarkSpec, header: CsvRecord | undefined): Map<number, string> {
  const out = new Map<number, string>();
  for (const { sheet, row, column, reason } of spec.marks) {
    if (sheet !== 0) continue;
    const name = column === null ? null : header?.cells[column];
    const said = typeof name === 'string' ? `${tidied(name).replace(/\s+/g, ' ')}：${reason}` : reason;
    const before = out.get(row);
    out.set(row, before === undefined ? said : `${before}；${said}`);
  }
  return out;
}
