import type { Block, Mark } from '../core/document/source.ts';
import { MarkdownLines } from './markdown-lines.ts';
import { TextBuilder } from './text-builder.ts';
import { TableShape } from './table-shape.ts';

const words = (text: string): Set<string> => new Set(text.split(' '));
const VOID = words(
  'area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen',
);
const BLOCK = words(
  'p div h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tfoot tr td th caption section article header footer nav aside main blockquote pre dl dt dd figure figcaption form fieldset address center body html head hgroup details summary',
);
const HIDDEN = words(
  'head object svg math select option button template canvas audio video map textarea datalist dialog',
);
const CHROME = words('nav footer aside');
const CHROME_NAME =
  /(^|[\s_-])(nav|navbar|menu|foot|footer|bottom|breadcrumb|crumbs?|share|sharing|bdshare\w*|sidebar|related|recommend\w*|copyright|advert\w*|pagination|pager|comments?|qrcode|appendqr\w*|toolbar|login|search|editor|article-editor|hot-?news|position|location|friend-?links?|links)([\s_-]|$)/i;
const FORMAT: Record<string, Mark['kind']> = { b: 'bold', strong: 'bold', i: 'italic', em: 'italic', u: 'underline' };

interface Open {
  tag: string;
  hidden: boolean;
  chrome: boolean;
  align: Block['align'] | undefined;
  mark: { kind: Mark['kind']; start: number } | null;
}

/** Turns tags and characters into blocks of visible text. Tags that do not match are forgiven. */
export class HtmlBlocks {
  private readonly out = new TextBuilder();
  private readonly stack: Open[] = [];
  private readonly tables = new TableShape();
  private readonly lines: MarkdownLines | null;
  private hidden = 0;
  private chrome = 0;
  private blockDepth = 0;
  private linkDepth = 0;
  private linked = 0;
  private breakAt = -1;
  /** Indexes of blocks that are little but links. */
  private readonly linkBlocks: number[] = [];

  constructor(markdown: boolean) {
    this.lines = markdown ? new MarkdownLines(this.out) : null;
  }

  get blocks(): Block[] {
    return this.out.blocks;
  }

  get marks(): Mark[] {
    return this.out.marks;
  }

  startTag(tag: string, attrs: Map<string, string>, at: number, selfClosing: boolean): void {
    if (tag === 'br' || tag === 'hr') return this.lineBreak(tag, at);
    if (tag === 'img') return this.image(attrs);
    if (VOID.has(tag)) return;
    if (BLOCK.has(tag)) {
      this.closeBlock();
      this.closeImplied(tag);
      this.blockDepth += 1;
    }
    if (this.stack.length >= 1000) return;
    const style = attrs.get('style') ?? '';
    const hidden =
      HIDDEN.has(tag) ||
      attrs.has('hidden') ||
      attrs.get('aria-hidden') === 'true' ||
      /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
    const chrome = CHROME.has(tag) || (BLOCK.has(tag) && isChromeName(attrs));
    const kind = FORMAT[tag];
    this.stack.push({
      tag,
      hidden,
      chrome,
      align: alignOf(tag, attrs, style),
      mark: kind ? { kind, start: this.out.position } : null,
    });
    this.hidden += hidden ? 1 : 0;
    this.chrome += chrome ? 1 : 0;
    this.linkDepth += tag === 'a' ? 1 : 0;
    this.tables.start(tag, attrs);
    if (selfClosing && !BLOCK.has(tag)) this.endTag(tag);
  }

  endTag(tag: string): void {
    if (VOID.has(tag)) return;
    const floor = this.stack.length - 2000;
    for (let k = this.stack.length - 1; k >= 0 && k > floor; k -= 1) {
      if (this.stack[k]?.tag !== tag) continue;
      while (this.stack.length > k) this.pop();
      return;
    }
  }

  character(char: string, at: number): void {
    if (this.hidden > 0) return;
    if (this.lines !== null && this.blockDepth === 0) {
      this.lines.character(char, at);
      return;
    }
    const blank = char === ' ' || char === '\n' || char === '\t' || char === '\r';
    if (this.breakAt >= 0 && !blank) this.afterBreak(char);
    if (!blank && !this.out.isOpen) this.open();
    if (!blank && this.linkDepth > 0) this.linked += 1;
    this.out.unit(char, at);
  }

  finish(end: number): { text: string; offsets: Uint32Array } {
    this.closeBlock();
    while (this.stack.length > 0) this.pop();
    this.lines?.finish();
    const finished = this.out.finish(end);
    this.markNavigation();
    this.tables.settle(this.out.blocks);
    return finished;
  }

  /** Adds a heading whose units stand at a known place (a title in front matter). */
  heading(text: string, at: number): void {
    this.out.begin({ kind: 'heading', level: 1 });
    for (let k = 0; k < text.length; k += 1) this.out.unit(text.charAt(k), at + k);
    this.out.close();
  }

