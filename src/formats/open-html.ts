import type { SourceText } from '../core/document/source.ts';
import { UnreadableFile } from './file-problem.ts';
import { readHtml, type HtmlText } from './html-text.ts';
import { dayFromMeta, dayFromStamp, dayFromText, originFromText, withoutSite } from './page-facts.ts';

/** Opens a web page: visible text, title, day and origin. Throws `UnreadableFile` where it shows no text. */
export function openHtml(html: string): SourceText {
  const page = readHtml(html);
  if (page.text.trim() === '') throw new UnreadableFile('file.no_text', { kind: 'html' });
  const origin =
    page.meta.get('contentsource') ??
    page.meta.get('source') ??
    originFromText(page.text, page.blocks) ??
    page.meta.get('og:url') ??
    null;
  const visible = dayFromText(page.text, page.blocks, null);
  return {
    format: 'html',
    title: titleOf(page),
    publishedOn: dayFromMeta(page.meta) ?? dayFromStamp(page.timeTag) ?? visible.day,
    origin,
    text: page.text,
    blocks: page.blocks,
    marks: page.marks,
    sourceOffsets: page.offsets,
    warnings: [],
  };
}

/** The title: what the publisher's tag says, else the first heading of the page's highest level, else `<title>` without the site. */
function titleOf(page: HtmlText): string | null {
  const tag = page.meta.get('articletitle') ?? page.meta.get('og:title');
  if (tag !== undefined) return withoutSite(tag);
  for (const level of [1, 2]) {
    const heading = page.blocks.find((b) => b.kind === 'heading' && b.level === level);
    const text = heading ? page.text.slice(heading.start, heading.end).replace(/\s+/g, ' ').trim() : '';
    if (text.length >= 6) return text;
  }
  return page.titleTag === '' ? null : withoutSite(page.titleTag);
}
