import { endsArticle, isChromeLine } from './chrome-lines.ts';
import type { Block, SourceText } from './source.ts';
import { minutesHead } from './minutes-lines.ts';
import { splitBlocks } from './split-blocks.ts';
import { bareTitle, bigramsOf, pickTitle, shareOf } from './title.ts';

/** A source whose blocks are marked: chrome apart, the title and the section headings as headings. */
export interface ShapedSource extends SourceText {
  /** Indexes of blocks that sum up what the body says again. */
  summary: ReadonlySet<number>;
}

interface Lines {
  blocks: Block[];
  /** Text of each block, blanks collapsed, at most 400 units. */
  lines: string[];
  first: number;
  last: number;
}

/**
 * Marks what surrounds the text (navigation, footers, adverts, who edited it) as chrome, finds the title where the
 * page names none, and marks the headings of plain text; `plainOf` brings a line into Simplified script for the patterns. A full sentence is marked only where a label says what it is.
 */
export function withShape(source: SourceText, plainOf: (text: string) => string): ShapedSource {
  const blocks = splitBlocks(source.text, source.blocks);
  const lines = blocks.map((b) =>
    plainOf(source.text.slice(b.start, Math.min(b.end, b.start + 400)))
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const minutes = minutesHead(lines);
  blocks.forEach((block, i) => {
    const line = lines[i] ?? '';
    if (
      !minutes.has(i) &&
      isOpen(block) &&
      block.kind !== 'cell' &&
      isChromeLine(line) &&
      !(block.kind === 'heading' && bareTitle(line).length >= 8)
    )
      block.kind = 'chrome';
  });
  const isBody = (b: Block, i: number): boolean =>
    isOpen(b) && b.kind !== 'heading' && isSentence(lines[i] ?? '', b.end - b.start);
  const page: Lines = { blocks, lines, first: blocks.findIndex(isBody), last: blocks.findLastIndex(isBody) };
  let title = source.title;
  if (page.first >= 0) {
    title = markHead(page, source, plainOf);
    markFoot(page, isBody);
  }
  if (source.format === 'txt' || source.format === 'pdf') markSections(page);
  return { ...source, title, blocks, summary: summaries(page, source.text) };
}

const isOpen = (block: Block): boolean => block.kind !== 'chrome' && block.kind !== 'image';

/** Whether a block is running text: it ends like a sentence or is long. */
function isSentence(line: string, length: number): boolean {
  return (length >= 40 && /[。；;]/.test(line)) || (length >= 15 && /[。！][”’）)]?$/.test(line)) || length >= 80;
}

