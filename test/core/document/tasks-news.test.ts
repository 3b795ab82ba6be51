import { describe, expect, it } from 'vitest';
import { brief, tasksOf } from './tasks-page.ts';

describe('tasks as news tell them', () => {
  it('the last point ends before who attended', () => {
    const tasks = tasksOf('方琳提出要求：一是要完善资料，及时归档。\n校委员、驻村工作队干部参加了会议。');
    expect(tasks.map((t) => t.quote)).toEqual(['一是要完善资料，及时归档。']);
  });

  it('要求 without a subject goes with the person of the sentence before', () => {
    const tasks = tasksOf('方琳就去年帮扶工作进行了总结，并提出了思路。要求驻村干部要抓好党建，强调要狠抓落实。');
    expect(tasks.map((t) => t.speaker)).toEqual(['方琳', '方琳']);
  });

  it('points behind 会议指出，一是要根据… are all read', () => {
    const tasks = tasksOf('会议指出，一是要根据当地条件，发展种植产业。二是要强化党建引领。');
    expect(tasks).toHaveLength(2);
  });

  it('points behind 安排了重点工作 are asked by who arranged them', () => {
    const tasks = tasksOf('方琳安排了近期攻坚的重点工作。一是向前推进督战工作。二是方案的制定工作，各部门要积极对接。');
    expect(tasks.map((t) => t.speaker)).toEqual(['方琳', '方琳']);
  });

  it('the post may stand behind a short name', () => {
    expect(tasksOf('王锐副主席强调，要认真研究，掌握标准。')[0]?.speaker).toBe('王锐');
  });

  it('a point that learns from experience is no section of results', () => {
    const tasks = tasksOf(
      '方琳提出要求：一、落实工作精神。二、吸收其他省市优秀工作经验做好今后工作。三、做好服务工作。',
    );
    expect(tasks).toHaveLength(3);
  });

  it.each([
    ['只说重要', '方琳指出，巩固成果是农村工作的重中之重，是务必牢记的“国之大者”。'],
    ['只说艰巨', '方琳强调，做好衔接、推进振兴，责任重大、任务艰巨、使命光荣。'],
    ['有困难', '方琳指出，成绩已经取得，但要夺取全面胜利仍面临困难和挑战。'],
    ['重要平台', '方琳强调，这次行动是具体体现，是干部锻炼成长的重要平台。'],
    [
      '长名单',
      '书记方琳主持会议并做工作要求，主任安某及其他领导，各镇主要负责人、分管负责人，领导小组成员单位负责人，指挥部全体成员参加会议。',
    ],
    ['指示', '会议期间，中央领导同志对攻坚作出一系列重要指示，代表委员提出了很多有深度的意见建议，媒体广泛报道。'],
    ['关键', '方琳强调，任务能否完成，关键在人，在干部作风。'],
    ['断在提出', '方琳对工作表示感谢。\n安某强调：上级领导在2月3日会议上提出'],
    ['断尾', '方琳代表县委感谢大家。方琳要求中央社会服'],
    ['一行到访', '调研组一行先后来到园区，通过听取介绍，了解项目情况。\n乡里制定帮扶计划和措施的消息传开了。'],
  ])('%s: none', (_why, text) => {
    expect(brief(tasksOf(text))).toEqual([]);
  });

  it('leaves 时间紧，任务重 out', () => {
    expect(tasksOf('方琳强调，时间紧，任务重，各单位应强化帮扶力度。')[0]?.quote).toBe('各单位应强化帮扶力度。');
  });

  it('what a speaker says his own side will do is his', () => {
    const tasks = tasksOf(
      '方琳对来宾表示欢迎。她指出，双方往来频繁。接下来，西山区将一如既往支持协作工作，推动两地产业发展。',
    );
    expect(tasks.map((t) => t.speaker)).toEqual(['方琳']);
    expect(tasksOf('方琳指出，集团高度重视，将不折不扣落实部署，积极支持白石村工作。')).toHaveLength(1);
    expect(tasksOf('座谈中，双方提出要进一步密切帮扶关系，拓展帮扶内容。')).toHaveLength(1);
  });

  it('advice of those who sell model papers is no plan', () => {
    const text = '结合实际，现制定本年度帮扶工作计划。\n为落实部署，增加收入，巩固成果的目标。';
    expect(tasksOf(text)).toEqual([]);
  });
});
