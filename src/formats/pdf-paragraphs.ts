import { pushTo } from '../core/kernel/grouping.ts';
import type { Block } from '../core/document/source.ts';
import type { PdfLine } from './pdf-lines.ts';

/** Joins printed lines back to paragraphs over line and page ends. */
export function joinLines(pages: PdfLine[][]): { text: string; blocks: Block[] } {
  const body = bodySize(pages);
  const chrome = runningLines(pages);
  const edges = marginsOf(pages.flat().filter((line) => Math.abs(line.size - body) < 1));
  const parts: { text: string; kind: Block['kind']; last: PdfLine; align?: 'center' }[] = [];
  for (const line of pages.flat()) {
    if (chrome.has(line)) {
      parts.push({ text: line.text, kind: 'chrome', last: line });
      continue;
    }
    const before = parts.findLast((part) => part.kind !== 'chrome');
    if (before !== undefined && continues(before.last, line, edges)) {
      before.text += glue(before.text, line.text);
      before.last = line;
      continue;
    }
    const centred = isCentred(line, edges);
    const heading = (line.size > body * 1.15 || centred) && line.text.length <= 60 && !/[。；，]$/.test(line.text);
    parts.push({
      text: line.text,
      kind: heading ? 'heading' : 'paragraph',
      last: line,
      ...(centred ? { align: 'center' as const } : {}),
    });
  }
  const blocks: Block[] = [];
  let text = '';
  for (const part of parts) {
    if (text !== '') text += '\n';
    const level = part.kind === 'heading' ? { level: part.last.size > body * 1.3 ? 1 : 2 } : {};
    blocks.push({
      kind: part.kind,
      start: text.length,
      end: text.length + part.text.length,
      ...level,
      ...(part.align ? { align: part.align } : {}),
    });
    text += part.text;
  }
  return { text, blocks };
}

interface Edges {
  left: number;
  right: number;
}

/** The type size that most text is set in. */
function bodySize(pages: PdfLine[][]): number {
  const units = new Map<number, number>();
  for (const line of pages.flat())
    units.set(Math.round(line.size * 2) / 2, (units.get(Math.round(line.size * 2) / 2) ?? 0) + line.text.length);
  return [...units].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
}

function marginsOf(lines: PdfLine[]): Edges {
  const lefts = lines.map((l) => l.left).sort((a, b) => a - b);
  const rights = lines.map((l) => l.right).sort((a, b) => a - b);
  return { left: lefts[Math.floor(lefts.length * 0.1)] ?? 0, right: rights[Math.floor(rights.length * 0.9)] ?? 0 };
}

/** Page numbers, and short lines that stand at the edge of most pages. */
function runningLines(pages: PdfLine[][]): Set<PdfLine> {
  const out = new Set<PdfLine>();
  const seen = new Map<string, PdfLine[]>();
  for (const lines of pages) {
    for (const line of new Set([...lines.slice(0, 2), ...lines.slice(-2)])) {
      if (/^[-—–\s]*(第\s*)?\d{1,4}(\s*页)?(\s*[/／共]\s*\d{1,4}\s*页?)?[-—–\s]*$/.test(line.text)) out.add(line);
      if (line.text.length > 28) continue;
      const key = line.text.replace(/\d+/g, '#');
      pushTo(seen, key, line);
    }
  }
  for (const lines of seen.values())
    if (lines.length >= 3 && lines.length >= pages.length * 0.5) for (const line of lines) out.add(line);
  return out;
}

/** Whether a line goes on with the paragraph of the line before: same size, no indent, and the line before was full. */
function continues(before: PdfLine, line: PdfLine, edges: Edges): boolean {
  if (Math.abs(before.size - line.size) > Math.max(0.6, line.size * 0.06)) return false;
  const full = before.right > edges.right - before.size * 1.6;
  const indented = line.left > edges.left + line.size * 1.2;
  if (isCentred(before, edges) && isCentred(line, edges) && before.y > line.y)
    return before.y - line.y < line.size * 2 && before.text.length >= 12;
  const gap = before.y - line.y;
  if (gap > 0 && gap > line.size * 3.2) return false;
  return full && !indented;
}

function isCentred(line: PdfLine, edges: Edges): boolean {
  const leftGap = line.left - edges.left;
  const rightGap = edges.right - line.right;
  return leftGap > line.size * 2.5 && rightGap > line.size * 2.5 && Math.abs(leftGap - rightGap) < line.size * 3;
}

function glue(before: string, next: string): string {
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z]/.test(next) ? ` ${next}` : next;
}
