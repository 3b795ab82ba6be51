/** A Huffman table of a JPEG: for each 16 bits ahead the symbol and, in the upper byte, the length of its code; 0: no code. */
export type Codes = Uint16Array;

/** Builds a table from the 16 counts and the symbols of a DHT segment (ITU-T T.81, annex C). */
export function codesOf(counts: Uint8Array, symbols: Uint8Array): Codes {
  const codes = new Uint16Array(65_536);
  let code = 0;
  let k = 0;
  for (let length = 1; length <= 16; length += 1) {
    for (let n = counts[length - 1] ?? 0; n > 0; n -= 1, code += 1, k += 1) {
      const from = code << (16 - length);
      codes.fill((length << 8) | (symbols[k] ?? 0), from, from + (1 << (16 - length)));
    }
    code <<= 1;
  }
  return codes;
}

/** Reads the bits of a scan; past its end come zeros. */
export class JpegBits {
  private readonly bytes: Uint8Array;
  private at: number;
  private held = 0;
  private count = 0;
  /** Bytes of zeros that were made up since the last restart: many of them say that the scan broke off. */
  missing = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  private fill(): void {
    while (this.count <= 24) {
      let byte = this.bytes[this.at] ?? 0;
      if (this.at >= this.bytes.length) this.missing += 1;
      else if (byte !== 0xff) this.at += 1;
      else if (this.bytes[this.at + 1] === 0) this.at += 2;
      else {
        // A marker: nothing more until the next restart.
        byte = 0;
        this.missing += 1;
      }
      this.held = (this.held << 8) | byte;
      this.count += 8;
    }
  }

  /** The next symbol. */
  symbol(codes: Codes): number {
    if (this.count < 16) this.fill();
    const found = codes[(this.held >>> (this.count - 16)) & 0xffff] ?? 0;
    // What is no code moves on all the same, so that garbage ends.
    this.count -= found >> 8 || 16;
    return found & 0xff;
  }

  /** The next bits as a signed number (T.81, F.2.2.1). */
  signed(bits: number): number {
    if (bits === 0) return 0;
    if (this.count < bits) this.fill();
    this.count -= bits;
    const value = (this.held >>> this.count) & ((1 << bits) - 1);
    return value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value;
  }

  /** Leaves bits out. */
  skip(bits: number): void {
    if (this.count < bits) this.fill();
    this.count -= bits;
  }

  /** Goes on after the next restart marker; false: there is none here. */
  restart(): boolean {
    this.held = 0;
    this.count = 0;
    let p = this.at;
    while (p + 1 < this.bytes.length && !(this.bytes[p] === 0xff && (this.bytes[p + 1] ?? 0) !== 0)) p += 1;
    while (this.bytes[p + 1] === 0xff) p += 1;
    const marker = this.bytes[p + 1] ?? 0;
    if (marker < 0xd0 || marker > 0xd7) return false;
    this.at = p + 2;
    this.missing = 0;
    return true;
  }
}
