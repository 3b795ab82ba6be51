import { mayAnywhere, postFor, type Actor } from '../../core/access/reach.ts';
import { kindsOf, sumsOf } from '../../core/indicator/definition.ts';
import { figureId } from '../../core/indicator/figure-id.ts';
import {
  divided,
  minus,
  parseFraction,
  rounded,
  times,
  fraction,
  ZERO,
  type Fraction,
} from '../../core/indicator/fraction.ts';
import { addMonths, parsePeriod, rangeBefore, rangeOf, yearOf, type PeriodCode } from '../../core/indicator/period.ts';
import { completion } from '../../core/indicator/print.ts';
import { targetsOver } from '../../core/indicator/target.ts';
import type { KindDefinition } from '../../core/ledger/kind.ts';
import { addDays, dayOf, type Instant, type PlainDate } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { newestBehind, readTransit } from '../../storage/indicator/beneath.ts';
import type { IndicatorVersionRow } from '../../storage/indicator/indicator.ts';
import { standingTargets } from '../../storage/indicator/target.ts';
import { listKindVersions } from '../../storage/ledger/kind.ts';
import { isPosting } from '../../storage/ledger/period.ts';
import type { House } from '../house.ts';
import { text } from './board-cells.ts';
import { loadDefinitions, rangeFor, versionFor } from './definitions.ts';
import { comparedFacts, factsBeside } from './facts-beside.ts';
import { dayReached, monthSeries, yearSeries } from './figure-series.ts';
import { hasTarget } from './read-board.ts';
import { figureOf, readBooks, transitOf } from './read-books.ts';
import { knownOn, scopeAnswer, seeScope, type Seen } from './see-scope.ts';

/** What a figure is asked for. */
export interface FigureAsk {
  placeId?: string | undefined;
  unitId?: string | undefined;
  period: PeriodCode;
  knownOn?: string | undefined;
  version?: number | undefined;
}

/** A figure found: its definition, and the scope as the reader sees it. */
export interface Found {
  seen: Seen;
  version: IndicatorVersionRow;
  period: PeriodCode;
  shown: Instant;
  known: Instant | null;
}

/** Finds the definition and the scope of a figure; null: out of reach, or there is no such thing. */
export async function findFigure(house: House, actor: Actor, code: string, ask: FigureAsk): Promise<Found | null> {
  const known = knownOn(house, ask.knownOn);
  const seen = await seeScope(house, actor, { placeId: ask.placeId ?? null, unitId: ask.unitId ?? null }, known.shown);
  if (seen === null) return null;
  const { period } = ask;
  const version = versionFor(await loadDefinitions(house), code, {
    period,
    placeId: seen.scope.placeId,
    version: ask.version,
  });
  return version === null ? null : { seen, version, period, shown: known.shown, known: known.asked };
}

/** Targets of some years for the scope of a figure, as known then. */
async function targetsFor(
  house: House,
  { seen, version }: Found,
  years: readonly number[],
  knownOn: Instant | null,
): Promise<(year: number) => Fraction | null> {
  const rows = await standingTargets(house.app, seen.pairs, { indicators: [version.code], years, knownOn });
  const all = rows.map((row) => ({ ...row, value: parseFraction(row.value) ?? ZERO }));
  return (year) => {
    const of = targetsOver(
      all.filter((row) => row.year === year),
      seen.tree,
    );
    return of(seen.scope.unitId, seen.scope.placeId);
  };
}

/** The value with its target, as known at a moment (null: now); what figure pages and cited figures share. */
export async function headOf(house: House, found: Found, knownOn: Instant | null) {
  const { seen, version, period } = found;
  const { definition } = version;
  const asked = { definition, range: rangeFor(definition, period) };
  const how = { rows: seen.rows, by: 'nothing' as const, knownOn, persons: true };
  const books = await readBooks(house, [asked], how);
  const { value, why } = figureOf(asked, seen.level, books.get(''));
  const year = yearOf(period);
  const years = Array.from({ length: 5 }, (_, index) => year - 4 + index);
  const targets = await targetsFor(house, found, years, knownOn);
  const target = hasTarget(period) ? targets(year) : null;
  return { asked, value, why, target, targets };
}

/**
 * The name by which a figure can be cited, or why it has none: the scope is nobody else's, or entries are just being posted whose moment has come already.
 * To be asked before the figure is read.
 */
async function citationOf(house: House, { seen, version, period, shown }: Found): Promise<Citation> {
  if (!seen.citable) return { figureId: null, notCited: 'scope' };
  if (await isPosting(house.app)) return { figureId: null, notCited: 'posting' };
  const { code, version: no } = version;
  return { figureId: figureId({ code, version: no, ...seen.scope, period, knownOn: shown }), notCited: null };
}

/** The id of a figure, or why it has none. */
export interface Citation {
  figureId: string | null;
  notCited: 'scope' | 'posting' | null;
}

