import { makePage } from '../../../src/core/document/make-page.ts';
import type { Page } from '../../../src/core/document/page.ts';
import type { Block, SourceText } from '../../../src/core/document/source.ts';
import type { PlainDate } from '../../../src/core/kernel/plain-date.ts';

/** A page from lines; a line that begins with "# " is a headline. */
export function pageOf(lines: string, publishedOn: string | null = '2022-03-10', title: string | null = null): Page {
  const blocks: Block[] = [];
  let text = '';
  for (const raw of lines.split('\n')) {
    const heading = raw.startsWith('# ');
    const line = heading ? raw.slice(2) : raw.trim();
    if (line === '') continue;
    blocks.push({ kind: heading ? 'heading' : 'paragraph', start: text.length, end: text.length + line.length });
    text += `${line}\n`;
  }
  return makePage(sourceOf(text, blocks, publishedOn, title), (c) => c);
}

/** A page of one table, row by row. */
export function tableOf(rows: string[][]): Page {
  const blocks: Block[] = [];
  let text = '';
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const table = { table: 0, row, column, columnSpan: 1, rowSpan: 1 };
      blocks.push({ kind: 'cell', start: text.length, end: text.length + cell.length, table });
      text += `${cell}\n`;
    });
  });
  return makePage(sourceOf(text, blocks, '2022-03-10', null), (c) => c);
}

const sourceOf = (text: string, blocks: Block[], publishedOn: string | null, title: string | null): SourceText => ({
  format: 'txt',
  title,
  publishedOn: publishedOn as PlainDate | null,
  origin: null,
  text,
  blocks,
  marks: [],
  sourceOffsets: null,
  warnings: [],
});
