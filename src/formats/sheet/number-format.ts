import type { SheetDate } from '../../core/exchange/types.ts';

/** What a number format makes of a number; null for a plain number. `padded` shows leading zeros: 000123. */
export type NumberKind =
  { kind: 'date'; shows: SheetDate['shows'] } | { kind: 'percent' } | { kind: 'padded'; digits: number } | null;

const day: NumberKind = { kind: 'date', shows: 'day' };
const month: NumberKind = { kind: 'date', shows: 'month' };
const time: NumberKind = { kind: 'date', shows: 'time' };

/** The numbers that formats have without a code; 27–36 and 50–58 are those of Chinese systems (ECMA-376 part 1, 18.8.30). */
function builtIn(id: number): NumberKind {
  if (id === 9 || id === 10) return { kind: 'percent' };
  if ([17, 27, 36, 50, 52, 57].includes(id)) return month;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56) return time;
  if ((id >= 14 && id <= 22) || (id >= 28 && id <= 31) || (id >= 50 && id <= 58)) return day;
  return null;
}

/** The kind of a number format from its id and its code (null: a format without a code). */
export function numberKind(id: number, code: string | null): NumberKind {
  if (code === null) return builtIn(id);
  const plain = bare(code);
  if (plain === '') return null;
  const shows = dateShown(plain);
  if (shows !== null) return { kind: 'date', shows };
  if (plain.includes('%') && /[0#?]/.test(plain)) return { kind: 'percent' };
  return /^0{2,}$/.test(plain) ? { kind: 'padded', digits: plain.length } : null;
}

/** The first section without quoted text, escapes, colours, conditions and languages. */
function bare(code: string): string {
  const clean = code
    .replace(/"[^"]*"?/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]?/g, '');
  return (clean.split(';')[0] ?? '')
    .replace(/g\/|general|am\/pm|a\/p/gi, '')
    .trim()
    .toLowerCase();
}

function dateShown(plain: string): SheetDate['shows'] | null {
  const letters = plain.replace(/e[+-]/g, '');
  const clock = /[hs]/.test(letters);
  const year = /[ye]/.test(letters);
  if (/d|aaa/.test(letters)) return 'day';
  if (year) return /m/.test(letters) ? 'month' : 'year';
  if (clock) return 'time';
  return /m/.test(letters) ? 'month' : null;
}

const DAY_MS = 86_400_000;

/**
 * A serial number as a date, or the number itself where no date has it. The 1900 system counts a 29 February 1900
 * that never was: days before it are one further on.
 */
export function dateOfSerial(serial: number, shows: SheetDate['shows'], date1904: boolean): SheetDate | number {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return serial;
  const seconds = Math.round(serial * 86_400);
  const days = Math.floor(seconds / 86_400);
  const clock = new Date((seconds - days * 86_400) * 1000).toISOString().slice(11, 19);
  if (shows === 'time' && (days === 0 || date1904)) return { kind: 'date', text: clock, shows };
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const text = new Date(epoch + days * DAY_MS).toISOString().slice(0, 10);
  return {
    kind: 'date',
    text: clock === '00:00:00' ? text : `${text}T${clock}`,
    shows: shows === 'time' ? 'day' : shows,
  };
}

/** A stored number as its cell shows it. */
export function shownNumber(
  value: number,
  kind: NumberKind,
  date1904: boolean,
): number | string | SheetDate | { kind: 'percent'; value: number } {
  if (kind === null) return value;
  if (kind.kind === 'percent') return { kind: 'percent', value };
  if (kind.kind === 'date') return dateOfSerial(value, kind.shows, date1904);
  return Number.isSafeInteger(value) && value >= 0 ? String(value).padStart(kind.digits, '0') : value;
}
