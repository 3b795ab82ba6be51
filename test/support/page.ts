import { readFileSync } from 'node:fs';
import { makePage } from '../../src/core/document/make-page.ts';
import type { Page } from '../../src/core/document/page.ts';
import { simplifierFrom, type TraditionalTable } from '../../src/core/document/simplify.ts';
import type { SourceText } from '../../src/core/document/source.ts';
import { inRoot } from '../../src/root.ts';

/** The shipped change of script. */
export const simplify = simplifierFrom(
  JSON.parse(readFileSync(inRoot('data', 'reading', 'traditional.json'), 'utf8')) as TraditionalTable,
);

/** Lines of plain text as a page; more of the source may be given. */
export function pageOf(text: string, more: Partial<SourceText> = {}): Page {
  const blocks: SourceText['blocks'] = [];
  for (const m of text.matchAll(/[^\n]+/g))
    blocks.push({ kind: 'paragraph', start: m.index, end: m.index + m[0].length });
  return makePage(
    {
      format: 'txt',
      title: null,
      publishedOn: null,
      origin: null,
      text,
      blocks,
      marks: [],
      sourceOffsets: null,
      warnings: [],
      ...more,
    },
    simplify,
  );
}
