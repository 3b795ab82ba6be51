import { withBenchDatabase } from '../bench-database.ts';
import { against, median, percentile, round, type Measure } from '../measure.ts';
import { timePages, type Timed } from './pages.ts';

const SMALL = 100_000;

/** Pages of the ledger at so many entries beside the same pages at 100 000, each in a database of its own. 10 million entries unless told. */
export async function run(entries = 10_000_000): Promise<Measure[]> {
  const small = await withBenchDatabase((url) => timePages(url, SMALL));
  const large = await withBenchDatabase((url) => timePages(url, entries));
  return measuresOf(small, large);
}

/** Every page as a measure; figures beside 100 000 entries, lists too, a member's beside those of who reaches everything. */
export function measuresOf(small: Timed, large: Timed): Measure[] {
  const before = new Map(small.pages.map((page) => [`${page.who} ${page.name}`, page]));
  const same = (page: Timed['pages'][number]) => before.get(`${page.who} ${page.name}`) ?? page;
  const pages = large.pages.map((page): Measure => {
    const base = { bench: 'ledger', unit: 'ms p95', value: page.p95, yardstick: same(page).p95 };
    return page.kind === 'figure'
      ? against(
          { ...base, measure: `figures, ${page.who}: ${page.name}`, goal: '≤ 50 ms, ≤ 1.5× of 100 000' },
          (ratio, ms) => ms <= 50 && ratio <= 1.5,
        )
      : against({ ...base, measure: `list, ${page.who}: ${page.name}`, goal: '≤ 50 ms' }, (_, ms) => ms <= 50);
  });
  return [...pages, ...members(large), posted(large), bare(large, small)];
}

/** The middle of what each member's pages take against the same pages of who reaches everything. */
function members({ pages }: Timed): Measure[] {
  const widest = new Map(pages.filter((page) => page.who === 'everything').map((page) => [page.name, page.p50]));
  const others = [...new Set(pages.map((page) => page.who))].filter((who) => who !== 'everything');
  return others.map((who) => {
    const both = pages.filter((page) => page.who === who && widest.has(page.name));
    const yardstick = both.reduce((sum, page) => sum + (widest.get(page.name) ?? 0), 0);
    const value = both.reduce((sum, page) => sum + page.p50, 0);
    return against(
      {
        bench: 'ledger',
        measure: `all pages, ${who} against who reaches everything`,
        value,
        unit: 'ms',
        yardstick,
        goal: '≤ 1.2×',
      },
      (ratio) => ratio <= 1.2,
    );
  });
}

function posted({ posting }: Timed): Measure {
  const value = round(percentile(posting, 0.95));
  const yardstick = round(median(posting));
  const measure = 'posted until its figure has moved, against the median';
  return {
    bench: 'ledger',
    measure,
    value,
    unit: 'ms p95',
    yardstick,
    ratio: round(value / yardstick),
    goal: '≤ 1 s',
    met: posting.length > 0 && value <= 1000,
  };
}

const bare = (large: Timed, small: Timed): Measure =>
  against(
    {
      bench: 'ledger',
      measure: 'who am I: the least of a page',
      value: large.bare,
      unit: 'ms p95',
      yardstick: small.bare,
      goal: 'shown',
    },
    () => true,
  );
