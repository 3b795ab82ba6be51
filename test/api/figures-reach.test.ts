import * as fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as figure from '../../src/contract/figure.ts';
import { reachOf, reaches, type Actor } from '../../src/core/access/reach.ts';
import { loadActorAgain } from '../support/belonging.ts';
import { behindOf as behind, boardOf as board } from '../support/figures-asked.ts';
import { withHouse } from '../support/house.ts';
import {
  clearEntries,
  madeEntry,
  makeTestIndicators,
  putEntries,
  reversalOf,
  type MadeEntry,
} from '../support/ledger-made.ts';
import { COUNTY, done, makeWorld, type World } from '../support/world.ts';

const test = withHouse('2021-06-20T02:00:00.000Z');
let world: World;

beforeAll(async () => {
  world = await makeWorld(test);
  await makeTestIndicators(test.db.app);
});
beforeEach(() => clearEntries(test.db.owner));

const put = (...entries: MadeEntry[]) => putEntries(test.db.owner, world.people.officeA, entries);

describe('for whoever reads', () => {
  const KINDS = ['t_funds', 't_goods', 't_class'];
  const entries = fc.array(
    fc.record({
      unit: fc.constantFrom('a', 'a1', 'a2', 'b', 'b1', 'b2', 'bCounty' as const),
      county: fc.constantFrom(...Object.values(COUNTY)),
      kind: fc.constantFrom(...KINDS),
      slice: fc.constantFrom(';pay=free;', ';pay=lent;'),
      on: fc.constantFrom('2020-05-01', '2021-01-31', '2021-02-01', '2021-06-19'),
      posted: fc.constantFrom(null, '2021-03-01T00:00:00.000Z', '2021-06-01T00:00:00.000Z'),
      amount: fc.integer({ min: 0, max: 1_000_000 }),
      reversed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 14 },
  );
  const people = [
    'officeA',
    'liaisonA1',
    'leaderA',
    'auditorA',
    'cadreA',
    'countyA',
    'officeB',
    'liaisonB1',
    'cadreB',
    'countyB',
    'twoPosts',
    'manyPairs',
    'past',
  ] as const;
  const scopes: Record<string, string>[] = [
    {},
    { placeId: COUNTY.shared },
    { placeId: '45' },
    { period: '2021-Q1' },
    { knownOn: '2021-04-01T00:00:00.000Z' },
  ];

  /** The same said again, entry by entry. */
  const naive = (
    all: readonly MadeEntry[],
    actor: Actor,
    query: Record<string, string>,
    counts: (e: MadeEntry) => bigint,
  ) =>
    all
      .filter((e) => e.postedAt !== null && (query['knownOn'] === undefined || e.postedAt <= query['knownOn']))
      .filter((e) => reaches(reachOf(actor, 'ledger.read'), { unitIds: [e.unitId], placeIds: [e.countyId] }))
      .filter((e) => e.countyId.startsWith(query['placeId'] ?? ''))
      .filter((e) =>
        query['period'] === '2021-Q1' ? e.countedOn >= '2021-01' && e.countedOn < '2021-04' : e.countedOn >= '2021',
      )
      .reduce((sum, e) => sum + counts(e), 0n);
  const ALL = (e: MadeEntry) => (e.kind === 't_class' ? 0n : BigInt(e.amountFen ?? '0'));

  it('figures, boards and lists are the sum of the posted entries within reach, in every scope', async () => {
    await fc.assert(
      fc.asyncProperty(
        entries,
        fc.constantFrom(...people),
        fc.constantFrom(...scopes),
        async (drawn, person, query) => {
          await clearEntries(test.db.owner);
          const made = drawn.map((one) =>
            madeEntry({
              unitId: world.units[one.unit as 'a'],
              countyId: one.county,
              kind: one.kind,
              slice: one.kind === 't_funds' ? one.slice : '',
              countedOn: one.on,
              postedAt: one.posted,
              amountFen: one.kind === 't_class' ? null : String(one.amount),
              personTimes: one.kind === 't_class' ? one.amount : null,
            }),
          );
          const all = [
            ...made,
            ...made.flatMap((one, i) =>
              drawn[i]?.reversed === true && one.postedAt !== null
                ? [reversalOf(one, { postedAt: '2021-06-10T00:00:00.000Z' })]
                : [],
            ),
          ];
          await put(...all);
          const actor = await loadActorAgain(test.db.owner, world.people[person], '2021-06-20', null);
          const by = world.as[person];
          const answer = await by.call(figure.readFigure, {
            params: { code: 't_all' },
            query: { period: '2021', ...query },
          });
          if (answer.status !== 200) {
            expect(answer.status).toBe(reachOf(actor, 'ledger.read').length === 0 ? 403 : 404);
            expect(naive(all, actor, query, ALL)).toBe(0n);
            return;
          }
          const want = naive(all, actor, query, ALL);
          expect(answer.value.figure.value).toBe(String(want));
          const shown = await board(by, query);
          expect(shown.sum[1]?.value).toBe(String(want));
          expect(shown.items.reduce((sum, row) => sum + BigInt(row.cells[1]?.value ?? '0'), 0n)).toBe(want);
          expect(shown.sum[2]?.value).toBe(String(naive(all, actor, query, (e) => BigInt(e.personTimes ?? 0))));
          const units = await board(by, { ...query, level: 'unit' });
          expect(units.items.reduce((sum, row) => sum + BigInt(row.cells[1]?.value ?? '0'), 0n)).toBe(want);
          expect(await behind(by, 't_all', query)).toEqual({ sum: String(want), said: String(want) });
          const { figureId } = answer.value.figure;
          if (figureId === null) return;
          const cited = await done(by.call(figure.citedFigure, { params: { figureId } }));
          expect(cited.figure.value).toBe(String(want));
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
  }, 120_000);
});
