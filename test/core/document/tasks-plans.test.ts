import { describe, expect, it } from 'vitest';
import { brief, tasksOf } from './tasks-page.ts';

const PLAN = `
  云岭集团2024年定点帮扶工作计划
  为做好全年工作，制定本计划。
  一、总体要求
  坚持四个不摘，推动各项工作。
  二、重点任务
  （一）加强组织领导。党委会每年专题研究2次。（牵头单位：党群部；责任单位：办公室、人力部）
  （二）抓好产业帮扶。6月底前完成大棚二期建设。〔产业部牵头，投资部、财务部配合〕
  （三）深化消费帮扶
  1.组织工会采购。全年不少于80万元。
  责任单位：工会
  完成时限：2024年11月底前
  2.开展直播带货。每季度组织1次。
  三、保障措施
  强化资金监管，严格执行捐赠管理办法。（财务部负责）
`;

describe('plans', () => {
  const tasks = tasksOf(PLAN, { title: '云岭集团2024年定点帮扶工作计划' });

  it('each measure is a task, spoken by nobody; a heading with points below is none', () => {
    expect(tasks.map((task) => `${task.line} ${String(task.speaker)}`)).toEqual([
      '组织领导 null',
      '产业帮扶 null',
      '消费帮扶 null',
      '消费帮扶 null',
      '资金管理 null',
    ]);
  });

  it('leading and supporting units', () => {
    expect(tasks.map((task) => [task.lead, task.support])).toEqual([
      [['党群部'], ['办公室', '人力部']],
      [['产业部'], ['投资部', '财务部']],
      [['工会'], []],
      [[], []],
      [['财务部'], []],
    ]);
  });

  it('deadlines, in the words and in a line of their own', () => {
    expect(tasks.map((task) => task.due)).toEqual([null, '2024-06-30', '2024-11-30', null, null]);
  });

  it('（A、B牵头，C按职责分工负责）', () => {
    const [task] = tasksOf('# 二、重点任务\n（一）推进道路建设。（交通局、财政局牵头，有关部门按职责分工负责）', {
      title: '年度工作方案',
    });
    expect(task).toMatchObject({ lead: ['交通局', '财政局'], support: ['有关部门'] });
  });

  it('a dropped number is marked doubtful', () => {
    const [task] = tasksOf('一、重点工作\n（一）开展走访。每月走访不少于xx次。', { title: '帮扶工作计划' });
    expect(task?.doubts).toContain('task.number_dropped');
  });

  it('a table with a column of units: one task a row', () => {
    const rows = tasksOf(`
      | 序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限 |
      | 1 | 选派支教教师10人 | 教育处 | 工会、团委 | 2024年9月底前 |
      | 2 | 采购农产品50万元 | 工会 | 各支部 | 年底前 |
    `);
    expect(brief(rows)).toEqual(['教育 - 选派支教教师10人', '消费帮扶 - 采购农产品50万元']);
    expect(rows[0]).toMatchObject({ lead: ['教育处'], support: ['工会', '团委'], due: '2024-09-30' });
  });

  it('下一步打算 in a report', () => {
    const found = tasksOf(`
      一、工作开展情况
      全年开展培训3期。
      二、下一步打算
      （一）加强监测。健全防返贫机制。
      （二）抓好就业帮扶。
    `);
    expect(found.map((task) => task.line)).toEqual(['防返贫', '就业']);
  });
});
