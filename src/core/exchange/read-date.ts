import { daysInMonth, plainDate } from '../kernel/plain-date.ts';
import { problem, type Problem, type ProblemCode } from '../kernel/problem.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import { errorOf, halfWidth, isBlank, shownCell, tidied } from './cell-text.ts';
import { EMPTY_MARKS } from './dictionary.ts';
import type { CellDate, SheetCell } from './types.ts';

type Found = CellDate | ProblemCode;

/**
 * A day, month or year as far as the cell says it. Null for an empty cell. Years 1900 to 2100; a bare number from 20 000 to
 * 73 050 is a serial of the 1900 system. Problems: cell.not_a_date, cell.no_such_day, cell.year_of_two_digits,
 * cell.month_ambiguous, and those of an error cell.
 */
export function readDate(cell: SheetCell): Result<CellDate | null, Problem> {
  const wrong = errorOf(cell);
  if (wrong !== null) return refused(wrong);
  if (isBlank(cell)) return ok(null);
  const found = dateOf(cell);
  if (found === null) return ok(null);
  return typeof found === 'string' ? refused(problem(found, undefined, { text: shownCell(cell) })) : ok(found);
}

function dateOf(cell: SheetCell): Found | null {
  if (typeof cell === 'number') return ofNumber(cell);
  if (typeof cell === 'object' && cell?.kind === 'date') {
    const [year = '', month = '', day = ''] = cell.text.slice(0, 10).split('-');
    if (cell.shows === 'time' || day === '') return 'cell.not_a_date';
    if (cell.shows === 'year') return made(year, null, null);
    return made(year, month, cell.shows === 'month' ? null : day);
  }
  if (typeof cell !== 'string') return 'cell.not_a_date';
  const text = halfWidth(tidied(cell)).replace(/\s+/g, ' ');
  return EMPTY_MARKS.has(text) ? null : ofText(text);
}

/** 2021.6 typed into a general cell is a number; of 2021.10 it keeps only 2021.1. */
function ofNumber(value: number): Found {
  const text = String(value);
  if (/^(19|20|21)\d\d\.1$/.test(text)) return 'cell.month_ambiguous';
  const serial = Math.floor(value);
  if (serial >= 20_000 && serial < 73_051) return ofSerial(serial);
  return ofText(text);
}

function ofSerial(serial: number): Found {
  const text = new Date((serial - 25_569) * 86_400_000).toISOString();
  return made(text.slice(0, 4), text.slice(5, 7), text.slice(8, 10));
}

function ofText(text: string): Found {
  const bare = text.replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/, '').replace(/\s+/g, '');
  const packed = /^(\d{4})(\d{2})(\d{2})?$/.exec(bare);
  if (packed !== null) return made(packed[1], packed[2], packed[3] ?? null);
  const year = /^(\d{4})(?:年度?|\.0+)?$/.exec(bare);
  if (year !== null) return made(year[1], null, null);
  if (/^[2-7]\d{4}(\.\d+)?$/.test(bare)) return ofSerial(Number(bare.slice(0, 5)));
  const parted = /^(\d{4})(?:年|[./-])(\d{1,2})(?:月份?|(?:[./-]|月)(\d{1,2})[日号]?)?$/.exec(bare);
  if (parted !== null) return made(parted[1], parted[2], parted[3] ?? null);
  const short = /^\d{1,2}(?:年|[./-])\d{1,2}(?:月|[./-]|月\d{1,2}日?|[./-]\d{1,2}日?)?$/.exec(bare);
  return short === null ? 'cell.not_a_date' : 'cell.year_of_two_digits';
}

function made(yearText = '', monthText: string | null = null, dayText: string | null = null): Found {
  const [year, month, day] = [Number(yearText), Number(monthText ?? '1'), Number(dayText ?? '1')];
  if (!(year >= 1900 && year <= 2100)) return 'cell.not_a_date';
  const from = plainDate(year, month, day);
  if (from === null) return dayText === null ? 'cell.not_a_date' : 'cell.no_such_day';
  if (dayText !== null) return { precision: 'day', from, to: from };
  if (monthText === null) return { precision: 'year', from, to: `${yearText}-12-31` };
  return { precision: 'month', from, to: `${from.slice(0, 8)}${daysInMonth(year, month)}` };
}
