import { TextDecoder } from 'node:util';
import { UnreadableSheet } from './unreadable-sheet.ts';

/** Decodes pieces of an XML part as text: UTF-8, or UTF-16 by its mark. Damaged text throws `UnreadableSheet`, never U+FFFD. */
export async function* textPieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let decoder: TextDecoder | null = null;
  try {
    for await (const piece of pieces) {
      decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
      const text = decoder.decode(piece, { stream: true });
      if (text !== '') yield text;
    }
    const rest = decoder?.decode() ?? '';
    if (rest !== '') yield rest;
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableSheet('sheet.damaged', { detail: 'text' });
    throw error;
  }
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
