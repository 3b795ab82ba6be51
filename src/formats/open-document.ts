import type { SourceText } from '../core/document/source.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import { decodeText } from './decode-text.ts';
import { MAX_TEXT_CHARS, sizeProblem, UnreadableFile, type FileProblem } from './file-problem.ts';
import { openDocx } from './open-docx.ts';
import { openHtml } from './open-html.ts';
import { frontMatterOf, openMarkdown } from './open-markdown.ts';
import { openPdf } from './open-pdf.ts';
import { openText } from './open-text.ts';
import { sniff } from './sniff.ts';

/** A file that could be opened. */
export interface OpenedDocument {
  source: SourceText;
  /** The decoded file (md, html, txt) or the extracted text (docx, pdf): what positions in the original point into. */
  decoded: string;
  /** The encoding that the text was read with, null for docx and pdf. */
  encoding: string | null;
}

/** Opens a file by its content; the name only tells Markdown from plain text. Never throws for bad input. */
export async function openDocument(bytes: Uint8Array, fileName: string): Promise<Result<OpenedDocument, FileProblem>> {
  const size = sizeProblem(bytes.length);
  if (size !== null) return refused(size);
  const ending = endingOf(fileName);
  try {
    const opened = await open(bytes, ending);
    const expected = ENDINGS[ending];
    if (expected !== undefined && !expected.includes(opened.source.format)) {
      opened.source.warnings.push({
        code: 'document.ending_differs',
        detail: `${ending} ${opened.source.format}`,
        start: null,
        end: null,
      });
    }
    return ok(opened);
  } catch (error) {
    if (error instanceof UnreadableFile)
      return refused({ ...error.problem, params: { ...error.problem.params, ...(ending ? { ending } : {}) } });
    return refused({
      code: 'file.damaged',
      params: { detail: error instanceof Error ? error.message.slice(0, 200) : '', ...(ending ? { ending } : {}) },
    });
  }
}

const ENDINGS: Record<string, string[]> = {
  md: ['md'],
  markdown: ['md'],
  html: ['html'],
  htm: ['html'],
  txt: ['txt', 'md', 'html'],
  docx: ['docx'],
  pdf: ['pdf'],
};

function endingOf(fileName: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

async function open(bytes: Uint8Array, ending: string): Promise<OpenedDocument> {
  const kind = sniff(bytes);
  if (kind.open === null) throw new UnreadableFile(kind.code, { kind: kind.kind });
  if (kind.open === 'pdf' || kind.open === 'docx') {
    const source = await (kind.open === 'pdf' ? openPdf(bytes) : openDocx(bytes));
    return { source, decoded: source.text, encoding: null };
  }
  const { text, encoding, warnings } = decodeText(bytes);
  if (text.trim() === '') throw new UnreadableFile('file.empty');
  if (text.length > MAX_TEXT_CHARS) throw new UnreadableFile('file.too_large', { bytes: bytes.length });
  const source = openKind(text, ending);
  source.warnings.push(...warnings);
  return { source, decoded: text, encoding };
}

function openKind(text: string, ending: string): SourceText {
  const format = textFormat(text, ending);
  if (format === 'html') return openHtml(text);
  return format === 'md' ? openMarkdown(text) : openText(text);
}

/** HTML by how it starts or by its closing tags; Markdown by front matter, or by ending; else plain text. */
function textFormat(text: string, ending: string): 'html' | 'md' | 'txt' {
  const head = text.slice(0, 4000).trimStart();
  if (
    /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body|meta|title|div|p|table|article|section|h[1-6]|span|center|main)\b/i.test(
      head,
    )
  )
    return 'html';
  if (frontMatterOf(text) !== null || ending === 'md' || ending === 'markdown') return 'md';
  const tags = text.slice(0, 200_000).match(/<\/(p|div|td|span|h[1-6]|li)>/gi)?.length ?? 0;
  return tags >= 3 ? 'html' : 'txt';
}
