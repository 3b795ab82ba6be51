import { getDocumentProxy } from 'unpdf';
import type { SourceText } from '../core/document/source.ts';
import { MAX_TEXT_CHARS, UnreadableFile } from './file-problem.ts';
import { dayFromText, originFromText } from './page-facts.ts';
import { linesOfPage, type PdfItem, type PdfLine } from './pdf-lines.ts';
import { joinLines } from './pdf-paragraphs.ts';
import { checkPdfStreams } from './pdf-streams.ts';

const MAX_PAGES = 2000;

/** Opens a PDF that has text: lines joined back to paragraphs, page numbers and running heads set apart. Throws `UnreadableFile`. */
export async function openPdf(bytes: Uint8Array): Promise<SourceText> {
  checkPdfStreams(bytes);
  const pages = await readPages(bytes);
  const units = pages.reduce(
    (n, lines) => n + lines.reduce((m, line) => m + line.text.replace(/\s/g, '').length, 0),
    0,
  );
  if (units < 20 || units < pages.length * 2) throw new UnreadableFile('file.scanned', { pages: pages.length });
  const { text, blocks } = joinLines(pages);
  const heading = blocks.find((b) => b.kind === 'heading');
  return {
    format: 'pdf',
    title: heading ? text.slice(heading.start, heading.end) : null,
    publishedOn: dayFromText(text, blocks, null).day,
    origin: originFromText(text, blocks),
    text,
    blocks,
    marks: [],
    sourceOffsets: null,
    warnings: [],
  };
}

async function readPages(bytes: Uint8Array): Promise<PdfLine[][]> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((error: unknown) => {
    const name = (error as { name?: string }).name;
    throw new UnreadableFile(name === 'PasswordException' ? 'file.encrypted' : 'file.damaged', { kind: 'pdf' });
  });
  try {
    const out: PdfLine[][] = [];
    let units = 0;
    for (let n = 1; n <= Math.min(document.numPages, MAX_PAGES); n += 1) {
      const page = await document.getPage(n);
      const content = await page.getTextContent();
      const lines = linesOfPage(
        content.items.filter((item): item is typeof item & PdfItem => 'str' in item),
        page.view[2] ?? 595,
      );
      units += lines.reduce((sum, line) => sum + line.text.length, 0);
      if (units > MAX_TEXT_CHARS) throw new UnreadableFile('file.too_large', { kind: 'pdf' });
      out.push(lines);
      page.cleanup();
    }
    return out;
  } finally {
    await document.loadingTask.destroy();
  }
}
