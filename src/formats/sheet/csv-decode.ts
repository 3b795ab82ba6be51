import { TextDecoder } from 'node:util';
import { isUtf16 } from '../sniff.ts';
import { withoutNul } from './storable.ts';
import { UnreadableSheet } from './unreadable-sheet.ts';
import { Utf8Pieces } from './utf8-pieces.ts';

/** Text of a csv piece by piece, with the encoding once it is known (null: only ASCII so far, which is UTF-8). */
export interface CsvText {
  encoding: string | null;
  pieces: AsyncGenerator<string, void, undefined>;
}

/** What the first bytes say of the encoding; null where they are ASCII alone. */
export function csvEncoding(head: Uint8Array): string | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const wide = isUtf16(head);
  if (wide !== null) return wide;
  if (isAscii(head)) return null;
  // A piece may end inside a character, so only what must be wrong counts.
  for (const encoding of ['utf-8', 'gb18030']) if (fits(head, encoding)) return encoding;
  throw new UnreadableSheet('sheet.encoding', { row: firstStrange(head) });
}

function fits(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const isAscii = (bytes: Uint8Array): boolean => {
  for (const b of bytes) if (b > 127) return false;
  return true;
};

/** The line (from 1) of the first byte that is no ASCII. */
function firstStrange(bytes: Uint8Array): number {
  let line = 1;
  for (const b of bytes) {
    if (b > 127) return line;
    if (b === 10) line += 1;
  }
  return line;
}

/**
 * Decodes a csv as it comes. While only ASCII has come the encoding stays open; the first piece with other bytes
 * decides. Bytes that do not fit the encoding throw `UnreadableSheet`: no character is ever replaced.
 */
export async function* decodeCsv(
  pieces: AsyncIterable<Uint8Array>,
  given: string | null,
  told: (encoding: string) => void,
): AsyncGenerator<string, void, undefined> {
  let decoder: Pick<Utf8Pieces, 'decode' | 'end'> | null = null;
  let lines = 1;
  for await (const piece of pieces) {
    if (decoder === null) {
      const encoding: string | null = given ?? csvEncoding(piece);
      if (encoding === null) {
        const text = withoutNul(Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('latin1'));
        yield text;
        lines += countLines(text);
        continue;
      }
      told(encoding);
      decoder = decoderOf(encoding);
    }
    const text = decodePiece(decoder, piece, lines);
    lines += countLines(text);
    if (text !== '') yield text;
  }
  const rest = decoder === null ? '' : decodePiece(decoder, null, lines);
  if (rest !== '') yield rest;
}

function decoderOf(encoding: string): Pick<Utf8Pieces, 'decode' | 'end'> {
  if (encoding === 'utf-8') return new Utf8Pieces();
  const other = new TextDecoder(encoding, { fatal: true });
  return { decode: (piece) => other.decode(piece, { stream: true }), end: () => other.decode() };
}

function decodePiece(decoder: Pick<Utf8Pieces, 'decode' | 'end'>, piece: Uint8Array | null, lines: number): string {
  try {
    return withoutNul(piece === null ? decoder.end() : decoder.decode(piece));
  } catch {
    throw new UnreadableSheet('sheet.encoding', { row: lines });
  }
}

function countLines(text: string): number {
  let n = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) n += 1;
  return n;
}
