import { ascii } from '../sniff.ts';
import { UnfitFile, type Inspected } from './evidence-problem.ts';
import { checkSize } from './photo-size.ts';
import { lookOf } from './photo-look.ts';
import { lumaOfPng, type PngHead } from './png-luma.ts';
import { NO_EXIF, readExif } from './read-exif.ts';

/** Values of a pixel by colour type (PNG, 11.2.2). */
const CHANNELS: Partial<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Looks into a PNG: its size from the header, then its look, unpacked row by row. Throws `UnfitFile`. */
export async function inspectPng(bytes: Uint8Array): Promise<Inspected> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let exif = NO_EXIF;
  let head: PngHead | null = null;
  let palette = new Uint8Array(0);
  let ended = false;
  for (let at = 8; at + 12 <= bytes.length && !ended;) {
    const length = view.getUint32(at);
    const type = ascii(bytes, at + 4, at + 8);
    const part = bytes.subarray(at + 8, at + 8 + length);
    if (part.length < length) break;
    if (type === 'IHDR') head = headOf(part);
    if (type === 'PLTE') palette = new Uint8Array(part);
    if (type === 'eXIf') exif = readExif(part);
    if (type === 'IDAT') data.push(part);
    ended = type === 'IEND';
    at += 12 + length;
  }
  if (head === null || !ended || data.length === 0) throw new UnfitFile('file.damaged', { kind: 'png' });
  const blocks = await lumaOfPng({ ...head, palette }, data);
  const look = lookOf(blocks, exif.orientation);
  return {
    mediaType: 'image/png',
    kind: 'photo',
    width: head.width,
    height: head.height,
    ...(exif.takenAt === null ? {} : { takenAt: exif.takenAt }),
    ...(look === null ? {} : { look }),
  };
}

function headOf(part: Uint8Array): PngHead {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  if (part.length < 13) throw new UnfitFile('file.damaged', { kind: 'png' });
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  checkSize('png', width, height);
  const [depth = 0, colour = 0, , , interlaced = 0] = part.subarray(8);
  const channels = CHANNELS[colour];
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(depth)) throw new UnfitFile('file.damaged', { kind: 'png' });
  return { width, height, depth, colour, channels, interlaced: interlaced !== 0, palette: new Uint8Array(0) };
}
