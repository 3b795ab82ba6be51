import { ascii, indexOfBytes } from '../sniff.ts';
import { UnfitFile, type Inspected } from './evidence-problem.ts';
import { checkSize } from './photo-size.ts';
import { NO_EXIF, readExif, type Exif } from './read-exif.ts';

/** Brands of pictures in HEVC (ISO/IEC 23008-12); `mif1` and `msf1` alone say only that it is a picture. */
const HEIC = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'hevm', 'hevs', 'mif1', 'msf1'];
const EXIF = new TextEncoder().encode('Exif\0\0');
const EXTENT = new TextEncoder().encode('ispe');

/** Looks into a WebP: size and time; its look is not read. Throws `UnfitFile`. */
export function inspectWebp(bytes: Uint8Array): Inspected {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 30 || view.getUint32(4, true) + 8 > bytes.length + 1)
    throw new UnfitFile('file.damaged', { kind: 'webp' });
  const { width, height } = sizeOfWebp(view, ascii(bytes, 12, 16));
  checkSize('webp', width, height);
  let exif = NO_EXIF;
  for (
    let at = 12;
    at + 8 <= bytes.length;
    at += 8 + view.getUint32(at + 4, true) + (view.getUint32(at + 4, true) & 1)
  ) {
    if (ascii(bytes, at, at + 4) !== 'EXIF') continue;
    const part = bytes.subarray(at + 8, at + 8 + view.getUint32(at + 4, true));
    exif = readExif(ascii(part, 0, 6) === 'Exif\0\0' ? part.subarray(6) : part);
  }
  return photo('image/webp', width, height, exif);
}

/** By the first chunk (RFC 9649): lossy, lossless or extended. */
function sizeOfWebp(view: DataView, first: string): { width: number; height: number } {
  if (first === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (first === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (first !== 'VP8X') throw new UnfitFile('file.damaged', { kind: 'webp' });
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536 + 1;
  return { width: three(24), height: three(27) };
}

/** Whether the file says that it is an HEIC picture. */
export function isHeic(bytes: Uint8Array): boolean {
  if (ascii(bytes, 4, 8) !== 'ftyp') return false;
  const end = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), 200, bytes.length);
  const brands = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(bytes, at, at + 4));
  // AVIF is built alike; it names itself.
  return !brands.some((brand) => brand.startsWith('avi')) && brands.some((brand) => HEIC.includes(brand));
}

/** Looks into an HEIC picture: size and time as far as they are found; nothing is decoded. Throws `UnfitFile`. */
export function inspectHeic(bytes: Uint8Array): Inspected {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [width, height] = [0, 0];
  for (let at = indexOfBytes(bytes, EXTENT), n = 0; at >= 0 && at + 16 <= bytes.length && n < 100; n += 1) {
    if (view.getUint32(at + 8) * view.getUint32(at + 12) > width * height)
      [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    at = indexOfBytes(bytes, EXTENT, at + 4);
  }
  checkSize('heic', width, height);
  const at = indexOfBytes(bytes, EXIF);
  return photo('image/heic', width, height, at < 0 ? NO_EXIF : readExif(bytes.subarray(at + 6, at + 6 + 65_536)));
}

function photo(mediaType: 'image/webp' | 'image/heic', width: number, height: number, exif: Exif): Inspected {
  return { mediaType, kind: 'photo', width, height, ...(exif.takenAt === null ? {} : { takenAt: exif.takenAt }) };
}
