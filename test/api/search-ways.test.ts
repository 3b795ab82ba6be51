import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { ReachPair } from '../../src/core/access/reach.ts';
import type { EntryState } from '../../src/core/ledger/entry.ts';
import type { EntryFilter } from '../../src/storage/ledger/entry-filter.ts';
import { gauged } from '../../src/storage/ledger/entry-search.ts';
import { listEntries, sumEntries } from '../../src/storage/ledger/list-entries.ts';
import { withHouse } from '../support/house.ts';
import { addTestKinds } from '../support/ledger.ts';
import { COUNTY, makeWorld } from '../support/world.ts';

/** What the test knows of an entry. */
interface Row {
  id: string;
  county: string;
  place: string | null;
  unit: string;
  kind: string;
  state: EntryState;
  day: string;
  voucher: string;
  payee: string;
  slice: string;
}

const test = withHouse();
let rows: Row[] = [];
let units: string[] = [];

const MAKE = `insert into entry (county_id, id, kind, kind_version, unit_id, place_id, state, occurred_on, counted_on, amount_fen, voucher, payee, slice, fields, source,
    reported_by, reported_at, posted_by, posted_at, changed_at)
  select c, gen_random_uuid(), case when n % 3 = 0 then 'test_proof' else 'test_funds' end, 1, ($2::uuid[])[1 + n % array_length($2::uuid[], 1)],
    case when n % 4 = 0 then c || '100' end, s, d, d, n, 'PZ' || n % 7 || '-' || n, (array['甲社', '甲公司', '乙社', 'PZ1厂'])[1 + n / 5 % 4],
    (array['', ';pay_class=free;', ';pay_class=free;', ';pay_class=paid;'])[1 + n / 7 % 4], '{}', 'form', $3, now(),
    case when s = 'posted' then $3::uuid end, case when s = 'posted' then now() end, now()
  from generate_series(1, 500) n, lateral (select ($1::text[])[1 + n * 13 % array_length($1::text[], 1)] as c,
    case when n % 5 = 0 then 'returned' else 'posted' end as s, date '2019-01-01' + n * 37 % 900 as d) x`;

const ROLL_UP = `insert into ledger_year select county_id, kind, extract(year from counted_on)::int, unit_id, slice, count(*), sum(amount_fen), 0, 0, 0
  from entry where state = 'posted' group by 1, 2, 3, 4, 5`;

beforeAll(async () => {
  const world = await makeWorld(test);
  await addTestKinds(test.db.app);
  units = [world.units.a1, world.units.aCounty, world.units.b1];
  await test.db.owner.query('truncate entry, ledger_year cascade');
  await test.db.owner.query(MAKE, [Object.values(COUNTY), units, world.people.first]);
  await test.db.owner.query(ROLL_UP);
  const made = await test.db.owner.query<Row>(
    `select id, county_id as county, place_id as place, unit_id as unit, kind, state, counted_on::text as day, voucher, payee, slice from entry order by counted_on desc, id desc`,
  );
  rows = made.rows;
});

const reaches = (row: Row, { units: only, places }: ReachPair): boolean =>
  (only?.includes(row.unit) ?? true) &&
  (places?.some((id) => row.county.startsWith(id) || (row.place?.startsWith(id) ?? false)) ?? true);

const fits = (row: Row, f: EntryFilter): boolean =>
  (f.q === undefined || row.voucher.startsWith(f.q) || row.payee.startsWith(f.q)) &&
  (f.countyId === undefined || row.county.startsWith(f.countyId)) &&
  (f.unitIds?.includes(row.unit) ?? true) &&
  (f.kinds?.includes(row.kind) ?? true) &&
  (f.states?.includes(row.state) ?? true) &&
  [...(f.facets ?? [])].every(([code, values]) => values.some((value) => row.slice.includes(`;${code}=${value};`))) &&
  (f.from === undefined || row.day >= f.from) &&
  (f.to === undefined || row.day <= f.to);

const counties = Object.values(COUNTY);
const places = fc.constantFrom(
  ...[
    null,
    ['13'],
    ['13', '45'],
    [counties[0] ?? ''],
    counties.slice(0, 2),
    [`${counties[0] ?? ''}100`],
    ['45', `${counties[0] ?? ''}100`],
  ],
);
const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 1 });
const someUnits = () => fc.subarray([0, 1, 2], { minLength: 1 }).map((list) => list.map((n) => units[n] ?? ''));
const facets = fc
  .constantFrom<(readonly [string, string[]])[]>(
    [['pay_class', ['paid']]],
    [['pay_class', ['free', 'paid']]],
    [['pay_class', ['lent']]],
    [['other', ['free']]],
  )
  .map((list) => new Map(list));
const amount = fc.constantFrom('few' as const, 'some' as const, 'many' as const);

it('a list is the same and its pages are whole, by whichever way its words and facets are found', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        pairs: fc.array(fc.record({ units: fc.option(someUnits()), places }), { minLength: 1, maxLength: 2 }),
        filter: fc.record({
          q: some(fc.constantFrom('甲', '甲社', '乙社', 'PZ', 'PZ1', 'PZ3-1', 'PZ1厂', '无')),
          facets: some(facets),
          countyId: some(fc.constantFrom('13', '45', ...counties)),
          unitIds: some(someUnits()),
          kinds: some(fc.constantFrom(['test_funds'], ['test_proof'], ['test_funds', 'test_proof'])),
          states: some(fc.constantFrom<EntryState[]>(['posted'], ['returned'], ['posted', 'returned'])),
          from: some(fc.constantFrom('2019-06-01', '2020-01-01')),
          to: some(fc.constantFrom('2020-03-01', '2021-01-01')),
        }),
        ways: fc.record({ voucher: amount, payee: amount }),
        limit: fc.constantFrom(3, 40, 600),
      }),
      async ({ pairs, filter, ways, limit }) => {
        const wanted = rows.filter((row) => pairs.some((pair) => reaches(row, pair)) && fits(row, filter));
        const none = await gauged(test.db.app, filter);
        const begins =
          filter.q === undefined
            ? undefined
            : {
                voucher: none.begins?.voucher === 'none' ? ('none' as const) : ways.voucher,
                payee: none.begins?.payee === 'none' ? ('none' as const) : ways.payee,
              };
        const ids: string[] = [];
        for (let after: [string, string] | null = null; ;) {
          const page: { id: string; countedOn: string }[] = await listEntries(test.db.app, pairs, {
            ...filter,
            begins,
            after,
            limit,
          });
          ids.push(...page.map((one) => one.id));
          const last = page.at(-1);
          if (last === undefined || page.length < limit || ids.length > 12) break;
          after = [last.countedOn, last.id];
        }
        expect(ids).toEqual(wanted.slice(0, Math.max(ids.length, Math.min(wanted.length, 12))).map((row) => row.id));
        const sums = await sumEntries(test.db.app, pairs, { ...filter, begins }, 1000);
        expect(sums.reduce((all, one) => all + one.rows, 0)).toBe(wanted.length);
        found += wanted.length;
      },
    ),
    { numRuns: 250 },
  );
  expect(found).toBeGreaterThan(1000);
});
