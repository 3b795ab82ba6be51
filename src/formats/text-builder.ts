import type { Block, Mark } from '../core/document/source.ts';

/** Grows a visible text with its blocks, its marks and, for every unit, where it stands in the decoded file. */
export class TextBuilder {
  readonly blocks: Block[] = [];
  readonly marks: Mark[] = [];
  private parts: string[] = [];
  private length = 0;
  private offsets = new Uint32Array(4096);
  private open: Omit<Block, 'start' | 'end'> | null = null;
  private start = 0;
  private pendingBlank = -1;

  /** Whether a block is open that already has text. */
  get hasText(): boolean {
    return this.open !== null && this.length > this.start;
  }

  /** Units of text in the open block. */
  get blockLength(): number {
    return this.open === null ? 0 : this.length - this.start;
  }

  /** The last unit written, or ''. */
  get last(): string {
    return this.parts.at(-1)?.at(-1) ?? '';
  }

  /** Where the next unit will stand in the text. */
  get position(): number {
    return this.length;
  }

  /** Opens a block; an open one is closed. */
  begin(block: Omit<Block, 'start' | 'end'>): void {
    this.close();
    this.open = block;
    this.start = this.length;
  }

  /** Whether a block is open. */
  get isOpen(): boolean {
    return this.open !== null;
  }

  /** Adds one unit of visible text; blanks at the start of a block and doubled blanks are left out. */
  unit(char: string, offset: number): void {
    if (this.open === null) return;
    if (char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\f') {
      if (this.length > this.start && this.pendingBlank < 0) this.pendingBlank = offset;
      return;
    }
    if (this.pendingBlank >= 0) {
      this.write(' ', this.pendingBlank);
      this.pendingBlank = -1;
    }
    this.write(char, offset);
  }

  /** Closes the open block; one without text is dropped unless it is an image. */
  close(): void {
    this.pendingBlank = -1;
    if (this.open === null) return;
    const block = { ...this.open, start: this.start, end: this.length };
    this.open = null;
    if (block.end === block.start && block.kind !== 'image') return;
    this.blocks.push(block);
    if (block.end > block.start) this.write('\n', this.length > 0 ? (this.offsets[this.length - 1] ?? 0) : 0);
  }

  /** The whole text (blocks set apart by "\n") and its offsets, one more than units. */
  finish(end: number): { text: string; offsets: Uint32Array } {
    this.close();
    const text = this.parts.join('');
    const cut = text.endsWith('\n') ? text.length - 1 : text.length;
    const offsets = this.offsets.slice(0, cut + 1);
    offsets[cut] = end;
    return { text: text.slice(0, cut), offsets };
  }

  private write(char: string, offset: number): void {
    if (this.length + 2 > this.offsets.length) {
      const grown = new Uint32Array(this.offsets.length * 2);
      grown.set(this.offsets);
      this.offsets = grown;
    }
    this.offsets[this.length] = offset;
    this.length += char.length;
    this.parts.push(char);
  }
}
