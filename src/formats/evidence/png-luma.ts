import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { UnfitFile } from './evidence-problem.ts';
import type { Blocks } from './photo-look.ts';

/** What the header of a PNG says. `depth`: bits of a value; `channels`: values of a pixel. */
export interface PngHead {
  width: number;
  height: number;
  depth: number;
  colour: number;
  channels: number;
  interlaced: boolean;
  palette: Uint8Array;
}

/** A pass over the picture: its first pixel and its steps. */
interface Pass {
  x: number;
  y: number;
  dx: number;
  dy: number;
}

const WHOLE: Pass[] = [{ x: 0, y: 0, dx: 1, dy: 1 }];
/** Adam7 (PNG, 8.2). */
const ADAM7: Pass[] = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
];

/** Mean brightness of blocks of 8 × 8 pixels; unpacked in small parts, two rows in memory. Throws `UnfitFile`: file.damaged. */
export async function lumaOfPng(head: PngHead, data: readonly Uint8Array[]): Promise<Blocks> {
  const rows = new Rows(head);
  const inflate = createInflate();
  const source = Readable.from(data, { objectMode: false });
  source.on('error', () => inflate.destroy());
  try {
    for await (const part of source.pipe(inflate)) {
      rows.take(part as Buffer);
      if (rows.done) break;
    }
  } catch {
    throw new UnfitFile('file.damaged', { kind: 'png' });
  } finally {
    inflate.destroy();
  }
  if (!rows.done) throw new UnfitFile('file.damaged', { kind: 'png' });
  return rows.blocks();
}

class Rows {
  done = false;
  private readonly head: PngHead;
  private readonly columns: number;
  private readonly sums: Float64Array;
  private readonly counts: Uint32Array;
  private readonly passes: Pass[];
  /** Bytes back to the same value of the pixel before. */
  private readonly back: number;
  private pass = -1;
  private row = 0;
  private width = 0;
  private height = 0;
  private line = new Uint8Array(0);
  private above = new Uint8Array(0);
  private filled = 0;

  constructor(head: PngHead) {
    this.head = head;
    this.columns = Math.ceil(head.width / 8);
    const cells = this.columns * Math.ceil(head.height / 8);
    this.sums = new Float64Array(cells);
    this.counts = new Uint32Array(cells);
    this.passes = head.interlaced ? ADAM7 : WHOLE;
    this.back = Math.max(1, (head.channels * head.depth) >> 3);
    this.nextPass();
  }

  /** Takes unpacked bytes as they come. */
  take(part: Uint8Array): void {
    for (let at = 0; at < part.length && !this.done;) {
      const size = Math.min(this.line.length - this.filled, part.length - at);
      this.line.set(part.subarray(at, at + size), this.filled);
      this.filled += size;
      at += size;
      if (this.filled === this.line.length) this.endLine();
    }
  }

  blocks(): Blocks {
    const luma = Float32Array.from(this.sums, (sum, n) => sum / Math.max(1, this.counts[n] ?? 0));
    return { width: this.head.width, height: this.head.height, columns: this.columns, luma };
  }

  private nextPass(): void {
    const { width, height, channels, depth } = this.head;
    do {
      this.pass += 1;
      const pass = this.passes[this.pass];
      if (pass === undefined) {
        this.done = true;
        return;
      }
      this.width = Math.max(0, Math.ceil((width - pass.x) / pass.dx));
      this.height = Math.max(0, Math.ceil((height - pass.y) / pass.dy));
    } while (this.width === 0 || this.height === 0);
    this.row = 0;
    this.filled = 0;
    this.line = new Uint8Array(1 + Math.ceil((this.width * channels * depth) / 8));
    this.above = new Uint8Array(this.line.length);
  }

  private endLine(): void {
    unfilter(this.line, this.above, this.back);
    this.count();
    [this.line, this.above] = [this.above, this.line];
    this.filled = 0;
    this.row += 1;
    if (this.row === this.height) this.nextPass();
  }

  private count(): void {
    const pass = this.passes[this.pass] as Pass;
    const start = ((pass.y + this.row * pass.dy) >> 3) * this.columns;
    for (let n = 0, x = pass.x; n < this.width; n += 1, x += pass.dx) {
      const cell = start + (x >> 3);
      this.sums[cell] = (this.sums[cell] ?? 0) + this.lumaAt(n);
      this.counts[cell] = (this.counts[cell] ?? 0) + 1;
    }
  }

  /** Brightness 0 … 255 of a pixel of the line (ITU-R BT.601); what is transparent counts as it is coloured. */
  private lumaAt(pixel: number): number {
    const { channels, colour, palette } = this.head;
    const first = pixel * channels;
    if (colour === 3) return mix(palette, this.index(pixel) * 3);
    if (channels < 3) return this.value(first);
    if (this.head.depth === 8) return mix(this.line, first + 1);
    return 0.299 * this.value(first) + 0.587 * this.value(first + 1) + 0.114 * this.value(first + 2);
  }

  private index(n: number): number {
    const { depth } = this.head;
    if (depth >= 8) return this.line[1 + n] ?? 0;
    const bit = n * depth;
    return ((this.line[1 + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  }

  private value(n: number): number {
    const { depth } = this.head;
    if (depth === 16) return this.line[1 + n * 2] ?? 0;
    return depth === 8 ? (this.line[1 + n] ?? 0) : (this.index(n) * 255) / ((1 << depth) - 1);
  }
}

const mix = (of: Uint8Array, at: number): number =>
  0.299 * (of[at] ?? 0) + 0.587 * (of[at + 1] ?? 0) + 0.114 * (of[at + 2] ?? 0);

/** Undoes the filter of a line (PNG, 9.2) in place; the first byte names it. */
function unfilter(line: Uint8Array, above: Uint8Array, back: number): void {
  const filter = line[0];
  if (filter === 0) return;
  for (let i = 1; i < line.length; i += 1) {
    const left = i > back ? (line[i - back] ?? 0) : 0;
    const up = above[i] ?? 0;
    const corner = i > back ? (above[i - back] ?? 0) : 0;
    const add =
      filter === 1
        ? left
        : filter === 2
          ? up
          : filter === 3
            ? (left + up) >> 1
            : filter === 4
              ? paeth(left, up, corner)
              : 0;
    line[i] = (line[i] ?? 0) + add;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
