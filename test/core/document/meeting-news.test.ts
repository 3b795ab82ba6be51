import { describe, expect, it } from 'vitest';
import { readMeeting } from '../../../src/core/document/meeting/read-meeting.ts';
import { pageOf } from './meeting-page.ts';

const read = (text: string, publishedOn: string | null = null) => readMeeting(pageOf(text, publishedOn));
const agenda = (text: string) =>
  (read(`3月5日，青山县召开定点帮扶工作推进会。\n${text}`)?.agenda ?? []).map((a) => [a.type, a.title]);

describe('agenda as news tell it', () => {
  it.each([
    ['副市长王一鸣出席会议并讲话，对下一步重点工作进行了部署。', [['部署', '下一步重点工作']]],
    ['会上，3位“第一书记”分别汇报了项目完成情况和下一步打算。', [['汇报', '项目完成情况和下一步打算']]],
    ['王一鸣向村“两委”传达了市委选派工作队的相关精神。', [['传达学习', '市委选派工作队的相关精神']]],
    ['与会人员察看了改造现场，随后召开会议，研究分析全区攻坚形势。', [['研究', '全区攻坚形势']]],
    ['会议还就推进下一步工作做实做细谈了想法。', [['交流', '推进下一步工作做实做细']]],
    ['会议作了题为《携手同行》的报告。', [['汇报', '《携手同行》']]],
    ['王一鸣就我校去年帮扶工作进行了全面总结。', [['总结', '我校去年帮扶工作']]],
    [
      '会议传达学习了重要论述，以及中央农村工作会议等文件精神。',
      [['传达学习', '重要论述，以及中央农村工作会议等文件精神']],
    ],
    ['会议深入学习、贯彻落实省市攻坚会议精神。', [['传达学习', '省市攻坚会议精神']]],
    [
      '会议审定工作方案。会议审定了《甲县普查工作分工方案》《甲县试点工作方案》。',
      [
        ['审议', '《甲县普查工作分工方案》'],
        ['审议', '《甲县试点工作方案》'],
      ],
    ],
    [
      '座谈会上，甲县介绍了去年帮扶成效；甲县与相关部门同志结合职能，就如何更好进行帮扶进行了交流发言。',
      [
        ['汇报', '去年帮扶成效'],
        ['交流', '如何更好进行帮扶'],
      ],
    ],
    ['与会的县领导分别结合分管工作，就近期工作进展情况作了汇报。', [['汇报', '近期工作进展情况']]],
    ['会议围绕“建立长效机制”协商议政。', [['研究', '“建立长效机制”']]],
    ['会上，王一鸣一行听取了甲乡协作工作汇报。', [['汇报', '甲乡协作工作']]],
    ['会上，甲镇白石村与乙乡黑水村签订了《结对协议》。', [['签订', '《结对协议》']]],
    ['副县长李二明就健康工作提出具体要求；成员王三对近期工作进行了安排部署。', [['部署', '近期工作']]],
  ])('%s', (text, expected) => {
    expect(agenda(text)).toEqual(expected);
  });

  it('stands in the aim of the meeting', () => {
    const text = '3月5日，青山市召开助残行动工作会，主要目的是交流探讨今年助残工作，安排部署攻坚工作。';
    expect(read(text)?.agenda.map((a) => [a.type, a.title])).toEqual([
      ['交流', '今年助残工作'],
      ['部署', '攻坚工作'],
    ]);
  });
});

describe('who and when in news', () => {
  it('a list of people may go on behind ；', () => {
    const text = '3月5日，两市召开协作工作联席会议。甲市市委书记王一鸣，市长李二明；乙市市委书记赵三出席会议。';
    expect(read(text)?.attendees.map((a) => a.text)).toEqual(['甲市市委书记王一鸣，市长李二明；乙市市委书记赵三']);
  });

  it('a meeting may be told by who attended it, with the month of the dateline', () => {
    const meeting = read(
      '某社北京5月31日电国务院副总理王一鸣31日在京出席全国帮扶工作电视电话会议。他强调，要抓好整改。\n会上，各省签署了协作协议。',
      '2024-11-01',
    );
    expect(meeting).toMatchObject({ name: '全国帮扶工作电视电话会议', date: '2024-05-31', chair: null });
    expect(meeting?.attendees[0]?.text).toBe('国务院副总理王一鸣');
  });

  it('the dateline is no part of the posts', () => {
    const text = '某社北京1月26日电国务院副总理王一鸣26日在京主持召开帮扶工作领导小组全体会议。会议审议了《甲方案》。';
    expect(read(text, '2021-01-27')).toMatchObject({ chair: '王一鸣', chairRole: '国务院副总理', date: '2021-01-26' });
  });

  it.each([
    ['随后召开了工作队进驻会，王一鸣介绍了情况，会议由李二明主持。', null],
    ['今天，我们召开帮扶工作研判会议，会议听取了汇报。', null],
    ['3月5日，甲部（乙局）联合丙部、丁会、戊协会、己联合会、庚办公室召开帮扶工作推进会，会议听取了汇报。', '甲部'],
    ['3月5日，青山区抓党建促振兴暨城乡党组织结对工作推进会召开，会议听取了汇报。', null],
    ['3月5日，白河市东川区西部扶贫协作座谈会召开，会议听取了汇报。', null],
  ])('%s organiser %s', (text, organiser) => {
    expect(read(text)?.organiser ?? null).toBe(organiser);
  });

  it.each([
    ['3月5日，全县攻坚第一次促进会在县会议中心召开，会议听取了汇报。', '全县攻坚第一次促进会'],
    ['3月5日，我县第101次扶贫例会召开，会议听取了汇报。', '第101次扶贫例会'],
    ['# 【要闻】县委农村工作领导小组会议召开\n3月5日，会议召开。会议听取了汇报。', '县委农村工作领导小组会议'],
    [
      '# 在全区有效衔接总指挥部研判会议上的讲话\n今天，召开总指挥部研判会议，主要任务是分析形势。会议听取了汇报。',
      '全区有效衔接总指挥部研判会议',
    ],
  ])('%s named %s', (text, name) => {
    expect(read(text)?.name).toBe(name);
  });

  it('a 座谈会 that a visit only mentions is no meeting of its own', () => {
    const text = '1月6日，某司到白河县调研评估。调研组一行来到园区。在座谈会上，第一书记汇报了驻村帮扶工作。';
    expect(read(text)).toBeNull();
  });
});
