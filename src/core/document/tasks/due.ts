import { daysInMonth, partsOf, plainDate } from '../../kernel/plain-date.ts';
import type { PlainDate } from '../../kernel/plain-date.ts';

/** A deadline as printed and the day it means; `guessed` where the year stands neither in it nor on the page. */
export interface Deadline {
  dueText: string;
  due: PlainDate | null;
  guessed: boolean;
}

type Parts = Record<string, string | undefined>;

const YEAR = '(?:(?<y>20\\d{2})年|(?<next>明年|次年)|(?:今年|本年度?|当年))?';
const BEFORE = '(?:之?前|以前)';
/** What a deadline looks like, and the last day it allows. 10月前 ends with September; 上半年 with June. */
const DEADLINES: readonly (readonly [RegExp, (p: Parts, year: number) => PlainDate | null])[] = [
  [
    new RegExp(`${YEAR}(?<m>\\d{1,2})月(?<d>\\d{1,2})日(?:${BEFORE}|止|完成)`),
    (p, year) => plainDate(year, Number(p.m), Number(p.d)),
  ],
  [
    new RegExp(`${YEAR}(?<m>\\d{1,2})月份?(?<part>底|末|中旬|上旬|下旬|初)${BEFORE}?`),
    (p, year) => inMonth(year, Number(p.m), p.part),
  ],
  [new RegExp(`${YEAR}(?<m>\\d{1,2})月份?${BEFORE}`), (p, year) => endOfMonth(year, Number(p.m) - 1)],
  [new RegExp(`${YEAR}(?<m>\\d{1,2})月份?(?:完成|开工|建成|启动|交付)`), (p, year) => endOfMonth(year, Number(p.m))],
  [
    new RegExp(`${YEAR}第?(?<q>[一二三四1234])季度(?:[末底内]?${BEFORE}?)`),
    (p, year) => endOfMonth(year, quarter(p.q) * 3),
  ],
  [
    new RegExp(`${YEAR}上半年(?:[内底]?${BEFORE}?)(?=完成|全部|实现|启动|开展|建成|，)`),
    (_p, year) => plainDate(year, 6, 30),
  ],
  [
    new RegExp(`(?:(?<y>20\\d{2})年|(?<next>明年|次年)|今年|本年度?|当年|年)(?:年?[底末]${BEFORE}?|内)`),
    (_p, year) => plainDate(year, 12, 31),
  ],
  [/(?:到|至)(?<y>20\d{2})年/, (_p, year) => plainDate(year, 12, 31)],
];

/**
 * The deadline of a task (10月底前, 2024年6月30日前, 年内, 第三季度), the earliest in its words, or null. A year left
 * out comes from `base` (the day of the meeting or the page), else from `fallbackYear` (the year of a plan); with neither the
 * printed words stay without a day.
 */
export function deadlineOf(text: string, base: PlainDate | null, fallbackYear: number | null): Deadline | null {
  let best: { m: RegExpExecArray; day: (p: Parts, year: number) => PlainDate | null } | null = null;
  for (const [pattern, day] of DEADLINES) {
    const m = pattern.exec(text);
    if (m && (best === null || m.index < best.m.index)) best = { m, day };
  }
  if (best === null) return null;
  const parts: Parts = best.m.groups ?? {};
  const said = parts.y === undefined ? null : Number(parts.y);
  const known = fallbackYear ?? (base === null ? null : partsOf(base).year);
  const year = said ?? (known === null ? null : known + (parts.next === undefined ? 0 : 1));
  return {
    dueText: best.m[0],
    due: year === null ? null : best.day(parts, year),
    guessed: said === null && known === null,
  };
}

function inMonth(year: number, month: number, part: string | undefined): PlainDate | null {
  if (part === '中旬') return plainDate(year, month, 20);
  if (part === '上旬' || part === '初') return plainDate(year, month, 10);
  return endOfMonth(year, month);
}

function endOfMonth(year: number, month: number): PlainDate | null {
  if (month === 0) return plainDate(year - 1, 12, 31);
  return month >= 1 && month <= 12 ? plainDate(year, month, daysInMonth(year, month)) : null;
}

function quarter(text: string | undefined): number {
  return Math.max('一二三四'.indexOf(text ?? '-'), '1234'.indexOf(text ?? '-')) + 1;
}
