import { describe, expect, it } from 'vitest';
import { readMeeting } from '../../../src/core/document/meeting/read-meeting.ts';
import { publishedDayOf } from '../../../src/core/document/published-day.ts';
import { minutesHead } from '../../../src/core/document/minutes-lines.ts';
import { pageOf as madePage } from '../../support/page.ts';
import { pageOf } from './meeting-page.ts';

const MINUTES = [
  '# 青山大学帮扶工作会议纪要',
  '时间：2024年3月5日 15:00',
  '地点：行政楼201会议室',
  '主持人：副校长李建国',
  '参会人员：赵明、钱亮、各部门负责人',
  '议题：一、审议2024年帮扶工作计划；二、听取驻村工作队工作汇报',
  '会议听取了驻村工作队关于去年工作的汇报。会议通报了考核结果。会议要求，各部门要压实责任。',
].join('\n');

describe('minutes', () => {
  it('tell the meeting in labelled lines', () => {
    const meeting = readMeeting(pageOf(MINUTES));
    expect(meeting).toMatchObject({
      name: '青山大学帮扶工作会议',
      date: '2024-03-05',
      chair: '李建国',
      chairRole: '副校长',
    });
    expect(meeting?.attendees.map((a) => [a.category, a.text])).toEqual([['参加', '赵明、钱亮、各部门负责人']]);
  });

  it('join the agenda of the head and of the text', () => {
    expect(readMeeting(pageOf(MINUTES))?.agenda.map((a) => [a.type, a.title])).toEqual([
      ['审议', '2024年帮扶工作计划'],
      ['汇报', '驻村工作队工作'],
      ['通报', '考核结果'],
    ]);
  });

  it('list the agenda in the lines behind its label', () => {
    const text =
      '# 青山县领导小组会议纪要\n会议时间：2024年6月12日下午\n会议地点：三楼\n主持人：王志强（县长）\n会议议题：\n1.传达学习全省会议精神\n2.研究《资金管理办法》\n会议议定事项如下：\n';
    const meeting = readMeeting(pageOf(text));
    expect(meeting).toMatchObject({ chair: '王志强', chairRole: '县长', date: '2024-06-12' });
    expect(meeting?.agenda.map((a) => [a.type, a.title])).toEqual([
      ['传达学习', '全省会议精神'],
      ['研究', '《资金管理办法》'],
    ]);
  });

  it('are no line of publication', () => {
    const head = ['时间：2025-08-25 来源：青山融媒 作者：王某', '青山县召开推进会'];
    expect(minutesHead(head).size).toBe(0);
    expect(publishedDayOf(head, null)?.day).toBe('2025-08-25');
    expect(publishedDayOf(MINUTES.split('\n'), null)).toBeNull();
  });

  it('stay in the body', () => {
    expect(madePage(MINUTES.replace(/^# /, '')).plain).toContain('时间：2024年3月5日');
  });
});
