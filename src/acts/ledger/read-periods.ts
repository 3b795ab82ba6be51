import { reachOf, reaches, type Actor, type ReachPair } from '../../core/access/reach.ts';
import { unitsAbove, unitsBelow, type UnitNode } from '../../core/access/unit-tree.ts';
import { dayOf, partsOf } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { ACTS_OF_PERIOD, askedOf, periodsOfYear, type Period, type PeriodAct } from '../../core/ledger/period.ts';
import { loadUnitTree } from '../../storage/access/actor.ts';
import { unitNames } from '../../storage/access/unit.ts';
import { personNames } from '../../storage/ledger/around.ts';
import { lastActs, listPeriods, transitByMonth, type PeriodRow } from '../../storage/ledger/period-rows.ts';
import type { House } from '../house.ts';

const MOST_YEARS = 12;

/** Whether the actor has an ability for the unit as a whole. */
export const forUnit = (pairs: readonly ReachPair[], unitId: string): boolean =>
  reaches(pairs, { unitIds: [unitId], placeIds: [] });

const SHUT: readonly PeriodRow['state'][] = ['closed', 'reopen_asked'];

/** The closed period that has all days of another one: a longer one of the unit itself, or any of a unit above. */
export function coverOf(rows: readonly PeriodRow[], unitId: string, period: Period): PeriodRow | null {
  const covers = (row: PeriodRow) => SHUT.includes(row.state) && row.fromOn <= period.from && period.to <= row.toOn;
  const others = rows.filter((row) => covers(row) && !(row.unitId === unitId && row.period === period.code));
  return others.find((row) => row.unitId === unitId) ?? others[0] ?? null;
}

/** Months, quarters and years of a unit with where each stands; out of reach answers as missing. */
export async function readPeriods(
  house: House,
  actor: Actor,
  ask: { unitId: string; from?: number | undefined; to?: number | undefined },
): Promise<Result<object, Problem>> {
  const pairs = reachOf(actor, 'ledger.read');
  const { unitId } = ask;
  const held = await unitNames(house.app, [unitId]);
  if (!held.has(unitId) || !forUnit(pairs, unitId)) return refused(problem('access.missing'));
  const today = dayOf(house.clock());
  const to = ask.to ?? partsOf(today).year;
  const from = Math.max(ask.from ?? to - 2, to - MOST_YEARS + 1);
  const days = [`${from}-01-01`, `${to}-12-31`] as const;
  const tree: UnitNode[] = await loadUnitTree(house.app, today, 'done');
  const rows = await listPeriods(house.app, unitsAbove(tree, unitId), ...days);
  const last = await lastActs(house.app, unitId);
  const transit = await transitByMonth(house.app, pairs, unitsBelow(tree, unitId), ...days);
  const people = await personNames(house.app, [
    ...new Set(rows.flatMap((row) => [row.askedBy, row.decidedBy]).filter((one) => one !== null)),
  ]);
  const units = await unitNames(house.app, [...new Set([unitId, ...rows.map((row) => row.unitId)])]);
  const known = reachOf(actor, 'unit.read');
  const named = (id: string) => (forUnit(known, id) ? (units.get(id) ?? null) : null);
  const mayClose = forUnit(reachOf(actor, 'ledger.post'), unitId);
  const shown = (one: Period) => {
    const row = rows.find((each) => each.unitId === unitId && each.period === one.code);
    const cover = coverOf(rows, unitId, one);
    const standing = { over: one.to < today, covered: cover !== null };
    return {
      period: one.code,
      grain: one.grain,
      from: one.from,
      to: one.to,
      state: row?.state ?? 'open',
      over: standing.over,
      coveredBy: cover === null ? null : { unitName: named(cover.unitId), period: cover.period },
      ...said(row, people, last.get(one.code) ?? null),
      transit: [...transit].reduce((sum, [month, count]) => sum + (within(one, month) ? count : 0), 0),
      can: mayClose ? canOf(row, actor.personId, standing) : {},
    };
  };
  const years = Array.from({ length: to - from + 1 }, (_, i) => to - i);
  return ok({
    unitId,
    unitName: named(unitId),
    mayClose,
    items: years.map((year) => ({ year, periods: periodsOfYear(year).map(shown) })),
  });
}

const within = (period: Period, month: string): boolean =>
  period.from.slice(0, 7) <= month && month <= period.to.slice(0, 7);

function said(row: PeriodRow | undefined, people: ReadonlyMap<string, string>, last: PeriodAct | null) {
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id) ?? ''));
  const asked = row === undefined ? null : askedOf(row.state, last, row.askedBy === row.decidedBy);
  return {
    asked: asked?.asked ?? null,
    outcome: asked?.outcome ?? null,
    askedById: row?.askedBy ?? null,
    askedBy: nameOf(row?.askedBy ?? null),
    askedAt: row?.askedAt ?? null,
    reason: row?.reason ?? null,
    decidedBy: nameOf(row?.decidedBy ?? null),
    decidedAt: row?.decidedAt ?? null,
  };
}

function canOf(row: PeriodRow | undefined, personId: string, is: { over: boolean; covered: boolean }) {
  const can: Partial<Record<PeriodAct, boolean>> = {};
  for (const act of ACTS_OF_PERIOD[row?.state ?? 'open']) {
    const decides = act === 'close' || act === 'reopen';
    const asks = act === 'ask_close' || act === 'ask_reopen';
    if (decides && row?.askedBy === personId) continue;
    if (asks && (is.covered || (act === 'ask_close' && !is.over))) continue;
    can[act] = true;
  }
  return can;
}