  private pop(): void {
    const top = this.stack.pop();
    if (top === undefined) return;
    if (BLOCK.has(top.tag)) {
      this.closeBlock();
      this.blockDepth = Math.max(0, this.blockDepth - 1);
    }
    this.hidden -= top.hidden ? 1 : 0;
    this.chrome -= top.chrome ? 1 : 0;
    this.linkDepth -= top.tag === 'a' ? 1 : 0;
    if (top.mark !== null && this.out.position > top.mark.start)
      this.out.marks.push({ ...top.mark, end: this.out.position });
    this.tables.end(top.tag);
  }

  /** A new p, li, tr, td ends an open one of its kind, as browsers do. */
  private closeImplied(tag: string): void {
    const ends = IMPLIED[tag];
    if (ends === undefined) {
      if (this.stack.at(-1)?.tag === 'p') this.pop();
      return;
    }
    for (let k = this.stack.length - 1; k >= 0 && k > this.stack.length - 50; k -= 1) {
      const open = this.stack[k]?.tag ?? '';
      if (ends.has(open)) {
        while (this.stack.length > k) this.pop();
        return;
      }
      if (open === 'table' || open === 'ul' || open === 'ol' || (BLOCK.has(open) && tag === 'p')) return;
    }
  }

  private open(): void {
    const inside = this.stack.findLast((o) => /^(h[1-6]|li|td|th|pre)$/.test(o.tag))?.tag ?? '';
    const level = /^h[1-6]$/.test(inside) ? Number(inside.slice(1)) : null;
    const align = this.stack.findLast((o) => o.align !== undefined)?.align;
    const table = this.tables.cell();
    const kind: Block['kind'] =
      this.chrome > 0 ? 'chrome' : level !== null ? 'heading' : inside === 'li' ? 'item' : 'paragraph';
    this.out.begin({
      kind,
      ...(level === null ? {} : { level }),
      ...(align ? { align } : {}),
      ...(table && kind !== 'chrome' ? { table } : {}),
    });
    this.linked = 0;
  }

  private closeBlock(): void {
    if (this.lines !== null && this.blockDepth === 0) this.lines.finish();
    this.breakAt = -1;
    const length = this.out.blockLength;
    const before = this.out.blocks.length;
    this.out.close();
    const block = this.out.blocks[before];
    if (block === undefined || (block.kind !== 'item' && block.kind !== 'paragraph')) return;
    if (length < 60 && this.linked > length * 0.8) this.linkBlocks.push(before);
  }

  /** Three blocks in a row that are little but links are navigation. */
  private markNavigation(): void {
    const isLink = new Set(this.linkBlocks);
    for (const k of this.linkBlocks) {
      const run = [-2, -1, 0].some((d) => [0, 1, 2].every((n) => isLink.has(k + d + n)));
      const block = this.out.blocks[k];
      if (run && block !== undefined) block.kind = 'chrome';
    }
  }

  private lineBreak(tag: string, at: number): void {
    if (this.lines !== null && this.blockDepth === 0) return this.lines.character('\n', at);
    if (tag === 'hr') return this.closeBlock();
    if (this.breakAt >= 0) return this.closeBlock();
    if (this.out.hasText) this.breakAt = at;
  }

  /** After a `<br>`: a new block, unless a line was only broken in the middle of a sentence. */
  private afterBreak(next: string): void {
    const at = this.breakAt;
    this.breakAt = -1;
    const inSentence =
      this.out.blockLength >= 25 && /[\p{L}\p{N}，、,（“]/u.test(this.out.last) && !/[\s\u3000\u00a0]/.test(next);
    if (inSentence) this.out.unit('\n', at);
    else this.closeBlock();
  }

  private image(attrs: Map<string, string>): void {
    if (this.hidden > 0) return;
    const alt = attrs.get('alt')?.trim() ?? '';
    if (this.out.isOpen || alt === '') return;
    this.out.begin({ kind: 'image', alt });
    this.out.close();
  }
}

const IMPLIED: Record<string, Set<string>> = {
  li: words('li'),
  p: words('p'),
  tr: words('tr td th'),
  td: words('td th'),
  th: words('td th'),
  dt: words('dt dd'),
  dd: words('dt dd'),
};

function isChromeName(attrs: Map<string, string>): boolean {
  const name = `${attrs.get('class') ?? ''} ${attrs.get('id') ?? ''}`;
  return name.length > 1 && name.length < 200 && CHROME_NAME.test(name);
}

function alignOf(tag: string, attrs: Map<string, string>, style: string): Block['align'] | undefined {
  const value = (
    /text-align\s*:\s*(\w+)/i.exec(style)?.[1] ??
    attrs.get('align') ??
    attrs.get('class') ??
    ''
  ).toLowerCase();
  if (tag === 'center' || value === 'center') return 'center';
  if (value === 'right') return 'right';
  return value === 'left' ? 'left' : undefined;
}
