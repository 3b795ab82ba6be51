import { describe, expect, it } from 'vitest';
import { readMeeting } from '../../../src/core/document/meeting/read-meeting.ts';
import { pageOf } from './meeting-page.ts';
import { growthOf } from '../../support/growth.ts';

describe('no meeting is invented', () => {
  const cases: [string, string][] = [
    [
      'figures drawn from a meeting',
      '日前，记者从青山公司党委召开的定点帮扶视频会议上了解到，今年将投入帮扶资金3亿元。',
    ],
    ['loans of a bank', '截至今年6月末，青山银行脱贫县贷款余额790亿元，对重点工作进行安排部署。'],
    [
      'ten years in review',
      '# 十年帮扶工作综述\n2010年，上级召开第五次工作座谈会，作出了决策部署。十年来，累计落实资金12亿元。',
    ],
    ['a plan', '一、总体要求\n领导小组每季度召开一次会议，听取汇报，研究部署工作。要定期召开会议，通报情况。'],
    ['a visit', '# 市局到我区开展对外帮扶工作调研\n2月24日，市局张一伟一行到我区开展调研。调研组听取了基本情况汇报。'],
    ['a press conference', '今天上午，青山部召开新闻发布会，介绍十年来帮扶工作成效。'],
    ['a training course', '3月2日，全县驻村干部培训班开班。培训班将持续三天。'],
    ['a rule of a mechanism', '联席会由四省市组成，由轮值方负责人主持召开，原则上在每年3月底前召开。'],
    [
      'the rules of a joint meeting',
      '# 青山县联席会议制度\n第二条会议原则上每两月召开一次，由领导小组副组长召集并主持。会议议程一般为三项：一是对前段工作情况进行交流。',
    ],
    ['a meeting to come', '第四届经验交流现场会将于4月18日在青山举行。本次会议是为了总结经验。'],
    ['an empty page', ''],
  ];
  it.each(cases)('%s', (_, text) => {
    expect(readMeeting(pageOf(text))).toBeNull();
  });
});

describe('a sitting that is not the whole story', () => {
  it('is read within a visit, and marked', () => {
    const page = pageOf(
      '# 市局到青山村调研帮扶工作\n2月24日，市局局长张一伟赴青山村调研。\n随后召开了驻村帮扶工作座谈会，副县长李二明主持会议。会上，驻村第一书记汇报了驻村工作情况。',
      '2023-02-27',
    );
    const meeting = readMeeting(page);
    expect([meeting?.name, meeting?.date, meeting?.chair]).toEqual(['驻村帮扶工作座谈会', '2023-02-24', '李二明']);
    expect(meeting?.doubts).toContain('meeting.within_visit');
    expect(meeting?.agenda.map((a) => a.type)).toEqual(['汇报']);
  });

  it('is read where news is drawn from it and its course is told', () => {
    const page = pageOf(
      '12月10日，记者从2024年中央单位定点帮扶工作推进会上获悉，今年投入1亿元。\n推进会上，9家单位分别就今年帮扶工作做了经验发言。',
      '2024-12-11',
    );
    const meeting = readMeeting(page);
    expect([meeting?.name, meeting?.date]).toEqual(['2024年中央单位定点帮扶工作推进会', '2024-12-10']);
    expect(meeting?.doubts).toContain('meeting.cited');
  });

  it('is chaired by the one who came and 并主持召开', () => {
    const meeting = readMeeting(
      pageOf(
        '8月17日，省青山厅厅长杨一淼赴白水县调研帮扶工作，并主持召开省级定点帮扶单位第二次联席会议。会上，县里通报了当前情况。',
        '2022-08-20',
      ),
    );
    expect([meeting?.chair, meeting?.chairRole, meeting?.ordinal]).toEqual(['杨一淼', '省青山厅厅长', 2]);
  });

  it('takes the month from the words before', () => {
    const meeting = readMeeting(
      pageOf(
        '6月3日至4日，代表团来青山考察。4日下午，两省在青山召开东西部协作联席会议，就做实协作工作进行对接交流。',
        '2024-06-10',
      ),
    );
    expect([meeting?.date, meeting?.dateText]).toEqual(['2024-06-04', '4日下午']);
  });
});

describe('robust against damage', () => {
  it('reads long, unbroken and unbalanced text in time', () => {
    const read = (n: number) => {
      const text = `3月5日，青山县召开定点帮扶工作推进会。会议听取了《${'甲、乙'.repeat(n)}，就${'工作情况和'.repeat(n)}`;
      expect(readMeeting(pageOf(text))?.name).toBe('定点帮扶工作推进会');
    };
    expect(growthOf(read, 5000)).toBeLessThan(10);
  });
});
