import { TextDecoder } from 'node:util';
import { UnreadableSheet } from './unreadable-sheet.ts';
import { Utf8Pieces } from './utf8-pieces.ts';

/**
 * Decodes pieces of an XML part as text: UTF-8, or UTF-16 by its mark. Damaged text throws `UnreadableSheet`, never U+FFFD.
 * `tagsOnly` is for reading tags and nothing else: faster, but of UTF-8 only the ASCII comes out right, and damage is not seen.
 */
export async function* textPieces(
  pieces: AsyncIterable<Uint8Array>,
  tagsOnly = false,
): AsyncGenerator<string, void, undefined> {
  let decoder: Decoder | null = null;
  try {
    for await (const piece of pieces) {
      decoder ??= decoderOf(piece, tagsOnly);
      const text = decoder.decode(piece);
      // No XML has it, and no text that is kept.
      if (text.includes('\0')) throw new UnreadableSheet('sheet.damaged', { detail: 'text' });
      if (text !== '') yield text;
    }
    const rest = decoder?.end() ?? '';
    if (rest !== '') yield rest;
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableSheet('sheet.damaged', { detail: 'text' });
    throw error;
  }
}

type Decoder = Pick<Utf8Pieces, 'decode' | 'end'>;

function decoderOf(first: Uint8Array, tagsOnly: boolean): Decoder {
  const encoding = encodingOf(first);
  if (encoding === 'utf-8' && tagsOnly)
    return { decode: (piece) => Buffer.from(piece).toString('latin1'), end: () => '' };
  if (encoding === 'utf-8') return new Utf8Pieces();
  const wide = new TextDecoder(encoding, { fatal: true });
  return { decode: (piece) => wide.decode(piece, { stream: true }), end: () => wide.decode() };
}

/** One part of XML as text. */
export function xmlText(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableSheet('sheet.damaged', { detail: 'text' });
  }
}

function encodingOf(piece: Uint8Array): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
  return piece[0] === 0xfe && piece[1] === 0xff ? 'utf-16be' : 'utf-8';
}
