import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { loadShippedKinds } from '../../src/acts/start/shipped-kinds.ts';
import * as kind from '../../src/contract/kind.ts';
import type { KindDefinition } from '../../src/core/ledger/kind.ts';
import type { Instant } from '../../src/core/kernel/plain-date.ts';
import { asPerson, withHouse } from '../support/house.ts';
import { choiceOf, fieldOf, kindOf, SHIPPED, shippedKind } from '../support/kinds.ts';
import { COUNTY, done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
beforeAll(async () => {
  world = await makeWorld(test);
});
const office = () => asPerson(test, world.people.officeA);
const term = (validFrom = '2021-01-01', more = {}) => ({
  validFrom,
  validTo: null,
  placeIds: [] as string[],
  note: null,
  ...more,
});
const renamed = (definition: KindDefinition, zh: string): KindDefinition => ({
  ...definition,
  name: { ...definition.name, zh },
});
const read = async (code: string) => done((await office()).call(kind.readKind, { params: { code } }));
const addVersion = async (code: string, body: object, query = {}) =>
  (await office()).call(kind.addKindVersion, { params: { code }, query, body: { ...term(), ...body } });

describe('the kinds', () => {
  it('ship with the product and can be read by all', async () => {
    const { items, can } = await done((await asPerson(test, world.people.cadreA)).call(kind.kinds));
    expect(items.map((one) => one.code)).toEqual(SHIPPED.map((one) => one.code));
    expect(items[0]).toMatchObject({ version: 1, shipped: true, holds: true, versions: 1, placeIds: [] });
    expect(can).toEqual({ manage: false });
  });

  it('are missing where there is none', async () => {
    expect(await (await office()).call(kind.readKind, { params: { code: 'no_such' } })).toMatchObject({ status: 404 });
  });
});

describe('a new kind', () => {
  const definition = kindOf({
    code: 'road_repair',
    fields: [fieldOf('c', 'choice', { choices: [choiceOf('x', '甲')] })],
  });
  it('is checked as a whole, at its fields', async () => {
    const bad = { ...definition, facets: ['nothing'], once: { group: 'g', key: ['voucher', 'nothing'] } };
    const answer = await (
      await office()
    ).call(kind.addKind, {
      body: { definition: bad, ...term('2021-01-01', { validTo: '2020-01-01', placeIds: ['99'] }) },
    });
    expect(answer.problems.map((one) => `${one.at} ${one.code}`)).toEqual([
      'validTo input.dates_reversed',
      'placeIds.0 place.unknown',
      'definition.facets.0 kind.unknown_part',
      'definition.once.key.1 kind.unknown_part',
    ]);
    const odd = await (
      await office()
    ).call(kind.addKind, { body: { definition: { ...definition, measures: [{}] }, ...term() } });
    expect(odd).toMatchObject({ status: 422 });
  });

  it('can be tried without being kept', async () => {
    const answer = await (
      await office()
    ).call(kind.addKind, { query: { dryRun: 'true' }, body: { definition, ...term() } });
    expect(answer).toMatchObject({ status: 200, value: { code: 'road_repair', version: 1, ended: [] } });
    expect(await (await office()).call(kind.readKind, { params: { code: 'road_repair' } })).toMatchObject({
      status: 404,
    });
  });

  it('is kept, once, also when it is sent twice', async () => {
    const by = await office();
    const body = { actId: newId(), definition, ...term() };
    const first = await by.call(kind.addKind, { body });
    expect(await by.call(kind.addKind, { body })).toMatchObject({ status: 200, value: first.value });
    expect(await by.call(kind.addKind, { body: { definition, ...term() } })).toMatchObject({
      status: 409,
      problems: [{ code: 'kind.exists', at: 'definition.code' }],
    });
    expect((await read('road_repair')).versions).toMatchObject([
      { version: 1, shipped: false, used: false, definition },
    ]);
    const log = await test.db.owner.query(`select subject_id from act_log where act = 'kind.add'`);
    expect(log.rows).toEqual([{ subject_id: 'road_repair' }]);
  });
});

describe('a new version', () => {
  const code = 'pilot';
  it('says what it changes and ends the one before', async () => {
    const definition = renamed(shippedKind(code), '试点一');
    const answer = await addVersion(code, { definition, ...term('2022-01-01', { note: '县里意见' }) });
    expect(answer.value).toEqual({
      code,
      version: 2,
      ended: [1],
      differences: [{ path: 'name.zh', before: '改革试点（试验田）', after: '试点一' }],
    });
    const { versions, current } = await read(code);
    expect(versions.map((one) => [one.version, one.validFrom, one.validTo, one.shipped])).toEqual([
      [2, '2022-01-01', null, false],
      [1, '1980-01-01', '2021-12-31', true],
    ]);
    expect(current).toBe(1);
    const { items } = await done((await office()).call(kind.kinds, { query: { on: '2022-06-01' } }));
    expect(items.find((one) => one.code === code)).toMatchObject({ version: 2, versions: 2 });
  });

  it('for a place holds there, and elsewhere nothing changes', async () => {
    const definition = renamed(shippedKind('publicity'), '河北口径');
    await done(addVersion('publicity', { definition, ...term('2021-01-01', { placeIds: ['13'] }) }));
    const nameIn = async (placeId: string | undefined) => {
      const { items } = await done(
        (await office()).call(kind.kinds, { query: placeId === undefined ? {} : { placeId } }),
      );
      return items.find((one) => one.code === 'publicity')?.definition.name.zh;
    };
    expect([await nameIn(COUNTY.one), await nameIn('451022'), await nameIn(undefined)]).toEqual([
      '河北口径',
      '宣传报道',
      '宣传报道',
    ]);
    expect((await read('publicity')).versions[0]).toMatchObject({ placeNames: ['河北省'] });
  });

  it('is refused with the same words, another code, another unit', async () => {
    const trees = shippedKind('rocky_desert');
    expect(await addVersion(trees.code, { definition: trees })).toMatchObject({
      status: 409,
      problems: [{ code: 'kind.same' }],
    });
    const mu = {
      ...trees,
      measures: trees.measures.map((one) => (one.unit === null ? one : { ...one, unit: '亩' as const })),
    };
    expect(await addVersion(trees.code, { definition: { ...mu, code: 'other_code' } })).toMatchObject({
      status: 422,
      problems: [
        { code: 'kind.code_differs' },
        { code: 'kind.unit_changed', at: 'definition.measures.0.unit', params: { before: '公顷', after: '亩' } },
      ],
    });
    expect(await addVersion('no_such', { definition: trees })).toMatchObject({ status: 404 });
  });

  it('is made by one of two at once after the other', async () => {
    const names = ['甲', '乙', '丙', '丁'];
    const answers = await Promise.all(
      names.map((zh) => addVersion('policy_support', { definition: renamed(shippedKind('policy_support'), zh) })),
    );
    expect(answers.map((one) => one.value.version).sort()).toEqual([2, 3, 4, 5]);
  });

  it('is only for who has the ability, and everywhere only for who reaches every place', async () => {
    const body = { definition: renamed(shippedKind(code), '不行'), ...term() };
    for (const key of ['liaisonA1', 'cadreA', 'countyA', 'leaderA', 'auditorA'] as const) {
      const by = await asPerson(test, world.people[key]);
      expect([key, (await by.call(kind.addKindVersion, { params: { code }, body })).status]).toEqual([key, 403]);
    }
  });
});

describe('a file of kinds', () => {
  it('leads into another house: what is new, changed, the same', async () => {
    const by = await office();
    const file = await done(by.call(kind.exportKinds, { query: { codes: 'insurance,guarantee,no_such' } }));
    expect(file.kinds.map((one) => one.code)).toEqual(['guarantee', 'insurance']);
    const [guarantee, insurance] = ['guarantee', 'insurance'].map((code) => shippedKind(code)) as [
      KindDefinition,
      KindDefinition,
    ];
    const body = {
      ...file,
      kinds: [renamed(guarantee, '担保二'), insurance, { ...insurance, code: 'insurance_two' }],
      ...term(),
    };
    const tried = await done(by.call(kind.importKinds, { query: { dryRun: 'true' }, body }));
    expect(tried.items.map((one) => [one.code, one.result, one.version])).toEqual([
      ['guarantee', 'changed', 2],
      ['insurance', 'same', 1],
      ['insurance_two', 'new', 1],
    ]);
    expect((await read('guarantee')).versions).toHaveLength(1);
    expect(await done(by.call(kind.importKinds, { body }))).toEqual(tried);
    const again = await done(by.call(kind.importKinds, { body }));
    expect(again.items.map((one) => one.result)).toEqual(['same', 'same', 'same']);
    const all = await done(by.call(kind.exportKinds));
    expect(all.kinds.length).toBeGreaterThan(SHIPPED.length);
  });

  it('is taken whole or not at all', async () => {
    const good = kindOf({ code: 'from_file' });
    const body = {
      format: 'bangfu-kinds' as const,
      formatVersion: 1 as const,
      kinds: [good, good, kindOf({ code: 'bad_one', facets: ['x'] })],
      ...term(),
    };
    const answer = await (await office()).call(kind.importKinds, { body });
    expect(answer.problems.map((one) => `${one.at} ${one.code}`)).toEqual([
      'kinds.1.code kind.code_twice',
      'kinds.2.facets.0 kind.unknown_part',
    ]);
    expect(await (await office()).call(kind.readKind, { params: { code: 'from_file' } })).toMatchObject({
      status: 404,
    });
    const strange = await (await office()).call(kind.importKinds, { body: { ...body, format: 'other' } });
    expect(strange).toMatchObject({ status: 422, problems: [{ at: 'format' }] });
  });
});

describe('the start', () => {
  const later = '2023-03-05T01:00:00.000Z' as Instant;
  it('does nothing the second time', async () => {
    expect(await loadShippedKinds(test.db.app)).toMatchObject({ added: [], changed: [] });
  });

  it('brings a changed definition as a new version, but leaves what was made here', async () => {
    const kinds = [
      renamed(shippedKind('workshop'), '车间'),
      renamed(shippedKind('pilot'), '试点二'),
      kindOf({ code: 'brand_new' }),
    ];
    expect(await loadShippedKinds(test.db.app, { kinds, now: later })).toEqual({
      added: ['brand_new'],
      changed: ['workshop'],
      kept: ['pilot'],
    });
    expect(await loadShippedKinds(test.db.app, { kinds, now: later })).toMatchObject({ added: [], changed: [] });
    expect(
      (await read('workshop')).versions.map((one) => [one.version, one.validFrom, one.validTo, one.shipped]),
    ).toEqual([
      [2, '2023-03-05', null, true],
      [1, '1980-01-01', '2023-03-04', true],
    ]);
    expect((await read('pilot')).versions).toHaveLength(2);
  });

  it('keeps versions for ever: the app can neither change nor delete what one says', async () => {
    for (const text of [
      `update entry_kind_version set definition = '{}'`,
      'delete from entry_kind_version',
      'delete from entry_kind',
      `update entry_kind set code = 'x'`,
    ])
      await expect(test.db.app.query(text)).rejects.toMatchObject({ code: '42501' });
  });
});
