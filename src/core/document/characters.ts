/** What a character is for spacing. */
export type CharacterKind = 'han' | 'digit' | 'latin' | 'mark' | 'other';

/** Kind of a UTF-16 unit; Chinese quotes and brackets that stand around words count as `han`. */
export function kindOf(code: number): CharacterKind {
  if (code >= 0x30 && code <= 0x39) return 'digit';
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return 'latin';
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code === 0x3007) return 'han';
  if (code === 0x201c || code === 0x201d || code === 0x300a || code === 0x300b || code === 0xff09 || code === 0xff08)
    return 'han';
  if (code >= 0xff10 && code <= 0xff19) return 'digit';
  return code === 0x2e ||
    code === 0x3a ||
    code === 0x25 ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    code < 0x80
    ? 'mark'
    : 'other';
}

const TO_WIDE = new Map<number, number>(
  Object.entries({ ';': '；', '(': '（', ')': '）', '!': '！', '?': '？' }).map(([a, b]) => [
    a.charCodeAt(0),
    b.charCodeAt(0),
  ]),
);
const SAME = new Map<number, number>(
  Object.entries({
    '％': '%',
    '﹪': '%',
    '．': '.',
    '／': '/',
    '＋': '+',
    '－': '-',
    '‐': '-',
    '‑': '-',
    '―': '—',
    '─': '—',
    '━': '—',
    '•': '·',
    '‧': '·',
    '・': '·',
    '∙': '·',
    '⋅': '·',
    '「': '“',
    '」': '”',
    '『': '‘',
    '』': '’',
    '〝': '“',
    '〞': '”',
    '［': '[',
    '］': ']',
    '﹝': '〔',
    '﹞': '〕',
    '﹐': '，',
    '﹒': '.',
    '﹔': '；',
    '﹕': '：',
    '﹙': '（',
    '﹚': '）',
    '﹑': '、',
    '､': '、',
    '｡': '。',
    '＊': '*',
    '＝': '=',
    '＆': '&',
    '＂': '”',
    '￥': '¥',
  }).map(([a, b]) => [a.charCodeAt(0), b.charCodeAt(0)]),
);
const CHINESE_DIGIT = /[〇零一二三四五六七八九○O0]/;

/** The one form of a sign that is not a common Chinese character: half-width digits and letters, full-width punctuation. */
export function widen(text: string, i: number, code: number, last: number, to: number): number {
  if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a))
    return code - 0xfee0;
  const wide = TO_WIDE.get(code);
  if (wide !== undefined) return wide;
  if (code === 0x2c || code === 0x2e || code === 0x3a || code === 0xff0e || code === 0xff1a || code === 0xff0c)
    return pointed(text, i, code, last, to);
  const same = SAME.get(code);
  if (same !== undefined) return same;
  if (code === 0x25cb && (CHINESE_DIGIT.test(text.charAt(i - 1)) || CHINESE_DIGIT.test(text.charAt(i + 1))))
    return 0x3007;
  if ((code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff)) {
    const plain = text.charAt(i).normalize('NFKC');
    return plain.length === 1 ? plain.charCodeAt(0) : code;
  }
  return code;
}

/** Comma, point and colon belong to a number between digits (1,200 · 11.2 · 11:39, with blanks too), else they are punctuation. */
function pointed(text: string, i: number, code: number, last: number, to: number): number {
  const afterDigit = kindOf(last) === 'digit';
  let next = i + 1;
  while (next < to && text.charCodeAt(next) === 32) next += 1;
  const beforeDigit = next < to && kindOf(text.charCodeAt(next)) === 'digit';
  const comma = code === 0x2c || code === 0xff0c;
  if (comma)
    return afterDigit &&
      next === i + 1 &&
      /^\d{3}(?!\d)/.test(text.slice(i + 1, i + 5)) &&
      /(^|[^\d.])\d{1,3}(,\d{3})*$/.test(text.slice(Math.max(0, i - 12), i))
      ? 0x2c
      : 0xff0c;
  if (code === 0x3a || code === 0xff1a) return afterDigit && beforeDigit ? 0x3a : 0xff1a;
  if (afterDigit || kindOf(last) === 'latin' || kindOf(last) === 'mark') return 0x2e;
  return kindOf(last) === 'han' &&
    code === 0x2e &&
    (next >= to || next > i + 1 || kindOf(text.charCodeAt(next)) === 'han')
    ? 0x3002
    : 0x2e;
}
