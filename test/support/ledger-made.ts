import type { Pool } from 'pg';
import { newId } from '../../src/acts/house.ts';
import { loadShippedIndicators } from '../../src/acts/start/shipped-indicators.ts';
import { loadShippedKinds } from '../../src/acts/start/shipped-kinds.ts';
import type { Formula, IndicatorDefinition } from '../../src/core/indicator/definition.ts';
import type { Instant } from '../../src/core/kernel/plain-date.ts';
import type { KindDefinition, MeasureDefinition } from '../../src/core/ledger/kind.ts';
import { inTransaction } from '../../src/storage/database/transaction.ts';
import { addToRollUps } from '../../src/storage/ledger/roll-up.ts';

const name = (zh: string) => ({ zh, en: zh });
const measure = (one: MeasureDefinition['measure'], unit: MeasureDefinition['unit'] = null): MeasureDefinition => ({
  measure: one,
  name: name(one),
  unit,
  required: false,
  derived: null,
  synonyms: [],
});

/** A kind of entry as tests need it. */
export const testKind = (code: string, more: Partial<KindDefinition>): KindDefinition => ({
  code,
  line: '综合',
  topic: null,
  name: name(`试${code}`),
  text: name('试'),
  source: '试',
  unverified: false,
  countsOn: name('日期'),
  measures: [],
  voucher: { ask: 'optional', name: name('凭证') },
  payee: { ask: 'optional', name: name('收款方') },
  fields: [],
  facets: [],
  rules: [],
  evidence: [],
  once: null,
  roster: 'no',
  ...more,
});
const choice = (code: string, ...choices: string[]): KindDefinition['fields'][number] => ({
  code,
  name: name(code),
  type: 'choice',
  required: false,
  help: null,
  choices: choices.map((one) => ({ code: one, ...name(one), synonyms: [] })),
  unit: null,
  maxLength: null,
  personal: false,
  synonyms: [],
});

/** The kinds of the tests: money by class, classes with rosters, land. */
export const TEST_KINDS: readonly KindDefinition[] = [
  testKind('t_funds', { measures: [measure('amount')], fields: [choice('pay', 'free', 'lent')], facets: ['pay'] }),
  testKind('t_goods', { measures: [measure('amount')] }),
  testKind('t_class', { measures: [measure('people'), measure('person_times')], roster: 'optional' }),
  testKind('t_land', { measures: [measure('quantity', '公顷')] }),
];

/** An indicator as tests need it. */
export const testIndicator = (
  code: string,
  formula: Formula,
  more: Partial<IndicatorDefinition> = {},
): IndicatorDefinition => ({
  code,
  line: '综合',
  name: name(`试${code}`),
  text: name('试'),
  source: '试',
  unverified: true,
  unit: '万元',
  decimals: 2,
  formula,
  period: 'flow',
  level: { unit: 'sum', county: 'sum', province: 'sum', all: 'sum' },
  owner: null,
  freshDays: null,
  factWords: [],
  better: 'higher',
  headline: true,
  ...more,
});
const weighted = { unit: 'weighted', county: 'weighted', province: 'weighted', all: 'weighted' } as const;
const sum = (
  kinds: string[],
  one: 'amount' | 'people' | 'person_times' | 'quantity' | 'entries' = 'amount',
  where?: Record<string, string[]>,
): Formula => ({
  sum: { kinds, measure: one, where },
});

/** The indicators of the tests. */
export const TEST_INDICATORS: readonly IndicatorDefinition[] = [
  testIndicator('t_free', sum(['t_funds'], 'amount', { pay: ['free'] })),
  testIndicator('t_all', { add: [sum(['t_funds']), sum(['t_goods'])] }, { factWords: ['试用资金'] }),
  testIndicator('t_times', sum(['t_class'], 'person_times'), { unit: '人次', decimals: 0 }),
  testIndicator('t_sofar', sum(['t_funds']), { period: 'cumulative' }),
  testIndicator(
    't_share',
    { ratio: { of: sum(['t_funds'], 'amount', { pay: ['free'] }), by: sum(['t_funds']), percent: true } },
    { unit: '%', decimals: 1, level: weighted },
  ),
  testIndicator(
    't_growth',
    { growth: { of: sum(['t_funds']), against: 'year' } },
    { unit: '%', decimals: 1, level: weighted },
  ),
  testIndicator(
    't_land_left',
    { latest: { kinds: ['t_land'], measure: 'quantity' } },
    { unit: '公顷', period: 'latest', level: { unit: 'latest', county: 'latest', province: 'latest', all: 'latest' } },
  ),
  testIndicator(
    't_persons',
    { distinct: { kinds: ['t_class'] } },
    { unit: '人', decimals: 0, level: { unit: 'distinct', county: 'distinct', province: 'distinct', all: 'distinct' } },
  ),
];

