import { halfWidth, tidied } from './cell-text.ts';
import { HEADER_UNITS } from './dictionary.ts';

/** A header cell taken apart. */
export interface Header {
  /** For people: one line, without `*`, with its brackets. */
  name: string;
  /** The unit in brackets or behind a colon, as written in half width; null where there is none. */
  unit: string | null;
  starred: boolean;
}

/** Of a cell that is longer no more is a name, in characters. */
const LONGEST = 1000;

/** What most texts are: a Chinese character, then such, letters and digits. There is nothing to take apart. */
const PLAIN = /^[\u4e00-\u9fff][\u4e00-\u9fffa-zA-Z0-9]*$/;

/** Takes a header cell apart. Lines that name a source or explain are left out. */
export function headerOf(text: string): Header {
  if (text.length <= LONGEST && PLAIN.test(text)) return { name: text, unit: null, starred: false };
  const lines = tidied(text.slice(0, LONGEST)).split('\n');
  const kept = lines.filter((line, i) => i === 0 || !/^[\s—–-]*(来源|数据来源|注|说明|填表说明|填写说明)/.test(line));
  const raw = kept.join('').replace(/\s+/g, ' ').trim();
  const name = raw.replace(/^[*＊※✱]+\s*|\s*[*＊✱]+$/g, '').trim();
  return { name, unit: unitOf(name), starred: /^[*＊✱]|[*＊✱]$/.test(raw) };
}

const BRACKETS = /\(([^()]*(?:\([^()]*\))?[^()]*)\)/g;

function unitOf(name: string): string | null {
  const half = halfWidth(name).replace(/\s+/g, '');
  for (const m of [...half.matchAll(BRACKETS)].reverse()) {
    const unit = asUnit(m[1] ?? '');
    if (unit !== null) return unit;
  }
  const behind = /[:/,，](?:单位:?)?([^:/,，()]{1,5})$/.exec(half)?.[1];
  return behind === undefined || behind.length === half.length ? null : asUnit(behind);
}

function asUnit(text: string): string | null {
  const unit = text.replace(/^(计量|金额)?单位[:：]?/, '');
  return HEADER_UNITS.has(unit) ? unit : null;
}

/**
 * What a header is compared by: half width, lower case, without blanks, marks, form codes (B92-1), and brackets that hold
 * a unit, a list of options or a remark. 县(市、区、旗) and 县 have the same key, 公益性岗位(月数) keeps its bracket.
 */
export function headerKey(text: string): string {
  if (text.length <= LONGEST && PLAIN.test(text)) return text.toLowerCase();
  const half = halfWidth(headerOf(text).name).replace(/\s+/g, '').toLowerCase();
  const plain = half
    .replace(BRACKETS, (whole, inside: string) => (isRemark(inside) ? '' : whole))
    .replace(/[:/,，](?:单位:?)?([^:/,，()]{1,5})$/, (whole, unit: string) => (asUnit(unit) === null ? whole : ''))
    .replace(/^[a-z]{1,3}\d{1,4}(?:-\d+)?[a-z]?[.、:]?(?=\p{Script=Han})/u, '')
    .replace(/^(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、](?=\p{Script=Han})/u, '')
    .replace(/[“”"'‘’*:：。;；_]/g, '');
  return plain === '' ? half : plain;
}

/** Whether a text has the key. */
export function hasKey(text: string, key: string): boolean {
  const first = key.charCodeAt(0);
  // Cheap to say and mostly so: a key that begins with a Chinese character is none of a text without it.
  return !(first >= 0x4e00 && first <= 0x9fff && !text.includes(key.charAt(0))) && headerKey(text) === key;
}

function isRemark(inside: string): boolean {
  if (asUnit(inside) !== null) return true;
  return [...inside].length > 8 || /[、/|,，:：;；]|填|选|^是否|^是\/否|必|例如?|格式|单位|可多/.test(inside);
}

/** The key without any bracket; the same as the key where it has none. */
export function bareKey(key: string): string {
  const bare = key.replace(BRACKETS, '');
  return bare === '' ? key : bare;
}
