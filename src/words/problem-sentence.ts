import type { Problem } from '../core/kernel/problem.ts';
import { fill, words, type Language } from './words.ts';

/** What a sentence needs of a problem. */
type Said = Pick<Problem, 'code'> & { params?: Problem['params'] | undefined };

/** The sentence of a problem in a language; a code that is not known says that something went wrong inside. */
export function problemSentence(problem: Said, language: Language, requestId = ''): string {
  const known: Partial<Record<string, string>> = words[language].problem;
  const sentence = known[problem.code] ?? words[language].problem.internal;
  return fill(sentence, { requestId, ...moments(problem.params ?? {}), ...named(problem, language) });
}

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Moments as the clock on the wall says them: 2021-06-20 10:00. */
const moments = (params: Readonly<Record<string, string | number>>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && MOMENT.test(value) ? CLOCK.format(new Date(value)) : value,
    ]),
  );

/** What is given as a code is named: where an entry stands, and a step of its life. */
function named({ params }: Said, language: Language): Record<string, string> {
  const { state, act }: { state: object; act: object } = words[language].ledger;
  const found = (names: object, code: string | number | undefined) =>
    code === undefined ? undefined : (names as Partial<Record<string, string>>)[code];
  const [stands, step] = [found(state, params?.['state']), found(act, params?.['step'])];
  return {
    ...(stands === undefined ? {} : { state: stands }),
    ...(step === undefined ? {} : { step }),
    // What was pasted has no name of its own.
    ...(params?.['file'] === '' ? { file: words[language].imports.pasted } : {}),
  };
}

/** The language that a request asks for (`Accept-Language`): English where it comes first, else Chinese. */
export const languageAsked = (header: string | undefined): Language =>
  /^\s*en\b/i.test(header ?? '') ? 'en' : 'zh-CN';
