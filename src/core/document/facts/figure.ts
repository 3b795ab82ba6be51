import type { Approx } from '../reading.ts';
import { formatDecimal, type Decimal } from './decimal.ts';
import { numberAt, scaleAt, scaleBy, sum, type NumberToken } from './number.ts';
import { unitAt, type UnitTrust } from './units.ts';
import { MARKERS_AFTER, MARKERS_BEFORE, MARKERS_BEFORE_BARE, MARKERS_INSIDE, NOT_A_MARKER } from './words.ts';

/** A number with its scale, unit and markers, found in a text by form alone; offsets into that text. */
export interface Figure {
  /** From the first marker to the last. */
  start: number;
  end: number;
  /** Where the digits begin. */
  numberStart: number;
  value: string;
  unit: string;
  exact: Decimal;
  /** Upper end of a range (3—5个), else null. */
  exactMax: Decimal | null;
  /** '' where no measure word is printed. */
  plainUnit: string;
  scale: number;
  approx: Approx;
  approxText: string | null;
  kind: NumberToken['kind'];
  trust: UnitTrust;
}

const START = /[\d零〇一二两三四五六七八九十百千万亿叁]/g;
const RANGE = /^(?:[—–\-~～－至到]|——|--)$/;

/** Every figure of the text, left to right, by form; nothing is judged yet. Linear in the length of the text. */
export function figuresIn(text: string): Figure[] {
  const out: Figure[] = [];
  const start = new RegExp(START.source, 'g');
  for (let m = start.exec(text); m; m = start.exec(text)) {
    const figure = percentWordsAt(text, m.index) ?? figureAt(text, m.index);
    if (figure) {
      out.push(figure);
      start.lastIndex = Math.max(figure.end, m.index + 1);
    } else {
      start.lastIndex = Math.max(numberAt(text, m.index)?.end ?? runEnd(text, m.index), m.index + 1);
    }
  }
  return out;
}

/** The end of a run of Chinese digits that is no number (四五万元), so that its last digit is not read alone. */
function runEnd(text: string, at: number): number {
  let end = at;
  while (end - at < 12 && '一二三四五六七八九两十百千'.includes(text.charAt(end) || '。')) end += 1;
  return end;
}

interface Parts {
  printed: string;
  exact: Decimal;
  scaleText: string;
  power: number;
  end: number;
  inside: readonly [string, Approx] | null;
  kind: NumberToken['kind'];
}

function figureAt(text: string, at: number): Figure | null {
  const first = partsAt(text, at);
  if (!first) return null;
  const range = rangeAt(text, first);
  const last = range ?? first;
  const unit = placeLike(text, last) ? null : unitAt(text, last.end);
  if (!unit && last.power < 4) return null;
  // A noun that stands in for the measure word is not part of the figure: 17.2万|贫困人口.
  const word = unit?.noun === true ? (last.power > 0 ? '' : unit.text) : (unit?.text ?? '');
  const unitEnd = last.end + (unit?.noun === true ? 0 : word.length);
  const inside = last.inside ?? first.inside;
  const after = inside ? null : markerAt(text, unitEnd, MARKERS_AFTER);
  const tail = after && !swallows(text, unitEnd, after[0]) ? after : null;
  const before = markerBefore(text, at, first.kind === 'bare');
  if (first.kind === 'bare' && !before && !inside && !tail) return null;
  const marker = before ?? inside ?? tail;
  const lower = range && first.power === 0 && last.power > 0 ? scaleBy(first.exact, last.power) : first.exact;
  const percent = unit?.plain === '%';
  return {
    start: at - (before?.[0].length ?? 0),
    end: unitEnd + (tail?.[0].length ?? 0),
    numberStart: at,
    value: range
      ? text.slice(at, at + first.printed.length) +
        text.slice(at + first.printed.length, last.end - last.scaleText.length - (last.inside?.[0].length ?? 0))
      : first.printed,
    unit: last.scaleText + word,
    exact: lower,
    exactMax: range ? range.exact : null,
    plainUnit: percent ? '%' : (unit?.plain ?? ''),
    scale: last.power,
    approx: marker?.[1] ?? null,
    approxText: marker?.[0] ?? null,
    kind: first.kind,
    trust: unit?.trust ?? 'firm',
  };
}

/** 200万镇级资金: what follows 万 is the next word, not a measure word. */
function placeLike(text: string, last: Parts): boolean {
  const next = text.slice(last.end, last.end + 2);
  return /^[省市县区镇乡村州]级/.test(next) || (last.power >= 4 && /^[省市县区镇乡村州](?![，。、；）])/.test(next));
}

