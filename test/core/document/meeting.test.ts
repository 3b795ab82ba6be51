import { describe, expect, it } from 'vitest';
import { readMeeting } from '../../../src/core/document/meeting/read-meeting.ts';
import type { MeetingReading } from '../../../src/core/document/reading.ts';
import { pageOf } from './meeting-page.ts';

function read(text: string, publishedOn: string | null = null): MeetingReading {
  const meeting = readMeeting(pageOf(text, publishedOn));
  if (meeting === null) throw new Error('no meeting read');
  return meeting;
}

const items = (meeting: MeetingReading) => meeting.agenda.map((a) => [a.type, a.title]);

describe('a leading group meeting with all its parts', () => {
  const text = [
    '# 部里主要负责同志主持召开青山部定点帮扶工作领导小组第二次全体会议',
    '6月4日上午，青山部召开定点帮扶工作领导小组第二次全体会议。会议传达学习关于深化定点帮扶工作的指示精神，通报去年定点帮扶工作成效评价结果，审议《青山部2021年定点帮扶工作计划》，安排部署全部今后一个阶段定点帮扶工作重点任务。部党组书记、部长、定点帮扶工作领导小组组长何一鸣主持会议并作总结讲话，部党组成员出席会议，秘书长、副秘书长，各司局主要负责同志参加会议。',
    '会议要求，各单位要持续保持工作力度，研究简便易行的办法，部署后续工作。',
  ].join('\n');
  const meeting = read(text, '2021-06-15');

  it('has the full name of the headline, the ordinal and the organiser', () => {
    expect(meeting.name).toBe('青山部定点帮扶工作领导小组第二次全体会议');
    expect(meeting.ordinal).toBe(2);
    expect(meeting.organiser).toBe('青山部');
  });

  it('takes the year from the page', () => {
    expect([meeting.date, meeting.dateText]).toEqual(['2021-06-04', '6月4日上午']);
    expect(meeting.doubts).toEqual([]);
  });

  it('has the chair with all the posts as printed', () => {
    expect(meeting.chair).toBe('何一鸣');
    expect(meeting.chairRole).toBe('部党组书记、部长、定点帮扶工作领导小组组长');
  });

  it('has those who took part by the verb of the text', () => {
    expect(meeting.attendees.map((a) => [a.category, a.text])).toEqual([
      ['出席', '部党组成员'],
      ['参加', '秘书长、副秘书长，各司局主要负责同志'],
    ]);
  });

  it('has four agenda items and none of the requirements or the closing speech', () => {
    expect(items(meeting)).toEqual([
      ['传达学习', '关于深化定点帮扶工作的指示精神'],
      ['通报', '去年定点帮扶工作成效评价结果'],
      ['审议', '《青山部2021年定点帮扶工作计划》'],
      ['部署', '全部今后一个阶段定点帮扶工作重点任务'],
    ]);
  });

  it('quotes exactly what stands at its place', () => {
    const plain = pageOf(text).plain;
    for (const a of [...meeting.agenda, ...meeting.attendees, meeting])
      expect(plain.slice(a.start, a.end)).toBe(a.quote);
  });
});

describe('name', () => {
  const cases: [string, string, number | null][] = [
    [
      '11月3日，青山省林草局与云岭学院在白水县召开2023年度定点帮扶工作第二次联席会议，会议由省林草局主持。',
      '2023年度定点帮扶工作第二次联席会议',
      2,
    ],
    [
      '4月8日，青山州2022年东西部协作工作会暨东西部协作工作领导小组第一次会议召开。会议指出，工作有成效。',
      '青山州2022年东西部协作工作会暨东西部协作工作领导小组第一次会议',
      1,
    ],
    [
      '近日，2024年度省直部门（单位）定点帮扶白水市第一次联席会议在省社会主义学院召开。会议强调，要加强统筹。',
      '2024年度省直部门（单位）定点帮扶白水市第一次联席会议',
      1,
    ],
    [
      '7月9日，市委常委（扩大）会议暨市乡村振兴领导小组（扩大）2020年第4次会议在市会议中心召开。会议要求抓落实。',
      '市委常委（扩大）会议暨市乡村振兴领导小组（扩大）2020年第4次会议',
      4,
    ],
    [
      '5月5日，市委常委会召开第十三次扩大会议，传达学习全省会议精神。市委书记陈一主持会议。',
      '市委常委会第十三次扩大会议',
      13,
    ],
    [
      '2月28日，学校召开2019年“云岭学院定点帮扶白水县、红河县工作推进会”。会上，处长张一介绍了去年工作情况。',
      '2019年“云岭学院定点帮扶白水县、红河县工作推进会”',
      null,
    ],
    [
      '11月1日，市政协办公厅帮扶集团召开工作推进会，总结前三季度工作。会议指出，进展有序。',
      '市政协办公厅帮扶集团工作推进会',
      null,
    ],
    [
      '4月23日，青山公司党委召开会议，公司党委书记张一元主持会议。会议传达学习了上级会议精神。',
      '青山公司党委会议',
      null,
    ],
    ['7月1日，区委召开驻村第一书记座谈会，安排部署下一步工作。会上，8名代表作了交流发言。', '驻村第一书记座谈会', null],
  ];
  it.each(cases)('%s', (text, name, ordinal) => {
    const meeting = read(text);
    expect([meeting.name, meeting.ordinal]).toEqual([name, ordinal]);
  });

  it('takes the headline where the body has only part of the name', () => {
    const meeting = read(
      '# 省民政局在白水县召开省直单位定点帮扶第二次联席会议\n8月20日，省民政局在白水县召开了第二次联席会议。会议强调，要提高站位。',
      '2017-09-21',
    );
    expect(meeting.name).toBe('省直单位定点帮扶第二次联席会议');
  });

  it("takes the headline with the school's own name for 学校", () => {
    const meeting = read(
      '# 云岭大学定点帮扶领导小组工作会议召开\n11月19日，学校定点帮扶领导小组工作会议在主楼召开。会议强调，要落实。',
      '2018-11-20',
    );
    expect(meeting.name).toBe('云岭大学定点帮扶领导小组工作会议');
  });
});

