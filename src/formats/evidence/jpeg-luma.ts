import { Breath } from './evidence-problem.ts';
import { JpegBits, type Codes } from './jpeg-bits.ts';
import type { Blocks } from './photo-look.ts';

/** One component of the frame, and what a scan needs of it. */
export interface JpegComponent {
  id: number;
  across: number;
  down: number;
  /** First value of its quantisation table. */
  step: number;
}

/** What the header of a JPEG says (ITU-T T.81); width and height in pixels as stored. */
export interface JpegFrame {
  width: number;
  height: number;
  progressive: boolean;
  components: JpegComponent[];
}

/** One scan: where its bits begin, its components with their tables, and how many units stand between restarts (0: none). */
export interface JpegScan {
  start: number;
  parts: { component: JpegComponent; dc: Codes; ac: Codes | null }[];
  restart: number;
  /** Low bits that a progressive scan leaves to later ones. */
  shift: number;
}

/**
 * The brightness of each block of 8 × 8 pixels: its DC coefficient, so nothing is transformed and no pixel is made; a photo
 * of 12 million pixels needs less than a megabyte. Null: the scan breaks off. Other requests get their turn in between.
 */
export async function lumaOfScan(bytes: Uint8Array, frame: JpegFrame, scan: JpegScan): Promise<Blocks | null> {
  const decoder = new ScanDecoder(bytes, frame, scan);
  const breath = new Breath();
  for (let row = 0; row < decoder.rows; row += 1) {
    decoder.decodeRow(row);
    if (decoder.broken) return null;
    await breath.take();
  }
  return decoder.blocks;
}

class ScanDecoder {
  readonly rows: number;
  readonly blocks: Blocks;
  private readonly units: number;
  private readonly bits: JpegBits;
  private readonly before: number[];
  private readonly scan: JpegScan;
  private readonly luma: JpegComponent;
  /** Rows of blocks; how many of them one block of brightness stands for; what its value is multiplied by. */
  private readonly down: number;
  private readonly wide: number;
  private readonly high: number;
  private readonly factor: number;
  private toRestart: number;
  private ended = false;

  constructor(bytes: Uint8Array, frame: JpegFrame, scan: JpegScan) {
    const { width, height, components } = frame;
    this.luma = components[0] as JpegComponent;
    this.wide = Math.max(1, Math.round(Math.max(...components.map((one) => one.across)) / this.luma.across));
    this.high = Math.max(1, Math.round(Math.max(...components.map((one) => one.down)) / this.luma.down));
    const alone = scan.parts.length === 1;
    this.rows = Math.ceil(height / (8 * this.high * (alone ? 1 : this.luma.down)));
    this.units = Math.ceil(width / (8 * this.wide * (alone ? 1 : this.luma.across)));
    const columns = Math.ceil(width / 8);
    this.down = Math.ceil(height / 8);
    this.factor = 2 ** scan.shift * this.luma.step;
    this.blocks = { width, height, columns, luma: new Float32Array(columns * this.down) };
    this.scan = scan;
    this.bits = new JpegBits(bytes, scan.start);
    this.before = scan.parts.map(() => 0);
    this.toRestart = scan.restart;
  }

  get broken(): boolean {
    return this.ended || this.bits.missing > 64;
  }

  decodeRow(row: number): void {
    for (let unit = 0; unit < this.units && !this.ended; unit += 1) {
      if (this.scan.restart > 0 && this.toRestart === 0) {
        this.ended = !this.bits.restart();
        this.before.fill(0);
        this.toRestart = this.scan.restart;
      }
      this.toRestart -= 1;
      this.decodeUnit(row, unit);
    }
  }

  private decodeUnit(row: number, unit: number): void {
    const { parts } = this.scan;
    const alone = parts.length === 1;
    for (const [n, { component, dc, ac }] of parts.entries()) {
      const across = alone ? 1 : component.across;
      const down = alone ? 1 : component.down;
      for (let y = 0; y < down; y += 1) {
        for (let x = 0; x < across; x += 1) {
          const size = this.bits.symbol(dc);
          const value = (this.before[n] ?? 0) + this.bits.signed(size & 15);
          this.before[n] = value;
          if (ac !== null) this.skipBlock(ac);
          if (component === this.luma) this.put(unit * across + x, row * down + y, value);
        }
      }
    }
  }

  private skipBlock(ac: Codes): void {
    for (let k = 1; k < 64;) {
      const symbol = this.bits.symbol(ac);
      const size = symbol & 15;
      const run = symbol >> 4;
      if (size === 0 && run < 15) return;
      if (size > 0) this.bits.skip(size);
      k += run + 1;
    }
  }

  /** Where brightness is stored coarser than colour (never by a camera), a block stands for several. */
  private put(column: number, row: number, value: number): void {
    const luma = (value * this.factor) / 8 + 128;
    const { columns } = this.blocks;
    if (this.wide === 1 && this.high === 1) {
      if (column < columns && row < this.down) this.blocks.luma[row * columns + column] = luma;
      return;
    }
    for (let y = row * this.high; y < Math.min(this.down, (row + 1) * this.high); y += 1)
      for (let x = column * this.wide; x < Math.min(columns, (column + 1) * this.wide); x += 1)
        this.blocks.luma[y * columns + x] = luma;
  }
}
