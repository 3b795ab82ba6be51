import { deflateSync, crc32 } from 'node:zlib';
import jpeg from 'jpeg-js';

/** Pixels, four bytes each, as encoders take them. */
export interface Pixels {
  width: number;
  height: number;
  data: Buffer;
}

/** An invented scene: a sky, a ground and soft spots of light, the same for the same seed at every size. */
export function scene(seed: number, width: number, height: number): Pixels {
  const next = drawer(seed);
  const spots = Array.from({ length: 14 }, () => ({
    x: next(),
    y: next(),
    r: 0.06 + next() * 0.25,
    by: [next() * 260 - 130, next() * 260 - 130, next() * 260 - 130],
  }));
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [u, v] = [(x + 0.5) / width, (y + 0.5) / height];
      for (let c = 0; c < 3; c += 1) {
        let value = 150 - v * 70 + u * 20;
        for (const spot of spots) {
          const d = ((u - spot.x) ** 2 + (v - spot.y) ** 2) / spot.r ** 2;
          if (d < 4) value += (spot.by[c] ?? 0) * Math.exp(-d * 2);
        }
        data[(y * width + x) * 4 + c] = Math.max(0, Math.min(255, value));
      }
    }
  }
  return { width, height, data };
}

function drawer(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state / 2 ** 32;
  };
}

/** The same pixels turned clockwise by 90°. */
export function turn({ width, height, data }: Pixels): Pixels {
  const out = Buffer.alloc(data.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      data.copy(out, (x * height + (height - 1 - y)) * 4, (y * width + x) * 4, (y * width + x) * 4 + 4);
  return { width: height, height: width, data: out };
}

/** The same picture so many times larger, with the grain of a real photo. */
export function enlarged({ width, height, data }: Pixels, times: number): Pixels {
  const out = Buffer.alloc(data.length * times * times, 255);
  let grain = 1;
  for (let y = 0; y < height * times; y += 1) {
    for (let x = 0; x < width * times; x += 1) {
      grain = (Math.imul(grain, 1_103_515_245) + 12_345) >>> 0;
      const from = (Math.floor(y / times) * width + Math.floor(x / times)) * 4;
      const to = (y * width * times + x) * 4;
      for (let c = 0; c < 3; c += 1)
        out[to + c] = Math.max(0, Math.min(255, (data[from + c] ?? 0) + ((grain >>> 16) % 17) - 8));
    }
  }
  return { width: width * times, height: height * times, data: out };
}

/** A JPEG; with `exif` its segment is put in. */
export function jpegOf(pixels: Pixels, quality: number, exif?: Buffer): Buffer {
  const { data } = jpeg.encode(pixels, quality);
  const bytes = Buffer.from(data);
  if (exif === undefined) return bytes;
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([bytes.subarray(0, 2), head, exif, bytes.subarray(2)]);
}

/** EXIF data with an orientation, a moment, and a place (which must never be read). */
export function exifOf(orientation: number, moment: string, little = true): Buffer {
  const out = Buffer.alloc(200);
  const two = (value: number, at: number) => (little ? out.writeUInt16LE(value, at) : out.writeUInt16BE(value, at));
  const four = (value: number, at: number) => (little ? out.writeUInt32LE(value, at) : out.writeUInt32BE(value, at));
  const field = (at: number, tag: number, type: number, count: number) => {
    two(tag, at);
    two(type, at + 2);
    four(count, at + 4);
  };
  out.write('Exif\0\0', 0, 'latin1');
  const tiff = 6;
  out.write(little ? 'II' : 'MM', tiff, 'latin1');
  two(42, tiff + 2);
  four(8, tiff + 4);
  two(3, tiff + 8);
  field(tiff + 10, 0x0112, 3, 1);
  two(orientation, tiff + 18);
  field(tiff + 22, 0x8769, 4, 1);
  four(60, tiff + 30);
  field(tiff + 34, 0x8825, 4, 1);
  four(120, tiff + 42);
  two(1, tiff + 60);
  field(tiff + 62, 0x9003, 2, 20);
  four(90, tiff + 70);
  out.write(`${moment}\0`, tiff + 90, 'latin1');
  out.write('GPSPLACE', tiff + 130, 'latin1');
  return out;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** One chunk of a PNG. */
export function chunk(type: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

/** A PNG of 8 bits: coloured, or grey; every line with the filter that its number says (0 … 4 in turn). */
export function pngOf(pixels: Pixels, grey = false): Buffer {
  const { width, height } = pixels;
  const channels = grey ? 1 : 3;
  const lines = Array.from({ length: height }, (_, y) => {
    const line = Buffer.alloc(width * channels);
    for (let x = 0; x < width; x += 1)
      for (let c = 0; c < channels; c += 1)
        line[x * channels + c] = pixels.data[(y * width + x) * 4 + (grey ? 1 : c)] ?? 0;
    return line;
  });
  const raw = lines.map((line, y) => filtered(line, lines[y - 1] ?? Buffer.alloc(line.length), y % 5, channels));
  return png(width, height, grey ? 0 : 2, deflateSync(Buffer.concat(raw)));
}

/** A PNG whose packed data may be anything. */
export function png(width: number, height: number, colour: number, packed: Uint8Array): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  head[9] = colour;
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))]);
}

function filtered(line: Buffer, above: Buffer, filter: number, back: number): Buffer {
  const out = Buffer.alloc(line.length + 1);
  out[0] = filter;
  for (let i = 0; i < line.length; i += 1) {
    const [left, up, corner] = [line[i - back] ?? 0, above[i] ?? 0, i >= back ? (above[i - back] ?? 0) : 0];
    const guess = left + up - corner;
    const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
    const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
    out[i + 1] = (line[i] ?? 0) - [0, left, up, (left + up) >> 1, paeth][filter]!;
  }
  return out;
}
