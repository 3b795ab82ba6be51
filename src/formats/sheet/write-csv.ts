import iconv from 'iconv-lite';
import type { OutCell, OutSheet } from './types.ts';

/** Encoding of a csv that is written. */
export type CsvEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

const PIECE_CHARS = 128 * 1024;

/** A csv with CRLF: UTF-8 with its mark, so that Excel knows it, or GB18030. Formulas are defused. */
export async function* writeCsv(
  sheet: OutSheet,
  encoding: 'utf-8' | 'gb18030',
): AsyncGenerator<Uint8Array, void, undefined> {
  let text = encoding === 'utf-8' ? '\ufeff' : '';
  for (const title of sheet.titles ?? []) text += `${csvField(title)}\r\n`;
  text += `${sheet.columns.map(({ header }) => csvField(header)).join(',')}\r\n`;
  for await (const batch of sheet.rows) {
    for (const row of batch) text += `${sheet.columns.map((_, i) => csvCell(row[i] ?? null)).join(',')}\r\n`;
    if (text.length < PIECE_CHARS) continue;
    yield encodeCsv(text, encoding);
    text = '';
  }
  if (text !== '') yield encodeCsv(text, encoding);
}

const LONE_HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as bytes; GB18030 has every character of Unicode, lone halves of one become `?`. */
export function encodeCsv(text: string, encoding: CsvEncoding): Uint8Array {
  return encoding === 'utf-8'
    ? Buffer.from(text, 'utf8')
    : iconv.encode(text.replace(LONE_HALF, '?'), encoding === 'utf-16be' ? 'utf-16be' : encoding);
}

function csvCell(value: OutCell): string {
  if (value === null) return '';
  return typeof value === 'string' ? csvField(value) : String(value);
}

/** What a spreadsheet would run as a formula; half and full width. */
const RUNS = /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const PLAIN_NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$/;

/** Whether a spreadsheet that opens a csv would run the text as a formula; `="00123"` only says that it is text. */
export const wouldRun = (text: string): boolean =>
  RUNS.test(text) && !PLAIN_NUMBER.test(text) && !/^="[^"]*"$/.test(text);

/** A field: defused with a leading `'` where it would run as a formula and is no plain number, quoted where it must be. */
export function csvField(text: string, separator = ','): string {
  const first = text.charCodeAt(0);
  // Nearly all texts begin with a digit, a letter or a Chinese character.
  const harmless = (first > 64 && first < 0xff00) || (first > 47 && first < 58);
  const safe = !harmless && RUNS.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  const ends = safe.charCodeAt(0) <= 32 || safe.charCodeAt(safe.length - 1) <= 32;
  return ends || QUOTED.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const QUOTED = /["\r\n]/;
