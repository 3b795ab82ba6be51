import { inflateRawSync } from 'node:zlib';
import { MAX_UNPACKED_BYTES, UnreadableFile } from './file-problem.ts';

/** One entry of a zip directory; sizes in bytes as the directory states them (they may lie). */
export interface ZipEntry {
  name: string;
  method: number;
  flags: number;
  packed: number;
  unpacked: number;
  header: number;
}

/** Entries of a zip directory, at most 10 000; an empty list where the directory is damaged. */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return [];
  const count = view.getUint16(end + 10, true);
  let p = view.getUint32(end + 16, true);
  const out: ZipEntry[] = [];
  for (let i = 0; i < Math.min(count, 10_000) && p + 46 <= bytes.length; i += 1) {
    if (view.getUint32(p, true) !== 0x02014b50) break;
    const nameLength = view.getUint16(p + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(p + 46, p + 46 + nameLength));
    out.push({
      name,
      flags: view.getUint16(p + 8, true),
      method: view.getUint16(p + 10, true),
      packed: view.getUint32(p + 20, true),
      unpacked: view.getUint32(p + 24, true),
      header: view.getUint32(p + 42, true),
    });
    p += 46 + nameLength + view.getUint16(p + 30, true) + view.getUint16(p + 32, true);
  }
  return out;
}

function findEnd(view: DataView): number {
  for (let p = view.byteLength - 22; p >= Math.max(0, view.byteLength - 66_000); p -= 1) {
    if (view.getUint32(p, true) === 0x06054b50) return p;
  }
  return -1;
}

/**
 * Unpacks the wanted entries, never more than the limit in all, whatever the directory says.
 * Throws `UnreadableFile`: zip_bomb, encrypted, damaged.
 */
export function unzipBounded(
  bytes: Uint8Array,
  want: (name: string) => boolean,
  limit = MAX_UNPACKED_BYTES,
): Map<string, Uint8Array> {
  const out = new Map<string, Uint8Array>();
  let left = limit;
  for (const entry of listZip(bytes)) {
    if (!want(entry.name)) continue;
    if ((entry.flags & 1) !== 0) throw new UnreadableFile('file.encrypted', { kind: 'zip' });
    const data = inflateEntry(bytes, entry, left, limit);
    left -= data.length;
    out.set(entry.name, data);
  }
  return out;
}

function inflateEntry(bytes: Uint8Array, entry: ZipEntry, left: number, limit: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.header + 30 > bytes.length) throw new UnreadableFile('file.damaged', { kind: 'docx' });
  const start = entry.header + 30 + view.getUint16(entry.header + 26, true) + view.getUint16(entry.header + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) {
    if (packed.length > left) throw new UnreadableFile('file.bomb', { limit });
    return packed;
  }
  if (left <= 0 || entry.unpacked > left) throw new UnreadableFile('file.bomb', { limit });
  try {
    return inflateRawSync(packed, { maxOutputLength: left });
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new UnreadableFile('file.bomb', { limit });
    throw new UnreadableFile('file.damaged', { kind: 'docx' });
  }
}
