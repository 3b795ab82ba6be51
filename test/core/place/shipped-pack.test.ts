import { describe, expect, it } from 'vitest';
import { root } from '../../../src/root.ts';
import { loadGazetteer, readFlags, readRenames } from '../../../src/formats/place-pack.ts';

const folder = `${root}/data/places`;
const gazetteer = loadGazetteer(folder);

describe('the shipped places', () => {
  it('renamed counties keep their key, and have the name and code of the year', () => {
    for (const [code, name, id, until] of [
      ['451023', '平果县', '451082', 2019],
      ['451021', '田阳县', '451003', 2019],
      ['130124', '栾城县', '130111', 2014],
    ] as const) {
      expect(gazetteer.byCode(code)).toBe(id);
      expect(gazetteer.nameIn(id, until - 1)).toEqual({ name, code });
      expect(gazetteer.nameIn(id, until).code).toBe(id);
      expect(gazetteer.nameIn(id, null).code).toBe(id);
    }
  });

  it('a chain of changes is followed', () => {
    expect(gazetteer.nameIn('520581', 2010)).toEqual({ name: '黔西县', code: '522423' });
    expect(gazetteer.nameIn('520581', 2015)).toEqual({ name: '黔西县', code: '520522' });
    expect(gazetteer.nameIn('520581', 2023)).toEqual({ name: '黔西市', code: '520581' });
  });

  it('every rename leads to a place, and terms do not overlap', () => {
    const renames = readRenames(folder);
    expect(renames.filter((row) => gazetteer.place(row.now) === null)).toEqual([]);
    expect(renames.flatMap((row) => row.also ?? []).filter((id) => gazetteer.place(id) === null)).toEqual([]);
    expect(renames.filter((row) => row.since !== null && row.since >= row.until)).toEqual([]);
  });

  it('the lists are whole, and their counties exist', () => {
    const { flags, sources } = readFlags(folder);
    const count = (flag: string) => flags.filter((row) => row.flag === flag).length;
    expect([count('poverty_832'), count('key_county_160'), count('key_county_sichuan_25')]).toEqual([832, 90, 25]);
    expect(flags.filter((row) => row.placeId !== null && gazetteer.place(row.placeId)?.level !== 'county')).toEqual([]);
    expect(flags.flatMap((row) => row.source.split(' ')).filter((key) => !(key in sources))).toEqual([]);
    expect(
      flags.filter((row) => row.flag === 'poverty_832' && row.placeId === null && row.doubt === undefined),
    ).toEqual([]);
  });

  it('municipalities and cities without counties have no empty steps', () => {
    expect(gazetteer.path('110105')).toEqual(['11', '110105']);
    expect(gazetteer.parent('441900003')).toBe('4419');
    expect(gazetteer.place('441900')).toBeNull();
    expect(gazetteer.towns('4419').length).toBeGreaterThan(20);
    expect(gazetteer.path('429021')).toEqual(['42', '429021']);
  });

  it.each([
    ['重庆市', 'cqs'],
    ['厦门市', 'xms'],
    ['乐山市', 'lss'],
    ['六安市', 'las'],
    ['台州市', 'tzs'],
    ['长治市', 'czs'],
    ['尉犁县', 'ylx'],
    ['东阿县', 'dex'],
    ['单县', 'sx'],
    ['番禺区', 'pyq'],
    ['朝阳区', 'cyq'],
    ['乐清市', 'yqs'],
    ['繁峙县', 'fsx'],
    ['蔚县', 'yx'],
  ])('%s is found by %s', (name, letters) => {
    const [meaning] = gazetteer.meaningsOf(name);
    expect(gazetteer.place(meaning?.id ?? '')?.initials).toBe(letters);
  });

  it('villages are read under their county', () => {
    const villages = gazetteer.villages(gazetteer.byCode('513428')!);
    expect(villages.length).toBeGreaterThan(50);
    expect(villages.every((row) => row.id.startsWith('513428') && row.id.length === 12)).toBe(true);
    expect(villages.map((row) => row.name).join()).not.toMatch(/[!"#$%&'|:]/);
  });
});