/** The figure as the contract has it. */
export function figureAnswer(
  found: Found,
  head: Awaited<ReturnType<typeof headOf>>,
  more: Citation & { reachedOn: PlainDate | null; transit: Fraction | null },
) {
  const { seen, version, period, shown } = found;
  return {
    figure: {
      code: version.code,
      version: version.version,
      definition: version.definition,
      value: text(head.value),
      why: head.why,
      target: text(head.target),
      completion: completion(head.value, head.target),
      reached: more.reachedOn?.slice(0, 7) ?? null,
      reachedOn: more.reachedOn,
      transit: text(more.transit),
      figureId: more.figureId,
      notCited: more.notCited,
    },
    scope: scopeAnswer(seen),
    level: seen.level,
    period,
    knownOn: shown,
  };
}

/** One figure with its story: series, what was before, facts of documents, freshness. */
export async function readFigure(
  house: House,
  actor: Actor,
  code: string,
  ask: FigureAsk,
): Promise<Result<object, Problem>> {
  const found = await findFigure(house, actor, code, ask);
  if (found === null) return refused(problem('access.missing'));
  const { seen, version, period, known } = found;
  const { definition } = version;
  const series = { definition, rows: seen.rows, period, knownOn: known };
  const kinds = kindsOf(definition.formula);
  const citation = await citationOf(house, found);
  const [head, months, years, before, transit, facts, latest, names] = await Promise.all([
    // What is cited has to be what is shown: not a posting more.
    headOf(house, found, citation.figureId === null ? known : found.shown),
    monthSeries(house, series),
    yearSeries(house, series),
    valueBefore(house, found),
    known === null ? readTransit(house.app, { rows: seen.rows, kinds, range: rangeOf(period), by: 'nothing' }) : [],
    factsBeside(house, actor, found),
    newestBehind(house.app, {
      rows: seen.rows,
      sums: sumsOf(definition.formula),
      range: rangeFor(definition, period),
      knownOn: known,
    }),
    listKindVersions(house.app, kinds),
  ]);
  const reachedOn = head.target === null ? null : await dayReached(house, series, months, head.target);
  return ok({
    ...figureAnswer(found, head, { ...citation, reachedOn, transit: transitOf(head.asked, transit) }),
    months: months.map((one) => ({ month: one.month, value: text(one.value), toDate: text(one.toDate) })),
    years: years.map(({ year, value }) => ({ year, value: text(value), target: text(head.targets(year)) })),
    before: { period: before.period, value: text(before.value), growth: growthOf(head.value, before.value) },
    facts: await comparedFacts(house, found, facts, head.value),
    latest,
    stale: isStale(house, found, latest?.on ?? null),
    kinds: [...new Map(names.map((one) => [one.code, kindAnswer(one.definition)])).values()],
    can: canOf(actor, seen),
  });
}

async function valueBefore(house: House, found: Found): Promise<{ period: PeriodCode; value: Fraction | null }> {
  const { seen, version, period, known } = found;
  const earlier = `${yearOf(period) - 1}${period.slice(4)}`;
  const asked = { definition: version.definition, range: rangeBefore(rangeFor(version.definition, period), 'year') };
  const books = await readBooks(house, [asked], { rows: seen.rows, by: 'nothing', knownOn: known });
  return { period: parsePeriod(earlier) ?? period, value: figureOf(asked, seen.level, books.get('')).value };
}

/** Per cent more than before, one decimal; null where there is nothing to divide by. */
function growthOf(now: Fraction | null, then: Fraction | null): string | null {
  const grown = now === null || then === null ? null : divided(minus(now, then), then);
  return grown === null ? null : rounded(times(grown, fraction(100n)), 1);
}

/** Nothing new for longer than the definition expects, while the period still runs. */
function isStale(house: House, { version, period }: Found, latest: PlainDate | null): boolean {
  const { freshDays } = version.definition;
  const today = dayOf(house.clock());
  const { from, to } = rangeOf(period);
  const runs = `${from}-01` <= today && today < `${addMonths(to, 1)}-01`;
  return runs && freshDays !== null && (latest === null || addDays(latest, freshDays) < today);
}

/** What the formula may speak of in a kind; yes and no are said by the screen. */
function kindAnswer({ code, name, measures, fields, facets }: KindDefinition) {
  return {
    code,
    name,
    measures: measures.map((one) => ({ measure: one.measure, name: one.name })),
    facets: fields
      .filter((field) => facets.includes(field.code))
      .map((field) => ({
        code: field.code,
        name: field.name,
        choices: field.choices.map((one) => ({ code: one.code, name: { zh: one.zh, en: one.en } })),
      })),
  };
}

/** Buttons: a target for this unit and place, versions of the definition. */
function canOf(actor: Actor, { scope }: Seen) {
  const places = scope.placeId === null ? [] : [scope.placeId];
  const thing = scope.unitId === null ? null : { unitIds: [scope.unitId], placeIds: places };
  return {
    target: thing !== null && postFor(actor, 'indicator.manage', thing) !== null,
    manage: mayAnywhere(actor, 'indicator.manage'),
  };
}
