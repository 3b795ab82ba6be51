import { findCounty } from '../../core/exchange/find-county.ts';
import type { DraftLookups } from '../../core/exchange/read-draft.ts';
import { reachOf, reaches, type Actor, type ReachPair } from '../../core/access/reach.ts';
import { dayOf, type PlainDate } from '../../core/kernel/plain-date.ts';
import { problem } from '../../core/kernel/problem.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import type { KindDefinition, KindVersion } from '../../core/ledger/kind.ts';
import { versionFor } from '../../core/ledger/versions.ts';
import type { Reader } from '../../storage/database/transaction.ts';
import { listKindVersions } from '../../storage/ledger/kind.ts';
import { listPairings } from '../../storage/pairing/pairing.ts';
import type { House } from '../house.ts';
import { findHelpingUnits } from '../ledger/helping-units.ts';

/** What reading a sheet has to know of the world: the kind, the names of counties and units, and what the person may report. */
export interface ImportWorld {
  versions: readonly KindVersion[];
  /** The version that columns are matched by: the one that holds today, else the latest. */
  definition: KindDefinition;
  lookups: DraftLookups;
  today: string;
  /** Whether the person may report for the unit in the county. */
  allows(unitId: string, countyId: string): boolean;
  isCounty(id: string): boolean;
}

/** Whether some of what the person may report is the unit's; in which counties is asked row by row. */
export const mayImportFor = (actor: Actor, unitId: string): boolean =>
  reachOf(actor, 'ledger.report').some((pair) => pair.units === null || pair.units.includes(unitId));

/** Loads the world for a kind; null: there is no such kind. */
export async function loadWorld(house: House, db: Reader, actor: Actor, kind: string): Promise<ImportWorld | null> {
  const today = dayOf(house.clock());
  const versions = await listKindVersions(db, [kind]);
  const current = versionFor(versions, today, null) ?? versions.at(-1);
  if (current === undefined) return null;
  const pairs = reachOf(actor, 'ledger.report');
  const gazetteer = house.reading().gazetteer;
  const preferred = await countiesOf(db, pairs);
  return {
    versions,
    definition: current.definition,
    lookups: {
      county: (text) => findCounty(text, gazetteer, preferred),
      unit: await unitFinder(db, actor, today),
    },
    today,
    allows: remembered((unitId, countyId) => reaches(pairs, { unitIds: [unitId], placeIds: [countyId] })),
    isCounty: remembered((id) => id.length === 6 && gazetteer.place(id) !== null),
  };
}

/** Counties that a name means first: those that somebody within reach helps. */
async function countiesOf(db: Reader, pairs: readonly ReachPair[]): Promise<Set<string>> {
  const pairings = await listPairings(db, pairs, { ended: true, documents: [] });
  return new Set([...pairings.map((one) => one.countyId), ...pairs.flatMap((pair) => pair.places ?? [])]);
}

const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** Units that may be entered for by name or short name; a name that two have names none. */
async function unitFinder(db: Reader, actor: Actor, today: PlainDate): Promise<DraftLookups['unit']> {
  const byName = new Map<string, string | null>();
  for (const unit of await findHelpingUnits(db, actor, 'ledger.report', today))
    for (const name of new Set([unit.name, unit.shortName ?? unit.name].map(folded)))
      byName.set(name, byName.has(name) ? null : unit.id);
  return (text) => {
    const id = byName.get(folded(text));
    if (id === undefined) return refused(problem('import.unit_unknown', undefined, { unit: text.slice(0, 60) }));
    return id === null ? refused(problem('import.unit_ambiguous', undefined, { unit: text.slice(0, 60) })) : ok(id);
  };
}

/** Asks once about the same ids. */
function remembered<Ids extends string[]>(ask: (...ids: Ids) => boolean): (...ids: Ids) => boolean {
  const known = new Map<string, boolean>();
  return (...ids) => {
    const key = ids.join(' ');
    let answer = known.get(key);
    if (answer === undefined) known.set(key, (answer = ask(...ids)));
    return answer;
  };
}
