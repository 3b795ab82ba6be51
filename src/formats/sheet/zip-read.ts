import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { MAX_HELD_BYTES, MAX_PART_BYTES } from './limits.ts';
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
}

/** The parts of a packed file by name. Throws `UnreadableSheet`: damaged, encrypted. */
export function zipParts(bytes: Uint8Array): Map<string, ZipPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) throw new UnreadableSheet('sheet.damaged', { detail: 'directory' });
  const count = view.getUint16(end + 10, true);
  let p = view.getUint32(end + 16, true);
  const out = new Map<string, ZipPart>();
  for (let i = 0; i < Math.min(count, 20_000); i += 1) {
    if (p + 46 > bytes.length || view.getUint32(p, true) !== 0x02014b50)
      throw new UnreadableSheet('sheet.damaged', { detail: 'directory' });
    const nameLength = view.getUint16(p + 28, true);
    const header = view.getUint32(p + 42, true);
    const flags = view.getUint16(p + 8, true);
    if ((flags & 1) !== 0) throw new UnreadableSheet('sheet.encrypted', { kind: 'zip' });
    if (header + 30 > bytes.length) throw new UnreadableSheet('sheet.damaged', { detail: 'header' });
    const name = new TextDecoder().decode(bytes.subarray(p + 46, p + 46 + nameLength)).replaceAll('\\', '/');
    out.set(name, {
      name,
      flags,
      method: view.getUint16(p + 10, true),
      time: view.getUint32(p + 12, true),
      crc: view.getUint32(p + 16, true),
      packed: view.getUint32(p + 20, true),
      unpacked: view.getUint32(p + 24, true),
      start: header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true),
    });
    p += 46 + nameLength + view.getUint16(p + 30, true) + view.getUint16(p + 32, true);
  }
  return out;
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
