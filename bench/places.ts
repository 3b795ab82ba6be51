import { Client } from 'pg';
import { root } from '../src/root.ts';
import { percentile, round, type Measure } from './measure.ts';
import { loadPlacePack } from '../src/acts/start/load-place-pack.ts';
import { searchPlaces, type PlaceSearch } from '../src/storage/place/search-places.ts';

/** What people type, by kind; each is searched `ROUNDS` times, none twice in a row. */
const SEARCHES: Record<string, PlaceSearch[]> = {
  name: [
    '灵寿县',
    '田东县',
    '汪清县',
    '平果县',
    '马边彝族自治县',
    '城关镇',
    '和平村',
    '昭觉',
    '东风社区',
    '王家庄村',
  ].map((text) => ({ text })),
  'part of a name': ['家庄', '新华', '河镇', '寿县', '关', '山村', '红旗', '土家族', '中心', '庄村'].map((text) => ({
    text,
  })),
  'part, villages only': ['家庄', '和平', '新华', '东方', '王家', '红星', '中心', '张家', '光明', '团结'].map(
    (text) => ({ text, levels: ['village'] }),
  ),
  'inside a county': ['村', '新', '张', '庄', '社区', '王', '东', '和平', '李', '中心'].map((text) => ({
    text,
    within: '130126',
  })),
  initials: ['lsx', 'tdx', 'wqx', 'gx', 'mb', 'z', 'cgz', 'hpc', 'xh', 'bsq'].map((text) => ({ text })),
  code: ['130126', '451022', '222424', '451023', '13', '5334', '513428107', '530000', '1', '632323'].map((text) => ({
    text,
  })),
};
const ROUNDS = 20;
const GOAL_MS = 50;

/**
 * Searches of places against a look-up by primary key in the same run, on the shipped 665 266 places (loaded where missing).
 * Goal: 95 of 100 searches answer within 50 ms.
 */
export async function run(databaseUrl: string): Promise<Measure[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await loadPlacePack(client, { folder: `${root}/data/places`, now: new Date() });
    const byKey = async (id: string) => client.query('select id, name from place where id = $1', [id]);
    for (let i = 0; i < 20; i += 1) await byKey('130126');
    const yardstick = p95(await times(['130126', '513428107205', '11', '4510', '222424'], byKey));
    const out: Measure[] = [];
    for (const [kind, searches] of Object.entries(SEARCHES)) {
      for (const search of searches) await searchPlaces(client, search);
      const value = p95(await times(searches, (search) => searchPlaces(client, search)));
      out.push({
        bench: 'places',
        measure: `search by ${kind}, p95`,
        value,
        unit: 'ms',
        yardstick,
        ratio: round(value / yardstick),
        goal: `≤ ${GOAL_MS} ms`,
        met: value <= GOAL_MS,
      });
    }
    return out;
  } finally {
    await client.end();
  }
}

async function times<T>(inputs: readonly T[], act: (input: T) => Promise<unknown>): Promise<number[]> {
  const out: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const input of inputs) {
      const begin = performance.now();
      await act(input);
      out.push(performance.now() - begin);
    }
  }
  return out;
}

const p95 = (values: readonly number[]): number => round(percentile(values, 0.95));
