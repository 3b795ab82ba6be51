import { LINES } from '../../src/core/document/reading.ts';

/** Who asks, with the cookie of a session, and the county, unit and kind that the pages are about. */
export interface Asking {
  who: string;
  personId: string;
  cookie: string;
  county: string;
  /** A county of the places in which nothing was ever reported. */
  emptyCounty: string;
  unit: string;
  /** A unit without another below it, and one with some. */
  leafUnit: string;
  rootUnit: string;
  /** A unit with two below it, in none of which anything was reported. */
  freshUnit: string;
  kind: string;
  /** An entry, with its county before it. */
  entry: string;
}

/** A page to ask for, below /api. */
export interface Page {
  name: string;
  path: string;
}

const paged = (path: string, names: Record<string, string>): Page[] =>
  Object.entries(names).map(([name, query]) => ({ name, path: `${path}${query}` }));

/** Boards and indicator pages as the screens ask for them. */
export function figurePages({ who, county, unit, rootUnit }: Asking): Page[] {
  const boards = {
    'board by county': 'period=2024',
    'board of half a year': 'period=2024-01to06',
    'board of three quarters': 'period=2024-01to09',
    'board of a month': 'period=2024-05',
    'board as known in the middle of the next year': 'period=2024&knownOn=2025-06-30T16:00:00Z',
    ...Object.fromEntries(LINES.map((line) => [`board of ${line}`, `period=2024&line=${encodeURIComponent(line)}`])),
  };
  const figures = {
    indicator: 'direct_free?period=2024',
    'indicator of a month': 'direct_free?period=2024-05',
    'indicator of two kinds': 'funds_free_total?period=2024',
    ratio: 'own_county_share?period=2024',
    growth: 'help_to_sell_growth?period=2024',
    'sum of all years': 'people_lifted?period=2024',
    'persons, each once': 'train_persons?period=2024',
    'indicator as known in the middle of the next year': 'direct_free?period=2024&knownOn=2025-06-30T16:00:00Z',
    'entries behind an indicator': 'direct_free/entries?period=2024&limit=50',
    'entries behind a month': 'direct_free/entries?period=2024-05&limit=50',
  };
  const own = {
    county: {},
    liaison: { 'indicator of a unit': `direct_free?period=2024&unitId=${unit}` },
    province: { 'indicator of a county': `direct_free?period=2024&placeId=${county}` },
    everything: {
      'indicator of a county': `direct_free?period=2024&placeId=${county}`,
      'indicator of a unit with all below it': `direct_free?period=2024&unitId=${rootUnit}`,
    },
  };
  const units = who === 'everything' || who === 'province' ? { 'board by unit': 'period=2024&level=unit' } : {};
  return [
    ...paged('/figures/board?limit=50&', { ...boards, ...units }),
    ...paged('/figures/', { ...figures, ...own[who as keyof typeof own] }),
  ];
}

const text = (words: string): string => encodeURIComponent(words);

/** First pages of lists, by every filter and some two or three at once. */
export function listPages(asking: Asking): Page[] {
  const entries = { ...byWhere(asking), ...byWhat(asking) };
  return [...paged('/entries?limit=50&', entries), ...paged('/suspects?limit=50&', findings(asking))];
}

/** Filters by kind, state, day, place and unit. */
function byWhere({ county, emptyCounty, unit, leafUnit, rootUnit, freshUnit, kind }: Asking): Record<string, string> {
  const province = county.slice(0, 2);
  return {
    nothing: '',
    kind: `kind=${kind}`,
    'three kinds': `kind=${kind},direct_input,training`,
    line: `line=${text('资金管理')}`,
    'returned ones': 'state=returned',
    'ones that differ': 'state=differs',
    'drafts only': 'state=draft',
    'withdrawn ones': 'state=withdrawn',
    'tied ones': 'state=tied',
    'three states': 'state=reported,confirmed,reviewed',
    'posted ones': 'state=posted',
    'kind and state': `kind=${kind}&state=returned`,
    'kind, state and unit': `kind=${kind}&state=draft&unitId=${unit}`,
    'a month': 'from=2021-03-01&to=2021-03-31',
    'a day': 'from=2021-03-07&to=2021-03-07',
    'before all days': 'to=2001-01-01',
    'kind and year': `kind=${kind}&from=2019-01-01&to=2019-12-31`,
    'a county': `countyId=${county}`,
    'a county without entries': `countyId=${emptyCounty}`,
    'a province': `countyId=${province}`,
    'another province': 'countyId=13',
    'province and kind': `countyId=${province}&kind=${kind}`,
    'province, kind and drafts': `countyId=${province}&kind=${kind}&state=draft`,
    'a unit': `unitId=${unit}`,
    'a unit with none below': `unitId=${leafUnit}`,
    'a unit with all below': `unitId=${rootUnit}`,
    'units without entries': `unitId=${freshUnit}`,
    'units without entries, and kind': `unitId=${freshUnit}&kind=${kind}`,
    'units without entries, and province': `unitId=${freshUnit}&countyId=${province}`,
    'unit and kind': `unitId=${unit}&kind=${kind}`,
    'unit, kind and county without entries': `unitId=${leafUnit}&kind=${kind}&countyId=${emptyCounty}`,
    'unit and amount': `unitId=${leafUnit}&minAmountFen=12345600&maxAmountFen=12345700`,
  };
}