/** Brings the kinds and indicators of the tests in. */
export async function makeTestIndicators(pool: Pool): Promise<void> {
  await loadShippedKinds(pool, { kinds: TEST_KINDS });
  await loadShippedIndicators(pool, { indicators: TEST_INDICATORS, now: '2020-01-01T00:00:00.000Z' as Instant });
}

/** An entry as tests put it into the tables. */
export interface MadeEntry {
  id: string;
  countyId: string;
  unitId: string;
  kind: string;
  slice: string;
  countedOn: string;
  /** Null: reported and not yet posted. */
  postedAt: string | null;
  amountFen: string | null;
  quantity: string | null;
  people: number | null;
  personTimes: number | null;
  reverses: string | null;
  reversesOn: string | null;
}

/** An entry with what a test leaves unsaid. */
export const madeEntry = (one: Pick<MadeEntry, 'countyId' | 'unitId'> & Partial<MadeEntry>): MadeEntry => ({
  id: newId(),
  kind: 't_funds',
  slice: '',
  countedOn: '2021-03-05',
  postedAt: '2021-04-01T00:00:00.000Z',
  amountFen: null,
  quantity: null,
  people: null,
  personTimes: null,
  reverses: null,
  reversesOn: null,
  ...one,
});

/** The reversal of an entry. */
export const reversalOf = (one: MadeEntry, more: Partial<MadeEntry> = {}): MadeEntry => ({
  ...one,
  id: newId(),
  amountFen: one.amountFen === null ? null : String(-BigInt(one.amountFen)),
  quantity: one.quantity === null ? null : one.quantity.startsWith('-') ? one.quantity.slice(1) : `-${one.quantity}`,
  people: one.people === null ? null : -one.people,
  personTimes: one.personTimes === null ? null : -one.personTimes,
  reverses: one.id,
  reversesOn: one.countedOn,
  ...more,
});

/** Puts entries into the tables as posting would, the roll-ups with them. */
export async function putEntries(owner: Pool, personId: string, entries: readonly MadeEntry[]): Promise<void> {
  await inTransaction(owner, async (tx) => {
    for (const e of entries) {
      const state = e.postedAt === null ? 'reviewed' : 'posted';
      await tx.query(
        `insert into entry (county_id, id, kind, kind_version, unit_id, state, occurred_on, counted_on, amount_fen, quantity, people, person_times, slice, fields, source,
           reverses, reverses_on, reported_by, reported_at, posted_by, posted_at, changed_at)
         values ($1, $2, $3, 1, $4, $5, $6, $6, $7, $8, $9, $10, $11, '{}', 'form', $12, $15, $13, now(), $13, $14, now())`,
        [
          e.countyId,
          e.id,
          e.kind,
          e.unitId,
          state,
          e.countedOn,
          e.amountFen,
          e.quantity,
          e.people,
          e.personTimes,
          e.slice,
          e.reverses,
          personId,
          e.postedAt,
          e.reversesOn,
        ],
      );
    }
    const posted = entries.filter((e) => e.postedAt !== null);
    await addToRollUps(
      tx,
      posted.map((e) => ({ ...e, entries: e.reverses === null ? 1 : -1 })),
    );
  });
}

/** Takes everything off the books of a test again. */
export async function clearEntries(owner: Pool): Promise<void> {
  await owner.query(
    'truncate entry, entry_step, entry_person, entry_difference, entry_evidence, ledger_month, ledger_quarter, ledger_year, target cascade',
  );
}
