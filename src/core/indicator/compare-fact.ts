import type { Approx } from '../document/reading.ts';
import type { PrintUnit } from './definition.ts';
import { compare, divided, fraction, minus, parseFraction, plus, size, times, type Fraction } from './fraction.ts';

/** A figure as a document prints it. */
export interface PrintedFact {
  /** Number as printed, without scale and marker: "11.2". */
  value: string;
  /** Exact value in the plain unit: "112000". */
  exact: string;
  plainUnit: string;
  approx: Approx;
  planned: boolean;
}

/** equal: the same within what printing rounds off | differs | not_comparable, with why. */
export type FactVerdict =
  | { verdict: 'equal' | 'differs'; by: Fraction }
  | { verdict: 'not_comparable'; why: 'unit' | 'planned' | 'no_value' | 'unread' };

const PEOPLE = ['人', '名', '位'];
/** Counters that documents use for the same things: 207个项目, 1949项. */
const PROJECTS = ['个', '项'];

/**
 * Compares a printed figure with ours, with the tolerance of printing: half of the last printed digit (11.2万 holds for
 * 111 500 … 112 500); 约 one whole last digit; 多, 余, 超过 from the figure up to one more of its last digit that is not 0;
 * 近, 不足 the same downwards; 以上, 至少 anything above; 至多 anything below. `figure` in the plain unit, fen for money.
 */
export function compareFact(fact: PrintedFact, unit: PrintUnit, figure: Fraction | null): FactVerdict {
  if (figure === null) return { verdict: 'not_comparable', why: 'no_value' };
  if (fact.planned) return { verdict: 'not_comparable', why: 'planned' };
  const scale = scaleOf(fact.plainUnit, unit);
  if (scale === null) return { verdict: 'not_comparable', why: 'unit' };
  const exact = parseFraction(fact.exact);
  const printed = parseFraction(fact.value.replace(/[,，]/g, ''));
  if (exact === null || printed === null || printed.up === 0n) return { verdict: 'not_comparable', why: 'unread' };
  const told = times(exact, scale);
  const by = minus(figure, told);
  const digits = /\.(\d+)$/.exec(fact.value)?.[1]?.length ?? 0;
  const power = divided(exact, printed) ?? fraction(1n);
  const last = times(times(power, fraction(1n, 10n ** BigInt(digits))), scale);
  return { verdict: within(fact.approx, by, last, coarse(told, last)) ? 'equal' : 'differs', by };
}

function within(approx: Approx, by: Fraction, last: Fraction, step: Fraction): boolean {
  const zero = fraction(0n);
  switch (approx) {
    case null:
      return compare(size(by), times(last, fraction(1n, 2n))) <= 0;
    case 'about':
      return compare(size(by), step) <= 0;
    case 'over':
      return compare(by, zero) >= 0 && compare(by, step) <= 0;
    case 'under':
      return compare(by, zero) <= 0 && compare(plus(by, step), zero) >= 0;
    case 'at_least':
      return compare(by, zero) >= 0;
    case 'at_most':
      return compare(by, zero) <= 0;
  }
}

/** The weight of the last digit that is not 0: of 960万 it is 10万. A lone leading digit counts a tenth of itself. */
function coarse(told: Fraction, last: Fraction): Fraction {
  const units = divided(told, last);
  if (units === null || units.over !== 1n || units.up === 0n) return last;
  let step = 1n;
  while (units.up % (step * 10n) === 0n) step *= 10n;
  return times(last, fraction(units.up / step < 10n && step > 1n ? step / 10n : step));
}

/** How many of our plain unit one of the fact's is; null where they count different things. */
function scaleOf(plainUnit: string, unit: PrintUnit): Fraction | null {
  if (unit === '元' || unit === '万元' || unit === '亿元') return plainUnit === '元' ? fraction(100n) : null;
  if (unit === '人') return PEOPLE.includes(plainUnit) ? fraction(1n) : null;
  const same = plainUnit === unit || (PROJECTS.includes(plainUnit) && PROJECTS.includes(unit));
  return same ? fraction(1n) : null;
}
