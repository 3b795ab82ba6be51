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

  it('a leader who is cited asks nothing of this meeting', () => {
    expect(tasksOf('习近平总书记强调，要抓好落实。')).toEqual([]);
  });
});
