import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../src/core/document/facts/read-facts.ts';
import { pageOf } from './facts-sample.ts';

const read = (text: string, publishedOn?: string | null) => readFacts(pageOf(text, publishedOn), []);
const values = (text: string) => read(text).map((f) => f.value + f.unit);

describe('who sat and spoke is no figure of the work', () => {
  it.each([
    '参加会议的20个省级组织介绍了情况。',
    '会上，3位“第一书记”分别汇报了进展。',
    '甲、乙等6家企业作了交流发言。',
    '6个县级部门、4名基层干部和1名贫困户作了交流发言。',
    '甲部、乙部等10余个部委有关同志参加会议。',
    '7家省直单位分别介绍了工作开展情况。',
    '甲院、乙院6家帮扶单位有关负责同志、帮扶干部参加会议。',
    '甲部联合六家单位共同召开推进会。',
    '甲部是第一批开展帮扶的10个中央机关之一。',
    '办公厅秘书二处副处长王一鸣来访。',
    '对过去三年的扶贫工作进行了总结。',
    '从两个十年农村扶贫纲要说起。',
    '工作计划和目标（优质8篇）。',
  ])('%s', (text) => {
    expect(values(text)).toEqual([]);
  });

  it('a part of the country by its usual name is none either', () => {
    expect(values('东部9省市向西部投入资金229亿元，东部4市选派干部623名。')).toEqual(['229亿元', '623名']);
  });
});

describe('figures as news tell them', () => {
  it('the same line again and again is read once', () => {
    const line = '231.9亿元、73.1万人……数字中看协作成效';
    const text = `# ${line}\n截至11月底，投入援助资金231.9亿元。\n${line}\n帮助73.1万人就业。`;
    expect(values(text)).toEqual(['231.9亿元', '73.1万人']);
  });

  it('what is compared with is not when', () => {
    const facts = read('2019年，任务超额完成，完成数超过去年。其中，东部投入资金229亿元。', '2019-12-22');
    expect(facts[0]).toMatchObject({ when: '2019年' });
  });

  it('a 计划 in a list of names plans nothing', () => {
    expect(read('落实甲所、联合研发计划、杂交等协作项目12个。')[0]).toMatchObject({ value: '12', planned: false });
  });

  it('计划内, 规划资金 and 规划、 plan nothing, 年初计划 is not when', () => {
    expect(read('两省累计落实计划内帮扶资金99.6亿元。')[0]?.planned).toBe(false);
    expect(read('到位资金占五年援助规划资金的82.3%。')[0]?.planned).toBe(false);
    expect(read('共建规划、民生、产业等领域项目644个。')[0]?.planned).toBe(false);
    const [, share] = read('截至9月底，资金到位110.1亿元，年初计划资金已100%到位。', '2014-11-21');
    expect(share?.when).toBe('截至9月底');
  });

  it('a report with next steps in its title plans nothing in its first part', () => {
    const text = '一、上半年工作开展情况\n（一）明目标，确保成果巩固\n共认领问题227个。';
    expect(readFacts(pageOf(text, null, '甲局上半年工作总结及下半年工作安排'), [])[0]?.planned).toBe(false);
    expect(values('2022-08-11 集团办公室讯。')).toEqual([]);
  });

  it('人均 and 新增 stay whole', () => {
    expect(read('农户新增人均纯收入2800元以上。')[0]?.what).toBe('农户新增人均纯收入');
  });

  it('two forums that were held are counted', () => {
    expect(values('先后在甲市、乙市成功举办两次全国论坛。')).toEqual(['两次']);
  });

  it('people of one kind told again are counted once', () => {
    expect(values('11名援滇干部返回。此外还有5名。11名援滇干部扎根基层。')).toEqual(['11名', '5名']);
  });
});
