import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPlacePack } from '../../src/acts/start/load-place-pack.ts';
import { readPlacePack } from '../../src/formats/read-place-pack.ts';
import { root } from '../../src/root.ts';
import { childrenOf, findPlace, placeByCode } from '../../src/storage/place/find-place.ts';
import { loadPlaces } from '../../src/storage/place/load-places.ts';
import { searchPlaces } from '../../src/storage/place/search-places.ts';
import { withDatabase } from '../support/database.ts';

const folder = `${root}/data/places`;
const now = new Date('2026-01-01T00:00:00Z');

describe('places in the database', () => {
  const database = withDatabase();
  const pack = readPlacePack(folder);
  let owner: Client;

  /** The villages of three counties: the whole of them is the benchmark's. */
  const villages = [...pack.villages()].filter((row) => /^(130126|513428|451082)/.test(row.id));

  beforeAll(async () => {
    owner = new Client({ connectionString: database.url });
    await owner.connect();
    await loadPlacePack(owner, { folder, now, parts: ['divisions'] });
    await loadPlaces(owner, { part: 'villages', digest: 'three counties', rows: villages, parents: pack.parents, now });
  });
  afterAll(() => owner.end());

  const names = async (text: string, more: object = {}) =>
    (await searchPlaces(database.app, { text, ...more })).map((hit) => hit.name);

  it('the same version again changes nothing', async () => {
    expect(await loadPlacePack(owner, { folder, now, parts: ['divisions'] })).toEqual([
      { part: 'divisions', outcome: 'unchanged', rows: pack.divisions.length },
    ]);
  });

  it('a newer version upgrades: new rows come, changed ones change, gone ones stay but are no longer current', async () => {
    const [first, ...rest] = villages;
    const added = { id: '130126100999', name: '示例新村村民委员会', initials: 'slxccmwyh' };
    const changed = { ...first!, name: '示例改名村村民委员会', initials: 'slgmccmwyh' };
    const gone = rest.pop()!;
    const load = await loadPlaces(owner, {
      part: 'villages',
      digest: 'newer',
      rows: [changed, ...rest, added],
      parents: pack.parents,
      now,
    });
    expect(load).toEqual({ part: 'villages', outcome: 'upgraded', rows: villages.length });
    expect(await names('示例新村')).toEqual([added.name]);
    expect(await names('示例改名')).toEqual([changed.name]);
    expect((await findPlace(database.app, gone.id))?.isCurrent).toBe(false);
    await loadPlaces(owner, {
      part: 'villages',
      digest: 'three counties again',
      rows: villages,
      parents: pack.parents,
      now,
    });
    expect((await findPlace(database.app, gone.id))?.isCurrent).toBe(true);
    expect((await findPlace(database.app, added.id))?.isCurrent).toBe(false);
  });

  it('a load that fails leaves nothing behind', async () => {
    const rows = [{ id: '130126100998', name: 'a\tb', initials: '' }];
    await expect(
      loadPlaces(owner, { part: 'villages', digest: 'bad', rows, parents: pack.parents, now }),
    ).rejects.toThrow(/not a place/);
    expect(await findPlace(database.app, '130126100998')).toBeNull();
    expect((await findPlace(database.app, villages[0]!.id))?.isCurrent).toBe(true);
  });

  it('finds by name, short name, former name, part, initials and code', async () => {
    expect((await names('灵寿'))[0]).toBe('灵寿县');
    expect((await names('马边县'))[0]).toBe('马边彝族自治县');
    expect((await searchPlaces(database.app, { text: '平果县' }))[0]).toMatchObject({
      id: '451082',
      name: '平果市',
      former: '平果县',
      path: ['广西壮族自治区', '百色市'],
    });
    expect(await names('边彝')).toContain('马边彝族自治县');
    expect(await names('lsx')).toContain('灵寿县');
    expect((await names('130126'))[0]).toBe('灵寿县');
    expect((await names('130126000000'))[0]).toBe('灵寿县');
    expect((await searchPlaces(database.app, { text: '451023' }))[0]).toMatchObject({
      id: '451082',
      former: '平果县 451023',
    });
    expect((await names('阿木村'))[0]).toBe('阿木村村民委员会');
  });

  it('counties come before towns, towns before villages; exact before beginning before part', async () => {
    const hits = await searchPlaces(database.app, { text: '和平', limit: 100 });
    const order = hits.map((hit) => (hit.level === 'village' ? 2 : hit.level === 'town' ? 1 : 0));
    expect(order).toEqual([...order].sort());
    expect(hits[0]?.name).toMatch(/^和平[区县]$/);
  });

  it('levels and a place narrow the search; nothing is answered for nothing', async () => {
    expect(
      new Set((await searchPlaces(database.app, { text: '新', levels: ['town'] })).map((hit) => hit.level)),
    ).toEqual(new Set(['town']));
    const inside = await searchPlaces(database.app, { text: '村', within: '513428', limit: 50 });
    expect(inside.every((hit) => hit.id.startsWith('513428'))).toBe(true);
    expect(await names('')).toEqual([]);
    expect(await names('没有这个地方')).toEqual([]);
    expect(await names("'; drop table place; --")).toEqual([]);
    expect(await names('%')).toEqual([]);
  });

  it('one place with its path, names by year and flags', async () => {
    const place = await findPlace(database.app, '451082');
    expect(place).toMatchObject({
      name: '平果市',
      shortName: '平果',
      initials: 'pgs',
      parentId: '4510',
      path: [{ name: '广西壮族自治区' }, { name: '百色市' }],
    });
    expect(place?.names.map(({ name, code, validFrom, validTo }) => [name, code, validFrom, validTo])).toEqual([
      ['平果市', '451082', 2019, null],
      ['平果县', '451023', null, 2019],
    ]);
    const poor = await findPlace(database.app, '130126');
    expect(poor?.flags).toMatchObject([{ flag: 'poverty_832', nameInSource: '灵寿县' }]);
    expect(poor?.flags[0]?.citations.length).toBe(1);
    expect(await findPlace(database.app, '999999')).toBeNull();
  });

  it('children and codes of a year', async () => {
    expect((await childrenOf(database.app, null)).length).toBe(34);
    expect((await childrenOf(database.app, '11')).every((place) => place.level === 'county')).toBe(true);
    expect(await placeByCode(database.app, '451023', 2015)).toBe('451082');
    expect(await placeByCode(database.app, '530000', null)).toBe('53');
    expect(await placeByCode(database.app, '000000', null)).toBeNull();
  });

  it('the app may read and not write', async () => {
    await expect(database.app.query(`update place set name = 'x' where id = '11'`)).rejects.toMatchObject({
      code: '42501',
    });
  });
});
