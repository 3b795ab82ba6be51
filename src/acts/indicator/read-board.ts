import { groupBy, pushTo } from '../../core/kernel/grouping.ts';
import { reachOf, type Actor } from '../../core/access/reach.ts';
import type { Line } from '../../core/document/reading.ts';
import { kindsOf, type Level } from '../../core/indicator/definition.ts';
import { unitRows } from '../../core/indicator/figure-units.ts';
import { parseFraction, ZERO } from '../../core/indicator/fraction.ts';
import { rangeOf, yearOf, type PeriodCode } from '../../core/indicator/period.ts';
import { targetsOver, type Target, type TargetOf } from '../../core/indicator/target.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { unitNames } from '../../storage/access/unit.ts';
import { readTransit } from '../../storage/indicator/beneath.ts';
import { boardCounties } from '../../storage/indicator/board-county.ts';
import type { IndicatorVersionRow } from '../../storage/indicator/indicator.ts';
import type { SumRow } from '../../storage/indicator/sums.ts';
import { standingTargets } from '../../storage/indicator/target.ts';
import type { House } from '../house.ts';
import { loadDefinitions, rangeFor, versionFor, type Definitions } from './definitions.ts';
import { cellOf, isReached, reachedIn, shown, type Cell } from './board-cells.ts';
import { readBooks, type Asked, type HowToRead } from './read-books.ts';
import { knownOn, scopeAnswer, seeScope, type Seen } from './see-scope.ts';

/** What a board is asked for. */
export interface BoardAsk {
  period: PeriodCode;
  level: 'county' | 'unit';
  line?: Line | undefined;
  codes?: string | undefined;
  placeId?: string | undefined;
  unitId?: string | undefined;
  knownOn?: string | undefined;
  after?: string | undefined;
  limit: number;
}

/** A row of a board before its cells. */
interface BoardRow {
  id: string;
  at: string;
  name: string;
  direct: boolean;
  level: Level;
  placeId: string | null;
  unitId: string | null;
}

/** The board: rows by county or unit, the sum over all of them on top; members see what they reach. */
export async function readBoard(house: House, actor: Actor, ask: BoardAsk): Promise<Result<object, Problem>> {
  const known = knownOn(house, ask.knownOn);
  const asked = { placeId: ask.placeId ?? null, unitId: ask.unitId ?? null };
  const seen = await seeScope(house, actor, asked, known.shown);
  if (seen === null) return refused(problem('access.missing'));
  const definitions = await loadDefinitions(house);
  const columns = columnsOf(definitions, ask, seen.scope.placeId);
  const board: Board = { house, actor, ask, seen, definitions, columns, known: known.asked };
  const [{ rows, next, rowOfUnit }, targets] = await Promise.all([rowsOf(board), targetsOf(board)]);
  const [cells, sum] = await Promise.all([cellsOf(board, rows, rowOfUnit, targets), sumCells(board, targets)]);
  return ok({
    period: ask.period,
    knownOn: known.shown,
    scope: scopeAnswer(seen),
    indicators: columns.map(({ version, definition: d }) => ({ ...d, version })),
    sum,
    items: rows.map(({ id, name, direct }, i) => ({ id, name, direct, cells: cells[i] ?? [] })),
    next,
  });
}

interface Board {
  house: House;
  actor: Actor;
  ask: BoardAsk;
  seen: Seen;
  definitions: Definitions;
  columns: readonly IndicatorVersionRow[];
  known: HowToRead['knownOn'];
}

/** The indicators of a board: those named, those of a line, else the headline ones. */
function columnsOf(definitions: Definitions, ask: BoardAsk, placeId: string | null): IndicatorVersionRow[] {
  const codes = ask.codes?.split(',');
  const all = [...definitions.keys()].flatMap(
    (code) => versionFor(definitions, code, { period: ask.period, placeId }) ?? [],
  );
  if (codes !== undefined) return all.filter((one) => codes.includes(one.code));
  return all.filter(({ definition }) => (ask.line === undefined ? definition.headline : definition.line === ask.line));
}

/** What a column asks of a row: in a county its own version, where one was made for it. */
function askedOf(board: Board, code: string, placeId: string | null): (Asked & { version: number }) | null {
  const version = versionFor(board.definitions, code, { period: board.ask.period, placeId });
  return version === null
    ? null
    : {
        definition: version.definition,
        range: rangeFor(version.definition, board.ask.period),
        version: version.version,
      };
}

