import { ascii, sniff } from '../sniff.ts';
import { Cfb } from './cfb.ts';
import { withoutNul } from './storable.ts';
import type { SheetFormat } from './types.ts';
import { UnreadableSheet } from './unreadable-sheet.ts';
import { zipParts } from './zip-read.ts';

/** Tells by content what a table file is, from its first bytes (the whole file for packed ones). Throws `UnreadableSheet` for anything else. */
export function sniffSheet(bytes: Uint8Array): SheetFormat {
  if (bytes.length === 0) throw new UnreadableSheet('sheet.empty');
  const found = sniff(bytes);
  if (found.open === 'text') return sniffText(bytes);
  if (found.open !== null) throw new UnreadableSheet('sheet.not_a_table', { kind: found.open });
  if (found.code === 'file.encrypted') throw new UnreadableSheet('sheet.encrypted', { kind: found.kind });
  if (found.code === 'file.is_spreadsheet') return found.kind === 'xls' ? 'xls' : sniffXlsx(bytes);
  if (found.code === 'file.is_odf') throw new UnreadableSheet('sheet.is_ods');
  if (found.kind === 'zip') return sniffXlsx(bytes);
  // A container cut short lacks the directory that says what it is: opening it tells damage from another kind of file.
  if (found.kind === 'ole') new Cfb(bytes);
  throw new UnreadableSheet('sheet.not_a_table', { kind: found.kind });
}

function sniffXlsx(bytes: Uint8Array): SheetFormat {
  const names = [...zipParts(bytes).keys()];
  if (names.length === 0) throw new UnreadableSheet('sheet.damaged', { detail: 'directory' });
  const has = (test: RegExp): boolean => names.some((name) => test.test(name));
  if (has(/^xl\/workbook\.bin$/i)) throw new UnreadableSheet('sheet.is_xlsb');
  if (has(/(^|\/)vbaProject\.bin$/i)) throw new UnreadableSheet('sheet.is_xlsm');
  if (has(/(^|\/)workbook\.xml$/i)) return 'xlsx';
  throw new UnreadableSheet('sheet.not_a_table', { kind: 'zip' });
}

function sniffText(bytes: Uint8Array): SheetFormat {
  const head = withoutNul(ascii(bytes, 0, 4096));
  if (
    /<\?mso-application\s+progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/.test(head) &&
    !/<html/i.test(head)
  )
    throw new UnreadableSheet('sheet.is_xml');
  if (/^[^\w]*<(!doctype\s+html|html|head|body|table|meta|\?xml[^>]*>\s*<html)[\s>]/i.test(head.trimStart()))
    return 'html';
  // Systems that write their “xls” as a page may begin it anywhere: with a style, a script, a comment, a form.
  if (/^[^\w]*<[a-z!]/i.test(head) && /<(table|tr)[\s>]/i.test(textHead(bytes))) return 'html';
  if (/^\s*MIME-Version:|^\s*Content-Type:\s*multipart\//i.test(head))
    throw new UnreadableSheet('sheet.not_a_table', { kind: 'mht' });
  return 'csv';
}

const textHead = (bytes: Uint8Array): string => withoutNul(ascii(bytes, 0, 256 * 1024));
