import type { ReadingWarning } from './source.ts';

/** What is no part of the text although it stands in it. */
export interface Debris {
  /** Per unit of the text: 0 keep, 1 leave out, 2 a line break; null where nothing was found. */
  drop: Uint8Array | null;
  /** Units to be read as another one (entity remains). */
  replace: Map<number, string>;
  warnings: ReadingWarning[];
}

const TONED = 'āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿ';
const PINYIN = new RegExp(`[(（]\\s?([a-zɑɡüêA-Z${TONED}]{1,7})\\s?[)）]`, 'g');
const TORN = new RegExp(`[?？\\uFFFD]{0,2}[a-zɑɡü]{0,4}[${TONED}][a-zɑɡü]{0,4}[)）]`, 'g');
const HAS_TONE = new RegExp(`[${TONED}]`);
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
const ENTITIES: Record<string, string> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  hellip: '…',
  middot: '·',
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
};

/** Finds pinyin in brackets (點(diǎn)), torn pinyin of damaged bytes, remains of SQL (\r\n, \") and of markup (<br>, &nbsp;). */
export function findDebris(text: string): Debris {
  const debris: Debris = { drop: null, replace: new Map(), warnings: [] };
  const mark = (from: number, to: number, as: 1 | 2): void => {
    debris.drop ??= new Uint8Array(text.length);
    debris.drop.fill(1, from, to);
    if (as === 2) debris.drop[from] = 2;
  };
  if (HAS_TONE.test(text)) pinyin(text, mark, debris);
  if (text.includes('\\')) {
    for (const m of text.matchAll(/\\r\\n|\\n|\\r|\\t|\\(?=["'”“])/g))
      mark(m.index, m.index + m[0].length, m[0] === '\\' ? 1 : 2);
  }
  if (text.includes('<')) {
    for (const m of text.matchAll(/<\/?([a-zA-Z][a-zA-Z0-9]{0,10})(?:\s[^<>]{0,300})?\/?>|<!--[^<>]{0,300}-->/g)) {
      mark(m.index, m.index + m[0].length, /^(p|br|div|li|tr|h\d)$/i.test(m[1] ?? '') ? 2 : 1);
    }
  }
  if (text.includes('&')) {
    for (const m of text.matchAll(/&([a-z]{2,6});/g)) {
      const char = ENTITIES[m[1] ?? ''];
      if (char === undefined) continue;
      debris.replace.set(m.index, char);
      mark(m.index + 1, m.index + m[0].length, 1);
    }
  }
  return debris;
}

function pinyin(text: string, mark: (from: number, to: number, as: 1 | 2) => void, debris: Debris): void {
  const found = [...text.matchAll(PINYIN)].filter(
    (m) => HAS_TONE.test(m[1] ?? '') || HAN.test(text.charAt(m.index - 1)),
  );
  const toned = found.filter((m) => HAS_TONE.test(m[1] ?? ''));
  for (const m of found) {
    if (!HAS_TONE.test(m[1] ?? '') && (toned.length < 3 || !/^[a-zɑɡü]{1,6}$/.test(m[1] ?? ''))) continue;
    mark(m.index, m.index + m[0].length, 1);
  }
  for (const m of text.matchAll(TORN)) {
    if (debris.drop?.[m.index] === 1 || /[(（a-z]/.test(text.charAt(m.index - 1))) continue;
    mark(m.index, m.index + m[0].length, 1);
    const end = Math.min(text.length, m.index + m[0].length + 12);
    debris.warnings.push({
      code: 'document.damaged_text',
      detail: text.slice(Math.max(0, m.index - 4), end),
      start: m.index,
      end,
    });
  }
}

/** A short text without pinyin in brackets. */
export function withoutPinyin(text: string): string {
  return HAS_TONE.test(text) ? text.replace(PINYIN, (all, word: string) => (HAS_TONE.test(word) ? '' : all)) : text;
}
