import type { AnswerOf } from '../../contract/route.ts';
import type { home } from '../../contract/work.ts';

/** What the first page is told. */
export type HomeData = AnswerOf<typeof home>;
