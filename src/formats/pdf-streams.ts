import { inflateSync } from 'node:zlib';
import { MAX_UNPACKED_BYTES, UnreadableFile } from './file-problem.ts';
import { indexOfBytes } from './sniff.ts';

const STREAM = new TextEncoder().encode('stream');
const END = new TextEncoder().encode('endstream');

/** Unpacks the packed streams of a PDF once, within the limit, so that a bomb is refused before anything opens it whole. Throws `UnreadableFile`. */
export function checkPdfStreams(bytes: Uint8Array): void {
  let left = MAX_UNPACKED_BYTES;
  for (let p = indexOfBytes(bytes, STREAM); p >= 0; p = indexOfBytes(bytes, STREAM, p)) {
    const start = p + STREAM.length + (bytes[p + STREAM.length] === 13 ? 2 : 1);
    const end = indexOfBytes(bytes, END, start);
    if (end < 0) return;
    p = end + END.length;
    if (end - start < 4096 || (bytes[start] ?? 0) % 16 !== 8) continue;
    left -= unpackedSize(bytes.subarray(start, end), left);
    if (left <= 0) throw new UnreadableFile('file.bomb', { kind: 'pdf', limit: MAX_UNPACKED_BYTES });
  }
}

function unpackedSize(packed: Uint8Array, left: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: left, finishFlush: 2 }).length;
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? left : 0;
  }
}
