import type { SourceText } from '../core/document/source.ts';
import { UnreadableFile } from './file-problem.ts';
import { readHtml } from './html-text.ts';
import { dayFromStamp, dayFromText, originFromText } from './page-facts.ts';

interface FrontMatter {
  values: Map<string, { text: string; at: number }>;
  /** Where the body starts. */
  end: number;
}

/** The `key: value` lines between two `---` at the start of a file; null where the file has none. */
export function frontMatterOf(text: string): FrontMatter | null {
  const open = /^\s*---[ \t]*\r?\n/.exec(text);
  if (open === null) return null;
  const close = /\r?\n---[ \t]*(?=\r?\n|$)/g;
  close.lastIndex = open[0].length - 1;
  const m = close.exec(text);
  if (m === null || m.index - open[0].length > 20_000) return null;
  const values = new Map<string, { text: string; at: number }>();
  const line = /^([A-Za-z][\w-]{0,40}):[ \t]*(.*?)[ \t]*$/gm;
  line.lastIndex = open[0].length;
  for (let k = line.exec(text); k !== null && k.index <= m.index; k = line.exec(text)) {
    const raw = (k[2] ?? '').replace(/\r$/, '');
    const quoted = /^(['"])(.*)\1$/.exec(raw);
    const value = quoted?.[2] ?? raw;
    const at = k.index + k[0].length - (k[2] ?? '').length + (quoted ? 1 : 0);
    if (!values.has((k[1] ?? '').toLowerCase()))
      values.set((k[1] ?? '').toLowerCase(), {
        text: value,
        at: k[0].endsWith(k[2] ?? '') ? at : text.indexOf(value, k.index),
      });
  }
  return values.size === 0 ? null : { values, end: m.index + m[0].length };
}

/** Opens Markdown, with front matter and HTML inside as blogs and feeds keep it. Throws `UnreadableFile` where it shows no text. */
export function openMarkdown(text: string): SourceText {
  const front = frontMatterOf(text);
  const title = front?.values.get('title') ?? null;
  const page = readHtml(text, {
    markdown: true,
    from: front?.end ?? 0,
    lead: (blocks) => {
      if (title !== null && title.text !== '') blocks.heading(title.text, title.at);
    },
  });
  if (page.text.trim() === '') throw new UnreadableFile('file.no_text', { kind: 'md' });
  const value = (...names: string[]): string | null =>
    names.map((n) => front?.values.get(n)?.text).find((v) => v !== undefined && v !== '') ?? null;
  const stamp = value('date', 'pubdate', 'published', 'publishdate', 'publishedon', 'created');
  const origin =
    value('source', 'origin', 'url', 'link', 'canonical', 'author') ?? originFromText(page.text, page.blocks);
  const heading = page.blocks.find((b) => b.kind === 'heading');
  return {
    format: 'md',
    title: title?.text || (heading ? page.text.slice(heading.start, heading.end) : null),
    publishedOn: dayFromStamp(stamp) ?? dayFromText(page.text, page.blocks, origin).day,
    origin,
    text: page.text,
    blocks: page.blocks,
    marks: page.marks,
    sourceOffsets: page.offsets,
    warnings: [],
  };
}
