/** Endings that say only the kind of a place; they are not indexed for the search of a part. */
const KIND =
  /(特别行政区|自治[区州县旗]|街道办事处|村民委员会|居民委员会|社区居委会|村委会|居委会|牧委会|街道|社区|地区|嘎查|苏木|[省市区县旗盟镇乡村])$/;

/** The name without the endings that say its kind, at least two signs long (灵寿县 → 灵寿, 菜子村村民委员会 → 菜子). */
export function stemOf(name: string): string {
  let stem = name;
  for (let next = stem.replace(KIND, ''); next !== stem && next.length >= 2; next = stem.replace(KIND, '')) stem = next;
  return stem;
}

/**
 * Every two neighbouring UTF-16 units of the stem as one signed 32-bit number, each once, ascending: what the database's
 * index of parts of names holds. Two signs are enough to ask, where trigrams need three.
 */
export function bigramsOf(name: string): number[] {
  const stem = stemOf(name);
  const grams = new Set<number>();
  for (let i = 0; i + 1 < stem.length; i += 1) grams.add((stem.charCodeAt(i) << 16) | stem.charCodeAt(i + 1));
  return [...grams].sort((a, b) => a - b);
}

const ENDINGS = {
  town: ['镇', '乡', '街道', '街道办事处', '苏木'],
  village: [
    '村民委员会',
    '村委会',
    '居民委员会',
    '居委会',
    '社区居委会',
    '社区居民委员会',
    '社区',
    '村',
    '村村民委员会',
    '村村委会',
    '嘎查',
  ],
} as const;

/** The full names under which a town or village written so may be filed: 菜子 → 菜子, 菜子村, 菜子村村民委员会 … */
export function fullNamesOf(text: string, level: 'town' | 'village'): string[] {
  return [text, ...ENDINGS[level].map((ending) => text + ending)];
}

/** Whether the text is only a kind of place (社区, 镇). */
export const isMereKind = (text: string): boolean =>
  [...ENDINGS.town, ...ENDINGS.village].some((ending) => ending === text);

/** What a person typed into the search of places. */
export type PlaceQuery =
  | { kind: 'empty' }
  | { kind: 'code'; prefix: string }
  | { kind: 'initials'; letters: string }
  | { kind: 'name'; text: string };

/** Reads the input: digits are a code (zeros below its level dropped), latin letters initials, anything else a name. */
export function parsePlaceQuery(input: string): PlaceQuery {
  const text = input
    .normalize('NFKC')
    .replace(/[\s'’·•]/g, '')
    .slice(0, 60);
  if (text === '') return { kind: 'empty' };
  if (/^\d+$/.test(text)) {
    const whole =
      text.length >= 6
        ? text
            .replace(/^(\d{9})000$/, '$1')
            .replace(/^(\d{6})0+$/, '$1')
            .replace(/^(\d{4})00$/, '$1')
            .replace(/^(\d{2})00$/, '$1')
        : text;
    return { kind: 'code', prefix: whole };
  }
  if (/^[a-z]+$/i.test(text)) return { kind: 'initials', letters: text.toLowerCase() };
  return { kind: 'name', text };
}
