import type { StartProblem } from '../core/kernel/start-problem.ts';
import { startEn } from './en/start.ts';
import { startZh } from './zh-CN/start.ts';

/** What stopped the start, Chinese first, then English: at that point nobody's choice of language is known yet. */
export function describeStartProblem(problem: StartProblem): string {
  return `${startZh[problem.code](problem.detail)}\n${startEn[problem.code](problem.detail)}`;
}
