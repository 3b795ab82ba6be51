import type { Problem } from '../../core/kernel/problem.ts';
import { fill, words, type Language } from '../../words/words.ts';
import { Refused } from './call.ts';

/** The sentence of a problem in a language. */
export function problemText(problem: Problem, language: Language, requestId = ''): string {
  // A newer server may know codes that this page does not.
  const known: Partial<Record<string, string>> = words[language].problem;
  const sentence = known[problem.code] ?? words[language].problem.internal;
  return fill(sentence, { requestId, ...problem.params, ...named(problem, language) });
}

/** What is given as a code is named: where an entry stands, and a step of its life. */
function named({ params }: Problem, language: Language): Record<string, string> {
  const { state, act }: { state: object; act: object } = words[language].ledger;
  const found = (names: object, code: string | number | undefined) =>
    code === undefined ? undefined : (names as Partial<Record<string, string>>)[code];
  const [stands, step] = [found(state, params?.['state']), found(act, params?.['step'])];
  return { ...(stands === undefined ? {} : { state: stands }), ...(step === undefined ? {} : { step }) };
}

/** All that an error says, one sentence a line: the refusal's reasons, or that the server was not reached. */
export function errorText(error: unknown, language: Language): string[] {
  if (error instanceof Refused) return error.problems.map((one) => problemText(one, language, error.requestId));
  return [words[language].common.offline];
}
