import type { Line } from '../document/reading.ts';
import { QUANTITY_UNITS, type Bilingual, type Measure } from '../ledger/kind.ts';

/** Units that a figure can be printed in. Money is computed in fen and printed in 元, 万元 or 亿元. */
export const PRINT_UNITS = [
  '元',
  '万元',
  '亿元',
  '人',
  '人次',
  '%',
  '倍',
  '元/人',
  '元/人次',
  ...QUANTITY_UNITS,
] as const;
/** Unit that a figure is printed in. */
export type PrintUnit = (typeof PRINT_UNITS)[number];

/** Sums a measure, or counts entries less reversals, over kinds; `where`: only entries whose facet has one of the values. */
export interface SumOf {
  kinds: readonly string[];
  measure: Measure | 'entries';
  where?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** What a growth is measured against: the same period a year before, the quarter before, the month before. */
export const AGAINST = ['year', 'quarter', 'month'] as const;
/** What a growth is measured against. */
export type Against = (typeof AGAINST)[number];

/** How a figure comes of the ledger; data, never code. `distinct`: persons of the rosters, each once. `latest`: the newest month that has entries. */
export type Formula =
  | { sum: SumOf }
  | { latest: SumOf }
  | { distinct: { kinds: readonly string[] } }
  | { add: readonly Formula[] }
  | { ratio: { of: Formula; by: Formula; percent?: boolean | undefined } }
  | { growth: { of: Formula; against: Against } };

/** flow: what came in the period | cumulative: since the beginning up to its end | latest: a stock, as last told by its end. */
export const PERIOD_RULES = ['flow', 'cumulative', 'latest'] as const;
/** How a figure goes with time. */
export type PeriodRule = (typeof PERIOD_RULES)[number];

/** Levels that figures are given at. */
export const LEVELS = ['unit', 'county', 'province', 'all'] as const;
/** A level of figures. */
export type Level = (typeof LEVELS)[number];

/** sum: parts add up | distinct: each person once | latest: the newest of each part, added | weighted: a ratio of sums, never a sum of ratios | none: not given here. */
export const LEVEL_RULES = ['sum', 'distinct', 'latest', 'weighted', 'none'] as const;
/** How a figure of a level comes of those below. */
export type LevelRule = (typeof LEVEL_RULES)[number];

/** What a version of an indicator says. Shipped in data/indicators, changed on the screen by new versions. */
export interface IndicatorDefinition {
  code: string;
  line: Line;
  name: Bilingual;
  /** Caliber (统计口径): what counts and what does not. */
  text: Bilingual;
  /** Where the definition comes from. */
  source: string;
  /** The official caliber is not public: our default, shown as 待核实. */
  unverified: boolean;
  unit: PrintUnit;
  /** Digits after the point when printed, 0 … 4. */
  decimals: number;
  formula: Formula;
  period: PeriodRule;
  level: Readonly<Record<Level, LevelRule>>;
  /** Who answers for it; null: nobody named. */
  owner: string | null;
  /** Days after which the newest entry counts as old; null: no expectation. */
  freshDays: number | null;
  /** Words by which a figure in a document is recognised as speaking of this indicator. */
  factWords: readonly string[];
  /** Which direction is good; null: neither. */
  better: 'higher' | 'lower' | null;
  /** Stands on the first page and on the board unless a line is chosen. */
  headline: boolean;
}

/** An indicator as it holds for figures of some days and places. */
export interface IndicatorVersion {
  code: string;
  version: number;
  definition: IndicatorDefinition;
  validFrom: string;
  validTo: string | null;
  /** Keys of places it holds in, each with all below; empty: everywhere. */
  placeIds: readonly string[];
  shipped: boolean;
}

/** All sums that a formula is made of, in order, the divisor of a ratio left out unless asked for. */
export function sumsOf(formula: Formula, part: 'all' | 'of' | 'by' = 'all'): SumOf[] {
  if ('sum' in formula) return [formula.sum];
  if ('latest' in formula) return [formula.latest];
  if ('distinct' in formula) return [{ kinds: formula.distinct.kinds, measure: 'people' }];
  if ('add' in formula) return formula.add.flatMap((one) => sumsOf(one, part));
  if ('growth' in formula) return sumsOf(formula.growth.of, part);
  const { of, by } = formula.ratio;
  return part === 'all' ? [...sumsOf(of), ...sumsOf(by)] : sumsOf(part === 'of' ? of : by, 'of');
}

/** Kinds that a formula reads. */
export const kindsOf = (formula: Formula): string[] => [...new Set(sumsOf(formula).flatMap((one) => one.kinds))];
