import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../src/core/kernel/plain-date.ts';
import { countiesIn } from '../../../src/core/document/tasks/counties.ts';
import { deadlineOf } from '../../../src/core/document/tasks/due.ts';
import { lineOf } from '../../../src/core/document/tasks/line-of.ts';
import { LINE_WORDS, TOPICS } from '../../../src/core/document/tasks/lines.ts';
import { unitsOf } from '../../../src/core/document/tasks/units.ts';
import { tasksOf } from './tasks-page.ts';

const ON = '2023-03-15' as PlainDate;

describe('deadlines', () => {
  it.each([
    ['10月底前完成', '10月底前', '2023-10-31'],
    ['2024年6月30日前交付', '2024年6月30日前', '2024-06-30'],
    ['在10月份前全部完成', '10月份前', '2023-09-30'],
    ['确保年底前见效', '年底前', '2023-12-31'],
    ['年内引进企业2家', '年内', '2023-12-31'],
    ['今年底前', '今年底前', '2023-12-31'],
    ['明年6月底前', '明年6月底前', '2024-06-30'],
    ['2025年底前', '2025年底前', '2025-12-31'],
    ['第三季度末前', '第三季度末前', '2023-09-30'],
    ['5月中旬前', '5月中旬前', '2023-05-20'],
    ['2月底前', '2月底前', '2023-02-28'],
  ])('%s', (text, dueText, due) => {
    expect(deadlineOf(text, ON, null)).toEqual({ dueText, due, guessed: false });
  });

  it('a year known nowhere is not guessed', () => {
    expect(deadlineOf('10月底前', null, null)).toEqual({ dueText: '10月底前', due: null, guessed: true });
  });

  it('no deadline', () => {
    expect(deadlineOf('每年开展2次走访', ON, null)).toBeNull();
  });
});

describe('lines of work', () => {
  it.each([
    ['加强组织领导，压实工作责任', '组织领导', null],
    ['开展驻村工作队轮换', '人才', '驻村工作队'],
    ['推广以工代赈', '重点项目', '以工代赈'],
    ['做好易地搬迁后续扶持', '防返贫', '易地搬迁'],
    ['建设农村公路和基础设施', '重点项目', null],
    ['整治人居环境', '乡村建设', '人居环境'],
    ['讲好帮扶故事', '宣传', null],
    ['统筹推进产业帮扶、就业帮扶、教育帮扶、医疗帮扶', '综合', null],
    ['把好事办好', '综合', null],
    ['深入学习贯彻关于教育工作的重要讲话精神', '组织领导', null],
  ])('%s', (text, line, topic) => {
    expect(lineOf(text)).toMatchObject({ line, topic });
  });

  it('the head decides, not the longer body', () => {
    expect(lineOf('加强消费帮扶。发挥企业作用，推动种植养殖产业和园区建设').line).toBe('消费帮扶');
  });

  it('a department’s name says nothing of the work', () => {
    expect(lineOf('由教育局做好衔接').score).toBe(0);
  });

  it('every word stands once in its line', () => {
    for (const rows of Object.values(LINE_WORDS)) {
      const words = rows.flatMap(([, list]) => list.split(' '));
      expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
    }
    expect(new Set(TOPICS.map((row) => row.topic)).size).toBe(TOPICS.length);
  });
});

describe('counties and units', () => {
  it('counties as printed', () => {
    expect(countiesIn('支持青禾县、白水县和云门苗族自治县')).toEqual(['青禾县', '白水县', '云门苗族自治县']);
    expect(countiesIn('帮助三县明确发展方向')).toEqual(['三县']);
    expect(countiesIn('建设先行县、示范县，做好县域工作')).toEqual([]);
  });

  it('units with a bracket in their name', () => {
    expect(unitsOf('发展改革委（粮食局）、财政局等牵头，各县配合')).toMatchObject({
      lead: ['发展改革委（粮食局）', '财政局'],
      support: ['各县'],
    });
  });
});

describe('quotes', () => {
  it('are the exact words of the source, in order and apart', () => {
    const text = '会议要求，要抓好调研，抓好就业帮扶。一要加强宣传；二要严格考核。';
    const tasks = tasksOf(text);
    for (const task of tasks) expect(task.quote).toBe(text.slice(task.start, task.end));
    for (const [i, task] of tasks.entries()) expect(task.start).toBeGreaterThanOrEqual(tasks[i - 1]?.end ?? 0);
  });

  it('a page of hostile length is read in linear time', () => {
    const long = `会议要求，${'要加强对对对针对围绕就在从向，'.repeat(1200)}。`;
    const twice = long + long;
    expect(tasksOf(`${long}\n${twice}`).length).toBeGreaterThan(0);
  });
});
