/** Rules of findings beside those of the kinds. */
export const SUSPECT_CODES = [
  'round_amount',
  'year_end',
  'voucher_elsewhere',
  'price_outlier',
  'person_twice',
  'same_file',
] as const;
/**
 * round_amount 整数金额 | year_end 年末集中 | voucher_elsewhere 凭证号另有 | price_outlier 单价偏离 | person_twice 一人同时在两个班 |
 * same_file 同一文件或照片另有.
 */
export type SuspectCode = (typeof SUSPECT_CODES)[number];

/** Thresholds of a rule, as whole numbers in decimal text. */
export type SuspectParams = Readonly<Record<string, string>>;

/** One rule as it holds. */
export interface SuspectRule {
  code: SuspectCode;
  enabled: boolean;
  params: SuspectParams;
}

/** What each threshold is counted in and may be; the default is ours, no official rule gives it: shown as unverified. */
export const SUSPECT_PARAMS = {
  round_amount: {
    fromFen: { unit: 'fen', is: '10000000', least: '1', most: '100000000000000' },
    multipleFen: { unit: 'fen', is: '1000000', least: '100', most: '100000000000000' },
  },
  year_end: {
    days: { unit: 'day', is: '7', least: '1', most: '31' },
    percent: { unit: 'percent', is: '30', least: '1', most: '100' },
    fromFen: { unit: 'fen', is: '10000000', least: '1', most: '100000000000000' },
  },
  voucher_elsewhere: {},
  price_outlier: {
    times: { unit: 'times', is: '3', least: '2', most: '100' },
    entries: { unit: 'count', is: '5', least: '3', most: '1000' },
  },
  person_twice: {},
  same_file: {},
} as const satisfies Record<SuspectCode, Readonly<Record<string, SuspectBound>>>;

/** What a threshold may be. */
export interface SuspectBound {
  unit: 'fen' | 'day' | 'percent' | 'times' | 'count';
  /** As it comes. */
  is: string;
  least: string;
  most: string;
}

const boundsOf = (code: SuspectCode): [string, SuspectBound][] => Object.entries<SuspectBound>(SUSPECT_PARAMS[code]);

/** The rules as they came, with those that were set otherwise; thresholds that are not set stay as they came. */
export function rulesWith(set: readonly { code: string; enabled: boolean; params: SuspectParams }[]): SuspectRule[] {
  return SUSPECT_CODES.map((code) => {
    const own = set.find((one) => one.code === code);
    const params = Object.fromEntries(boundsOf(code).map(([name, bound]) => [name, own?.params[name] ?? bound.is]));
    return { code, enabled: own?.enabled ?? true, params };
  });
}

/** Names of thresholds that are no whole numbers within their bounds, or that the rule does not have. */
export function wrongParams(code: SuspectCode, params: SuspectParams): string[] {
  const bounds = new Map(boundsOf(code));
  return Object.entries(params).flatMap(([name, text]) => {
    const bound = bounds.get(name);
    if (bound === undefined || !/^\d{1,15}$/.test(text)) return [name];
    const value = BigInt(text);
    return value >= BigInt(bound.least) && value <= BigInt(bound.most) ? [] : [name];
  });
}

/** A rule that holds; null: switched off. */
export const ruleOf = (rules: readonly SuspectRule[], code: SuspectCode): SuspectRule | null =>
  rules.find((one) => one.code === code && one.enabled) ?? null;

const whole = (rule: SuspectRule, name: string): bigint => BigInt(rule.params[name] ?? '0');

/** Whether an amount in fen is suspiciously round: large, and a multiple of the rule's step. */
export function isRound(amountFen: bigint | null, rule: SuspectRule): boolean {
  if (amountFen === null || amountFen < whole(rule, 'fromFen')) return false;
  return amountFen % whole(rule, 'multipleFen') === 0n;
}

/** Sums of a unit's year by kind, in fen. */
export interface YearSums {
  lastDaysFen: bigint;
  yearFen: bigint;
}

/** The share of the last days of the year in whole percent, rounded down, where it reaches the rule's; null: it does not. */
export function yearEndShare(sums: YearSums, rule: SuspectRule): number | null {
  const { lastDaysFen, yearFen } = sums;
  if (yearFen <= 0n || lastDaysFen < whole(rule, 'fromFen')) return null;
  const percent = (lastDaysFen * 100n) / yearFen;
  return percent >= whole(rule, 'percent') ? Number(percent) : null;
}

/** A price of one unit as a fraction: fen by 1/10 000 of the unit. */
export interface UnitPrice {
  fen: bigint;
  quantity: bigint;
}

const dearer = (a: UnitPrice, b: UnitPrice): number => {
  const difference = a.fen * b.quantity - b.fen * a.quantity;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The middle price of some (the lower one of two); null: of none. */
export function medianPrice(prices: readonly UnitPrice[]): UnitPrice | null {
  const sorted = [...prices].sort(dearer);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** Whether a price is far from the median: above or below it by the rule's factor, where enough entries tell of it. */
export function isPriceOutlier(price: UnitPrice, median: UnitPrice, entries: number, rule: SuspectRule): boolean {
  if (BigInt(entries) < whole(rule, 'entries')) return false;
  const times = whole(rule, 'times');
  const above = dearer(price, { fen: median.fen * times, quantity: median.quantity }) >= 0;
  return above || dearer({ fen: price.fen * times, quantity: price.quantity }, median) <= 0;
}

/** Whether two stretches of days (YYYY-MM-DD, both ends inside) have a day in common. */
export const overlaps = (a: { from: string; to: string }, b: { from: string; to: string }): boolean =>
  a.from <= b.to && b.from <= a.to;
