import { describe, expect, it } from 'vitest';
import { readMeeting } from '../../../src/core/document/meeting/read-meeting.ts';
import { pageOf } from './meeting-page.ts';

describe('no meeting is invented', () => {
  const cases: [string, string][] = [
    ['figures drawn from a meeting', '日前，记者从青山公司党委召开的定点帮扶视频会议上了解到，今年将投入帮扶资金3亿元。'],
    ['loans of a bank', '截至今年6月末，青山银行脱贫县贷款余额790亿元，对重点工作进行安排部署。'],
    ['ten years in review', '# 十年帮扶工作综述\n2010年，上级召开第五次工作座谈会，作出了决策部署。十年来，累计落实资金12亿元。'],
    ['a plan', '一、总体要求\n领导小组每季度召开一次会议，听取汇报，研究部署工作。要定期召开会议，通报情况。'],
    ['a visit', '# 市局到我区开展对外帮扶工作调研\n2月24日，市局张一伟一行到我区开展调研。调研组听取了基本情况汇报。'],
    ['a press conference', '今天上午，青山部召开新闻发布会，介绍十年来帮扶工作成效。'],
    ['a training course', '3月2日，全县驻村干部培训班开班。培训班将持续三天。'],
    ['a rule of a mechanism', '联席会由四省市组成，由轮值方负责人主持召开，原则上在每年3月底前召开。'],
    ['an empty page', ''],
  ];
  it.each(cases)('%s', (_, text) => {
    expect(readMeeting(pageOf(text))).toBeNull();
  });
});

describe('robust against damage', () => {
  it('reads long, unbroken and unbalanced text in time', () => {
    const text = `3月5日，青山县召开定点帮扶工作推进会。会议听取了《${'甲、乙'.repeat(20_000)}，就${'工作情况和'.repeat(20_000)}`;
    const started = performance.now();
    expect(readMeeting(pageOf(text))?.name).toBe('定点帮扶工作推进会');
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
