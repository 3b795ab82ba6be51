import { problem, type Problem } from '../kernel/problem.ts';
import type { KindDefinition, QuantityUnit } from '../ledger/kind.ts';
import {
  LEVELS,
  type Formula,
  type IndicatorDefinition,
  type LevelRule,
  type PrintUnit,
  type SumOf,
} from './definition.ts';

/** What a formula counts. 人 and 人次 are two things and are never added. */
export type Dimension = 'fen' | '人' | '人次' | '%' | 'entries' | 'ratio' | 'fen/人' | 'fen/人次' | QuantityUnit;

/** Kinds by code, as they hold. */
export type Kinds = ReadonlyMap<string, KindDefinition>;

const UNITS_OF: Partial<Record<Dimension, readonly PrintUnit[]>> = {
  fen: ['元', '万元', '亿元'],
  'fen/人': ['元/人'],
  'fen/人次': ['元/人次'],
  entries: ['个', '项', '件', '条', '家', '次', '期', '场', '班', '份', '篇', '批', '户', '对'],
  ratio: ['倍'],
};

/** Everything that is wrong with a definition: unknown kinds, measures, facets; units mixed; levels that do not fit. */
export function checkIndicator(definition: IndicatorDefinition, kinds: Kinds): Problem[] {
  const problems: Problem[] = [];
  if (!/^[a-z][a-z0-9_]{1,49}$/.test(definition.code)) problems.push(problem('input.invalid', 'code'));
  if (!Number.isInteger(definition.decimals) || definition.decimals < 0 || definition.decimals > 4)
    problems.push(problem('input.invalid', 'decimals'));
  const dimension = dimensionOf(definition.formula, kinds, 'formula', problems);
  if (dimension !== null && !(UNITS_OF[dimension] ?? [dimension]).includes(definition.unit as never))
    problems.push(problem('indicator.unit', 'unit', { unit: definition.unit, counted: dimension }));
  for (const level of LEVELS) {
    if (!rulesOf(definition.formula).includes(definition.level[level]))
      problems.push(problem('indicator.level', `level.${level}`, { rule: definition.level[level] }));
  }
  const stock = 'latest' in definition.formula;
  if (stock !== (definition.period === 'latest')) problems.push(problem('indicator.period', 'period'));
  return problems;
}

/** Units that what a formula counts can be printed in; empty: it counts nothing that can be said. */
export function unitsOf(formula: Formula, kinds: Kinds): readonly PrintUnit[] {
  const dimension = dimensionOf(formula, kinds, '', []);
  return dimension === null ? [] : (UNITS_OF[dimension] ?? [dimension as PrintUnit]);
}

/** Rules per level that a formula bears: ratios are never added up. */
export function rulesOf(formula: Formula): LevelRule[] {
  if ('ratio' in formula || 'growth' in formula) return ['weighted', 'none'];
  if ('distinct' in formula) return ['distinct', 'none'];
  if ('latest' in formula) return ['latest', 'none'];
  if ('add' in formula)
    return formula.add
      .map(rulesOf)
      .reduce(
        (all, one) => all.filter((rule) => one.includes(rule)),
        ['sum', 'distinct', 'latest', 'weighted', 'none'],
      );
  return ['sum', 'none'];
}

/** What a formula counts; null where that cannot be said, with the problems told. */
function dimensionOf(formula: Formula, kinds: Kinds, at: string, problems: Problem[]): Dimension | null {
  if ('sum' in formula) return sumDimension(formula.sum, kinds, `${at}.sum`, problems);
  if ('latest' in formula) return sumDimension(formula.latest, kinds, `${at}.latest`, problems);
  if ('distinct' in formula) {
    const { kinds: codes } = formula.distinct;
    if (codes.length === 0) problems.push(problem('input.required', `${at}.distinct.kinds`));
    for (const code of codes) {
      const kind = kinds.get(code);
      if (kind === undefined) problems.push(problem('indicator.kind_unknown', `${at}.distinct.kinds`, { kind: code }));
      else if (kind.roster === 'no')
        problems.push(problem('indicator.no_roster', `${at}.distinct.kinds`, { kind: kind.name.zh }));
    }
    return '人';
  }
  if ('add' in formula) {
    if (formula.add.length === 0) problems.push(problem('input.required', `${at}.add`));
    const parts = formula.add.map((one, index) => dimensionOf(one, kinds, `${at}.add.${index}`, problems));
    return same(parts, `${at}.add`, problems);
  }
  if ('growth' in formula) {
    dimensionOf(formula.growth.of, kinds, `${at}.growth.of`, problems);
    return '%';
  }
  const { of, by, percent } = formula.ratio;
  const top = dimensionOf(of, kinds, `${at}.ratio.of`, problems);
  const under = dimensionOf(by, kinds, `${at}.ratio.by`, problems);
  if (top === null || under === null) return null;
  if (top === under) return percent === true ? '%' : 'ratio';
  if (percent !== true && top === 'fen' && (under === '人' || under === '人次')) return `fen/${under}`;
  problems.push(problem('indicator.units_mixed', `${at}.ratio`, { one: top, other: under }));
  return null;
}

/** The one dimension of all parts; parts that differ are refused. */
function same(parts: readonly (Dimension | null)[], at: string, problems: Problem[]): Dimension | null {
  const known = [...new Set(parts.filter((one) => one !== null))];
  if (known.length > 1)
    problems.push(problem('indicator.units_mixed', at, { one: known[0] ?? '', other: known[1] ?? '' }));
  return known.length === 1 && parts.every((one) => one !== null) ? (known[0] ?? null) : null;
}

function sumDimension(sum: SumOf, kinds: Kinds, at: string, problems: Problem[]): Dimension | null {
  if (sum.kinds.length === 0) problems.push(problem('input.required', `${at}.kinds`));
  const parts = sum.kinds.map((code): Dimension | null => {
    const kind = kinds.get(code);
    if (kind === undefined) {
      problems.push(problem('indicator.kind_unknown', `${at}.kinds`, { kind: code }));
      return null;
    }
    checkWhere(sum, kind, at, problems);
    if (sum.measure === 'entries') return 'entries';
    const measure = kind.measures.find((one) => one.measure === sum.measure);
    if (measure === undefined) {
      problems.push(problem('indicator.no_measure', `${at}.measure`, { kind: kind.name.zh, measure: sum.measure }));
      return null;
    }
    return { amount: 'fen' as const, quantity: measure.unit, people: '人' as const, person_times: '人次' as const }[
      sum.measure
    ];
  });
  return same(parts, at, problems);
}

/** A facet that the kind does not carry, or a value that it cannot have, would silently count nothing. */
function checkWhere(sum: SumOf, kind: KindDefinition, at: string, problems: Problem[]): void {
  for (const [facet, values] of Object.entries(sum.where ?? {})) {
    const field = kind.fields.find((one) => one.code === facet);
    const may = field?.type === 'yes_no' ? ['yes', 'no'] : (field?.choices ?? []).map((one) => one.code);
    const strange = values.find((value) => !may.includes(value));
    if (!kind.facets.includes(facet) || strange !== undefined || values.length === 0)
      problems.push(
        problem('indicator.facet', `${at}.where.${facet}`, { kind: kind.name.zh, facet, value: strange ?? '' }),
      );
  }
}
