/** Who asks, with the cookie of a session, and the county, unit and kind that the pages are about. */
export interface Asking {
  who: string;
  personId: string;
  cookie: string;
  county: string;
  unit: string;
  kind: string;
}

/** A page to ask for, below /api. */
export interface Page {
  name: string;
  path: string;
}

/** Boards and indicator pages as the screens ask for them. */
export function figurePages({ who, county, unit }: Asking): Page[] {
  const all: Page[] = [
    { name: 'board by county', path: '/figures/board?period=2024&limit=50' },
    { name: 'board of a line', path: `/figures/board?period=2024&limit=50&line=${encodeURIComponent('重点项目')}` },
    { name: 'board of half a year', path: '/figures/board?period=2024-01to06&limit=50' },
    { name: 'indicator', path: '/figures/direct_free?period=2024' },
    { name: 'indicator of a month', path: '/figures/direct_free?period=2024-05' },
  ];
  if (who === 'county') return all;
  if (who === 'liaison')
    return [...all, { name: 'indicator of a unit', path: `/figures/direct_free?period=2024&unitId=${unit}` }];
  return [
    ...all,
    { name: 'board by unit', path: '/figures/board?period=2024&limit=50&level=unit' },
    { name: 'indicator of a county', path: `/figures/direct_free?period=2024&placeId=${county}` },
  ];
}

/** First pages of lists, by every filter and some two at once. */
export function listPages({ county, unit, kind }: Asking): Page[] {
  const filters: Record<string, string> = {
    nothing: '',
    kind: `kind=${kind}`,
    'three kinds': `kind=${kind},direct_input,training`,
    state: 'state=returned',
    'no such state': 'state=differs',
    'three states': 'state=reported,confirmed,reviewed',
    posted: 'state=posted',
    'kind and state': `kind=${kind}&state=returned`,
    'a month': 'from=2021-03-01&to=2021-03-31',
    'kind and year': `kind=${kind}&from=2019-01-01&to=2019-12-31`,
    'a county': `countyId=${county}`,
    'a province': `countyId=${county.slice(0, 2)}`,
    'another province': 'countyId=13',
    'province and kind': `countyId=${county.slice(0, 2)}&kind=${kind}`,
    'a unit': `unitId=${unit}`,
    'unit and kind': `unitId=${unit}&kind=${kind}`,
    'common voucher': 'q=PZ00',
    'rare voucher': 'q=PZ00001234',
    payee: `q=${encodeURIComponent('收款方1234')}`,
    payees: `q=${encodeURIComponent('收款方12')}`,
    'unknown words': `q=${encodeURIComponent('没有的')}`,
    number: `q=2021-${county}-0`,
    mine: 'mine=true',
    waiting: 'waiting=true',
    'large amount': 'minAmountFen=50000000',
    'rare amount': 'minAmountFen=12345600&maxAmountFen=12345700',
    'no such amount': 'minAmountFen=900000000',
    reversed: 'reversed=true',
    'not reversed': 'reversed=false',
    'known then': 'knownOn=2021-06-30',
    'an import': 'importId=00000000-0000-7000-8000-00000000000c',
  };
  return Object.entries(filters).map(([name, filter]) => ({ name, path: `/entries?limit=50&${filter}` }));
}
