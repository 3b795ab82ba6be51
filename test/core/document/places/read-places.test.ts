import { describe, expect, it } from 'vitest';
import { makePage } from '../../../../src/core/document/make-page.ts';
import { readPlaces } from '../../../../src/core/document/places/read-places.ts';
import type { PlaceReading } from '../../../../src/core/document/reading.ts';
import type { PlainDate } from '../../../../src/core/kernel/plain-date.ts';
import { loadGazetteer } from '../../../../src/formats/place-pack.ts';
import { root } from '../../../../src/root.ts';
import { growthOf } from '../../../support/growth.ts';

const gazetteer = loadGazetteer(`${root}/data/places`);

function read(text: string, publishedOn: string | null = '2022-06-01', origin: string | null = null): PlaceReading[] {
  let at = 0;
  const blocks = text.split('\n').map((line) => {
    const block = { kind: 'paragraph' as const, start: at, end: at + line.length };
    at += line.length + 1;
    return block;
  });
  const source = {
    format: 'txt' as const,
    title: null,
    publishedOn: publishedOn as PlainDate | null,
    origin,
    text,
    blocks,
    marks: [],
    sourceOffsets: null,
    warnings: [],
  };
  return readPlaces(
    makePage(source, (char) => char),
    gazetteer,
  );
}

const names = (text: string, publishedOn?: string | null, origin?: string) =>
  read(text, publishedOn, origin).map((place) => place.name);

