import * as figure from '../../src/contract/figure.ts';
import type { Caller } from './house.ts';
import { done } from './world.ts';

/** One figure of the year 2021, unless something else is asked for. */
export const readOf = async (by: Caller, code: string, query: Record<string, string> = {}) =>
  done(by.call(figure.readFigure, { params: { code }, query: { period: '2021', ...query } }));

/** The board of the test indicators. */
export const boardOf = async (by: Caller, query: Record<string, string> = {}) =>
  done(
    by.call(figure.figureBoard, { query: { period: '2021', codes: 't_free,t_all,t_times,t_sofar,t_share', ...query } }),
  );

/** What the entries behind a figure add up to, page by page, and what the list says that they do. */
export const behindOf = async (by: Caller, code: string, query: Record<string, string> = {}) => {
  let [sum, after] = [0n, null as string | null];
  let pages = 0;
  let said: string | null = null;
  do {
    const page = await done(
      by.call(figure.figureEntries, {
        params: { code },
        query: { period: '2021', limit: '3', ...query, ...(after === null ? {} : { after }) },
      }),
    );
    for (const one of page.items) sum += BigInt(one.value);
    said = page.sum;
    after = page.next;
    pages += 1;
  } while (after !== null && pages < 50);
  return { sum: String(sum), said };
};
