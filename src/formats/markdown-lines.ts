import type { TextBuilder } from './text-builder.ts';

interface Char {
  c: string;
  at: number;
}

/** Reads Markdown line by line: headings, lists, tables, quotes, emphasis, links. HTML between the lines comes from elsewhere. */
export class MarkdownLines {
  private line: Char[] = [];
  private paragraph = false;
  private table: { row: number } | null = null;
  private tables = 10_000;
  private readonly out: TextBuilder;

  constructor(out: TextBuilder) {
    this.out = out;
  }

  character(c: string, at: number): void {
    if (c === '\n') this.endLine();
    else this.line.push({ c, at });
  }

  /** Ends the line and the paragraph that are open. */
  finish(): void {
    this.endLine();
    this.endParagraph();
  }

  private endLine(): void {
    const line = this.line;
    this.line = [];
    const text = line.map((x) => x.c).join('');
    const heading = /^\s{0,3}(#{1,6})\s+/.exec(text);
    if (/^\s*$/.test(text)) return this.endParagraph();
    if (heading)
      return this.block(
        'heading',
        line.slice(heading[0].length),
        (heading[1] ?? '').length,
        /\s+#+\s*$/.exec(text)?.[0].length ?? 0,
      );
    if (/^\s*([-*_=])(\s*\1){2,}\s*$/.test(text) || /^\s*(```|~~~)/.test(text)) return this.endParagraph();
    if (/^\s*\|.*\|\s*$/.test(text)) return this.row(line, text);
    const bullet = /^\s*[-*+]\s+/.exec(text) ?? /^\s*(?=\d{1,3}[.)]\s)/.exec(text);
    if (bullet) {
      this.block('item', line.slice(bullet[0].length));
      return;
    }
    const quote = /^\s{0,3}>\s?/.exec(text);
    this.text(quote ? line.slice(quote[0].length) : line);
  }

  /** A line of a paragraph goes on in the same block unless the line before it ended a sentence. */
  private text(line: Char[]): void {
    if (this.paragraph && /[。！？；：!?;:”）)]/.test(this.out.last)) this.endParagraph();
    if (this.paragraph) this.out.unit('\n', line[0]?.at ?? 0);
    else this.out.begin({ kind: 'paragraph' });
    this.paragraph = true;
    this.inline(line);
  }

  private block(kind: 'heading' | 'item', line: Char[], level?: number, cut = 0): void {
    this.endParagraph();
    this.out.begin({ kind, ...(level === undefined ? {} : { level }) });
    this.inline(cut > 0 ? line.slice(0, line.length - cut) : line);
    this.out.close();
  }

  private row(line: Char[], text: string): void {
    if (this.paragraph) this.endParagraph();
    if (/^\s*\|[\s:|-]+\|\s*$/.test(text)) return;
    if (this.table === null) {
      this.table = { row: 0 };
      this.tables += 1;
    }
    const first = text.indexOf('|');
    let column = 0;
    let from = first + 1;
    for (let k = first + 1; k < line.length; k += 1) {
      if (line[k]?.c !== '|' || line[k - 1]?.c === '\\') continue;
      this.out.begin({
        kind: 'cell',
        table: { table: this.tables, row: this.table.row, column, columnSpan: 1, rowSpan: 1 },
      });
      this.inline(line.slice(from, k));
      this.out.close();
      column += 1;
      from = k + 1;
    }
    this.table.row += 1;
  }

  private endParagraph(): void {
    if (this.paragraph) this.out.close();
    this.paragraph = false;
    this.table = null;
  }

  /** Leaves out the signs of emphasis, links and images; the words stay. */
  private inline(line: Char[]): void {
    const text = line.map((x) => x.c).join('');
    const put = (from: number, to: number): void => {
      for (let k = from; k < to; k += 1) this.out.unit(line[k]?.c ?? '', line[k]?.at ?? 0);
    };
    let done = 0;
    let bold = -1;
    for (const m of text.matchAll(INLINE)) {
      put(done, m.index);
      done = m.index + m[0].length;
      if (m[2] !== undefined) put(m.index + 1, m.index + 1 + m[2].length);
      else if (m[3] !== undefined) put(m.index + 1, m.index + 2);
      else if (m[4] !== undefined && bold < 0) bold = this.out.position;
      else if (m[4] !== undefined) {
        this.out.marks.push({ kind: 'bold', start: bold, end: this.out.position });
        bold = -1;
      }
    }
    put(done, line.length);
  }
}

// 1 image, 2 link, 3 escaped sign, 4 bold; single * and ` are dropped.
const INLINE =
  /!\[([^\]]{0,200})\]\([^)\s]{0,2000}[^)]{0,200}\)|\[([^\]]{1,300})\]\([^)\s]{0,2000}[^)]{0,200}\)|\\([\\`*_{}[\]()#+\-.!|>~])|(\*\*|__)|\*(?=\S)|(?<=\S)\*|`/g;