async function rowsOf(
  board: Board,
): Promise<{ rows: BoardRow[]; next: string | null; rowOfUnit?: [string, string][] }> {
  const { house, actor, ask, seen } = board;
  if (ask.level === 'unit') {
    const found = unitRows(seen.tree, seen.scope.unitId, await seen.units.rows());
    const names = await unitNames(
      house.app,
      found.rows.map((row) => row.unitId),
    );
    const rows = found.rows.map(({ unitId, direct }): BoardRow => {
      const at = direct ? 'direct' : unitId;
      return {
        id: unitId,
        at,
        name: names.get(unitId) ?? '',
        direct,
        level: 'unit',
        placeId: seen.scope.placeId,
        unitId,
      };
    });
    // Direct rows have the unit's id too: the place in the list is the key of a page.
    const from = Number(/^\d{1,6}$/.exec(ask.after ?? '')?.[0] ?? 0);
    const page = rows.slice(from, from + ask.limit);
    const kept = new Set(page.map((row) => row.at));
    const next = from + ask.limit < rows.length ? String(from + ask.limit) : null;
    return { rows: page, next, rowOfUnit: found.rowOfUnit.filter(([, at]) => kept.has(at)) };
  }
  const counties = await boardCounties(house.app, {
    rows: seen.rows,
    kinds: [...new Set(board.columns.flatMap((one) => kindsOf(one.definition.formula)))],
    indicators: board.columns.map((one) => one.code),
    year: yearOf(ask.period),
    pairings: reachOf(actor, 'pairing.read'),
    after: ask.after ?? null,
    limit: ask.limit + 1,
  });
  const rows = counties.slice(0, ask.limit).map(({ id, name }): BoardRow => ({
    id,
    at: id,
    name,
    direct: false,
    level: 'county',
    placeId: id,
    unitId: seen.scope.unitId,
  }));
  return { rows, next: counties.length > ask.limit ? (rows.at(-1)?.id ?? null) : null };
}

type Targets = ReadonlyMap<string, TargetOf>;

/** Targets are a year's: they stand beside the year and the year up to a month. */
export const hasTarget = (period: PeriodCode): boolean => /^\d{4}(-01to\d\d)?$/.test(period);

/** The targets that stand for the year, by indicator; a period shorter than the year has none. */
async function targetsOf(board: Board): Promise<Targets> {
  if (!hasTarget(board.ask.period)) return new Map();
  const rows = await standingTargets(board.house.app, board.seen.pairs, {
    indicators: board.columns.map((one) => one.code),
    years: [yearOf(board.ask.period)],
    knownOn: board.known,
  });
  const targets = new Map<string, Target[]>();
  for (const row of rows)
    targets.set(row.indicator, [
      ...(targets.get(row.indicator) ?? []),
      { ...row, value: parseFraction(row.value) ?? ZERO },
    ]);
  return new Map([...targets].map(([code, list]) => [code, targetsOver(list, board.seen.tree)]));
}

async function cellsOf(
  board: Board,
  rows: readonly BoardRow[],
  rowOfUnit: [string, string][] | undefined,
  targets: Targets,
): Promise<object[][]> {
  if (rows.length === 0) return [];
  const { house, columns, known } = board;
  const counties = board.ask.level === 'county' ? rows.map((row) => row.id) : null;
  const by = counties === null ? ('row' as const) : ('county' as const);
  const units = rowOfUnit === undefined ? {} : { rowOfUnit };
  const scope = { ...board.seen.rows, counties };
  const asked = rows.map((row) => columns.map((column) => askedOf(board, column.code, row.placeId)));
  const every = [
    ...new Map(
      asked.flat().flatMap((one) => (one === null ? [] : [[`${one.definition.code}.${one.version}`, one]])),
    ).values(),
  ];
  const [books, transit] = await Promise.all([
    readBooks(house, every, { rows: scope, by, knownOn: known, ...units }),
    transitRows(board, { rows: scope, by, ...units }),
  ]);
  const cells = rows.map((row, r) =>
    columns.map((column, c) => {
      const one = asked[r]?.[c] ?? null;
      const target = row.direct ? null : (targets.get(column.code)?.(row.unitId, row.placeId) ?? null);
      return cellOf({
        code: column.code,
        asked: one,
        level: row.level,
        book: books.get(row.at),
        target,
        transit: transit.get(row.at) ?? [],
        now: known === null,
      });
    }),
  );
  const months = await monthsOf(board, rows, cells, {
    rows: scope,
    by: by === 'row' ? 'row_month' : 'county_month',
    knownOn: known,
    ...units,
  });
  return cells.map((list, r) =>
    list.map((cell, c) => ({
      ...shown(cell),
      reached: reachedIn(cell, asked[r]?.[c] ?? null, months.get(rows[r]?.at ?? '') ?? []),
    })),
  );
}

