import type { Page } from '../page.ts';
import { isImperative } from './demand.ts';
import { unitNotesIn } from './units.ts';

const PLAN_NAME =
  /(?:计划|方案|要点|实施意见|意见|任务清单|清单|若干措施|措施|办法|规划|任务分工|分工|工作安排|打算|责任书|细则|通知)(?:（[^）]{1,20}）)?$/;
const NEWS_NAME =
  /召开|会议|座谈|推进会|调研|举行|签约|开展|审议|部署|来.{0,6}考察|走访|签订|(?<!关于)印发|出台|发布|解读|会$/;
const PLAN_OPENING =
  /(?:制定|制订|拟定)(?:了)?(?:如下|以下|本|此)[^，。]{0,16}(?:计划|方案|意见|要点|措施|办法)|(?:特|现|现就|兹)[^，。]{0,8}(?:制定|制订|拟定)(?:了)?[^，。]{0,24}(?:计划|方案|意见|要点|措施|办法)|提出(?:如下|以下)(?:实施)?(?:意见|措施|方案)|(?:现将|将).{0,60}印发给你们/;

/** Whether the document is itself a plan (计划 方案 要点 意见 清单): then each measure is a task, spoken by nobody. */
export function isPlan(page: Page): boolean {
  const title = (page.source.title ?? '').replace(/[\s_|-].*$/, '');
  if (PLAN_NAME.test(title) && !NEWS_NAME.test(title)) return true;
  const opening = page.sentences
    .slice(0, 14)
    .map((s) => s.text)
    .join('');
  if (PLAN_OPENING.test(opening.slice(0, 1200)) && !/^.{0,60}(?:讯|记者)/.test(opening)) return true;
  const first = page.sentences
    .slice(0, 3)
    .some((s) => s.text.length <= 60 && PLAN_NAME.test(s.text.trim()) && !NEWS_NAME.test(s.text));
  if (first && page.sentences.length > 12) return true;
  return page.sentences.filter((s) => unitNotesIn(s.text).length > 0).length >= 2;
}

/** What a section's heading makes of its sentences: `tasks`, `skip` (background, principles, results), or null where it says neither. */
export function sectionOf(heading: string): 'tasks' | 'skip' | null {
  const words = heading.replace(/[。：\s]+$/, '');
  if (words.length > 34 || /[《，；]/.test(words)) return null;
  if (
    !isImperative(words) &&
    /下一步|下步|今后|打算|工作计划|工作安排|工作思路|重点工作|主要任务|重点任务|工作任务|目标任务|主要措施|工作措施|帮扶措施|保障措施|工作举措|具体措施|工作要求|有关要求|工作内容|建议/.test(
      words,
    )
  )
    return 'tasks';
  if (
    !(isImperative(words) && words.length > 10) &&
    /基本情况|指导思想|总体要求|总体思路|工作原则|基本原则|背景|现状|成效|成绩|主要做法|存在(?:的)?(?:主要)?(?:问题|困难|不足)|工作开展情况|完成情况|工作回顾|总体目标|工作目标|主要目标|发展目标|帮扶对象|附则|附件|总则|特色亮点|经验/.test(
      words,
    )
  )
    return 'skip';
  return null;
}

/** Whether the document is a speech (…会议上的讲话): its numbered points are then demands of a speaker it may not name. */
export function isSpeech(page: Page): boolean {
  const heads = [page.source.title ?? '', ...page.sentences.slice(0, 3).map((s) => s.text)];
  return heads.some(
    (head) => /(?:上的讲话|讲话稿|讲话提纲|主持词|上的发言)(?:（[^）]*）)?$/.test(head.trim()) && head.length < 80,
  );
}
