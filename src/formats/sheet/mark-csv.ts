import { tidied } from '../../core/exchange/cell-text.ts';
import { decodeCsv } from './csv-decode.ts';
import { CsvRecords, csvSeparator, type CsvRecord } from './csv-records.ts';
import { piecesOf } from './read-csv.ts';
import type { MarkSpec } from './types.ts';
import { csvField, encodeCsv, wouldRun, type CsvEncoding } from './write-csv.ts';

/** The lines of a csv that stay, as they stood and in their encoding, with a last column of reasons. Holds only what stays. Throws `UnreadableSheet`. */
export async function markCsv(bytes: Uint8Array, spec: MarkSpec): Promise<{ bytes: Uint8Array; unplaced: number }> {
  let encoding = '';
  let lines: MarkedLines | null = null;
  for await (const text of decodeCsv(piecesOf(bytes), null, (found) => (encoding = found))) {
    lines ??= new MarkedLines(spec, text);
    lines.push(text);
  }
  const kept = lines?.end() ?? [];
  const marked = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe;
  // A file of ASCII alone came without a mark; reasons in Chinese need one, so that Excel reads them.
  const mark = marked || encoding === '' ? '\ufeff' : '';
  const known: CsvEncoding =
    encoding === 'gb18030' || encoding === 'utf-16le' || encoding === 'utf-16be' ? encoding : 'utf-8';
  const first = known === 'gb18030' ? '' : mark;
  const pieces = kept.map((piece, i) => encodeCsv(`${i === 0 ? first : ''}${piece.toString()}`, known));
  return { bytes: Buffer.concat(pieces), unplaced: spec.marks.filter(({ sheet }) => sheet !== 0).length };
}

/** Cuts a csv into its lines as it comes and keeps those that go back. */
class MarkedLines {
  private readonly separator: string;
  private readonly cutter: CsvRecords;
  private readonly lineEnd: string;
  private readonly header: ReadonlySet<number>;
  private readonly lastTop: number;
  private readonly drop: ReadonlySet<number> | undefined;
  /** Records at the top, until all of the header is there. */
  private top: CsvRecord[] | null = [];
  private width = 0;
  private lastHeader: CsvRecord | undefined;
  private reasons: ReadonlyMap<number, string> = new Map();
  /** In UTF-8: a line that is kept as a text would keep the whole piece that it was cut from. */
  private readonly kept: Buffer[] = [];

  constructor(
    private readonly spec: MarkSpec,
    start: string,
  ) {
    this.separator = csvSeparator(start);
    this.cutter = new CsvRecords(this.separator, true);
    this.lineEnd = start.includes('\r\n') ? '\r\n' : '\n';
    this.header = new Set(spec.headerRows);
    this.lastTop = Math.max(0, ...this.header);
    this.drop = spec.drop?.get(0);
  }

  push(text: string): void {
    this.take(this.cutter.push(text));
  }

  /** All lines that go back, in pieces. */
  end(): Buffer[] {
    this.take(this.cutter.end());
    if (this.top !== null) this.begin();
    return this.kept;
  }

  private take(records: CsvRecord[]): void {
    if (this.top !== null) {
      this.top.push(...records);
      if ((this.top.at(-1)?.row ?? 0) > this.lastTop) this.begin();
    } else this.keep(records);
  }

  private begin(): void {
    const top = this.top ?? [];
    this.top = null;
    const own = top.filter(({ row }) => this.header.has(row));
    this.lastHeader = own.at(-1);
    this.width = Math.max(0, ...own.map(({ columns }) => columns ?? 0));
    this.reasons = reasonsByRow(this.spec, this.lastHeader);
    this.keep(top);
  }

  private keep(records: readonly CsvRecord[]): void {
    const text = records.flatMap((record) => this.line(record)).join('');
    if (text !== '') this.kept.push(Buffer.from(text));
  }

  private line(record: CsvRecord): string[] {
    const { drop, separator } = this;
    if (drop?.has(record.row) === true) return [];
    const came = (record.raw ?? '').replace(/^\ufeff/, '');
    // What would run as a formula on the next computer is written anew as text; all else stays as it came.
    const runs = record.cells.some((cell) => typeof cell === 'string' && wouldRun(cell));
    const raw = runs
      ? record.cells.map((cell) => safeField(typeof cell === 'string' ? cell : '', separator)).join(separator)
      : came;
    if (raw === '' && drop !== undefined) return [];
    const reason = record === this.lastHeader ? this.spec.reasonHeader : (this.reasons.get(record.row) ?? '');
    if (reason === '') return [raw, this.lineEnd];
    const pad = separator.repeat(Math.max(1, this.width - (record.columns ?? 0) + 1));
    return [`${raw}${pad}${csvField(reason, separator)}`, this.lineEnd];
  }
}

/** `="00123"` says that it is text and runs nothing: it stays as it came. */
const safeField = (text: string, separator: string): string =>
  /^="[^"]*"$/.test(text) && !text.includes(separator) ? text : csvField(text, separator);

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
