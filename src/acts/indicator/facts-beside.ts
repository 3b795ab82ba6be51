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

/** Facts with ours beside each: of the figure's own scope, or of the counties that the fact names; and whether both agree. */
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
      const ids = fact.places.map((place) => place.id);
      const { placeId } = found.seen.scope;
      const here = placeId === null ? ids.length === 0 : ids.length === 1 && ids[0] === placeId;
      const elsewhere = !here && ids.length > 0 && ids.every((id) => reachedCounty(found, id));
      const ours = here ? value : elsewhere ? await oursOf(ids) : null;
      return { ...fact, ...verdictOf(fact, found, here || elsewhere ? { ours } : null), ours: text(ours) };
    }),
  );
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

/** A fact is compared where it speaks of the same time, and of places whose figure is within reach; else both only stand side by side. */
function verdictOf(fact: FactRow, { version, period }: Found, there: { ours: Fraction | null } | null) {
  const { from, to } = rangeOf(period);
  const { definition } = version;
  const begins = definition.period === 'flow' ? fact.from === `${from}-01` : true;
  if (!begins || fact.to !== lastDayOf(to)) return { verdict: 'not_comparable', why: 'period', by: null };
  if (there === null) return { verdict: 'not_comparable', why: 'place', by: null };
  const found = compareFact(fact, definition.unit, there.ours);
  return found.verdict === 'not_comparable'
    ? { ...found, by: null }
    : { verdict: found.verdict, why: null, by: decimalText(found.by) };
}
