import { describe, expect, it } from 'vitest';
import { brief, tasksOf } from './tasks-page.ts';
import { cuesIn } from '../../../src/core/document/tasks/speaker.ts';

const speakerOf = (sentence: string, last: string | null = null) => cuesIn(sentence, last).map((cue) => cue.speaker);

describe('who asks', () => {
  it.each([
    ['会议强调，要抓好落实。', '会议'],
    ['会议还要求，各单位要抓好落实。', '会议'],
    ['座谈会强调，要抓好落实。', '会议'],
    ['县委副书记林柏青强调，要抓好落实。', '林柏青'],
    ['校党委副书记韩松在讲话中指出，要抓好落实。', '韩松'],
    ['市委常委、副市长任洁在总结讲话时强调，要抓好落实。', '任洁'],
    ['局党组书记、局长欧阳文远要求，要抓好落实。', '欧阳文远'],
    ['州委副书记扎西顿珠强调，要抓好落实。', '扎西顿珠'],
    ['副县长阿力木·热合曼强调，要抓好落实。', '阿力木·热合曼'],
    ['罗敏同志要求各帮扶单位抓好落实。', '罗敏'],
    ['学校党委沈立群书记要求第一书记要抓好落实。', '沈立群'],
    ['孙明远、周洁要求，各单位要抓好落实。', '孙明远、周洁'],
    ['县委主要负责同志强调，要抓好落实。', '县委主要负责同志'],
    ['调研组指出，要抓好落实。', '调研组'],
    ['《通知》要求，各单位要抓好落实。', '《通知》'],
    ['何立群行长助理作会议总结，并提出三点要求：', '何立群'],
    ['沈立群就做好下一阶段工作，提出三点要求：', '沈立群'],
  ])('%s', (sentence, speaker) => {
    expect(speakerOf(sentence)).toEqual([speaker]);
  });

  it('他 is the person named last', () => {
    expect(speakerOf('他强调，要抓好落实。', '韩松')).toEqual(['韩松']);
  });

  it.each([
    '要按照省委要求，抓好落实。',
    '根据《方案》要求，现制定本计划。',
    '提出更有针对性的政策建议。',
    '韩松对各单位的支持表示感谢。',
    '围绕会议提出的要求抓好落实。',
    '这是党中央作出的重大决策部署。',
  ])('opens no speech: %s', (sentence) => {
    expect(cuesIn(sentence, null)).toEqual([]);
  });

  it('carries over to the next sentences and ends with the reporter', () => {
    const tasks = tasksOf(`
      韩松强调，要提高政治站位。扎实做好消费帮扶。
      各乡镇负责人参加会议。
      今年以来，全县引进企业3家。
    `);
    expect(brief(tasks)).toEqual(['组织领导 韩松 要提高政治站位。', '消费帮扶 韩松 扎实做好消费帮扶。']);
  });

  it('changes with the next speaker', () => {
    const tasks = tasksOf(`
      县长梅晓峰要求，要抓好就业帮扶。
      县委书记方琳强调，要加强资金监管。
    `);
    expect(tasks.map((task) => task.speaker)).toEqual(['梅晓峰', '方琳']);
  });

  it('他 is the person whom the sentence itself begins with', () => {
    const tasks = tasksOf('党委副书记王兴权出席会议。方琳首先代表集团表示感谢，她指出，要突出教育帮扶特色。');
    expect(tasks.map((task) => task.speaker)).toEqual(['方琳']);
  });

  it('a paper or congress that a speaker cites asks nothing', () => {
    const told =
      '方琳指出，当前任务很重。党的十七大明确提出奋斗目标，要求加大扶持力度。《规划》进一步提出要抓紧研究。要做好消费帮扶。';
    expect(brief(tasksOf(told))).toEqual(['消费帮扶 方琳 要做好消费帮扶。']);
  });

  it('the demands that are followed and demands that grow are no speech', () => {
    const told = '方琳强调，青山将全面落实两省协作工作部署要求，进一步深化产业合作。';
    expect(new Set(tasksOf(told).map((task) => task.speaker))).toEqual(new Set(['方琳']));
    expect(brief(tasksOf('方琳强调，今年时间更紧，任务更重，要求更高。要加强资金监管。'))).toEqual([
      '资金管理 方琳 要加强资金监管。',
    ]);
  });

  it('会上，某人 … 他 is that person; 卢局 is the one of that surname', () => {
    const tasks = tasksOf('座谈会上，方琳对库区群众表示敬意。她要求，要整合资源。\n方局强调要加强宣传。');
    expect(tasks.map((task) => task.speaker)).toEqual(['方琳', '方琳']);
  });

  it('a clause of time goes with the demand behind it', () => {
    const tasks = tasksOf('方琳要求，要统筹发展和安全，在抓经济社会发展时，要重点关注水质安全。');
    expect(tasks.map((task) => task.quote)).toEqual(['要统筹发展和安全', '在抓经济社会发展时，要重点关注水质安全。']);
  });

  it('advice to villagers and calls that are told are no tasks', () => {
    expect(tasksOf('第一书记林小舟来到大棚，叮嘱脱贫户做好保温工作。')).toEqual([]);
    expect(tasksOf('我市组织实施消费帮扶行动，号召广大市民积极购买农产品。')).toEqual([]);
  });

  it('what a body announces after the points is its own', () => {
    const tasks = tasksOf(`
      方琳提出两点要求：一是提高站位；二是细化工作任务，完成全年目标。
      下阶段，青山街道将继续筑牢防返贫防线。
    `);
    expect(tasks.map((task) => [task.speaker, task.quote])).toEqual([
      ['方琳', '一是提高站位'],
      ['方琳', '二是细化工作任务，完成全年目标。'],
      [null, '下阶段，青山街道将继续筑牢防返贫防线。'],
    ]);
  });

  it('who attends is no task, a single line with 要 is one', () => {
    expect(tasksOf('方琳主持会议并提出要求，各部室负责人参加会议。')).toEqual([]);
    expect(brief(tasksOf('会议要求：\n各部门要压实帮扶责任，按月调度。\n县委督查室要定期通报'))).toContain(
      '考核整改 会议 县委督查室要定期通报',
    );
  });

  it('a leader who is cited asks nothing of this meeting', () => {
    expect(tasksOf('习近平总书记强调，要抓好落实。')).toEqual([]);
  });
});