/** Filters by words, amount, person and what became of an entry. */
function byWhat({ county, emptyCounty, kind }: Asking): Record<string, string> {
  return {
    'common voucher': 'q=PZ00',
    'rare voucher': 'q=PZ00001234',
    payee: `q=${text('收款方1234')}`,
    payees: `q=${text('收款方12')}`,
    'fewer payees': `q=${text('收款方123')}`,
    'vouchers of long ago': 'q=PZ0001',
    'vouchers of long ago and kind': `q=PZ0001&kind=${kind}`,
    'payee and state': `q=${text('收款方12')}&state=returned`,
    'payee, county and kind': `q=${text('收款方12')}&countyId=${county}&kind=${kind}`,
    'payees and a county without entries': `q=${text('收款方')}&countyId=${emptyCounty}`,
    'payees and rare amount': `q=${text('收款方')}&minAmountFen=12345600&maxAmountFen=12345700`,
    'a facet': 'facet=pay_class:free',
    'a facet of a kind': 'kind=training&facet=trainee:cadre',
    'a facet that nothing has': 'facet=buyer:staff',
    'a facet of a kind that nothing has': 'kind=training&facet=trainee:labour',
    'unknown words': `q=${text('没有的')}`,
    number: `q=2021-${county}-0`,
    mine: 'mine=true',
    'mine and returned': 'mine=true&state=returned',
    waiting: 'waiting=true',
    'waiting of a kind': `waiting=true&kind=${kind}`,
    'large amount': 'minAmountFen=50000000',
    'rare amount': 'minAmountFen=12345600&maxAmountFen=12345700',
    'rare amount of a year': 'minAmountFen=12345600&maxAmountFen=12345700&from=2019-01-01&to=2019-12-31',
    'no such amount': 'minAmountFen=900000000',
    reversed: 'reversed=true',
    'reversed of a kind': `reversed=true&kind=${kind}`,
    'not reversed': 'reversed=false',
    'a joint payment': 'jointId=00000000-0000-7000-8000-200000000010',
    'known then': 'knownOn=2021-06-30',
    'kind as known then': `kind=${kind}&knownOn=2019-06-30`,
    'known before all': 'knownOn=2001-01-01',
  };
}

function findings({ county, leafUnit, kind }: Asking): Record<string, string> {
  return {
    'findings, open': '',
    'findings, settled': 'settled=true',
    'findings of one rule': 'code=round_amount',
    'findings of a rule that found none': 'code=price_outlier',
    'findings of a county': `countyId=${county}`,
    'findings of a unit': `unitId=${leafUnit}`,
    'findings of a kind': `kind=${kind}`,
    'findings of a day': 'from=2021-03-07&to=2021-03-07',
  };
}

/** What stands beside lists, and other pages that read the same tables: no goal is set for them. */
export function otherPages({ county, leafUnit, kind, entry, who }: Asking): Page[] {
  const sums = {
    'sums of all': '',
    'sums of a kind': `kind=${kind}`,
    'sums of a county': `countyId=${county}`,
    'sums of a unit': `unitId=${leafUnit}`,
    'sums of drafts': 'state=draft',
    'sums of payees': `q=${text('收款方12')}`,
    'sums of a rare amount': 'minAmountFen=12345600&maxAmountFen=12345700',
  };
  const reporting = who === 'province' ? [] : [{ name: 'imports', path: '/imports?limit=50' }];
  // The newcomer reaches no entry.
  const one =
    who === 'newcomer'
      ? []
      : [
          { name: 'an entry', path: `/entries/${entry}` },
          { name: 'files of an entry', path: `/entries/${entry}/evidence` },
          { name: 'findings of an entry', path: `/entries/${entry}/suspects` },
        ];
  return [
    ...paged('/entries/sums?', sums),
    ...paged('/entries/bulk/count?', { 'count of drafts': 'state=draft', 'count of reported ones': 'state=reported' }),
    { name: 'home', path: '/home' },
    ...one,
    { name: 'counties', path: '/counties' },
    { name: 'a county', path: `/counties/${county}` },
    { name: 'jobs', path: '/jobs?limit=50' },
    { name: 'facts', path: '/facts?limit=50' },
    ...reporting,
  ];
}
