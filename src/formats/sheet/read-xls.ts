import type { SheetCell, SheetRow } from '../../core/exchange/types.ts';
import { columnName } from './cell-ref.ts';
import { Cfb } from './cfb.ts';
import { MAX_CELLS } from './limits.ts';
import { numberKind, shownNumber, type NumberKind } from './number-format.ts';
import type { Sheet } from './types.ts';
import { unreadableIn, UnreadableSheet } from './unreadable-sheet.ts';
import { Blocks, RECORD, rkNumber, XlsStream, type XlsRecord } from './xls-records.ts';

const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

interface Globals {
  sheets: { at: number; name: string; hidden: boolean }[];
  strings: string[];
  kinds: NumberKind[];
  date1904: boolean;
}

/** Reads all sheets of an xls (BIFF8, Excel 97 to 2003). Throws `UnreadableSheet`: is_old_xls, encrypted, damaged, broken_off, text_missing, too_many_cells. */
export function readXls(bytes: Uint8Array): Sheet[] {
  const container = new Cfb(bytes);
  const stream = container.stream('Workbook');
  if (stream === null)
    throw new UnreadableSheet(container.names().includes('Book') ? 'sheet.is_old_xls' : 'sheet.damaged');
  const records = new XlsStream(stream);
  const first = records.at(0);
  const version = first?.id === RECORD.bof ? u16(first.data, 0) : 0;
  if (version !== 0x600)
    throw new UnreadableSheet(version === 0x500 ? 'sheet.is_old_xls' : 'sheet.damaged', { detail: 'version' });
  const globals = readGlobals(records);
  const left = { cells: MAX_CELLS };
  return globals.sheets.map(({ at, name, hidden }, index) => ({
    index,
    name,
    hidden,
    ...new XlsSheet(globals, left, name).read(records, at),
  }));
}

const u16 = (data: Uint8Array, at: number): number => (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8);

function readGlobals(records: XlsStream): Globals {
  const out: Globals = { sheets: [], strings: [], kinds: [], date1904: false };
  const codes = new Map<number, string>();
  const formats: number[] = [];
  for (let record = records.at(0); record !== null && record.id !== RECORD.eof; record = records.at(record.next)) {
    const { id, data } = record;
    if (id === RECORD.filePass) throw new UnreadableSheet('sheet.encrypted', { kind: 'xls' });
    if (id === RECORD.dateMode) out.date1904 = u16(data, 0) === 1;
    else if (id === RECORD.format) codes.set(u16(data, 0), new Blocks([data], 2).string());
    else if (id === RECORD.xf) formats.push(u16(data, 2));
    else if (id === RECORD.sst) out.strings = readStrings(records.withContinued(record));
    else if (id === RECORD.boundSheet && (data[5] ?? 0) === 0) {
      const at = (u16(data, 0) | (u16(data, 2) << 16)) >>> 0;
      out.sheets.push({ at, hidden: ((data[4] ?? 0) & 3) !== 0, name: new Blocks([data], 7).string(data[6] ?? 0) });
    }
  }
  out.kinds = formats.map((format) => numberKind(format, codes.get(format) ?? null));
  return out;
}

function readStrings(blocks: Uint8Array[]): string[] {
  const from = new Blocks(blocks);
  from.skip(4);
  const count = from.u32();
  const out: string[] = [];
  // Every string takes three bytes at least, so a count that lies ends with `damaged`, not with memory.
  for (let i = 0; i < count; i += 1) out.push(from.string());
  return out;
}

/** Gathers the cells of one sheet from its records. */
class XlsSheet {
  private readonly rows = new Map<number, SheetCell[]>();
  private readonly hiddenRows = new Set<number>();
  private readonly merges: Sheet['merges'] = [];
  private readonly hiddenColumns: number[] = [];
  /** A formula whose text result comes in a later record. */
  private waiting: { row: number; column: number } | null = null;

  constructor(
    private readonly globals: Globals,
    private readonly left: { cells: number },
    private readonly name: string,
  ) {}

