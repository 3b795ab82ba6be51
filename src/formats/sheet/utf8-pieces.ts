import { isUtf8 } from 'node:buffer';

/**
 * Decodes UTF-8 as it comes, as TextDecoder with `fatal` does and several times as fast: a mark at the beginning is left out, damage
 * throws a TypeError, a character may be cut by the end of a piece.
 */
export class Utf8Pieces {
  private left: Uint8Array = new Uint8Array();
  private first = true;

  decode(piece: Uint8Array): string {
    const bytes = this.left.length === 0 ? asBuffer(piece) : Buffer.concat([this.left, piece]);
    const end = wholeEnd(bytes);
    this.left = bytes.subarray(end);
    return this.text(bytes.subarray(0, end));
  }

  /** What is left over at the end; half a character is damage. */
  end(): string {
    return this.text(asBuffer(this.left));
  }

  private text(bytes: Buffer): string {
    if (!isUtf8(bytes)) throw new TypeError('not UTF-8');
    const text = bytes.toString('utf8');
    const marked = this.first && text.charCodeAt(0) === 0xfeff;
    if (text !== '') this.first = false;
    return marked ? text.slice(1) : text;
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

/** Where the last whole character ends. */
function wholeEnd(bytes: Uint8Array): number {
  const size = bytes.length;
  for (let back = 1; back <= Math.min(3, size); back += 1) {
    const byte = bytes[size - back] ?? 0;
    if (byte < 0x80) return size;
    // The first byte of a character says how many it has.
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? size - back : size;
  }
  return size;
}

const PIECE = 256 * 1024;

/** A text as UTF-8 piece by piece, for those that have hundreds of megabytes. */
export async function* utf8Of(text: string): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = at + PIECE;
    // Never between the halves of a character.
    if ((text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end -= 1;
    yield await Promise.resolve(Buffer.from(text.slice(at, end)));
  }
}