/** The title among the lines before the body; lines that repeat it or the body become headings, what is left of a web page's head chrome. */
function markHead(
  { blocks, lines, first }: Lines,
  source: SourceText,
  plainOf: (text: string) => string,
): string | null {
  const body = bigramsOf(
    blocks
      .slice(first)
      .filter(isOpen)
      .slice(0, 40)
      .map((b) => plainOf(source.text.slice(b.start, Math.min(b.end, b.start + 800))))
      .join('\n'),
  );
  const head = blocks.slice(0, first).flatMap((b, i) => (isOpen(b) && b.kind !== 'cell' ? [i] : []));
  const title =
    (source.title === null ? null : plainOf(source.title)) ??
    pickTitle(
      head.map((i) => lines[i] ?? ''),
      body,
    );
  const known = title === null ? new Set<string>() : bigramsOf(title);
  const web = source.format === 'html' || source.origin !== null || blocks.some((b) => b.kind === 'chrome');
  for (const i of head) {
    const block = blocks[i];
    const line = bareTitle(lines[i] ?? '');
    if (block === undefined || block.kind === 'heading' || block.kind === 'item') continue;
    const like = Math.max(shareOf(line, body), title === null ? 0 : shareOf(line, known));
    if (
      line === title ||
      (line.length >= 8 && like >= 0.55 && !/[:：。；]/.test(line)) ||
      /^\s*(?:——|--|原标题)/.test(lines[i] ?? '')
    ) {
      block.kind = 'heading';
      block.level = line === title ? 1 : 2;
    } else if (i === head.at(-1) && i === first - 1 && /^[\u4e00-\u9fff“”]{4,20}$/.test(line)) block.kind = 'heading';
    else if (
      web &&
      line.length <= 40 &&
      !/[:：]|\d\s*[月日号]/.test(line) &&
      !/^(?:[一二三四五六七八九十\d]+[、.]|[（(])/.test(line)
    )
      block.kind = 'chrome';
  }
  return title;
}

/** A paragraph behind the article's end that shares less of its words than this is told of something else. */
const TEASER = 0.3;

/** What follows the body: links to other pages, and short remains. */
function markFoot({ blocks, lines, first, last }: Lines, isBody: (b: Block, i: number) => boolean): void {
  const size = (from: number): number =>
    blocks.slice(from).reduce((n, b, k) => n + (isBody(b, from + k) ? b.end - b.start : 0), 0);
  const whole = size(first);
  const end = lines.findIndex((line, i) => i > first && endsArticle(line) && size(i) <= whole * 0.25);
  const told = end < 0 ? new Set<string>() : bigramsOf(lines.slice(first, end).join('\n'));
  const lastLong = blocks.findLastIndex((b, i) => isOpen(b) && (lines[i] ?? '').length > 20);
  for (let i = Math.max(first + 1, end < 0 ? last + 1 : end); i < blocks.length; i += 1) {
    const block = blocks[i];
    const line = lines[i] ?? '';
    if (block === undefined || !isOpen(block) || block.kind === 'cell') continue;
    if (end >= 0 && i > end) {
      if (!isBody(block, i) || /(?:…|\.{3}|\[详细\]|全文)\s*$/.test(line) || shareOf(line, told) < TEASER)
        block.kind = 'chrome';
    } else if (
      i > last &&
      i > lastLong &&
      line.length <= 12 &&
      !/\d|[一二三四五六七八九十]、|年|[（(]|[。！？；]$|(?<![主重需])要|必须|务必/.test(line) &&
      block.kind === 'paragraph'
    )
      block.kind = 'chrome';
  }
}

/** Headings that plain text shows only by their numbers: 一、… （二）… 第三章 …, short and without a full stop. */
function markSections({ blocks, lines }: Lines): void {
  blocks.forEach((block, i) => {
    const line = lines[i] ?? '';
    if (block.kind !== 'paragraph' || line.length > 36 || /[。；;，,：:！？]$/.test(line) || /[。；]/.test(line))
      return;
    const number =
      /^(?:([一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}(?:章|部分|篇))|[（(][一二三四五六七八九十]{1,3}[)）])/.exec(
        line,
      );
    if (number === null) return;
    block.kind = 'heading';
    block.level = number[1] === undefined ? 3 : 2;
  });
}

/** A labelled summary, or a first paragraph that the rest says again nearly word for word. */
function summaries({ blocks, lines, first }: Lines, text: string): Set<number> {
  const out = new Set<number>();
  blocks.forEach((block, i) => {
    if (
      isOpen(block) &&
      /^[【[(（]?\s*(内容提要|内容摘要|摘要|核心提示|导读|提要|内容概要)\s*[】\])）:：]/.test(lines[i] ?? '')
    )
      out.add(i);
  });
  const block = blocks[first];
  if (block === undefined || block.end - block.start > 220 || block.end - block.start < 20 || blocks.length - first < 4)
    return out;
  const own = lines[first];
  if (lines.some((line, i) => i > first && line === own)) return out;
  const rest = bigramsOf(
    blocks
      .slice(first + 1, first + 60)
      .filter(isOpen)
      .map((b) => text.slice(b.start, Math.min(b.end, b.start + 2000)))
      .join('\n'),
  );
  if (shareOf(text.slice(block.start, block.end), rest) >= 0.93) out.add(first);
  return out;
}
