import { describe, expect, it } from 'vitest';
import { brief, tasksOf } from './tasks-page.ts';

describe('what is a task', () => {
  it.each([
    ['praise', '会议指出，过去一年，各单位真帮实扶，消费帮扶取得了明显成效。'],
    ['history', '会议指出，自1996年帮扶青禾县以来，我委已经走过了25年的历程。'],
    ['importance', '会议强调，定点帮扶是党中央着眼全局作出的重大部署。'],
    ['meaning', '会议认为，重要指示为我们做好定点帮扶工作提供了根本遵循。'],
    ['agenda', '会议听取了驻村工作队的汇报，审议了《年度工作计划》。'],
    ['logistics', '会议以视频形式召开，各县设分会场。'],
    ['announcement of a list', '方琳提出三点要求。'],
    ['report', '今年以来，公司持续加强消费帮扶，积极开展教育帮扶。'],
    ['report in points', '主要做法如下：一是加强领导，成立了专班。二是抓好产业，引进了企业。'],
    ['thanks', '方琳对全体帮扶干部表示感谢。'],
    ['a wish in a story', '老支书说起往事，满是不舍。“这里山好水好，希望更多的人来看看。”'],
    ['将 for 把', '县委将搬迁群众就业作为头等大事，各镇也将其列入考核。'],
    ['a wish for the years to come', '未来，青禾银行将以更实作风书写乡村振兴答卷！'],
  ])('%s is none', (_kind, text) => {
    expect(brief(tasksOf(text))).toEqual([]);
  });

  it('leaves out what leads up to the demand', () => {
    const [task] = tasksOf('梅晓峰强调，今年是攻坚之年，各单位要抓好问题整改。');
    expect(task?.quote).toBe('各单位要抓好问题整改。');
  });

  it('takes what the organiser announces, without a speaker', () => {
    const tasks = tasksOf('下一步，学校将组织师生到青禾县开展支教，帮助培训乡村教师。');
    expect(brief(tasks)).toEqual(['教育 - 下一步，学校将组织师生到青禾县开展支教，帮助培训乡村教师。']);
  });

  it('takes a speaker’s promise', () => {
    expect(tasksOf('方琳表示，青禾县将进一步深化消费协作。')[0]).toMatchObject({ speaker: '方琳', line: '消费帮扶' });
  });

  it('does not take 重要, 需要, 要求 and 主要 for 要', () => {
    expect(tasksOf('会议指出，消费帮扶十分重要，主要靠各方努力，需要的条件已经具备。')).toEqual([]);
  });

  it('goes on through a list joined by ；', () => {
    const tasks = tasksOf('方琳强调，要压实责任；始终善作善成，质效并重；做好走访工作。');
    expect(tasks.map((task) => task.quote)).toEqual(['要压实责任', '始终善作善成，质效并重', '做好走访工作。']);
  });

  it('希望 is a demand of the person named before', () => {
    const tasks = tasksOf('方琳对驻村干部表示慰问，希望大家抓好防返贫监测。');
    expect(brief(tasks)).toEqual(['防返贫 方琳 希望大家抓好防返贫监测。']);
  });

  it('会议要求—— in a line of its own opens what follows', () => {
    const tasks = tasksOf('会议要求——\n市国资委要加强考核。市乡村振兴局要抓好监测。');
    expect(brief(tasks)).toEqual(['考核整改 会议 市国资委要加强考核。', '防返贫 会议 市乡村振兴局要抓好监测。']);
  });

  it('ends where the page leads on to other articles', () => {
    const lines = ['会议强调，要抓好就业。', '图为会场。', '编辑：林小舟', '会后，大家参观了展览。', '相关文章'];
    expect(tasksOf([...lines, '韩松在调研时强调，要抓好生态保护。'].join('\n'))).toHaveLength(1);
  });
});

describe('how a sentence is cut', () => {
  it('a second 要 opens another task', () => {
    const tasks = tasksOf('会议要求，要广泛动员工会采购农产品，同时要严格管好帮扶资金。');
    expect(brief(tasks)).toEqual(['消费帮扶 会议 要广泛动员工会采购农产品', '资金管理 会议 要严格管好帮扶资金。']);
  });

  it('short parallel actions of different lines stand apart', () => {
    const tasks = tasksOf('会议强调，要压实工作责任，抓好问题整改，强化资金监管。');
    expect(tasks.map((task) => task.line)).toEqual(['组织领导', '考核整改', '资金管理']);
  });

  it('topics of one line stand apart', () => {
    const tasks = tasksOf('会议要求，做优特色农产品，积极发展红色旅游，加强石漠化治理。');
    expect(tasks.map((task) => task.topic)).toEqual(['特色农产品', '红色旅游', '石漠化治理']);
  });

  it('what an action is for stays with it', () => {
    expect(tasksOf('会议要求，要强化产业帮扶，带动群众就业，促进生态保护。')).toHaveLength(1);
  });

  it('study of instructions stands apart from the work that follows', () => {
    const tasks = tasksOf('会议强调，要深入学习贯彻全会精神，进一步加强沟通协调，形成合力。');
    expect(tasks.map((task) => task.line)).toEqual(['组织领导', '协作机制']);
  });

  it('a list closed by 等四项重点工作 gives each part', () => {
    const tasks = tasksOf(
      '下半年，公司将重点围绕完善帮扶机制，加强干部选派，抓好消费帮扶，深化教育帮扶等四项重点工作，全力推进。',
    );
    expect(tasks).toHaveLength(4);
  });
});

describe('numbered points', () => {
  it('一是 二是: one task a point, the whole point as quote', () => {
    const tasks = tasksOf(
      '方琳提出三点要求：一是提高站位。要学深悟透，扛起责任。二是抓实产业帮扶，带动增收；三是加强宣传。',
    );
    expect(brief(tasks)).toEqual([
      '组织领导 方琳 一是提高站位。要学深悟透，扛起责任。',
      '产业帮扶 方琳 二是抓实产业帮扶，带动增收',
      '宣传 方琳 三是加强宣传。',
    ]);
  });

  it('一要 二要 and 第一 第二', () => {
    expect(tasksOf('会议要求，一要抓好调研；二要抓好就业。').map((task) => task.quote)).toEqual([
      '一要抓好调研',
      '二要抓好就业。',
    ]);
    expect(tasksOf('方琳强调：第一，要抓好调研。第二，要抓好就业。')).toHaveLength(2);
  });

  it('points in lines of their own with their text below', () => {
    const tasks = tasksOf(`
      方琳要求：
      一要强化领导。
      各单位主要负责人要亲自抓。
      二要抓好消费帮扶。
      参加会议的还有各乡镇负责人。
    `);
    expect(tasks.map((task) => task.line)).toEqual(['组织领导', '消费帮扶']);
  });

  it('the byline at the end is no part of the last point', () => {
    const tasks = tasksOf('方琳要求：一是抓好就业。二是加强宣传。（林小舟）');
    expect(tasks.at(-1)?.quote).toBe('二是加强宣传。');
  });
});