describe('chair', () => {
  const base = '3月5日，青山县召开定点帮扶工作推进会。';
  const cases: [string, string | null, string | null][] = [
    ['会议由乡村振兴处副处长冯一庆主持。', '冯一庆', '乡村振兴处副处长'],
    ['县委书记崔同一出席会议并讲话。蔺二永主持会议。', '蔺二永', null],
    ['州委常委、蔺二永出席会议。州委副书记蔺二永介绍情况。蔺二永主持会议。', '蔺二永', '州委副书记'],
    ['市领导胡一望、吴强出席。吴强主持会议。', '吴强', '市领导'],
    ['县长买买提·艾合买提主持会议并讲话。', '买买提·艾合买提', '县长'],
    ['县委副书记、县长扎西次仁主持会议。', '扎西次仁', '县委副书记、县长'],
    ['县委副书记欧阳一出席会议并讲话，副县长司马明主持。', '司马明', '副县长'],
    ['县委书记王一出席会议并主持会议。', '王一', '县委书记'],
    ['会议由主任任志一（女）同志主持。', '任志一', '主任'],
    ['会议由省林草局主持。', '省林草局', null],
    ['会议由组织部负责人主持。', '组织部负责人', null],
    ['县委书记王一出席会议并讲话。', null, null],
    ['副县长王一主持县政府日常工作。', null, null],
    ['副县长王一主持编制规划。', null, null],
  ];
  it.each(cases)('%s', (text, chair, role) => {
    const meeting = read(base + text);
    expect([meeting.chair, meeting.chairRole]).toEqual([chair, role]);
  });

  it('may have the post behind the name', () => {
    const meeting = read('3月5日，青山银行召开帮扶工作会议，会议由胡优华行长助理主持。会议听取了汇报。');
    expect([meeting.chair, meeting.chairRole]).toEqual(['胡优华', '行长助理']);
  });
  it('is the one who 主持召开', () => {
    const meeting = read(
      '12月14日，市委书记刘一强在市委会议室主持召开市委农村工作领导小组会议，听取相关部门工作情况汇报。',
    );
    expect([meeting.name, meeting.chair, meeting.chairRole]).toEqual([
      '市委农村工作领导小组会议',
      '刘一强',
      '市委书记',
    ]);
  });

  it('stands in a headline without punctuation', () => {
    const meeting = read(
      '# 青山区·白水市2024年东西部协作联席会议举行\n# 程一民杨二新讲话王靖主持刘三龙出席\n昨天下午，青山区·白水市2024年东西部协作联席会议在青山举行。区委副书记、区长王靖对白水的同志表示欢迎。会议听取了情况汇报。',
      '2024-06-19',
    );
    expect([meeting.chair, meeting.chairRole, meeting.date]).toEqual(['王靖', '区委副书记、区长', '2024-06-18']);
  });

  it('marks an office as doubtful', () => {
    expect(read(`${base}会议由省林草局主持。`).doubts).toContain('meeting.chair_office');
  });
});

describe('organiser', () => {
  it('is named by the headline where the body says 我县', () => {
    const text =
      '# 苍山县召开2025年协作工作推进会\n8月22日，我县召开2025年协作工作推进会，安排部署下阶段工作。会议听取了汇报。';
    expect(read(text).organiser).toBe('苍山县');
  });
  it('stays as printed where nothing names it', () => {
    expect(read('8月22日，我县召开协作工作推进会。会议听取了汇报。').organiser).toBe('我县');
  });
});

describe('a party committee without its body', () => {
  it('is that of the secretary who presides', () => {
    const text =
      '7月20日上午，青山集团党委书记、总经理何一鸣主持召开党委会议，传达学习上级会议精神。会议要求，要抓好落实。';
    expect(read(text).organiser).toBe('青山集团党委');
  });
});
