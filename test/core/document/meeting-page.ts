import { parsePlainDate } from '../../../src/core/kernel/plain-date.ts';
import type { Page, Sentence } from '../../../src/core/document/page.ts';
import type { Block } from '../../../src/core/document/source.ts';

/** A page of plain lines (# marks a heading), as the page maker would give it; publishedOn as YYYY-MM-DD or null. */
export function pageOf(text: string, publishedOn: string | null = null): Page {
  const lines = text.split('\n').filter((line) => line !== '');
  const plain = lines.map((line) => line.replace(/^# /, '')).join('\n');
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  let at = 0;
  lines.forEach((line, block) => {
    const kind = line.startsWith('# ') ? 'heading' : 'paragraph';
    const words = line.replace(/^# /, '');
    blocks.push({ kind, start: at, end: at + words.length });
    for (const part of words.match(/[^。！？；]*[。！？；]|[^。！？；]+$/g) ?? []) {
      sentences.push({ start: at, end: at + part.length, text: part, block, kind, headline: kind === 'heading' });
      at += part.length;
    }
    at += 1;
  });
  const date = publishedOn === null ? null : parsePlainDate(publishedOn);
  const source = {
    format: 'txt' as const,
    title: null,
    publishedOn: date,
    origin: null,
    text: plain,
    blocks,
    marks: [],
    sourceOffsets: null,
    warnings: [],
  };
  return {
    source,
    plain,
    at: Uint32Array.from({ length: plain.length + 1 }, (_, i) => i),
    sentences,
    publishedOn: date,
  };
}
