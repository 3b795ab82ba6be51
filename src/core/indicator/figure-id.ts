import { isId } from '../kernel/id.ts';
import type { Instant } from '../kernel/plain-date.ts';
import { parsePeriod, type PeriodCode } from './period.ts';

/** What a figure is of: a county, a province, or all places; of one unit with all below it, or of all units. */
export interface FigureScope {
  /** Key of a county (6 digits) or of a province (2); null: all places. */
  placeId: string | null;
  unitId: string | null;
}

/** A figure that can be cited: opened again it says the same, as known at its moment. */
export interface FigureName extends FigureScope {
  code: string;
  version: number;
  period: PeriodCode;
  knownOn: Instant;
}

/** `<code>.v<version>.<level>-<place>.<unit|all>.<period>.<known on>`, safe in an address. */
export function figureId(name: FigureName): string {
  const place = name.placeId === null ? 'all' : `${name.placeId.length === 2 ? 'province' : 'county'}-${name.placeId}`;
  const known = name.knownOn.replace(/[-:.]/g, '');
  return [name.code, `v${name.version}`, place, name.unitId ?? 'all', name.period, known].join('.');
}

const SHAPE =
  /^([a-z][a-z0-9_]{1,49})\.v([1-9]\d{0,5})\.(?:all|province-(\d{2})|county-(\d{6}))\.(all|[0-9a-f-]{36})\.([0-9Qto-]{4,11})\.(\d{8}T\d{9}Z)$/;

/** Reads a figure id; null for anything else. */
export function parseFigureId(text: string): FigureName | null {
  const [, code = '', version = '', province, county, unit = '', term = '', known = ''] = SHAPE.exec(text) ?? [];
  const period = parsePeriod(term);
  const knownOn = instantOf(known);
  if (code === '' || period === null || knownOn === null || (unit !== 'all' && !isId(unit))) return null;
  const placeId = province ?? county ?? null;
  return { code, version: Number(version), placeId, unitId: unit === 'all' ? null : unit, period, knownOn };
}

function instantOf(text: string): Instant | null {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z');
  const time = Date.parse(iso);
  // A day that does not exist comes back as another one.
  return Number.isNaN(time) || new Date(time).toISOString() !== iso ? null : (iso as Instant);
}
