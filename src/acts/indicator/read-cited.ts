import type { Actor } from '../../core/access/reach.ts';
import { sumsOf } from '../../core/indicator/definition.ts';
import { parseFigureId } from '../../core/indicator/figure-id.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { countPostedAfter } from '../../storage/indicator/beneath.ts';
import type { House } from '../house.ts';
import { text } from './board-cells.ts';
import { loadDefinitions, versionFor } from './definitions.ts';
import { dayReached, monthSeries } from './figure-series.ts';
import { figureAnswer, findFigure, headOf } from './read-figure.ts';

/** A figure by its id, as it was known then, and what is known now; opened only by whoever reaches the whole of it. */
export async function readCited(house: House, actor: Actor, id: string): Promise<Result<object, Problem>> {
  const name = parseFigureId(id);
  if (name === null || name.knownOn > house.clock()) return refused(problem('access.missing'));
  const { code, version, period } = name;
  const ask = { placeId: name.placeId ?? undefined, unitId: name.unitId ?? undefined, period, version };
  const then = await findFigure(house, actor, code, { ...ask, knownOn: name.knownOn });
  const same = then !== null && then.seen.scope.placeId === name.placeId && then.seen.scope.unitId === name.unitId;
  if (then === null || !same || !then.seen.citable) return refused(problem('access.missing'));
  const head = await headOf(house, then, name.knownOn);
  const series = { definition: then.version.definition, rows: then.seen.rows, period, knownOn: name.knownOn };
  const months = head.target === null ? [] : await monthSeries(house, series);
  const reachedOn = await dayReached(house, series, months, head.target);
  const now = await headOf(house, then, null);
  const current = versionFor(await loadDefinitions(house), code, { period, placeId: name.placeId });
  const since = await countPostedAfter(house.app, {
    rows: then.seen.rows,
    sums: sumsOf(then.version.definition.formula),
    range: head.asked.range,
    knownOn: name.knownOn,
  });
  return ok({
    ...figureAnswer({ ...then, shown: name.knownOn }, head, { figureId: id, notCited: null, reachedOn, transit: null }),
    now: { value: text(now.value), why: now.why, version: current?.version ?? null },
    since,
  });
}
