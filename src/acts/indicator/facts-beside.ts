import { reachOf, type Actor } from '../../core/access/reach.ts';
import { compareFact } from '../../core/indicator/compare-fact.ts';
import { decimalText, type Fraction } from '../../core/indicator/fraction.ts';
import { lastDayOf, rangeOf } from '../../core/indicator/period.ts';
import { reachesWhole } from '../../core/indicator/scope.ts';
import { listFacts, type FactRow } from '../../storage/fact/fact.ts';
import type { House } from '../house.ts';
import { text } from './board-cells.ts';
import { rangeFor } from './definitions.ts';
import { figureOf, readBooks } from './read-books.ts';
import type { Found } from './read-figure.ts';

/** Figures of documents that speak of the indicator, within the year and the place. */
export async function factsBeside(house: House, actor: Actor, { seen, version, period }: Found): Promise<FactRow[]> {
  const { factWords } = version.definition;
  const { from, to } = rangeOf(period);
  if (factWords.length === 0) return [];
  return listFacts(house.app, reachOf(actor, 'fact.read'), {
    countyId: seen.scope.placeId ?? undefined,
    unitId: seen.scope.unitId ?? undefined,
    words: factWords,
    during: [`${from}-01`, lastDayOf(to)],
    documents: reachOf(actor, 'document.read'),
    after: null,
    limit: 20,
  });
}

/**
 * Facts with ours beside each and whether both agree. Ours is of the figure's own scope, or of the counties that the fact names, and
 * always of the figure's own period: a fact of another time has none beside it, as the two would say different things.
 */
export async function comparedFacts(house: House, found: Found, facts: readonly FactRow[], value: Fraction | null) {
  const ofPlaces = new Map<string, Promise<Fraction | null>>();
  const oursOf = (ids: readonly string[]) => {
    const key = ids.join(',');
    const kept = ofPlaces.get(key) ?? valueOfCounties(house, found, ids);
    ofPlaces.set(key, kept);
    return kept;
  };
  return Promise.all(
    facts.map(async (fact) => {
      if (!sameTime(fact, found)) return { ...fact, ...UNLIKE, why: 'period', ours: null };
      const ids = fact.places.map((place) => place.id);
      const { placeId } = found.seen.scope;
      const here = placeId === null ? ids.length === 0 : ids.length === 1 && ids[0] === placeId;
      const elsewhere = !here && ids.length > 0 && ids.every((id) => reachedCounty(found, id));
      if (!here && !elsewhere) return { ...fact, ...UNLIKE, why: 'place', ours: null };
      const ours = here ? value : await oursOf(ids);
      return { ...fact, ...verdictOf(fact, found, ours), ours: text(ours) };
    }),
  );
}

const UNLIKE = { verdict: 'not_comparable', by: null } as const;

/** Whether a fact speaks of the figure's time: sums of its very stretch, what stands at its end of its last day. */
function sameTime(fact: FactRow, { version, period }: Found): boolean {
  const { from, to } = rangeOf(period);
  return fact.to === lastDayOf(to) && (version.definition.period !== 'flow' || fact.from === `${from}-01`);
}

const reachedCounty = ({ seen }: Found, id: string): boolean =>
  id.length === 6 && reachesWhole(seen.pairs, id, seen.rows.units);

/** The figure of some counties together, by the same definition. */
async function valueOfCounties(house: House, found: Found, counties: readonly string[]): Promise<Fraction | null> {
  const { seen, version, period, known } = found;
  const asked = { definition: version.definition, range: rangeFor(version.definition, period) };
  const rows = { ...seen.rows, placeId: null, counties };
  const books = await readBooks(house, [asked], { rows, by: 'nothing', knownOn: known, persons: true });
  return figureOf(asked, counties.length === 1 ? 'county' : 'all', books.get('')).value;
}

function verdictOf(fact: FactRow, { version }: Found, ours: Fraction | null) {
  const found = compareFact(fact, version.definition.unit, ours);
  return found.verdict === 'not_comparable'
    ? { ...found, by: null }
    : { verdict: found.verdict, why: null, by: decimalText(found.by) };
}
