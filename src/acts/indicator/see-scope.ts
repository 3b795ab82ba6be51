import { reachOf, type Actor, type ReachPair } from '../../core/access/reach.ts';
import type { UnitNode } from '../../core/access/unit-tree.ts';
import type { Level } from '../../core/indicator/definition.ts';
import type { FigureScope } from '../../core/indicator/figure-id.ts';
import { unitsOfFigure } from '../../core/indicator/figure-units.ts';
import { citedScope } from '../../core/indicator/scope.ts';
import { dayOf, type Instant } from '../../core/kernel/plain-date.ts';
import { loadUnitTree } from '../../storage/access/actor.ts';
import { unitNames } from '../../storage/access/unit.ts';
import { unitsWithFigures } from '../../storage/indicator/board-county.ts';
import type { FigureRows } from '../../storage/indicator/figure-sql.ts';
import { placeNames } from '../../storage/place/place-names.ts';
import type { House } from '../house.ts';

/** A scope of figures as one reader sees it. */
export interface Seen {
  tree: readonly UnitNode[];
  pairs: readonly ReachPair[];
  /** The scope that the figures really have. */
  scope: FigureScope;
  names: { placeName: string | null; unitName: string | null };
  /** Whether the scope is reached whole, so that its figures have an id. */
  citable: boolean;
  rows: FigureRows;
  level: Level;
  /** Units that the reader may be told of. */
  units: KnownUnits;
}

/** The level of a scope. */
export const levelOf = ({ placeId, unitId }: FigureScope): Level =>
  unitId !== null ? 'unit' : placeId === null ? 'all' : placeId.length === 2 ? 'province' : 'county';

/**
 * What a reader sees of a scope; null where nothing of it is within reach, or there is no such place or unit. Units count
 * as they stood, and as was known of them, at the moment that the figure is known on.
 */
export async function seeScope(house: House, actor: Actor, asked: FigureScope, on: Instant): Promise<Seen | null> {
  const pairs = reachOf(actor, 'ledger.read');
  const tree = await loadUnitTree(house.app, dayOf(on), 'done', on);
  const known = knownUnits(house, actor, pairs);
  const { unitId } = asked;
  const below = asked.unitId === null ? null : unitsOfFigure(tree, asked.unitId);
  if (!pairs.some((pair) => meets(pair, asked.placeId, below))) return null;
  if (unitId !== null && !(tree.some((node) => node.id === unitId) && (await known.has(unitId)))) return null;
  const cited = citedScope(pairs, asked, below);
  const scope = cited ?? asked;
  const named = scope.unitId === null || (await known.has(scope.unitId));
  const names = await namesOf(house, { ...scope, unitId: named ? scope.unitId : null });
  if (scope.placeId !== null && names.placeName === null) return null;
  const units = scope.unitId === null ? null : unitsOfFigure(tree, scope.unitId);
  const rows = { pairs, placeId: scope.placeId, units };
  // What cannot be said by name cannot be cited either.
  return { tree, pairs, scope, names, citable: cited !== null && named, rows, level: levelOf(scope), units: known };
}

/** Which units a reader may be told of; what costs a look at the roll-ups is looked at when asked for. */
export interface KnownUnits {
  has(id: string): Promise<boolean>;
  /** Those with figures or of the posts' own scope, for rows of a board; null: all. */
  rows(): Promise<ReadonlySet<string> | null>;
}

/**
 * Units that the reader may know of: those reached as units everywhere, those of the reader's own posts, and those that have
 * figures within reach. A place says nothing of who else exists.
 */
function knownUnits(house: House, actor: Actor, pairs: readonly ReachPair[]): KnownUnits {
  const named = reachOf(actor, 'unit.read').filter((pair) => pair.places === null);
  const own = new Set(actor.posts.map((post) => post.unitId));
  const sure = (id: string) => own.has(id) || named.some((pair) => pair.units?.includes(id) ?? true);
  const wide = pairs.filter((pair) => pair.places === null);
  const all = wide.some((pair) => pair.units === null) && named.some((pair) => pair.units === null);
  let looked: Promise<Set<string>> | null = null;
  const found = () =>
    (looked ??= unitsWithFigures(house.app, { pairs, placeId: null, units: null }).then((ids) => new Set(ids)));
  return {
    has: async (id) => sure(id) || (await found()).has(id),
    rows: async () => {
      if (all) return null;
      const told = wide.flatMap((pair) => pair.units ?? []).filter(sure);
      const whole = pairs.every((pair) => pair.places === null && pair.units?.every(sure) === true);
      return new Set([...told, ...(whole ? [] : await found())]);
    },
  };
}

function meets(pair: ReachPair, placeId: string | null, below: readonly string[] | null): boolean {
  const place =
    placeId === null ||
    pair.places === null ||
    pair.places.some((above) => placeId.startsWith(above) || above.startsWith(placeId));
  // The unit itself comes first: who reaches only units below it asks for those.
  const unit = below === null || pair.units === null || pair.units.includes(below[0] ?? '');
  return place && unit;
}

/** Names of the place and the unit of a scope. */
async function namesOf(house: House, { placeId, unitId }: FigureScope): Promise<Seen['names']> {
  const places = placeId === null ? null : await placeNames(house.app, [placeId]);
  const units = unitId === null ? null : await unitNames(house.app, [unitId]);
  return { placeName: places?.get(placeId ?? '') ?? null, unitName: units?.get(unitId ?? '') ?? null };
}

/** The scope as the contract has it. */
export const scopeAnswer = (seen: Seen) => ({ ...seen.scope, ...seen.names, citable: seen.citable });

/** The moment that figures are known on: now, or an earlier one that was asked for; `asked` null: nothing to take off. */
export function knownOn(house: House, text: string | undefined): { shown: Instant; asked: Instant | null } {
  const now = house.clock();
  if (text === undefined) return { shown: now, asked: null };
  const moment = new Date(text).toISOString() as Instant;
  return moment >= now ? { shown: now, asked: null } : { shown: moment, asked: moment };
}
