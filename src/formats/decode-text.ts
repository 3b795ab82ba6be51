import type { ReadingWarning } from '../core/document/source.ts';
import { ascii, isUtf16 } from './sniff.ts';

/** Bytes as text, with the encoding that was used; a byte order mark is left out. */
export interface Decoded {
  text: string;
  encoding: string;
  warnings: ReadingWarning[];
}

/** Reads bytes as text: byte order mark, valid UTF-8, the encoding that an HTML page declares, then GB18030 or damaged UTF-8, whichever is less broken. */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes);
  if (marked !== null) return withDamage(decode(bytes, marked), marked);
  const wide = isUtf16(bytes);
  if (wide !== null) return withDamage(decode(bytes, wide), wide);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', warnings: [] };
  } catch {
    return guess(bytes);
  }
}

function guess(bytes: Uint8Array): Decoded {
  const utf8 = decode(bytes, 'utf-8');
  const broken = shareBroken(utf8);
  const declared = declaredEncoding(bytes);
  if (declared !== null && declared !== 'utf-8') return withDamage(decode(bytes, declared), declared);
  const gb = decode(bytes, 'gb18030');
  return broken < 0.2 && broken <= shareBroken(gb) + 0.1 && !(shareBroken(gb) === 0 && broken > 0.05)
    ? withDamage(utf8, 'utf-8')
    : withDamage(gb, 'gb18030');
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** The charset of a `<meta>` or XML declaration in the first 4 KB, as a label that TextDecoder knows; GB names read as GB18030. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = ascii(bytes, 0, 4096);
  const label =
    /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1];
  if (label === undefined) return null;
  if (/^(gb|x-gbk|cp936|hz)/i.test(label)) return 'gb18030';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

/** Share of replacement characters among the characters that are not ASCII. */
function shareBroken(text: string): number {
  let broken = 0;
  let wide = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === 0xfffd || (c >= 0xe000 && c <= 0xf8ff)) broken += 1;
    if (c > 127) wide += 1;
  }
  return wide === 0 ? 0 : broken / wide;
}

function withDamage(text: string, encoding: string): Decoded {
  const first = text.indexOf('\ufffd');
  if (first < 0) return { text, encoding, warnings: [] };
  const count = text.split('\ufffd').length - 1;
  return {
    text,
    encoding,
    warnings: [{ code: 'document.damaged_characters', detail: String(count), start: null, end: null }],
  };
}
