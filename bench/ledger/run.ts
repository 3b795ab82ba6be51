import { against, median, percentile, round, type Measure } from '../measure.ts';
import { withKeptLedgers } from '../kept-database.ts';
import { timePages, type PageKind, type Timed, type TimedPage } from './pages.ts';

const SMALL = 100_000;

/** Pages of the ledger at so many entries (10 million unless told) beside the same pages at 100 000, of two servers that are asked in turns. */
export async function run(entries = 10_000_000): Promise<Measure[]> {
  const timed = await withKeptLedgers([SMALL, entries], ([small = '', large = '']) => timePages(small, large));
  return [...timed.pages.map(pageMeasure), ...together(timed), ...members(timed), posted(timed), bare(timed.bare)];
}

const p95 = (values: readonly number[]): number => percentile(values, 0.95);

const GOALS: Record<PageKind, { named: string; goal: string; met: (ratio: number, ms: number) => boolean }> = {
  figure: { named: 'figures', goal: '≤ 50 ms, ≤ 1.5× of 100 000', met: (ratio, ms) => ms <= 50 && ratio <= 1.5 },
  list: { named: 'list', goal: '≤ 50 ms', met: (_, ms) => ms <= 50 },
  other: { named: 'page', goal: 'shown', met: () => true },
};

/** A page's p95 at both sizes. */
function pageMeasure({ kind, who, name, small, large }: TimedPage): Measure {
  const { named, goal, met } = GOALS[kind];
  const measure = `${named}, ${who}: ${name}`;
  return against({ bench: 'ledger', measure, value: p95(large), unit: 'ms p95', yardstick: p95(small), goal }, met);
}

/** All pages of a kind and person together: of the rounds of one page p95 is the second or third worst, of all of them it is what one page in twenty takes. */
function together({ pages }: Timed): Measure[] {
  const people = [...new Set(pages.map((page) => page.who))];
  return (['figure', 'list'] as const).flatMap((kind) =>
    people.map((who) => {
      const some = pages.filter((page) => page.kind === kind && page.who === who);
      const { named, goal, met } = GOALS[kind];
      const [small, large] = [some.flatMap((page) => page.small), some.flatMap((page) => page.large)];
      const measure = `${named}, ${who}: ${large.length} askings together`;
      return against({ bench: 'ledger', measure, value: p95(large), unit: 'ms p95', yardstick: p95(small), goal }, met);
    }),
  );
}

/** What the middle of each member's pages take together against the same pages of who reaches everything. */
function members({ pages }: Timed): Measure[] {
  const widest = new Map(pages.filter((page) => page.who === 'everything').map((page) => [page.name, page]));
  const others = [...new Set(pages.map((page) => page.who))].filter((who) => who !== 'everything');
  return others.map((who) => {
    const both = pages.filter((page) => page.who === who && widest.has(page.name));
    const sum = (list: readonly (TimedPage | undefined)[]) =>
      list.reduce((all, page) => all + median(page?.large ?? []), 0);
    return against(
      {
        bench: 'ledger',
        measure: `${both.length} pages, ${who} against who reaches everything`,
        value: sum(both),
        unit: 'ms',
        yardstick: sum(both.map((page) => widest.get(page.name))),
        goal: '≤ 1.2×',
      },
      (ratio) => ratio <= 1.2,
    );
  });
}

function posted({ posting }: Timed): Measure {
  const value = round(p95(posting));
  const yardstick = round(median(posting));
  return {
    bench: 'ledger',
    measure: 'posted until nine figures above have moved, against the middle',
    value,
    unit: 'ms p95',
    yardstick,
    ratio: round(value / yardstick),
    goal: '≤ 1 s',
    met: posting.length > 0 && value <= 1000,
  };
}

const bare = ({ small, large }: TimedPage): Measure =>
  against(
    {
      bench: 'ledger',
      measure: 'who am I: the least of a page',
      value: p95(large),
      unit: 'ms p95',
      yardstick: p95(small),
      goal: 'shown',
    },
    () => true,
  );