describe('places of a text', () => {
  it('once each, at the first mention, with code, level and every mention', () => {
    const text = '我委定点帮扶河北省灵寿县。灵寿产业发展好，灵寿县干部群众满意。';
    const [province, county, ...rest] = read(text);
    expect(rest).toEqual([]);
    expect(province).toMatchObject({ name: '河北省', code: '130000', level: 'province', placeId: '13', doubts: [] });
    expect(county).toMatchObject({
      name: '灵寿县',
      code: '130126',
      level: 'county',
      placeId: '130126',
      printed: '灵寿县',
    });
    expect(county?.quote).toBe('我委定点帮扶河北省灵寿县。');
    expect(county?.mentions?.map(({ start, end }) => text.slice(start, end))).toEqual(['灵寿县', '灵寿', '灵寿县']);
    for (const place of read(text)) expect(text.slice(place.start, place.end)).toBe(place.quote);
  });

  it.each([
    [
      'chains that drop 县',
      '集团帮扶四川普格和布拖、青海曲麻莱等3县。',
      ['四川省', '普格县', '布拖县', '青海省', '曲麻莱县'],
    ],
    [
      'a chain whose last names its kind',
      '喀什地区莎车、泽普、叶城、巴楚县负责同志参加。',
      ['喀什地区', '莎车县', '泽普县', '叶城县', '巴楚县'],
    ],
    [
      'a chain behind its province, with an ordinary word in it',
      '帮扶湖南永顺、龙山，湖北来凤。',
      ['湖南省', '永顺县', '龙山县', '湖北省', '来凤县'],
    ],
    [
      'short names of autonomous areas',
      '马边县、文山州、楚雄州、科右中旗派员参加。',
      ['马边彝族自治县', '文山壮族苗族自治州', '楚雄彝族自治州', '科尔沁右翼中旗'],
    ],
    [
      'provinces and cities without their kind',
      '深圳对口帮扶广西和云南，喀什也去了人。',
      ['深圳市', '广西壮族自治区', '云南省', '喀什地区'],
    ],
    [
      'a prefecture and the county of the same name',
      '甘孜州德格、甘孜、炉霍三县。',
      ['甘孜藏族自治州', '德格县', '甘孜县', '炉霍县'],
    ],
    ['河南县 lies in 青海', '国务院有关部门支援黄南州河南县。', ['黄南藏族自治州', '河南蒙古族自治县']],
    ['河南 before 县域 is the province', '河南县域经济发展快，河南省台前县脱贫。', ['河南省', '台前县']],
    ['a province right before its county', '一汽帮扶吉林镇赉、和龙。', ['吉林省', '镇赉县', '和龙市']],
    ['places of organs', '天津市委市政府、砚山县人民政府负责同志。', ['天津市', '砚山县']],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    ['products', '收购秭归脐橙、普洱茶、宁夏枸杞和兰州拉面。'],
    ['villages named like a city', '驻黄山村工作队入户走访。'],
    ['schools, banks, papers, roads', '北京大学、云南师范大学、上海银行、南方日报、长安街、中山路、浦东发展银行。'],
    ['rivers, meetings, spirits', '长江、黄河、太行山，中央西藏工作座谈会，延安精神，遵义会议。'],
    ['datelines', '新华社成都5月8日电 记者报道。'],
    ['people', '州委书记沈阳、副县长张建平、李兴国、记者陈桂林、王永平参加。'],
    [
      'ordinary words',
      '加强东西部合作，让群众富裕，长治久安，促进平安建设，组织部会同县委，健康县建设，老城区改造，各位来宾。',
    ],
    ['firms', '四川某某设计咨询有限公司和贵州茅台捐款，建行安康分行，涪陵卷烟厂。'],
    ['全州', '全州上下一起努力，全省、全市、全县。'],
    ['温县长', '见温县长一面不容易。'],
  ])('no place: %s', (_, text) => {
    expect(names(text)).toEqual([]);
  });

  it('has the name and code of the year of the text', () => {
    expect(read('平果县、田阳县召开会议。', '2018-05-01').map(({ name, code }) => [name, code])).toEqual([
      ['平果县', '451023'],
      ['田阳县', '451021'],
    ]);
    expect(read('平果市、田阳区召开会议。', '2021-05-01').map(({ name, code }) => [name, code])).toEqual([
      ['平果市', '451082'],
      ['田阳区', '451003'],
    ]);
    expect(read('原平果县如今变了样。', '2021-05-01').map(({ name, code, placeId }) => [name, code, placeId])).toEqual([
      ['平果市', '451082', '451082'],
    ]);
    expect(read('2013年，栾城县增收。', null)[0]).toMatchObject({ name: '栾城县', code: '130124', placeId: '130111' });
    // In the year of the change the text's own word decides.
    expect(read('同仁市召开会议。', '2020-09-12')[0]).toMatchObject({ name: '同仁市', code: '632301' });
    expect(read('同仁县召开会议。', '2020-03-12')[0]).toMatchObject({ name: '同仁县', code: '632321' });
  });

  it('昭通市 of today is the city, whatever a county was once called', () => {
    expect(read('昭通市昭阳区、镇雄县参加。')[0]).toMatchObject({ name: '昭通市', code: '530600' });
  });

  it('resolves what several places share by what the text names, or leaves it out', () => {
    expect(read('长春市朝阳区派人参加。').map(({ code }) => code)).toEqual(['220100', '220104']);
    expect(read('兰州市召开会议，城关区参加。').at(-1)).toMatchObject({ code: '620102', doubts: [] });
    expect(names('城关区召开会议。')).toEqual([]);
    expect(read('朝阳区召开会议。')[0]).toMatchObject({ code: '110105', doubts: ['place.ambiguous'] });
    expect(read('东乡县召开座谈会。')[0]).toMatchObject({ code: '622926' });
    expect(read('东乡县召开座谈会。', '2012-01-01', 'http://www.example.gs.gov.cn/a.htm')[0]).toMatchObject({
      code: '622926',
    });
  });

  it('towns and villages only inside a county that the text names', () => {
    expect(read('驻普格县夹铁镇菜子村、阿木村工作队。').map(({ name, code, level }) => [name, code, level])).toEqual([
      ['普格县', '513428', 'county'],
      ['夹铁镇', '513428107', 'town'],
      ['菜子村', '513428107205', 'village'],
      ['阿木村', '513428107200', 'village'],
    ]);
    expect(names('驻夹铁镇菜子村工作队。')).toEqual([]);
  });

  it.each([
    '确保定点扶贫取得成效。',
    '其中卫生厕所100座。',
    '推广东西部协作经验。',
    '推广安全生产。',
    '巩固原有成果，沟通化解矛盾。',
    '创新乡村治理。',
    '复合肥100吨。',
    '扩大连片种植。',
    '隆重庆祝。',
    '造福建档立卡户。',
  ])('no place where two words meet: %s', (text) => {
    expect(names(text)).toEqual([]);
  });

  it('the same names in their own right', () => {
    expect(names('到保定、固原、合肥和广东西部调研。')).toEqual(['保定市', '固原市', '合肥市', '广东省']);
  });

  it('a short name that words vouch for, or that the text says again and again', () => {
    expect(names('为普格教育及两村发展作贡献。')).toEqual(['普格县']);
    expect(names('江孜小组传承接力棒，做江孜人、创业在江孜。')).toEqual(['江孜县']);
    expect(names('乡镇（街道）和县直有关单位汇报。')).toEqual([]);
    expect(names('慈利县7家企业参加，张家界慈利某某生态农业开发有限公司到会。')).toEqual(['慈利县']);
    expect(names('某集团及银海铝业集团、来宾银海铝业有限责任公司、银海铝业集团支持。')).toEqual([]);
    expect(names('国家统计局四川调查总队、四川商务职业学院参加，香港文汇报报道。')).toEqual([]);
    expect(names('推动北京会议中心与职校合作。')).toEqual([]);
  });

  it('takes time that grows with a long text without places, not with its square', () => {
    const growth = growthOf(
      (n) => expect(names('会议强调要压实责任加强协作促进合作发展，'.repeat(n))).toEqual([]),
      1250,
    );
    expect(growth).toBeLessThan(10);
  });
});
