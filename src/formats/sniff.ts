import type { FileProblemCode } from './file-problem.ts';
import { listZip } from './unzip-bounded.ts';

/** What the bytes are: a kind that can be opened, or the problem that names what they are instead. */
export type Sniffed = { open: 'pdf' | 'docx' | 'text' } | { open: null; code: FileProblemCode; kind: string };

/** Tells by content what a file is; the name plays no part. */
export function sniff(bytes: Uint8Array): Sniffed {
  for (const [code, kind, ...starts] of MAGIC)
    if (starts.some((s) => startsWith(bytes, s))) return { open: null, code, kind };
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return sniffZip(bytes);
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) return sniffOle(bytes);
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return { open: 'pdf' };
  if (ascii(bytes, 4, 8) === 'ftyp') return { open: null, code: 'file.is_media', kind: 'mp4' };
  if (ascii(bytes, 0, 4) === 'RIFF') {
    return ascii(bytes, 8, 12) === 'WEBP'
      ? { open: null, code: 'file.is_image', kind: 'webp' }
      : { open: null, code: 'file.is_media', kind: 'riff' };
  }
  return looksBinary(bytes) ? { open: null, code: 'file.unknown_kind', kind: 'binary' } : { open: 'text' };
}

const MAGIC: [FileProblemCode, string, ...string[]][] = [
  ['file.is_image', 'jpg', '\xff\xd8\xff'],
  ['file.is_image', 'png', '\x89PNG'],
  ['file.is_image', 'gif', 'GIF87a', 'GIF89a'],
  ['file.is_image', 'tiff', 'II*\0', 'MM\0*'],
  ['file.is_archive', 'rar', 'Rar!'],
  ['file.is_archive', '7z', '7z\xbc\xaf\x27\x1c'],
  ['file.is_archive', 'gz', '\x1f\x8b'],
  ['file.is_archive', 'xz', '\xfd7zXZ'],
  ['file.is_archive', 'bz2', 'BZh9', 'BZh6', 'BZh1'],
  ['file.is_rtf', 'rtf', '{\\rtf'],
  ['file.is_media', 'mp3', 'ID3'],
  ['file.is_program', 'elf', '\x7fELF'],
  ['file.is_program', 'exe', 'MZ\x90'],
  ['file.unknown_kind', 'sqlite', 'SQLite format 3'],
];

function sniffZip(bytes: Uint8Array): Sniffed {
  const names = listZip(bytes).map((entry) => entry.name);
  const has = (start: string) => names.some((name) => name.startsWith(start));
  if (has('word/')) return { open: 'docx' };
  if (has('xl/')) return { open: null, code: 'file.is_spreadsheet', kind: 'xlsx' };
  if (has('ppt/')) return { open: null, code: 'file.is_presentation', kind: 'pptx' };
  if (has('OFD.xml')) return { open: null, code: 'file.is_ofd', kind: 'ofd' };
  if (has('content.xml')) return { open: null, code: 'file.is_odf', kind: 'odf' };
  return { open: null, code: 'file.is_archive', kind: 'zip' };
}

/** The old Office container: its directory names its streams in UTF-16. */
function sniffOle(bytes: Uint8Array): Sniffed {
  const has = (name: string) => indexOfBytes(bytes, utf16(name)) >= 0;
  if (has('EncryptedPackage')) return { open: null, code: 'file.encrypted', kind: 'office' };
  if (has('WordDocument')) return { open: null, code: 'file.is_old_word', kind: 'doc' };
  if (has('Workbook') || has('Book')) return { open: null, code: 'file.is_spreadsheet', kind: 'xls' };
  if (has('PowerPoint Document')) return { open: null, code: 'file.is_presentation', kind: 'ppt' };
  return { open: null, code: 'file.unknown_kind', kind: 'ole' };
}

/** Control bytes that no text has, unless every other byte is one (UTF-16). */
function looksBinary(bytes: Uint8Array): boolean {
  if (startsWith(bytes, '\xff\xfe') || startsWith(bytes, '\xfe\xff')) return false;
  const n = Math.min(bytes.length, 65_536);
  let control = 0;
  let zero = 0;
  for (let i = 0; i < n; i += 1) {
    const b = bytes[i] ?? 0;
    if (b === 0) zero += 1;
    else if (b < 32 && b !== 9 && b !== 10 && b !== 13 && b !== 12 && b !== 27) control += 1;
  }
  if (isUtf16(bytes) !== null) return false;
  return zero > 0 ? zero + control > n / 1000 : control > n / 100;
}

// Line feeds, blanks, digits 1–9, comma and point; none of them makes a common Chinese character with a zero byte.
const COMMON = new Set([10, 13, 32, 44, 46, 49, 50, 51, 52, 53, 54, 55, 56, 57]);

/** UTF-16 without a mark: line feeds, blanks and digits have their zero byte always on one side. */
export function isUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const n = Math.min(bytes.length, 65_536) & ~1;
  let le = 0;
  let be = 0;
  let both = 0;
  for (let i = 0; i < n; i += 2) {
    const a = bytes[i] ?? 0;
    const b = bytes[i + 1] ?? 0;
    if (a === 0 && b === 0) both += 1;
    else if (b === 0 && COMMON.has(a)) le += 1;
    else if (a === 0 && COMMON.has(b)) be += 1;
  }
  if (both > 0 || le + be < 2 || le + be < n / 400) return null;
  if (le > be * 20) return 'utf-16le';
  if (be > le * 20) return 'utf-16be';
  return null;
}

function startsWith(bytes: Uint8Array, start: string): boolean {
  for (let i = 0; i < start.length; i += 1) if (bytes[i] !== start.charCodeAt(i)) return false;
  return true;
}

/** The bytes of a range as Latin-1 characters. */
export function ascii(bytes: Uint8Array, from: number, to: number): string {
  let out = '';
  for (let i = from; i < Math.min(to, bytes.length); i += 1) out += String.fromCharCode(bytes[i] ?? 0);
  return out;
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0), 0]));
}

/** Where the needle starts in the bytes from an offset on, or −1. */
export function indexOfBytes(bytes: Uint8Array, needle: Uint8Array, from = 0): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(needle, from);
}
