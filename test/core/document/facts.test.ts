import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../src/core/document/facts/read-facts.ts';
import type { FactReading, PlaceReading } from '../../../src/core/document/reading.ts';
import { pageOf, tableOf } from './facts-sample.ts';
import { growthOf } from '../../support/growth.ts';

const read = (text: string, publishedOn?: string | null, title?: string | null): FactReading[] =>
  readFacts(pageOf(text, publishedOn, title), []);
const short = (text: string): string[] =>
  read(text).map((f) => `${f.approxText ?? ''}|${f.value}|${f.unit}|${f.exact}${f.plainUnit}`);
const place = (name: string, code: string, printed = name): PlaceReading => ({
  name,
  code,
  level: code.length === 2 ? 'province' : 'county',
  placeId: code,
  printed,
  quote: '',
  start: 0,
  end: 0,
  doubts: [],
});

describe('figures and their markers', () => {
  it.each([
    ['累计减贫约11.2万人。', ['约|11.2|万人|112000人']],
    ['结对叁个定点帮扶县。', ['|叁|个|3个']],
    ['4部门联合印发通知。', ['|4|部门|4部门']],
    ['比例不低于省级资金的15%和中央资金的20%。', ['不低于|15|%|15%', '不低于|20|%|20%']],
    ['主要突出了四个特点，市城乡规划局的3名干部驻村。', ['|3|名|3名']],
    ['打赢两场硬仗，增收四五万元，选派七八十名干部，半数农户受益。', []],
    ['完成960多万建档立卡贫困群众搬迁任务。', ['多|960|万|9600000人']],
    ['已完成投资220多亿元。', ['多|220|亿元|22000000000元']],
    ['组织干部800余人次下乡。', ['余|800|人次|800人次']],
    ['撬动资金近240万元。', ['近|240|万元|2400000元']],
    ['投入6200余万元。', ['余|6200|万元|62000000元']],
    ['投入3.88亿余元。', ['余|3.88|亿元|388000000元']],
    ['销售额超千万元。', ['超|千|万元|10000000元']],
    ['有劳动力的家庭占50%以上。', ['以上|50|%|50%']],
    ['惠及两万人。', ['|两|万人|20000人']],
    ['选派近百名教师支教，十多个合作社参与。', ['近|百|名|100名', '多|十|个|10个']],
    ['每户补助10至20万元，建设大棚3—5个。', ['|10至20|万元|100000元', '|3—5|个|3个']],
    ['辐射群众1,024户、发放口罩12,500只。', ['|1,024|户|1024户', '|12,500|只|12500只']],
    ['下降2.54个百分点，覆盖率达百分之八十。', ['|2.54|个百分点|2.54个百分点', '|八十|%|80%']],
    ['投资1亿2000万元。', ['|1亿2000|万元|120000000元']],
    ['全村130户304人脱贫。', ['|130|户|130户', '|304|人|304人']],
    ['签约23家，节约50万元，最近3次都去了。', ['|23|家|23家', '|50|万元|500000元', '|3|次|3次']],
    ['安排2020万元，用于饮水工程。', ['|2020|万元|20200000元']],
    ['连续三年被评价为“好”，走过了30多年的历程。', ['|三|年|3年', '多|30|年|30年']],
  ])('%s', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  it.each([
    '落实一号文件和“三农”工作部署，做到“两个维护”，严格落实四个不摘。',
    '在三区三州推进两不愁三保障，开展“百日攻坚”行动。',
    '他提出3点要求，又从四个方面讲了三点意见。',
    '会议在办公楼202会议室召开，这是第2次联席会，第一书记汇报。',
    '6月4日8:30，2021年5月，近三年来，十年来，“十四五”期间，上半年。',
    '一批项目、一些村、一个新台阶、一户一策、数十名干部。',
    '印发《6个专项方案》，学习《3年行动计划》。',
    '联系电话0311-12345678，阅读次数：1532次，文号〔2021〕5号。',
    '某村位于某乡东部，有耕地亩，，%，xx镇x个村。',
  ])('finds none in: %s', (text) => {
    expect(short(text)).toEqual([]);
  });
});

describe('what only looks like a figure', () => {
  it('leaves set phrases, place names and forms with dropped numbers alone', () => {
    expect(short('四套班子参加，五位一体推进，三支一扶人员到岗，七八十名群众到场。')).toEqual([]);
    expect(short('在xx镇选派x名干部，对两个乡镇作指导。')).toEqual([]);
    expect(readFacts(pageOf('三台县来访。'), [place('三台县', '510722')])).toEqual([]);
  });
  it('reads scales in two steps', () => {
    expect(short('签约3千余万元，投资1.5个亿，培训800人（次）。').slice(0, 1)).toEqual(['余|3|千万元|30000000元']);
    expect(short('40.7万农村劳动力就业，慰问2800农户。')).toEqual(['|40.7|万|407000人', '|2800|农户|2800户']);
  });
});

describe('table cells', () => {
  it('reads a bare number with its row label, heading and unit', () => {
    const rows = [
      ['序号', '县', '投入资金（万元）', '培训人次'],
      ['1', '清河县', '120', '35'],
      ['2', '川口县', '80.5', '60'],
    ];
    const page = tableOf(rows);
    expect(readFacts(page, []).map((f) => `${f.what} ${f.value} ${f.unit} ${f.exact}`)).toEqual([
      '清河县投入资金 120 万元 1200000',
      '清河县培训人次 35 人次 35',
      '川口县投入资金 80.5 万元 805000',
      '川口县培训人次 60 人次 60',
    ]);
  });
});

describe('several statements in a sentence', () => {
  it('gives each its own subject', () => {
    const facts = read('青石县对口支援川口县，落实资金750万元；白河集团帮扶川口县，落实资金1600余万元。');
    expect(facts.map((f) => f.what)).toEqual(['青石县对口支援川口县落实资金', '白河集团帮扶川口县落实资金']);
  });
  it('lends a later clause the subject that it drops', () => {
    const facts = read('全行贷款余额790亿元，较年初增加80亿元，增幅11%。');
    expect(facts.map((f) => f.what)).toEqual(['全行贷款余额', '全行贷款余额较年初增加', '全行贷款余额增幅']);
  });
  it('tells planned from done, also in brackets', () => {
    const facts = read('今年上半年，全市拨付帮扶资金（计划资金29.2亿元）约22亿元，2023年计划再投入5亿元。');
    expect(facts.map((f) => [f.value, f.planned])).toEqual([
      ['29.2', true],
      ['22', false],
      ['5', true],
    ]);
  });
  it('reads the measures of an opinion as planned', () => {
    const facts = read('推广良种50万亩。去年已推广30万亩。', null, '关于做好重点工作的实施意见');
    expect(facts.map((f) => f.planned)).toEqual([true, false]);
    expect(read('485个贫困县由272家单位帮扶，新一轮将定点帮扶12个县。').at(-1)?.planned).toBe(true);
  });
  it('reads promises as planned', () => {
    expect(read('各单位承诺培训干部9.4万名，力争到2025年覆盖率达90%。').every((f) => f.planned)).toBe(true);
    expect(read('2021年已脱贫114户274人，2022年拟脱贫16户30人。').map((f) => f.planned)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('when', () => {
  it('carries a period over the clauses of a paragraph', () => {
    const facts = read('2016年10月以来，投入资金22亿元，引进21亿元。选派干部50名。', '2017-09-22');
    expect(facts.map((f) => [f.when, f.from, f.to])).toEqual(
      Array(3).fill(['2016年10月以来', '2016-10-01', '2017-09-22']),
    );
  });
  it('does not take what a figure is compared with for its time', () => {
    const facts = read('截至今年6月末，余额790亿元，较今年年初增加80亿元。', '2022-08-12');
    expect(facts.map((f) => f.to)).toEqual(['2022-06-30', '2022-06-30']);
  });
});

describe('where', () => {
  const places = [
    place('河北省', '13'),
    place('灵寿县', '130126'),
    place('田东县', '451022', '田东'),
    place('汪清县', '222424', '汪清'),
  ];
  it('gives the whole list that stands before the figure', () => {
    const facts = readFacts(pageOf('帮扶的河北省灵寿县、田东县、汪清县先后摘帽，累计减贫约11.2万人。'), places);
    expect(facts[0]?.where).toEqual(['灵寿县', '田东县', '汪清县']);
  });
  it('resolves 三县 from the list before', () => {
    const facts = readFacts(pageOf('帮扶灵寿县、田东、汪清。支持三县建设项目12个。'), places);
    expect(facts[0]?.where).toEqual(['灵寿县', '田东县', '汪清县']);
  });
});

describe('repetitions', () => {
  it('counts a rounded headline once, at its exact twin', () => {
    const facts = read('# 高校累计投入帮扶资金超44亿元\n发布会介绍，各高校累计投入帮扶资金44.35亿元，引入企业663个。');
    expect(facts.map((f) => f.value)).toEqual(['44.35', '663']);
  });
  it('counts a doubled body once', () => {
    expect(read('全县投入帮扶资金3650万元。\n全县投入帮扶资金3650万元。')).toHaveLength(1);
  });
  it('counts a body once that the report names again and again', () => {
    expect(read('会上，9家中央单位介绍情况。\n9家单位投入资金1.5亿元。')).toHaveLength(2);
  });
  it('keeps the like clauses of parallel places and years apart', () => {
    expect(read('青石集团援助项目133个、干部12名；白河集团援助项目119个、干部12名。')).toHaveLength(4);
    expect(read('2020年投入帮扶资金120万元。\n2021年投入帮扶资金120万元。')).toHaveLength(2);
  });
  it('counts things of one name once, and two counts side by side', () => {
    expect(read('将其纳入原18个重点乡镇的工作。\n去年原18个重点乡镇销售2.94亿元。')).toHaveLength(2);
    expect(read('2018年脱贫393户1924人。\n今年实现脱贫393户1924人。')).toHaveLength(2);
  });
  it('keeps equal figures that state different things', () => {
    expect(read('培训村干部20名。\n资助大学生20名。')).toHaveLength(2);
  });
});

describe('speed', () => {
  it('stays linear over half a megabyte, also of one endless sentence', () => {
    const sentence = '2021年，投入帮扶资金1,234.5万元，培训干部800余人次，近百名教师支教，“三个表率”，增长11%。';
    const sentences = (n: number) => readFacts(pageOf(`${sentence}\n`.repeat(n)), []);
    const endless = (n: number) =>
      readFacts(pageOf('一'.repeat(20 * n) + '十'.repeat(20 * n) + '投入100万元'.repeat(n)), []);
    expect(growthOf(sentences, 500)).toBeLessThan(10);
    expect(growthOf(endless, 600)).toBeLessThan(10);
  }, 60_000);
});
