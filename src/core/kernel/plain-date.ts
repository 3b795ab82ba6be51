import type { Brand } from './brand.ts';

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Never a moment: it has no time zone. */
export type PlainDate = Brand<string, 'PlainDate'>;

/** A moment in UTC, ISO 8601 with milliseconds and `Z`. */
export type Instant = Brand<string, 'Instant'>;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** Days in a month; month is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day, or null where no such day exists (2021-02-30). */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  const whole = [year, month, day].every((n) => Number.isInteger(n));
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as PlainDate;
}

/** Reads `YYYY-MM-DD`; null for anything else. */
export function parsePlainDate(text: string): PlainDate | null {
  const m = SHAPE.exec(text);
  return m ? plainDate(Number(m[1]), Number(m[2]), Number(m[3])) : null;
}

/** Year, month (1–12) and day of a date. */
export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The day so many days later (or earlier, when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

/** The business day of a moment: the calendar day in Asia/Shanghai (UTC+8, no summer time). */
export function dayOf(instant: Instant): PlainDate {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(0, 10) as PlainDate;
}

/** Whether the term from..to (both inclusive, open where null) holds on the day. */
export function holdsOn(day: PlainDate, from: PlainDate | null, to: PlainDate | null): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}
