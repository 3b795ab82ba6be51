import type { Pixels } from './make-photo.ts';

/** Codes of the usual table of DC differences (ITU-T T.81, K.3): length and bits by category. */
const COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];

/** A progressive JPEG in grey, each block plain: one scan of means, with restarts, then one that says that nothing follows. */
export function progressiveOf({ width, height, data }: Pixels, restart: number): Buffer {
  const [across, down] = [Math.ceil(width / 8), Math.ceil(height / 8)];
  const codes = codesOf(COUNTS);
  const parts: Buffer[] = [];
  let bits = new Bits();
  let before = 0;
  for (let n = 0; n < across * down; n += 1) {
    if (n > 0 && n % restart === 0) {
      parts.push(bits.end(), Buffer.from([0xff, 0xd0 + ((n / restart - 1) % 8)]));
      bits = new Bits();
      before = 0;
    }
    const value = Math.round(meanOf(n % across, Math.floor(n / across)) - 128);
    const size = Math.abs(value - before).toString(2).length * (value === before ? 0 : 1);
    bits.put(...(codes[size] ?? [0, 0]));
    if (size > 0) bits.put(size, value > before ? value - before : value - before + 2 ** size - 1);
    before = value;
  }
  parts.push(bits.end());
  const empty = new Bits();
  for (let n = 0; n < across * down; n += 1) empty.put(1, 0);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, [0, 8, ...Array<number>(63).fill(8)]),
    segment(0xc2, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
    segment(0xc4, [0, ...COUNTS, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    segment(0xdd, [restart >> 8, restart & 255]),
    segment(0xda, [1, 1, 0, 0, 0, 0]),
    ...parts,
    segment(0xdd, [0, 0]),
    segment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
    segment(0xda, [1, 1, 0, 1, 63, 0]),
    empty.end(),
    Buffer.from([0xff, 0xd9]),
  ]);

  function meanOf(column: number, row: number): number {
    let [sum, count] = [0, 0];
    for (let y = row * 8; y < Math.min(height, row * 8 + 8); y += 1)
      for (let x = column * 8; x < Math.min(width, column * 8 + 8); x += 1, count += 1)
        for (const [c, share] of [0.299, 0.587, 0.114].entries()) sum += (data[(y * width + x) * 4 + c] ?? 0) * share;
    return sum / count;
  }
}

function codesOf(counts: number[]): [number, number][] {
  const out: [number, number][] = [];
  let code = 0;
  for (const [n, count] of counts.entries()) {
    for (let k = 0; k < count; k += 1, code += 1) out.push([n + 1, code]);
    code *= 2;
  }
  return out;
}

const segment = (marker: number, body: number[]): Buffer =>
  Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]);

class Bits {
  private text = '';

  put(length: number, value: number): void {
    this.text += value.toString(2).padStart(length, '0');
  }

  end(): Buffer {
    const bytes: number[] = [];
    for (let at = 0; at < this.text.length; at += 8) {
      const byte = parseInt(this.text.slice(at, at + 8).padEnd(8, '1'), 2);
      bytes.push(byte, ...(byte === 0xff ? [0] : []));
    }
    return Buffer.from(bytes);
  }
}