/** Number, marker and scale in any order that print uses: 960多万, 3.88亿余, 1亿2000万, 6200余万. */
function partsAt(text: string, at: number): Parts | null {
  const number = numberAt(text, at);
  if (!number) return null;
  let end = number.end;
  let inside = markerAt(text, end, MARKERS_INSIDE);
  if (inside) end += inside[0].length;
  const scale = scaleAt(text, end);
  let exact = number.exact;
  let printed = number.printed;
  let power = 0;
  let scaleText = '';
  if (scale) {
    ({ end, power, printed: scaleText } = scale);
    const second = power < 4 && !inside ? laterScale(text, end) : null;
    if (second) {
      inside = second.marker;
      power += second.power;
      scaleText += second.printed;
      end = second.end;
    }
    exact = scaleBy(exact, power);
    const rest = inside ? null : lowerPart(text, end, power);
    if (rest) {
      exact = sum(exact, rest.exact);
      printed = text.slice(at, rest.end - rest.scaleText.length);
      ({ end, power, scaleText } = rest);
    }
    const late = markerAt(text, end, MARKERS_INSIDE);
    if (late && !inside && !/^来[自到源]/.test(text.slice(end, end + 2))) {
      inside = late;
      end += late[0].length;
    }
  } else if (inside && number.kind === 'arabic' && /^[来几]/.test(inside[0]) && !unitAt(text, end)) {
    return null;
  }
  return { printed, exact, scaleText, power, end, inside, kind: number.kind };
}

/** A second scale behind a marker: 余万 in 3千余万. */
function laterScale(
  text: string,
  at: number,
): { marker: readonly [string, Approx]; end: number; printed: string; power: number } | null {
  const marker = markerAt(text, at, MARKERS_INSIDE);
  const scale = marker && scaleAt(text, at + marker[0].length);
  return marker && scale && scale.power >= 4 ? { marker, ...scale } : null;
}

/** The lower part of a mixed number: 2000万 in 1亿2000万, 五千 in 三万五千. */
function lowerPart(
  text: string,
  at: number,
  above: number,
): { exact: Decimal; end: number; scaleText: string; power: number } | null {
  const number = numberAt(text, at);
  if (!number || number.kind === 'bare' || number.printed.length < 2) return null;
  const scale = scaleAt(text, number.end);
  if (scale && scale.power >= above) return null;
  return {
    exact: scale ? scaleBy(number.exact, scale.power) : number.exact,
    end: scale?.end ?? number.end,
    scaleText: scale?.printed ?? '',
    power: scale?.power ?? 0,
  };
}

function rangeAt(text: string, first: Parts): Parts | null {
  for (const length of [2, 1]) {
    let at = first.end;
    // A unit may stand at both ends: 300元至500元.
    const unit = unitAt(text, at);
    if (unit && RANGE.test(text.slice(at + unit.text.length, at + unit.text.length + length))) at += unit.text.length;
    if (!RANGE.test(text.slice(at, at + length))) continue;
    const second = partsAt(text, at + length);
    if (second && second.kind !== 'bare') return second;
  }
  return null;
}

function markerAt(
  text: string,
  at: number,
  table: readonly (readonly [string, Approx])[],
): readonly [string, Approx] | null {
  return table.find(([word]) => text.startsWith(word, at)) ?? null;
}

/** 多/余 behind a unit may begin the next word (50户多渠道增收). */
function swallows(text: string, at: number, word: string): boolean {
  if (word !== '多' && word !== '余') return false;
  return !/^(?:[，。；、）了]|$)/.test(text.slice(at + 1, at + 2));
}

function markerBefore(text: string, at: number, bare: boolean): readonly [string, Approx] | null {
  const head = text.slice(Math.max(0, at - 6), at);
  const table = bare ? [...MARKERS_BEFORE, ...MARKERS_BEFORE_BARE] : MARKERS_BEFORE;
  const found = table.find(([word]) => head.endsWith(word));
  if (!found || NOT_A_MARKER.test(head)) return null;
  return found;
}

/** 至少, 不少于 that stands earlier in the clause (每年至少为贫困户帮办1件实事). */
export function farMarker(text: string, at: number): readonly [string, Approx] | null {
  const near = text.slice(Math.max(0, at - 24), at);
  // 不低于A的15%和B的20%: one word for both.
  const clause = /[^，。；：、\d]*$/.exec(near.replace(/\d+%和(?=[^，。；：、\d]{0,8}的$)/, ''))?.[0] ?? '';
  const word = /至少|最少|不少于|不低于|最多|不超过/.exec(clause)?.[0];
  return MARKERS_BEFORE.find(([marker]) => marker === word) ?? null;
}

/** 百分之八十, 百分之80, 千分之三. */
function percentWordsAt(text: string, at: number): Figure | null {
  const head = text.slice(at, at + 3);
  if (head !== '百分之' && head !== '千分之') return null;
  const number = numberAt(text, at + 3);
  if (!number) return null;
  const inside = markerAt(text, number.end, MARKERS_INSIDE);
  const end = number.end + (inside?.[0].length ?? 0);
  const after = inside ? null : markerAt(text, end, MARKERS_AFTER);
  const before = markerBefore(text, at, false);
  const marker = before ?? inside ?? after;
  const unit = head === '百分之' ? '%' : '‰';
  return {
    start: at - (before?.[0].length ?? 0),
    end: end + (after?.[0].length ?? 0),
    numberStart: at,
    value: number.printed,
    unit,
    exact: number.exact,
    exactMax: null,
    plainUnit: unit,
    scale: 0,
    approx: marker?.[1] ?? null,
    approxText: marker?.[0] ?? null,
    kind: number.kind,
    trust: 'firm',
  };
}

/** The exact value as text. */
export const exactText = (figure: Figure): string => formatDecimal(figure.exact);