/** Sums by month of the counties or units that have reached a target, to say in which month they did. */
async function monthsOf(
  board: Board,
  rows: readonly BoardRow[],
  cells: readonly Cell[][],
  how: HowToRead,
): Promise<Map<string, SumRow[]>> {
  const there = cells.flatMap((list, r) => list.filter(isReached).map((cell) => ({ cell, row: rows[r] })));
  const codes = new Set(there.map(({ cell }) => cell.code));
  const flows = board.columns.filter((one) => codes.has(one.code) && one.definition.period === 'flow');
  const found = new Map<string, SumRow[]>();
  if (flows.length === 0) return found;
  const ids = new Set(there.map(({ row }) => row?.id ?? ''));
  const counties = how.by === 'county_month' ? [...ids] : null;
  const books = await readBooks(
    board.house,
    flows.map((one) => ({ definition: one.definition, range: rangeFor(one.definition, board.ask.period) })),
    { ...how, rows: { ...how.rows, counties } },
  );
  for (const [at, book] of books) {
    const [row = '', month = ''] = at.split('|');
    for (const part of [...book.sums.values()].flat()) pushTo(found, row, { ...part, at: month });
  }
  return found;
}

/** What is on its way; nothing is shown of it beside what was known earlier. */
async function transitRows(
  board: Board,
  how: { rows: Seen['rows']; by: 'nothing' | 'county' | 'row'; rowOfUnit?: [string, string][] },
): Promise<Map<string, SumRow[]>> {
  if (board.known !== null) return new Map();
  const kinds = [...new Set(board.columns.flatMap((one) => kindsOf(one.definition.formula)))];
  const range = rangeOf(board.ask.period);
  return groupBy(await readTransit(board.house.app, { ...how, kinds, range }), (row) => row.at);
}

/** The sum over all rows, also those of other pages: evaluated on the whole scope, by the rule of its level. */
async function sumCells(board: Board, targets: Targets): Promise<object[]> {
  const { house, seen, columns, known } = board;
  const asked = columns.map((column) => askedOf(board, column.code, seen.scope.placeId));
  const some = asked.filter((one) => one !== null);
  const [books, transit] = await Promise.all([
    readBooks(house, some, { rows: seen.rows, by: 'nothing', knownOn: known }),
    transitRows(board, { rows: seen.rows, by: 'nothing' }),
  ]);
  const cells = columns.map((column, c) => {
    const target = targets.get(column.code)?.(seen.scope.unitId, seen.scope.placeId) ?? null;
    return cellOf({
      code: column.code,
      asked: asked[c] ?? null,
      level: seen.level,
      book: books.get(''),
      target,
      transit: transit.get('') ?? [],
      now: known === null,
    });
  });
  const months = cells.some(isReached) ? await monthsOfSum(board, cells) : [];
  return cells.map((cell, c) => ({ ...shown(cell), reached: reachedIn(cell, asked[c] ?? null, months) }));
}

/** Sums by month over the whole scope, of the flows that reached their target. */
async function monthsOfSum(board: Board, cells: readonly Cell[]): Promise<SumRow[]> {
  const codes = new Set(cells.filter(isReached).map((cell) => cell.code));
  const flows = board.columns.filter((one) => codes.has(one.code) && one.definition.period === 'flow');
  const books = await readBooks(
    board.house,
    flows.map((one) => ({ definition: one.definition, range: rangeFor(one.definition, board.ask.period) })),
    { rows: board.seen.rows, by: 'month', knownOn: board.known },
  );
  return [...books].flatMap(([month, book]) => [...book.sums.values()].flat().map((part) => ({ ...part, at: month })));
}
