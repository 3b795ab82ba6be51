import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { SourceText } from '../core/document/source.ts';
import { UnreadableFile } from './file-problem.ts';
import { readHtml } from './html-text.ts';
import { dayFromText, originFromText } from './page-facts.ts';
import { unzipBounded } from './unzip-bounded.ts';

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  ...[1, 2, 3, 4, 5, 6].flatMap((n) => [
    `p[style-name='heading ${n}'] => h${n}:fresh`,
    `p[style-name='标题 ${n}'] => h${n}:fresh`,
  ]),
  "p[style-name='bangfu center'] => p.center:fresh",
  "p[style-name='bangfu right'] => p.right:fresh",
  'u => u',
  'b => strong',
  'i => em',
];

/**
 * Opens a Word file: paragraphs, headings, alignment, tables. Only its text parts are unpacked, never past the limit.
 * Throws `UnreadableFile`.
 */
export async function openDocx(bytes: Uint8Array): Promise<SourceText> {
  const parts = unzipBounded(bytes, (name) =>
    /^(\[Content_Types\]\.xml|_rels\/.*|word\/[^/]*\.xml|word\/_rels\/.*)$/.test(name),
  );
  if (!parts.has('word/document.xml') && ![...parts.keys()].some((name) => /^word\/document\d*\.xml$/.test(name))) {
    throw new UnreadableFile('file.damaged', { kind: 'docx' });
  }
  const packed = zipSync(Object.fromEntries([...parts].map(([name, data]) => [name, [data, { level: 0 }]])));
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(packed) },
    { styleMap: STYLES, transformDocument: keepAlignment, ignoreEmptyParagraphs: true },
  );
  const page = readHtml(value);
  if (page.text.trim() === '') throw new UnreadableFile('file.no_text', { kind: 'docx' });
  const heading = page.blocks
    .slice(0, 8)
    .find((b) => (b.level === 1 || b.align === 'center') && isTitle(page.text.slice(b.start, b.end)));
  return {
    format: 'docx',
    title: heading ? page.text.slice(heading.start, heading.end).trim() : null,
    publishedOn: dayFromText(page.text, page.blocks, null).day,
    origin: originFromText(page.text, page.blocks),
    text: page.text,
    blocks: page.blocks,
    marks: page.marks,
    sourceOffsets: null,
    warnings: [],
  };
}

/** A title has some length, is no numbered heading and no sentence. */
function isTitle(line: string): boolean {
  return (
    line.length >= 6 && line.length <= 60 && !/^[（(]?[一二三四五六七八九十\d]+[、.)）]|[。；：:]|^[（(]/.test(line)
  );
}

interface WordParagraph {
  alignment?: string | null;
  styleName?: string | null;
}

/** Carries the alignment of a paragraph through as a style, since the converter drops it. */
const keepAlignment = (
  mammoth as unknown as {
    transforms: { paragraph: (f: (p: WordParagraph) => WordParagraph) => (document: unknown) => unknown };
  }
).transforms.paragraph((p) => {
  if (p.alignment !== 'center' && p.alignment !== 'right') return p;
  return /heading|title|标题/i.test(p.styleName ?? '') ? p : { ...p, styleName: `bangfu ${p.alignment}` };
});
