import { UnreadableSheet } from './unreadable-sheet.ts';

const FREE = 0xfffffffa;
const damaged = (): UnreadableSheet => new UnreadableSheet('sheet.damaged', { detail: 'container' });

/** The container of old Office files ([MS-CFB]): its streams by name. Chains that loop or lead nowhere are damage. */
export class Cfb {
  private readonly view: DataView;
  private readonly sector: number;
  private readonly fat: Uint32Array;
  private readonly entries = new Map<string, { start: number; size: number }>();
  private readonly mini: { fat: Uint32Array; data: Uint8Array; cutoff: number; sector: number };

  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length < 1536) throw damaged();
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    const miniShift = this.view.getUint16(32, true);
    if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw damaged();
    this.sector = 1 << shift;
    this.fat = this.readFat();
    const root = this.readDirectory();
    const miniStart = this.view.getUint32(60, true);
    this.mini = {
      fat: miniStart >= FREE ? new Uint32Array() : words(this.chain(miniStart)),
      data: root === null || root.start >= FREE ? new Uint8Array() : this.chain(root.start),
      cutoff: this.view.getUint32(56, true),
      sector: 1 << miniShift,
    };
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  /** The bytes of a stream; null: there is none. A stream that the file holds less of than it says is damage. */
  stream(name: string): Uint8Array | null {
    const entry = this.entries.get(name);
    if (entry === undefined) return null;
    const data = entry.size < this.mini.cutoff ? this.miniChain(entry.start) : this.chain(entry.start);
    if (data.length < entry.size) throw damaged();
    return data.subarray(0, entry.size);
  }

  private readFat(): Uint32Array {
    const sectors: number[] = [];
    for (let i = 0; i < 109; i += 1) sectors.push(this.view.getUint32(76 + i * 4, true));
    const per = this.sector / 4 - 1;
    let next = this.view.getUint32(68, true);
    for (let n = 0; next < FREE; n += 1) {
      const at = this.offset(next);
      if (n > this.bytes.length / this.sector) throw damaged();
      for (let i = 0; i < per; i += 1) sectors.push(this.view.getUint32(at + i * 4, true));
      next = this.view.getUint32(at + per * 4, true);
    }
    const used = sectors
      .filter((s) => s < FREE)
      .slice(0, Math.ceil(this.bytes.length / this.sector / (this.sector / 4)) + 1);
    const out = new Uint8Array(used.length * this.sector);
    used.forEach((s, i) => out.set(this.bytes.subarray(this.offset(s), this.offset(s) + this.sector), i * this.sector));
    return words(out);
  }

  private readDirectory(): { start: number; size: number } | null {
    const data = this.chain(this.view.getUint32(48, true));
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    let root: { start: number; size: number } | null = null;
    for (let at = 0; at + 128 <= data.length; at += 128) {
      const length = Math.min(64, view.getUint16(at + 64, true));
      const type = data[at + 66];
      if (length < 2 || (type !== 2 && type !== 5)) continue;
      const name = new TextDecoder('utf-16le').decode(data.subarray(at, at + length - 2));
      const entry = { start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) };
      if (type === 5) root = entry;
      else if (!this.entries.has(name)) this.entries.set(name, entry);
    }
    return root;
  }

  private offset(sector: number): number {
    const at = (sector + 1) * this.sector;
    if (at + 4 > this.bytes.length) throw damaged();
    return at;
  }

  /** The sectors of a chain joined; a last sector that the file cuts short is filled with zeros. */
  private chain(start: number): Uint8Array {
    const list: number[] = [];
    for (let s = start; s < FREE; s = this.fat[s] ?? FREE) {
      list.push(s);
      if (list.length > this.fat.length) throw damaged();
    }
    const out = new Uint8Array(list.length * this.sector);
    list.forEach((s, i) => out.set(this.bytes.subarray(this.offset(s), this.offset(s) + this.sector), i * this.sector));
    return out;
  }

  private miniChain(start: number): Uint8Array {
    const { fat, data, sector } = this.mini;
    const list: number[] = [];
    for (let s = start; s < FREE; s = fat[s] ?? FREE) {
      list.push(s);
      if (list.length > fat.length) throw damaged();
    }
    const out = new Uint8Array(list.length * sector);
    list.forEach((s, i) => out.set(data.subarray(s * sector, (s + 1) * sector), i * sector));
    return out;
  }
}

function words(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true));
}
