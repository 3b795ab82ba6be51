import { inflate } from 'node:zlib';
import { promisify } from 'node:util';
import { ascii, indexOfBytes } from '../sniff.ts';
import { Breath, UnfitFile, type Inspected } from './evidence-problem.ts';

/** Names of what a PDF does by itself: scripts, starting programs, films (ISO 32000); beside these XFA, forms that are programs. */
const ACTIVE = new Set(['JavaScript', 'Launch', 'RichMedia', 'Rendition']);
const CHUNK = 1024 * 1024;
/** No name that matters is longer, escapes counted. */
const OVERLAP = 100;
/** Most that the packed objects of one file may unpack to, in bytes. */
const MOST_OBJECTS = 64 * 1024 * 1024;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const STREAM = bytesOf('stream');
const END_STREAM = bytesOf('endstream');
const unpack = promisify(inflate);

/** What was seen in a PDF. */
interface Seen {
  pages: number;
  encrypted: boolean;
  active: boolean;
}

/**
 * Looks into a PDF without opening it: no password, no scripts, also not among its packed objects. Files inside it are left
 * (vouchers carry their data so): nothing unpacks them here. Throws `UnfitFile`.
 */
export async function inspectPdf(bytes: Uint8Array): Promise<Inspected> {
  const seen: Seen = { pages: 0, encrypted: false, active: false };
  if (indexOfBytes(bytes, bytesOf('startxref')) < 0) throw new UnfitFile('file.damaged', { kind: 'pdf' });
  const breath = new Breath();
  for (let from = 0; from < bytes.length; from += CHUNK) {
    look(seen, ascii8(bytes.subarray(from, from + CHUNK + OVERLAP)), from + CHUNK < bytes.length ? CHUNK : Infinity);
    await breath.take();
  }
  if (seen.encrypted) throw new UnfitFile('file.encrypted', { kind: 'pdf' });
  await lookIntoObjects(seen, bytes);
  if (seen.active) throw new UnfitFile('evidence.active', { kind: 'pdf' });
  if (seen.pages === 0) throw new UnfitFile('file.damaged', { kind: 'pdf' });
  return { mediaType: 'application/pdf', kind: 'pdf', pages: seen.pages };
}

const ascii8 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Notes the names in a piece of text; those that begin at `end` or later are the next piece's. */
function look(seen: Seen, text: string, end: number): void {
  for (const match of text.matchAll(/\/(?:[A-Za-z]|#[0-9A-Fa-f]{2}){3,20}(?![A-Za-z#])/g)) {
    if (match.index >= end) break;
    const name = match[0].includes('#') ? plain(match[0].slice(1)) : match[0].slice(1);
    if (name === 'Page') seen.pages += 1;
    else if (name === 'Encrypt') seen.encrypted = true;
    // Three letters also come up by chance in pictures; the name of a form is followed by its value.
    else if (name === 'XFA')
      seen.active ||= /^[\s[\d]/.test(text.slice(match.index + match[0].length, match.index + match[0].length + 1));
    else if (ACTIVE.has(name)) seen.active = true;
  }
}

/** A name with its escapes (`#4A`) undone. */
const plain = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Unpacks the streams that hold objects, and only those, within bounds. */
async function lookIntoObjects(seen: Seen, bytes: Uint8Array): Promise<void> {
  let left = MOST_OBJECTS;
  for (let p = indexOfBytes(bytes, STREAM); p >= 0; p = indexOfBytes(bytes, STREAM, p + STREAM.length)) {
    if (ascii(bytes, p - 3, p) === 'end') continue;
    const dictionary = plain(ascii(bytes, Math.max(0, p - 600), p));
    const own = dictionary.slice(dictionary.lastIndexOf(' obj'));
    if (!/\/ObjStm\b/.test(own)) continue;
    // Packed otherwise than every program packs them: what is inside cannot be seen.
    if (/\/Filter\b/.test(own) && !/\/Filter\s*\[?\s*\/(FlateDecode|Fl)\s*[\]/>]/.test(own))
      throw new UnfitFile('evidence.active', { kind: 'pdf' });
    const start = p + STREAM.length + (bytes[p + STREAM.length] === 13 ? 2 : 1);
    const end = indexOfBytes(bytes, END_STREAM, start);
    const packed = bytes.subarray(start, end < 0 ? bytes.length : end);
    const text = /\/Filter\b/.test(own) ? await unpackObjects(packed, left) : packed;
    left -= text.length;
    look(seen, ascii8(text), Infinity);
  }
}

async function unpackObjects(packed: Uint8Array, left: number): Promise<Uint8Array> {
  try {
    // Z_SYNC_FLUSH: what breaks off is looked at as far as it goes, as viewers do.
    return await unpack(packed, { maxOutputLength: Math.max(1, left), finishFlush: 2 });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new UnfitFile('file.bomb', { kind: 'pdf' });
    throw new UnfitFile('file.damaged', { kind: 'pdf' });
  }
}
