import { ascii, indexOfBytes } from '../sniff.ts';
import { UnfitFile, type Inspected } from './evidence-problem.ts';
import { codesOf, type Codes } from './jpeg-bits.ts';
import { lumaOfScan, type JpegFrame, type JpegScan } from './jpeg-luma.ts';
import { checkSize } from './photo-size.ts';
import { lookOf } from './photo-look.ts';
import { NO_EXIF, readExif, type Exif } from './read-exif.ts';

/** What the segments before the picture said so far. */
interface Head {
  exif: Exif;
  frame: JpegFrame | null;
  /** First value of each quantisation table, and the Huffman tables: 0 … 3 DC, 16 … 19 AC. */
  steps: Map<number, number>;
  codes: Map<number, Codes>;
  restart: number;
  scan: JpegScan | null;
}

/** Looks into a JPEG: its size from the header, then its look from the first scan that has brightness. Throws `UnfitFile`. */
export async function inspectJpeg(bytes: Uint8Array): Promise<Inspected> {
  const { frame, scan, exif } = readHead(bytes);
  // Cut off on the way: after its beginning the picture ends nowhere.
  if (frame === null || indexOfBytes(bytes, END, scan?.start ?? 2) < 0)
    throw new UnfitFile('file.damaged', { kind: 'jpg' });
  const blocks = scan === null ? null : await lumaOfScan(bytes, frame, scan);
  const look = blocks === null ? null : lookOf(blocks, exif.orientation);
  const turned = exif.orientation >= 5;
  return {
    mediaType: 'image/jpeg',
    kind: 'photo',
    width: turned ? frame.height : frame.width,
    height: turned ? frame.width : frame.height,
    ...(exif.takenAt === null ? {} : { takenAt: exif.takenAt }),
    ...(look === null ? {} : { look }),
  };
}

const END = Uint8Array.of(0xff, 0xd9);

/** Walks the segments until the first scan that has the brightness. */
function readHead(bytes: Uint8Array): Head {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head: Head = { exif: NO_EXIF, frame: null, steps: new Map(), codes: new Map(), restart: 0, scan: null };
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) break;
    if (marker < 0xc0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    const part = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || part.length < length - 2) break;
    if (readSegment(head, marker, part, at + 2 + length)) break;
    at += 2 + length;
  }
  return head;
}

/** Takes one segment; true: nothing after it is needed. */
function readSegment(head: Head, marker: number, part: Uint8Array, next: number): boolean {
  const word = (at: number) => (part[at] ?? 0) * 256 + (part[at + 1] ?? 0);
  if (marker === 0xe1 && ascii(part, 0, 6) === 'Exif\0\0' && head.exif === NO_EXIF)
    head.exif = readExif(part.subarray(6));
  if (marker === 0xdb) readSteps(head, part, word);
  if (marker === 0xc4) readCodes(head, part);
  if (marker === 0xdd) head.restart = word(0);
  const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
  if (isFrame) {
    if (head.frame !== null) return true;
    head.frame = readFrame(part, word, marker === 0xc2);
    // Lossless, arithmetic, hierarchical or 12 bits deep: a photo all the same, but its look is not read.
    if (marker > 0xc2 || part[0] !== 8) return true;
  }
  if (marker !== 0xda || head.frame === null) return false;
  head.scan = scanOf(head, head.frame, part, next);
  return head.scan !== null;
}

function readFrame(part: Uint8Array, word: (at: number) => number, progressive: boolean): JpegFrame {
  const [height, width, count] = [word(1), word(3), part[5] ?? 0];
  if (part.length < 6 + count * 3 || count === 0) throw new UnfitFile('file.damaged', { kind: 'jpg' });
  checkSize('jpg', width, height);
  const components = Array.from({ length: count }, (_, n) => {
    const [id = 0, sampling = 0, table = 0] = part.subarray(6 + n * 3);
    return { id, across: Math.min(sampling >> 4, 4) || 1, down: Math.min(sampling & 15, 4) || 1, step: table };
  });
  return { width, height, progressive, components };
}

function readSteps(head: Head, part: Uint8Array, word: (at: number) => number): void {
  for (let at = 0; at < part.length;) {
    const wide = (part[at] ?? 0) >> 4 !== 0;
    head.steps.set((part[at] ?? 0) & 15, wide ? word(at + 1) : (part[at + 1] ?? 1));
    at += 1 + (wide ? 128 : 64);
  }
}

function readCodes(head: Head, part: Uint8Array): void {
  for (let at = 0; at + 17 <= part.length;) {
    const counts = part.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, one) => sum + one, 0);
    head.codes.set(part[at] ?? 0, codesOf(counts, part.subarray(at + 17, at + 17 + total)));
    at += 17 + total;
  }
}

/** The scan, where it is the one that gives the brightness in its first pass; else null. */
function scanOf(head: Head, frame: JpegFrame, part: Uint8Array, start: number): JpegScan | null {
  const count = part[0] ?? 0;
  const [first = 0, , bits = 0] = part.subarray(1 + count * 2);
  const parts = Array.from({ length: count }, (_, n) => {
    const [id = 0, tables = 0] = part.subarray(1 + n * 2);
    const component = frame.components.find((one) => one.id === id);
    return { component, dc: head.codes.get(tables >> 4), ac: head.codes.get(16 + (tables & 15)) };
  });
  const luma = frame.components[0];
  if (first !== 0 || bits >> 4 !== 0 || !parts.some((one) => one.component === luma)) return null;
  if (luma !== undefined) luma.step = head.steps.get(luma.step) ?? 1;
  const whole = parts.flatMap(({ component, dc, ac }) =>
    component === undefined || dc === undefined || (ac === undefined && !frame.progressive)
      ? []
      : [{ component, dc, ac: frame.progressive ? null : (ac ?? null) }],
  );
  if (whole.length !== count) return null;
  return { start, parts: whole, restart: head.restart, shift: frame.progressive ? bits & 15 : 0 };
}
