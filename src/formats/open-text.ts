import type { Block, SourceText } from '../core/document/source.ts';
import { UnreadableFile } from './file-problem.ts';
import { dayFromText, originFromText } from './page-facts.ts';

/** Opens plain text: one block a line, hard-wrapped lines joined. `text` is the decoded file itself. */
export function openText(text: string): SourceText {
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UnreadableFile('file.no_text', { kind: 'txt' });
  const lines = linesOf(text);
  const comment = sourceComment(text, lines);
  const blocks = joinWrapped(text, lines);
  if (comment !== null && blocks[0] !== undefined) blocks[0].kind = 'chrome';
  const origin = comment ?? originFromText(text, blocks);
  const visible = dayFromText(text, comment === null ? blocks : blocks.slice(1), comment);
  return {
    format: 'txt',
    title: null,
    publishedOn: visible.day,
    origin,
    text,
    blocks,
    marks: [],
    sourceOffsets: null,
    warnings: visible.warnings,
  };
}

/** A first line `# source: …` tells where the text comes from and is no part of it. */
function sourceComment(text: string, lines: Block[]): string | null {
  const first = lines[0];
  if (first === undefined) return null;
  const m = /^#\s*source\s*[:：]\s*(\S+)/i.exec(text.slice(first.start, first.end));
  return m?.[1] ?? null;
}

function linesOf(text: string): Block[] {
  const out: Block[] = [];
  const line = /[^\r\n\u2028\u2029\f]+/g;
  for (let m = line.exec(text); m !== null; m = line.exec(text)) {
    const lead = /^[\s\u3000\ufeff]*/.exec(m[0])?.[0].length ?? 0;
    const tail = m[0].trimEnd().length;
    if (tail > lead) out.push({ kind: 'paragraph', start: m.index + lead, end: m.index + tail });
  }
  return out;
}

/** Text set in lines of equal width is one paragraph until a line ends early. */
function joinWrapped(text: string, lines: Block[]): Block[] {
  const widths = lines.map((b) => b.end - b.start).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.8)] ?? 0;
  const full = lines.filter((b) => Math.abs(b.end - b.start - width) <= 2);
  const unfinished = full.filter((b) => !/[。！？；：:.!?”）)]/.test(text.charAt(b.end - 1)));
  if (width < 20 || width > 80 || full.length < 4 || unfinished.length < full.length * 0.6) return lines;
  const out: Block[] = [];
  for (const line of lines) {
    const before = out.at(-1);
    const gap = before === undefined ? '' : text.slice(before.end, line.start);
    const goesOn =
      before !== undefined &&
      !/\n\s*\n|\n[ \t]{2,}|\n\u3000/.test(gap.replace(/\r/g, '')) &&
      lastLine(text, before) >= width - 4;
    if (goesOn) before.end = line.end;
    else out.push({ ...line });
  }
  return out;
}

function lastLine(text: string, block: Block): number {
  return block.end - Math.max(block.start, text.lastIndexOf('\n', block.end - 1) + 1);
}
