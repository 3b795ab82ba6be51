import { problemSentence } from '../../words/problem-sentence.ts';
import { words, type Language } from '../../words/words.ts';
import { Refused } from './call.ts';

/** The sentence of a problem in a language. */
export const problemText = problemSentence;

/** All that an error says, one sentence a line: the refusal's reasons, or that the server was not reached. */
export function errorText(error: unknown, language: Language): string[] {
  if (error instanceof Refused) return error.problems.map((one) => problemText(one, language, error.requestId));
  return [words[language].common.offline];
}
