import { reachOf, reaches, type Actor } from '../../core/access/reach.ts';
import { figuresIn, type Figure } from '../../core/document/facts/figure.ts';
import { formatDecimal } from '../../core/document/facts/decimal.ts';
import { compareFact } from '../../core/indicator/compare-fact.ts';
import type { IndicatorDefinition, PrintUnit } from '../../core/indicator/definition.ts';
import { fraction } from '../../core/indicator/fraction.ts';
import { versionFor } from '../../core/ledger/versions.ts';
import { itemsOfYear, type ItemText } from '../../storage/indicator/plan-item.ts';
import { standingTargets } from '../../storage/indicator/target.ts';
import type { House } from '../house.ts';
import { loadDefinitions } from './definitions.ts';

/** Signs before a figure in which the word of an indicator is looked for: its own clause, no more. */
const CLAUSE = /[，。；;,、\n][^，。；;,、\n]*$/;

/** Targets that items of plans seem to name, each with the words it was read from; nothing is set by it. */
export async function proposeTargets(house: House, actor: Actor, ask: { year: number; planId?: string | undefined }) {
  const manage = reachOf(actor, 'indicator.manage');
  const items = (await itemsOfYear(house.app, reachOf(actor, 'plan.read'), ask)).filter((item) =>
    reaches(manage, { unitIds: [item.unitId], placeIds: item.counties.map((one) => one.id) }),
  );
  const day = `${ask.year}-12-31`;
  const definitions = [...(await loadDefinitions(house)).values()].flatMap(
    (list) => versionFor(list, day, null)?.definition ?? [],
  );
  const found = items.flatMap((item) => readItem(item, definitions));
  const set = await standingTargets(house.app, reachOf(actor, 'ledger.read'), {
    indicators: [...new Set(found.map((one) => one.indicator))],
    years: [ask.year],
    knownOn: null,
  });
  const setOf = (one: (typeof found)[number]) =>
    set.find((row) => row.indicator === one.indicator && row.unitId === one.unitId && row.countyId === one.countyId)
      ?.value ?? null;
  return { items: found.map((one) => ({ ...one, set: setOf(one) })) };
}

function readItem(item: ItemText, definitions: readonly IndicatorDefinition[]) {
  const { id, planId, planTitle, text, year, unitId, unitName, counties } = item;
  // For one county it is that county's target; for several the sum of them.
  const [county, more] = counties;
  const place = county !== undefined && more === undefined ? county : null;
  return figuresIn(text).flatMap((figure) => {
    const definition = meant(text, figure, definitions);
    if (definition === null) return [];
    return [
      {
        planItem: { id, planId, planTitle, text },
        indicator: definition.code,
        year,
        unitId,
        unitName,
        countyId: place?.id ?? null,
        countyName: place?.name ?? null,
        value: plainValue(figure, definition.unit),
        printed: text.slice(figure.start, figure.end),
      },
    ];
  });
}

/** The indicator whose word stands nearest in the figure's own clause, and whose unit it is; the longest word wins. */
function meant(text: string, figure: Figure, definitions: readonly IndicatorDefinition[]): IndicatorDefinition | null {
  const before = text.slice(0, figure.start);
  const clause = CLAUSE.exec(before)?.[0].slice(1) ?? before;
  const after = /^[^，。；;,、\n]*/.exec(text.slice(figure.end))?.[0] ?? '';
  let best: { definition: IndicatorDefinition; length: number } | null = null;
  for (const definition of definitions) {
    const fits = compareFact(
      { value: '1', exact: '1', plainUnit: figure.plainUnit, approx: null, planned: false },
      definition.unit,
      fraction(1n),
    );
    if (fits.verdict === 'not_comparable') continue;
    for (const word of definition.factWords)
      if ((clause.includes(word) || after.includes(word)) && word.length > (best?.length ?? 0))
        best = { definition, length: word.length };
  }
  return best?.definition ?? null;
}

const MONEY: readonly PrintUnit[] = ['元', '万元', '亿元'];
/** In the plain unit: fen for money. */
function plainValue(figure: Figure, unit: PrintUnit): string {
  const { digits, places } = figure.exact;
  return formatDecimal(MONEY.includes(unit) ? { digits: digits * 100n, places } : { digits, places });
}
