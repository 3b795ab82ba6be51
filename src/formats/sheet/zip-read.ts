import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { MAX_HELD_BYTES, MAX_PART_BYTES, MAX_UNPACKED_BYTES } from './limits.ts';
import { UnreadableSheet } from './unreadable-sheet.ts';

/** Rows of cells pack to a tenth or a fiftieth; what packs to less than a four hundredth and is large holds nothing. */
const MOST_DENSE = 400;
const SUSPECT_BYTES = 64 * 1024 * 1024;

/** One part of a packed file; sizes as the directory states them (they may lie). */
export interface ZipPart {
  name: string;
  flags: number;
  method: number;
  /** Time and date of the directory, kept when the part is copied. */
  time: number;
  crc: number;
  packed: number;
  unpacked: number;
  /** Where the packed bytes begin in the file. */
  start: number;
  /** The directory names it more than once, so that readers would disagree on what it holds: it is never opened. */
  twice: boolean;
}

/** The parts of a packed file by name; names are only keys, whatever path they pretend to be. Throws `UnreadableSheet`: damaged, encrypted, bomb. */
export function zipParts(bytes: Uint8Array): Map<string, ZipPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) throw new UnreadableSheet('sheet.damaged', { detail: 'directory' });
  const { count, first } = directoryOf(view, end);
  let p = first;
  const out = new Map<string, ZipPart>();
  const sum = { packed: 0, unpacked: 0 };
  for (let i = 0; i < Math.min(count, 20_000); i += 1) {
    if (p + 46 > bytes.length || view.getUint32(p, true) !== 0x02014b50)
      throw new UnreadableSheet('sheet.damaged', { detail: 'directory' });
    const nameLength = view.getUint16(p + 28, true);
    const extra = p + 46 + nameLength;
    const size = sizesOf(view, p, extra, Math.min(bytes.length, extra + view.getUint16(p + 30, true)));
    const { header, packed, unpacked } = size;
    const flags = view.getUint16(p + 8, true);
    if ((flags & 1) !== 0) throw new UnreadableSheet('sheet.encrypted', { kind: 'zip' });
    if (header + 30 > bytes.length) throw new UnreadableSheet('sheet.damaged', { detail: 'header' });
    const name = new TextDecoder().decode(bytes.subarray(p + 46, p + 46 + nameLength)).replaceAll('\\', '/');
    sum.packed += packed;
    sum.unpacked += unpacked;
    out.set(name, {
      name,
      flags,
      method: view.getUint16(p + 10, true),
      time: view.getUint32(p + 12, true),
      crc: view.getUint32(p + 16, true),
      packed,
      unpacked,
      twice: out.has(name),
      start: header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true),
    });
    p = extra + view.getUint16(p + 30, true) + view.getUint16(p + 32, true);
  }
  // Parts that share their bytes are how a small file unpacks to more than any disk holds.
  if (sum.packed > bytes.length) throw new UnreadableSheet('sheet.damaged', { detail: 'sizes' });
  if (sum.unpacked > MAX_UNPACKED_BYTES) throw new UnreadableSheet('sheet.bomb', { limit: MAX_UNPACKED_BYTES });
  return out;
}

const FULL = 0xffff_ffff;

/** Where the directory begins and how many parts it lists; by the record of ZIP64 where the plain one is full. */
function directoryOf(view: DataView, end: number): { count: number; first: number } {
  const count = view.getUint16(end + 10, true);
  const first = view.getUint32(end + 16, true);
  const locator = end - 20;
  if ((count !== 0xffff && first !== FULL) || locator < 0 || view.getUint32(locator, true) !== 0x07064b50)
    return { count, first };
  const record = Number(view.getBigUint64(locator + 8, true));
  if (record + 56 > view.byteLength || view.getUint32(record, true) !== 0x06064b50)
    throw new UnreadableSheet('sheet.damaged', { detail: 'directory' });
  return {
    count: Number(view.getBigUint64(record + 32, true)),
    first: Number(view.getBigUint64(record + 48, true)),
  };
}

/** Sizes and place of a part; those that are full stand in the extra field of ZIP64, as programs that write without looking back do. */
function sizesOf(view: DataView, p: number, from: number, to: number) {
  const plain = [view.getUint32(p + 24, true), view.getUint32(p + 20, true), view.getUint32(p + 42, true)];
  for (let at = from; plain.includes(FULL) && at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const [i, value] of plain.entries()) {
      if (value !== FULL || next + 8 > to) continue;
      plain[i] = Number(view.getBigUint64(next, true));
      next += 8;
    }
    break;
  }
  const [unpacked = 0, packed = 0, header = 0] = plain;
  return { unpacked, packed, header };
}

function endRecord(view: DataView): number {
  for (let p = view.byteLength - 22; p >= Math.max(0, view.byteLength - 66_000); p -= 1) {
    if (view.getUint32(p, true) === 0x06054b50) return p;
  }
  return -1;
}

/** The packed bytes of a part. */
export const packedBytes = (bytes: Uint8Array, part: ZipPart): Uint8Array =>
  bytes.subarray(part.start, Math.min(bytes.length, part.start + part.packed));

/** A part unpacked whole, within the limit whatever the directory says. Throws `UnreadableSheet`: bomb, damaged. */
export function unpack(bytes: Uint8Array, part: ZipPart, limit = MAX_HELD_BYTES): Uint8Array {
  const packed = packedBytes(bytes, part);
  if (part.twice) throw damaged(part);
  if (part.unpacked > limit) throw new UnreadableSheet('sheet.bomb', { limit });
  let out = packed;
  if (part.method === 8) {
    try {
      out = inflateRawSync(packed, { maxOutputLength: limit });
    } catch (error) {
      const big = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
      throw big ? new UnreadableSheet('sheet.bomb', { limit }) : damaged(part);
    }
  } else if (part.method !== 0) throw damaged(part);
  if (crc32(out) !== part.crc) throw damaged(part);
  return out;
}

const damaged = (part: ZipPart): UnreadableSheet => new UnreadableSheet('sheet.damaged', { detail: part.name });

/** A part unpacked piece by piece, so that memory stays bounded; checks size and checksum on the way. */
export async function* unpackPieces(
  bytes: Uint8Array,
  part: ZipPart,
  limit = MAX_PART_BYTES,
): AsyncGenerator<Uint8Array, void, undefined> {
  const packed = packedBytes(bytes, part);
  if (part.twice) throw damaged(part);
  if (part.method !== 8) {
    if (part.method !== 0 || crc32(packed) !== part.crc) throw damaged(part);
    yield packed;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  inflate.end(packed);
  let size = 0;
  let sum = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Uint8Array>) {
      size += piece.length;
      if (size > limit || (size > SUSPECT_BYTES && size > packed.length * MOST_DENSE))
        throw new UnreadableSheet('sheet.bomb', { limit });
      // The directory has said how much a part is, and by that the whole was let in.
      if (size > part.unpacked) throw damaged(part);
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    throw error instanceof UnreadableSheet ? error : damaged(part);
  } finally {
    inflate.destroy();
  }
  if (sum !== part.crc) throw damaged(part);
}
