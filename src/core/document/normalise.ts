import { kindOf, widen } from './characters.ts';
import type { Debris } from './debris.ts';
import type { Simplify } from './simplify.ts';
import { isThousandGap, isSpaced } from './spacing.ts';

const COMMA = 0xff0c;
const STOP = 0x3002;
const BREAK = 10;

/** Writes the plain text and where each unit of it stands, block by block, in one pass over buffers of fixed size. */
export class Normaliser {
  length = 0;
  private readonly out: Uint16Array;
  private readonly at: Uint32Array;
  private readonly text: string;
  private readonly simplify: Simplify;
  private readonly debris: Debris;
  private blockStart = 0;
  private openQuote = false;
  private lastBreak = 0;

  constructor(text: string, simplify: Simplify, debris: Debris) {
    this.text = text;
    this.simplify = simplify;
    this.debris = debris;
    // One unit for one, and a line break after each block: never more than the text and its end.
    this.out = new Uint16Array(text.length * 2 + 2);
    this.at = new Uint32Array(text.length * 2 + 3);
  }

  /** Adds the text from..to. */
  block(from: number, to: number): void {
    const { text } = this;
    this.blockStart = this.length;
    this.lastBreak = this.length;
    this.openQuote = false;
    const spaced = isSpaced(text, from, to);
    for (let i = from; i < to; i += 1) {
      const code = text.charCodeAt(i);
      const drop = this.debris.drop?.[i] ?? 0;
      if (drop !== 0) {
        if (drop === 2) this.lineBreak(i);
      } else if (this.debris.replace.size > 0 && this.debris.replace.has(i))
        this.other(this.debris.replace.get(i)?.charCodeAt(0) ?? 32, i, to);
      else if (code >= 0x4e00 && code <= 0x9fff) this.han(i);
      else if (isBlank(code)) i = this.blanks(i, to, spaced) - 1;
      else this.other(code, i, to);
    }
  }

  /** Ends a block: sentences never go over it. */
  boundary(at: number): void {
    if (this.length > 0 && this.out[this.length - 1] !== BREAK) this.push(BREAK, at);
  }

  finish(): { plain: string; at: Uint32Array } {
    const parts: string[] = [];
    for (let i = 0; i < this.length; i += 8192)
      parts.push(String.fromCharCode(...this.out.subarray(i, Math.min(i + 8192, this.length))));
    const at = this.at.slice(0, this.length + 1);
    at[this.length] = this.text.length;
    return { plain: parts.join(''), at };
  }

  private push(code: number, at: number): void {
    this.out[this.length] = code;
    this.at[this.length] = at;
    this.length += 1;
  }

  private last(): number {
    return this.length > this.blockStart ? (this.out[this.length - 1] ?? 0) : 0;
  }

  private lineBreak(at: number): void {
    if (this.length > this.blockStart && this.last() !== BREAK) this.push(BREAK, at);
    this.lastBreak = this.length;
  }

  private han(i: number): void {
    const { text } = this;
    this.push(this.simplify(text.charAt(i), text.charAt(i + 1), text.charAt(i - 1)).charCodeAt(0), i);
  }

  /** A run of blanks: kept between Latin words, a sentence's end in a text that has no other, else left out. Answers where the run ends. */
  private blanks(from: number, to: number, spaced: boolean): number {
    const { text } = this;
    let end = from;
    while (end < to && isBlank(text.charCodeAt(end))) end += 1;
    if (end >= to || this.length === this.blockStart) return end;
    const before = kindOf(this.last());
    const after = kindOf(text.charCodeAt(end));
    if ((before === 'latin' || before === 'digit') && (after === 'latin' || after === 'digit')) {
      if (before === 'digit' && after === 'digit' && isThousandGap(text, from, end)) return end;
      this.push(32, from);
    } else if (before === 'han' && after !== 'mark' && after !== 'other') {
      const wide = (end - from >= 2 || text.charCodeAt(from) === 0x3000) && !this.inSentence();
      const long = this.length - this.lastBreak;
      if ((spaced && long >= 4) || (wide && long >= 10 && !text.slice(from, end).includes('\n'))) this.lineBreak(from);
    }
    return end;
  }

  /** Whether a clause has ended since the last break or full stop, so that what is being written is a sentence, no title. */
  private inSentence(): boolean {
    for (let i = this.length - 1; i >= this.lastBreak && i >= this.length - 200; i -= 1) {
      if (this.out[i] === STOP) return false;
      if (this.out[i] === COMMA) return true;
    }
    return false;
  }

  private other(code: number, i: number, to: number): void {
    if (code === 0x22) {
      this.push(this.openQuote ? 0x201d : 0x201c, i);
      this.openQuote = !this.openQuote;
      return;
    }
    if (code === 0xfffd || code < 0x20 || isInvisible(code)) {
      if (code === 0xfffd) this.push(code, i);
      return;
    }
    const wide = widen(this.text, i, code, this.last(), to);
    if (isBlank(wide)) return;
    const last = this.last();
    if (wide === COMMA && (last === COMMA || last === STOP || last === 0xff1b || last === 0x3001)) return;
    if (wide === STOP && last === STOP) return;
    if ((wide === STOP || wide === 0x3001) && last === COMMA) {
      this.out[this.length - 1] = wide;
      return;
    }
    this.push(wide, i);
  }
}

function isBlank(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f
  );
}

/** Marks that show nothing: zero-width blanks and joiners, soft hyphens, byte order marks, direction marks. */
function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    code === 0xfeff ||
    code === 0xad ||
    (code >= 0xfe00 && code <= 0xfe0f)
  );
}
