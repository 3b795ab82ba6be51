import { fill, words, type Language } from '../../words/words.ts';

/** How exactly a day is known. */
export type Precision = 'year' | 'month' | 'day' | 'unknown';

/** A day in words, no more exact than it is known (1990年, June 2021). */
export function dayText(day: string | null, language: Language, precision: Precision = 'day'): string {
  const { common } = words[language];
  if (day === null || precision === 'unknown') return common.unknown;
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
  if (precision === 'year') return fill(common.year, { year });
  const named = common.months[Number(month) - 1] ?? month;
  return fill(precision === 'month' ? common.month : common.date, { year, month: named, day: date });
}

/** A moment in Shanghai, to the minute: `2021-06-04 15:30`. */
export function momentText(instant: string): string {
  const parts = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

/** Today in Shanghai, `YYYY-MM-DD`. */
export function today(): string {
  return momentText(new Date().toISOString()).slice(0, 10);
}

/** A decimal string with its thousands set apart; the digits stay as they are. */
export function numberText(value: string | number): string {
  const [whole = '', part] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** A size in the units that people use. */
export function sizeText(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}
