import type { MergedRange, SheetCell, SheetRow } from '../../core/exchange/types.ts';
import { columnName, columnOf, rangeOf } from './cell-ref.ts';
import { MAX_COLUMNS, MAX_ROW_CHARS, MAX_ROWS } from './limits.ts';
import { shownNumber } from './number-format.ts';
import { unreadableIn, UnreadableSheet } from './unreadable-sheet.ts';
import { textPieces } from './xml-pieces.ts';
import { attribute, startTags, stringItem, unescapeXml } from './xml.ts';
import type { SheetFrame } from './types.ts';
import type { XlsxBook, XlsxSheet } from './xlsx-parts.ts';
import { unpackPieces } from './zip-read.ts';

/** What stands around the rows of a sheet, and how its tags are written. */
export interface XlsxFrame extends SheetFrame {
  /** Prefix of the sheet's tags with its colon, '' in nearly all files. */
  prefix: string;
}

/** Reads what stands before and after the rows (columns, merges) without keeping the rows. Throws `UnreadableSheet`: damaged, bomb, broken_off. */
export async function xlsxFrame(book: XlsxBook, sheet: XlsxSheet): Promise<XlsxFrame> {
  let head = '';
  let tail: string | null = null;
  let prefix: string | null = null;
  let held = '';
  let open = false;
  for await (const text of textPieces(unpackPieces(book.bytes, sheet.part), true)) {
    if (tail !== null) {
      if (tail.length < 64_000_000) tail += text;
      continue;
    }
    held += text;
    prefix ??= prefixOf(held);
    if (head === '' && held.length > MAX_ROW_CHARS)
      throw new UnreadableSheet('sheet.damaged', { detail: sheet.part.name });
    if (prefix === null) continue;
    if (head === '') {
      const data = new RegExp(`<${prefix}sheetData(?:\\s[^<>]*?)?(/?)>`).exec(held);
      if (data !== null) head = held.slice(0, data.index + 1);
      open = data?.[1] === '';
    }
    const end = `</${prefix}sheetData>`;
    const at = held.indexOf(end);
    if (at >= 0) tail = held.slice(at);
    else if (head !== '') held = held.slice(-end.length);
  }
  if (prefix === null) throw new UnreadableSheet('sheet.damaged', { detail: sheet.part.name });
  if (open && tail === null) throw brokenOff(sheet);
  return { prefix, merges: mergesOf(tail ?? held), hiddenColumns: hiddenColumnsOf(head) };
}

function prefixOf(text: string): string | null {
  const m = /<([\w.-]+:)?worksheet[\s>]/.exec(text);
  return m === null ? null : (m[1] ?? '');
}

function mergesOf(tail: string): MergedRange[] {
  return startTags(tail, 'mergeCell').flatMap((tag) => rangeOf(attribute(tag, 'ref') ?? '') ?? []);
}

function hiddenColumnsOf(head: string): number[] {
  const out: number[] = [];
  for (const tag of startTags(head, 'col')) {
    if (!/^(1|true)$/.test(attribute(tag, 'hidden') ?? '')) continue;
    const last = Math.min(MAX_COLUMNS, Number(attribute(tag, 'max')));
    for (let n = Math.max(1, Number(attribute(tag, 'min'))); n <= last; n += 1) out.push(n - 1);
  }
  return out;
}

/** Rows with a value, in batches; of cells behind the `width` wanted columns the first one, in column `width`. Throws `UnreadableSheet`: damaged, bomb, broken_off, and what `RowScan` does not take. */
export async function* xlsxRows(
  book: XlsxBook,
  sheet: XlsxSheet,
  { prefix, batchRows, width }: { prefix: string; batchRows: number; width: number },
): AsyncGenerator<SheetRow[], void, undefined> {
  const scan = new RowScan(book, sheet, prefix, width);
  let batch: SheetRow[] = [];
  let cells = 0;
  for await (const text of textPieces(unpackPieces(book.bytes, sheet.part))) {
    for (const row of scan.push(text)) {
      batch.push(row);
      cells += row.cells.length;
      if (batch.length < batchRows && cells < 400_000) continue;
      yield batch;
      batch = [];
      cells = 0;
    }
  }
  scan.end();
  if (batch.length > 0) yield batch;
}