  read(records: XlsStream, begin: number): Pick<Sheet, 'rows' | 'merges' | 'hiddenColumns'> {
    let depth = 0;
    let whole = false;
    for (let record = records.at(begin); record !== null && !whole; record = records.at(record.next)) {
      const one = record;
      if (record.id === RECORD.bof) depth += 1;
      else if (record.id === RECORD.eof) depth -= 1;
      else if (depth === 1) this.take(record, () => records.withContinued(one));
      if (depth === 0) whole = record.id === RECORD.eof;
      if (depth === 0 && !whole) break;
    }
    if (!whole) throw unreadableIn(this.name, 'sheet.broken_off');
    const rows = [...this.rows]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]): SheetRow => ({ row: row + 1, cells, hidden: this.hiddenRows.has(row) }));
    return { rows, merges: this.merges, hiddenColumns: this.hiddenColumns };
  }

  private take({ id, data }: XlsRecord, blocks: () => Uint8Array[]): void {
    const [row, column] = [u16(data, 0), u16(data, 2)];
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    if (id === RECORD.labelSst) this.put(row, column, this.shared(view.getUint32(6, true), row, column));
    else if (id === RECORD.label) this.put(row, column, new Blocks(blocks(), 6).string());
    else if (id === RECORD.rk) this.number(row, column, u16(data, 4), rkNumber(view.getInt32(6, true)));
    else if (id === RECORD.number) this.number(row, column, u16(data, 4), view.getFloat64(6, true));
    else if (id === RECORD.mulRk) {
      for (let at = 4, k = 0; at + 6 <= data.length - 2; at += 6, k += 1)
        this.number(row, column + k, u16(data, at), rkNumber(view.getInt32(at + 2, true)));
    } else if (id === RECORD.boolErr) this.boolOrError(row, column, data[6] ?? 0, data[7] === 1);
    else if (id === RECORD.formula) this.formula(row, column, data, view);
    else if (id === RECORD.string && this.waiting !== null) {
      this.put(this.waiting.row, this.waiting.column, new Blocks(blocks()).string());
      this.waiting = null;
    } else if (id === RECORD.row && (u16(data, 12) & 0x20) !== 0) this.hiddenRows.add(row);
    else if (id === RECORD.colInfo && (u16(data, 8) & 1) !== 0) {
      for (let n = row; n <= Math.min(column, 255); n += 1) this.hiddenColumns.push(n);
    } else if (id === RECORD.mergeCells) this.merge(data);
  }

  private shared(at: number, row: number, column: number): string {
    const text = this.globals.strings[at];
    if (text !== undefined) return text;
    const place = `${columnName(column)}${row + 1}`;
    throw unreadableIn(this.name, 'sheet.text_missing', { place });
  }

  private merge(data: Uint8Array): void {
    for (let at = 2; at + 8 <= data.length; at += 8)
      this.merges.push({
        top: u16(data, at) + 1,
        bottom: u16(data, at + 2) + 1,
        left: u16(data, at + 4),
        right: u16(data, at + 6),
      });
  }

  private formula(row: number, column: number, data: Uint8Array, view: DataView): void {
    if (u16(data, 12) !== 0xffff) return this.number(row, column, u16(data, 4), view.getFloat64(6, true));
    const kind = data[6];
    if (kind === 0) this.waiting = { row, column };
    else if (kind === 1 || kind === 2) this.boolOrError(row, column, data[8] ?? 0, kind === 2);
  }

  private boolOrError(row: number, column: number, value: number, error: boolean): void {
    this.put(row, column, error ? { kind: 'error', error: ERRORS[value] ?? '#N/A' } : value !== 0);
  }

  private number(row: number, column: number, style: number, value: number): void {
    this.put(row, column, shownNumber(value, this.globals.kinds[style] ?? null, this.globals.date1904));
  }

  private put(row: number, column: number, value: SheetCell): void {
    if (value === '' || value === null) return;
    const cells = this.rows.get(row) ?? [];
    this.rows.set(row, cells);
    this.left.cells -= Math.max(1, column + 1 - cells.length);
    if (this.left.cells < 0) throw new UnreadableSheet('sheet.too_many_cells', { most: MAX_CELLS });
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  }
}
