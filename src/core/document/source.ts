import type { PlainDate } from '../kernel/plain-date.ts';

/** What a block of a page is. `chrome` is what surrounds the text: navigation, footers, adverts. */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'image' | 'chrome';

/** One block of a page, in reading order; `start`/`end` are UTF-16 offsets into `SourceText.text`. */
export interface Block {
  kind: BlockKind;
  start: number;
  end: number;
  /** 1–6 for headings. */
  level?: number;
  /** How the original set the block. */
  align?: 'left' | 'center' | 'right';
  /** Row and column of a table cell, from 0, with the number of the table in the page. */
  table?: { table: number; row: number; column: number; columnSpan: number; rowSpan: number };
  /** Alternative text of an image; the image itself is never fetched. */
  alt?: string;
}

/** Bold or italic runs; offsets as in `Block`. */
export interface Mark {
  kind: 'bold' | 'italic' | 'underline';
  start: number;
  end: number;
}

/** How the file was written. */
export type SourceFormat = 'md' | 'html' | 'txt' | 'docx' | 'pdf';

/**
 * A document as visible text, the same for every format.
 * Blocks are separated by "\n" in `text`; everything a reader finds points into `text`.
 */
export interface SourceText {
  format: SourceFormat;
  /** The title that the page gives itself (front matter, <title>, first heading), else null. */
  title: string | null;
  /** The day of publication that the page states, else null. */
  publishedOn: PlainDate | null;
  /** Where the page says that it comes from (a URL or a name of a publisher), else null. */
  origin: string | null;
  text: string;
  blocks: Block[];
  marks: Mark[];
  /**
   * Offset in the decoded file of each UTF-16 unit of `text` (length `text.length + 1`), or null where the text is
   * the decoded file itself (txt) or where the file has no text of its own to point into (docx, pdf).
   */
  sourceOffsets: Uint32Array | null;
  /** What the file itself made doubtful: damaged bytes, a guessed encoding … as warning codes with detail. */
  warnings: ReadingWarning[];
}

/** Something that a person should look at; `code` has its sentence in the words. */
export interface ReadingWarning {
  code: string;
  detail: string;
  start: number | null;
  end: number | null;
}
