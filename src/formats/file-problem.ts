import { MAX_FILE_BYTES } from '../core/document/limits.ts';

/** Codes of what keeps a file from being read; each has its sentence in the words. */
export const FILE_PROBLEMS = [
  'file.empty',
  'file.too_large',
  'file.no_text',
  'file.scanned',
  'file.encrypted',
  'file.damaged',
  'file.bomb',
  'file.is_image',
  'file.is_spreadsheet',
  'file.is_old_word',
  'file.is_presentation',
  'file.is_archive',
  'file.is_ofd',
  'file.is_odf',
  'file.is_rtf',
  'file.is_media',
  'file.is_program',
  'file.unknown_kind',
] as const;
/** A code of `FILE_PROBLEMS`. */
export type FileProblemCode = (typeof FILE_PROBLEMS)[number];

/**
 * Why a file cannot be read. `kind` is what the content is (jpg, xlsx, pdf …), `ending` what the name says,
 * `bytes`, `limit` are bytes, `pages` a count.
 */
export interface FileProblem {
  code: FileProblemCode;
  params: { kind?: string; ending?: string; bytes?: number; limit?: number; pages?: number; detail?: string };
}

/** Most that a packed file (docx, pdf) may unpack to, in bytes. */
export const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

/** Most characters of text that are taken from one file. */
export const MAX_TEXT_CHARS = 20_000_000;

/** The problem of a file that is too large, or null; needs only the size, so that nothing has to be read. */
export function sizeProblem(bytes: number): FileProblem | null {
  if (bytes === 0) return { code: 'file.empty', params: {} };
  if (bytes > MAX_FILE_BYTES) return { code: 'file.too_large', params: { bytes, limit: MAX_FILE_BYTES } };
  return null;
}

/** Thrown inside this room only; `openDocument` turns it into a result. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem;
  constructor(code: FileProblemCode, params: FileProblem['params'] = {}) {
    super(code);
    this.problem = { code, params };
  }
}
