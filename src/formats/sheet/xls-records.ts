import { storable } from './storable.ts';
import { UnreadableSheet } from './unreadable-sheet.ts';

/** One record of a BIFF8 stream ([MS-XLS] 2.1.4); `next` is where the one after it begins in the stream. */
export interface XlsRecord {
  id: number;
  next: number;
  data: Uint8Array;
}

/** Ids of the records that are read. */
export const RECORD = {
  bof: 0x809,
  eof: 0x0a,
  boundSheet: 0x85,
  continued: 0x3c,
  sst: 0xfc,
  dateMode: 0x22,
  filePass: 0x2f,
  format: 0x41e,
  xf: 0xe0,
  row: 0x208,
  colInfo: 0x7d,
  mergeCells: 0xe5,
  labelSst: 0xfd,
  label: 0x204,
  rk: 0x27e,
  mulRk: 0xbd,
  number: 0x203,
  formula: 0x06,
  string: 0x207,
  boolErr: 0x205,
} as const;

/** A stream read record by record, none of them held. A record cut short by the file ends it. */
export class XlsStream {
  private readonly view: DataView;
  /** A file made to be read over and over has sheets inside sheets; a true one is read once, and has no more records than a quarter of its bytes. */
  private left: number;

  constructor(private readonly stream: Uint8Array) {
    this.view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
    this.left = stream.length;
  }

  /** The record at a place, or the first behind it that is none of zeros; null at the end. Throws `UnreadableSheet`: damaged. */
  at(place: number): XlsRecord | null {
    for (let at = place; at + 4 <= this.stream.length; at += 4) {
      const id = this.view.getUint16(at, true);
      const length = this.view.getUint16(at + 2, true);
      this.left -= 1;
      if (this.left < 0) throw new UnreadableSheet('sheet.damaged', { detail: 'records' });
      if (id === 0 && length === 0) continue;
      const next = at + 4 + length;
      return next > this.stream.length ? null : { id, next, data: this.stream.subarray(at + 4, next) };
    }
    return null;
  }

  /** The data of a record together with that of the `CONTINUE` records after it. */
  withContinued(record: XlsRecord): Uint8Array[] {
    const out = [record.data];
    for (let more = this.at(record.next); more?.id === RECORD.continued; more = this.at(more.next)) out.push(more.data);
    return out;
  }
}

/** Reads numbers and strings across the blocks of a continued record. */
export class Blocks {
  private block = 0;
  private p = 0;

  constructor(
    private readonly blocks: Uint8Array[],
    start = 0,
  ) {
    this.p = start;
  }

  u8(): number {
    this.settle();
    const value = this.blocks[this.block]?.[this.p];
    if (value === undefined) throw new UnreadableSheet('sheet.damaged', { detail: 'record' });
    this.p += 1;
    return value;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      this.settle();
      const here = this.blocks[this.block];
      if (here === undefined) throw new UnreadableSheet('sheet.damaged', { detail: 'record' });
      const step = Math.min(left, here.length - this.p);
      this.p += step;
      left -= step;
    }
  }

  /** A string with its 16-bit length before it; formatting runs and phonetics are passed over. */
  string(length = this.u16()): string {
    const flags = this.u8();
    const runs = (flags & 8) !== 0 ? this.u16() : 0;
    const extra = (flags & 4) !== 0 ? this.u32() : 0;
    const text = this.chars(length, (flags & 1) !== 0);
    this.skip(runs * 4 + extra);
    return storable(text);
  }

  /** Characters; where a block ends inside them the next block begins with a byte that says how wide the rest is. */
  private chars(length: number, wideAtFirst: boolean): string {
    let out = '';
    let wide = wideAtFirst;
    for (let left = length; left > 0;) {
      let here = this.blocks[this.block];
      if (here !== undefined && this.p >= here.length) {
        this.block += 1;
        here = this.blocks[this.block];
        this.p = 1;
        wide = ((here?.[0] ?? 0) & 1) !== 0;
      }
      if (here === undefined) throw new UnreadableSheet('sheet.damaged', { detail: 'string' });
      const size = wide ? 2 : 1;
      const count = Math.min(left, Math.floor((here.length - this.p) / size));
      if (count <= 0) throw new UnreadableSheet('sheet.damaged', { detail: 'string' });
      const bytes = Buffer.from(here.buffer, here.byteOffset + this.p, count * size);
      out += bytes.toString(wide ? 'utf16le' : 'latin1');
      this.p += count * size;
      left -= count;
    }
    return out;
  }

  private settle(): void {
    while (this.block < this.blocks.length && this.p >= (this.blocks[this.block]?.length ?? 0)) {
      this.block += 1;
      this.p = 0;
    }
  }
}

/** The number of an RK value: a whole number or the upper half of a double, in hundredths where bit 0 says so. */
export function rkNumber(rk: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, (rk & 0xfffffffc) >>> 0, true);
  const value = (rk & 2) !== 0 ? rk >> 2 : view.getFloat64(0, true);
  return (rk & 1) !== 0 ? value / 100 : value;
}