const brokenOff = (sheet: XlsxSheet): UnreadableSheet => unreadableIn(sheet.name, 'sheet.broken_off');

/**
 * Cuts rows out of the text of a sheet as it comes. What cannot be placed for sure is refused, never guessed at or left out: numbers
 * beyond the format, rows that go back, a cell that is there twice, a text that is in no table of texts, tags without an end.
 */
class RowScan {
  private held = '';
  private last = 0;
  /** The last row that had a value. */
  private lastFilled = 0;
  private readonly rowOpen: string;
  private readonly rowEnd: string;
  private readonly cellOpen: string;
  private readonly cellEnd: string;
  private readonly valueOpen: string;
  private readonly valueEnd: string;

  constructor(
    private readonly book: XlsxBook,
    private readonly sheet: XlsxSheet,
    prefix: string,
    private readonly width: number,
  ) {
    this.rowOpen = `<${prefix}row`;
    this.rowEnd = `</${prefix}row>`;
    this.cellOpen = `<${prefix}c`;
    this.cellEnd = `</${prefix}c>`;
    this.valueOpen = `<${prefix}v`;
    this.valueEnd = `</${prefix}v>`;
  }

  /** One row at a time: a row of few cells far to the right is long in memory. To be taken to the end. */
  *push(text: string): Generator<SheetRow, void, undefined> {
    const held = this.held + text;
    let from = 0;
    for (;;) {
      const start = held.indexOf(this.rowOpen, from);
      if (start < 0) break;
      const gt = held.indexOf('>', start);
      if (gt < 0) break;
      const after = held.charCodeAt(start + this.rowOpen.length);
      if (isName(after)) {
        from = gt + 1;
        continue;
      }
      const tag = held.slice(start, gt + 1);
      if (held.charCodeAt(gt - 1) === 47) {
        this.last = this.numberOf(tag);
        from = gt + 1;
        continue;
      }
      const end = held.indexOf(this.rowEnd, gt);
      if (end < 0) break;
      const row = this.row(tag, held.slice(gt + 1, end));
      if (row !== null) yield row;
      from = end + this.rowEnd.length;
    }
    // What is left may be the beginning of a row; before the first one only the last few characters matter.
    const keep = held.indexOf(this.rowOpen, from);
    this.held = keep >= 0 ? held.slice(keep) : held.slice(Math.max(from, held.length - this.rowOpen.length));
    if (this.held.length > MAX_ROW_CHARS * 4) throw new UnreadableSheet('sheet.row_too_long', { row: this.last + 1 });
  }

  /** Nothing more comes: a row that has begun by now has no end. */
  end(): void {
    const at = this.held.indexOf(this.rowOpen);
    if (at >= 0 && !isName(this.held.charCodeAt(at + this.rowOpen.length))) throw brokenOff(this.sheet);
  }

  private unfit(code: 'out_of_bounds' | 'cell_twice' | 'text_missing', place: string): UnreadableSheet {
    return unreadableIn(this.sheet.name, `sheet.${code}`, { place: place.slice(0, 30) });
  }

  private numberOf(tag: string): number {
    const stated = attribute(tag, 'r');
    const n = stated === null ? this.last + 1 : Number(stated);
    if (!Number.isInteger(n) || n < 1 || n > MAX_ROWS) throw this.unfit('out_of_bounds', stated ?? String(n));
    return n;
  }

  private row(tag: string, text: string): SheetRow | null {
    const row = this.numberOf(tag);
    this.last = row;
    const cells: SheetCell[] = [];
    let column = -1;
    for (let at = text.indexOf(this.cellOpen); at >= 0; at = text.indexOf(this.cellOpen, at + 1)) {
      const from = at + this.cellOpen.length;
      if (isName(text.charCodeAt(from))) continue;
      const gt = text.indexOf('>', from);
      if (gt < 0) throw brokenOff(this.sheet);
      const attrs = text.slice(from, gt);
      column = this.columnOf(attrs, column);
      if (attrs.endsWith('/')) continue;
      const close = text.indexOf(this.cellEnd, gt);
      if (close < 0) throw brokenOff(this.sheet);
      const place = Math.min(column, this.width);
      const value =
        place < this.width || cells.length <= place ? this.value(attrs, text.slice(gt + 1, close), column) : null;
      if (value !== null) {
        if (place < this.width && (cells[place] ?? null) !== null)
          throw this.unfit('cell_twice', `${columnName(column)}${row}`);
        while (cells.length < place) cells.push(null);
        cells[place] = value;
      }
      at = close;
    }
    if (cells.length === 0) return null;
    if (row <= this.lastFilled) throw unreadableIn(this.sheet.name, 'sheet.row_order', { row });
    this.lastFilled = row;
    return { row, cells, hidden: tag.includes('hidden') && /^(1|true)$/.test(attribute(tag, 'hidden') ?? '') };
  }

