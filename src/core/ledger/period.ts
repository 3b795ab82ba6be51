import { parsePlainDate, daysInMonth } from '../kernel/plain-date.ts';
import { problem, type Problem } from '../kernel/problem.ts';

/** Where the closing of a period stands. */
export const PERIOD_STATES = ['open', 'close_asked', 'closed', 'reopen_asked'] as const;
/** open 未结账 | close_asked 申请结账 | closed 已结账 | reopen_asked 申请反结账: closed until that is decided. */
export type PeriodState = (typeof PERIOD_STATES)[number];

/** What can be done with a period. */
export const PERIOD_ACTS = ['ask_close', 'close', 'ask_reopen', 'reopen', 'decline'] as const;
/** One act on a period. */
export type PeriodAct = (typeof PERIOD_ACTS)[number];

/** Which acts fit which state. Server refuses by it, screens draw buttons by it. */
export const ACTS_OF_PERIOD = {
  open: ['ask_close'],
  close_asked: ['close', 'decline'],
  closed: ['ask_reopen'],
  reopen_asked: ['reopen', 'decline'],
} as const satisfies Record<PeriodState, readonly PeriodAct[]>;

/** What is asked of a period. */
export const PERIOD_ASKED = ['close', 'reopen'] as const;
/** close 结账 | reopen 反结账. */
export type PeriodAsked = (typeof PERIOD_ASKED)[number];
/** What became of what was asked. */
export const PERIOD_OUTCOMES = ['approved', 'declined', 'taken_back'] as const;
/** approved 批准 | declined 不同意 | taken_back 申请人收回. */
export type PeriodOutcome = (typeof PERIOD_OUTCOMES)[number];

/**
 * What was asked of a period last and what became of it (null: not decided yet), by where it stands and the last act on it
 * (null: not known, then nothing is said). `own`: who asked has decided, which is only ever taking back.
 */
export function askedOf(
  state: PeriodState,
  last: PeriodAct | null,
  own: boolean,
): { asked: PeriodAsked; outcome: PeriodOutcome | null } | null {
  if (state === 'close_asked') return { asked: 'close', outcome: null };
  if (state === 'reopen_asked') return { asked: 'reopen', outcome: null };
  if (last === 'close' || last === 'reopen') return { asked: last, outcome: 'approved' };
  if (last !== 'decline') return null;
  return { asked: state === 'open' ? 'close' : 'reopen', outcome: own ? 'taken_back' : 'declined' };
}

/** A stretch of days by its code: `2021`, `2021-Q1`, `2021-03`. Days are YYYY-MM-DD. */
export interface Period {
  code: string;
  grain: 'year' | 'quarter' | 'month';
  from: string;
  to: string;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Reads the code of a period; null: it is none. */
export function parsePeriod(code: string): Period | null {
  const m = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(code);
  if (m === null) return null;
  const [year, quarter, month] = [Number(m[1]), Number(m[2] ?? 0), Number(m[3] ?? 0)];
  const grain = quarter > 0 ? 'quarter' : m[3] === undefined ? 'year' : 'month';
  const first = grain === 'year' ? 1 : grain === 'month' ? month : quarter * 3 - 2;
  const last = grain === 'year' ? 12 : grain === 'month' ? month : quarter * 3;
  const from = `${m[1] ?? ''}-${two(first)}-01`;
  if (parsePlainDate(from) === null) return null;
  return { code, grain, from, to: `${m[1] ?? ''}-${two(last)}-${two(daysInMonth(year, last))}` };
}

/** All periods of a year: the year, its quarters, its months. */
export function periodsOfYear(year: number): Period[] {
  const text = String(year).padStart(4, '0');
  const codes = [
    text,
    ...[1, 2, 3, 4].map((q) => `${text}-Q${q}`),
    ...Array.from({ length: 12 }, (_, i) => `${text}-${two(i + 1)}`),
  ];
  return codes.map((code) => parsePeriod(code)).filter((one) => one !== null);
}

/** What a decision on a period looks at. */
export interface PeriodStanding {
  period: Period;
  state: PeriodState;
  /** Who asked for what is to be decided; null: nothing was ever asked. */
  askedBy: string | null;
  /** Another closed period that has all its days: a longer one of the unit, or one of a unit above. */
  coveredBy: string | null;
}

/** Where a period stands after an act, or why not: closing and reopening are asked by one person and decided by another. `today` as YYYY-MM-DD. */
export function decidePeriod(
  one: PeriodStanding,
  act: PeriodAct,
  by: { personId: string; today: string; reason: string | null },
): PeriodState | Problem {
  if (!(ACTS_OF_PERIOD[one.state] as readonly PeriodAct[]).includes(act))
    return problem('period.act_unfit', undefined, { state: one.state, act });
  const decides = act === 'close' || act === 'reopen';
  if (decides && one.askedBy === by.personId) return problem('period.same_person');
  if (act === 'ask_close' && one.period.to >= by.today)
    return problem('period.not_over', 'period', { to: one.period.to });
  if ((act === 'ask_close' || act === 'ask_reopen') && one.coveredBy !== null)
    return problem('period.covered', 'period', { by: one.coveredBy });
  if ((act === 'ask_reopen' || act === 'decline') && by.reason === null) return problem('input.required', 'reason');
  switch (act) {
    case 'ask_close':
      return 'close_asked';
    case 'close':
      return 'closed';
    case 'ask_reopen':
      return 'reopen_asked';
    case 'reopen':
      return 'open';
    case 'decline':
      return one.state === 'close_asked' ? 'open' : 'closed';
  }
}