  /** The column that the cell's `r` states, else the next one. */
  private columnOf(attrs: string, before: number): number {
    const stated = attrOf(attrs, ' r="') ?? attribute(attrs, 'r') ?? '';
    const lettered = columnOf(stated);
    const column = lettered < 0 ? before + 1 : lettered;
    if (column >= MAX_COLUMNS) throw this.unfit('out_of_bounds', stated || `${columnName(column)}${this.last}`);
    return column;
  }

  private value(attrs: string, body: string, column: number): SheetCell {
    const type = attrOf(attrs, ' t="') ?? attribute(attrs, 't') ?? 'n';
    if (type === 'inlineStr') return stringItem(body) || null;
    const raw = this.raw(body);
    if (raw === null && type === 'str') return null;
    if (raw === null) return body.includes('<') ? uncalculated(body) : null;
    if (type === 's') return this.shared(raw, column);
    if (type === 'n') return this.number(raw, attrs);
    if (type === 'str') return unescapeXml(raw) || null;
    if (type === 'b') return raw === '1' || raw === 'true';
    if (type === 'e') return { kind: 'error', error: unescapeXml(raw) };
    if (type === 'd') return isoCell(raw);
    return unescapeXml(raw) || null;
  }

  private shared(raw: string, column: number): SheetCell {
    const text = this.book.strings[Number(raw)];
    if (text === undefined) throw this.unfit('text_missing', `${columnName(column)}${this.last}`);
    return text || null;
  }

  private number(raw: string, attrs: string): SheetCell {
    const value = Number(raw);
    if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim() === '' ? null : unescapeXml(raw);
    const style = attrOf(attrs, ' s="') ?? attribute(attrs, 's');
    return style === null ? value : shownNumber(value, this.book.kinds[Number(style)] ?? null, this.book.date1904);
  }

  /** The text between `<v>` and `</v>`; null where there is none. A formula whose text result is empty is ''. */
  private raw(body: string): string | null {
    const at = body.indexOf(this.valueOpen);
    if (at < 0) return null;
    const gt = body.indexOf('>', at);
    if (gt < 0 || body.charCodeAt(gt - 1) === 47) return null;
    const end = body.indexOf(this.valueEnd, gt);
    return end <= gt + 1 ? null : body.slice(gt + 1, end);
  }
}

/** A formula without a stored value; `="00123"`, as programs write to keep a text a text, needs none. */
function uncalculated(body: string): SheetCell {
  const formula = /<(?:[\w.-]+:)?f(?:\s[^<>]*)?(?:\/>|>([^<]*)<)/.exec(body);
  if (formula === null) return null;
  const text = /^\s*"((?:[^"]|"")*)"\s*$/.exec(unescapeXml(formula[1] ?? ''))?.[1];
  return text === undefined ? { kind: 'error', error: 'uncalculated' } : text.replaceAll('""', '"') || null;
}

/** Whether a character continues the name of a tag (`<rowBreaks` is no `<row`). */
const isName = (c: number): boolean => c !== 32 && c !== 62 && c !== 47 && c !== 10 && c !== 13 && c !== 9;

function attrOf(attrs: string, start: string): string | null {
  const at = attrs.indexOf(start);
  if (at < 0) return null;
  const from = at + start.length;
  const end = attrs.indexOf('"', from);
  return end < 0 ? null : attrs.slice(from, end);
}

/** A date that is stored as text by the standard (`t="d"`). */
function isoCell(raw: string): SheetCell {
  const m = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(raw);
  if (m === null) return raw;
  const clock = m[2] === undefined || m[2] === '00:00:00' ? '' : `T${m[2]}`;
  return { kind: 'date', text: `${m[1] ?? ''}${clock}`, shows: 'day' };
}
