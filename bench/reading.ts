import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePage } from '../src/core/document/make-page.ts';
import { readPage, type Stage, type World } from '../src/core/document/read.ts';
import type { Simplify } from '../src/core/document/simplify.ts';
import { openDocument } from '../src/formats/open-document.ts';
import { loadGazetteer } from '../src/formats/place-pack.ts';
import { loadSimplify } from '../src/formats/reading-data.ts';
import { inRoot } from '../src/root.ts';
import type { Measure } from './measure.ts';

const STAGES = ['open', 'page', 'places', 'meeting', 'facts', 'tasks'] as const;
type Spent = Record<(typeof STAGES)[number], number>;

interface Bench {
  files: { name: string; bytes: Uint8Array }[];
  simplify: Simplify;
  world: World;
}

/** Measures the reading of documents: how many a second, what each stage takes, and memory over 1 000 files. */
export async function run(): Promise<Measure[]> {
  const files = filesIn(inRoot('test', 'reading', 'texts'));
  const bench: Bench = {
    files,
    simplify: loadSimplify(inRoot('data', 'reading')),
    world: { gazetteer: loadGazetteer(inRoot('data', 'places')) },
  };
  const texts: Bench = { ...bench, files: files.filter(({ name }) => !/\.(docx|pdf)$/.test(name)) };
  await pass(bench, 5, emptySpent());
  const spent = emptySpent();
  const perSecond = await pass(texts, 40, spent);
  const plain = yardstick(texts, 40);
  const packed = await pass(
    { ...bench, files: files.filter(({ name }) => /\.(docx|pdf)$/.test(name)) },
    20,
    emptySpent(),
  );
  const all = STAGES.reduce((sum, stage) => sum + spent[stage], 0);
  const out = [
    measure(
      'text and web pages, against decoding and splitting',
      perSecond,
      'documents/s',
      plain,
      '≥ 50 documents/s',
      () => perSecond >= 50,
    ),
    measure(
      'docx and pdf, against text and web pages',
      packed,
      'documents/s',
      perSecond,
      '≥ 10 documents/s',
      () => packed >= 10,
    ),
  ];
  for (const stage of STAGES) {
    const micros = (n: number): number => (n / (40 * texts.files.length)) * 1000;
    out.push(
      measure(
        `stage ${stage}, against the whole reading`,
        micros(spent[stage]),
        'µs/document',
        micros(all),
        'share ≤ 0.6',
        (share) => share <= 0.6,
      ),
    );
  }
  out.push(await memory(texts), await longText(bench));
  return out;
}

const filesIn = (folder: string): Bench['files'] =>
  readdirSync(folder)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));

const emptySpent = (): Spent => ({ open: 0, page: 0, places: 0, meeting: 0, facts: 0, tasks: 0 });
const round = (n: number): number => Number(n.toPrecision(4));

/** Reads all files so many times; answers documents a second and adds milliseconds to each stage. */
async function pass(bench: Bench, times: number, spent: Spent): Promise<number> {
  const begin = performance.now();
  for (let k = 0; k < times; k += 1) for (const { name, bytes } of bench.files) await one(bench, name, bytes, spent);
  return (times * bench.files.length) / ((performance.now() - begin) / 1000);
}

async function one(bench: Bench, name: string, bytes: Uint8Array, spent: Spent): Promise<void> {
  let last = performance.now();
  const reached = (stage: Stage | 'open' | 'page'): void => {
    const now = performance.now();
    spent[stage] += now - last;
    last = now;
  };
  const opened = await openDocument(bytes, name);
  reached('open');
  if (!opened.ok) throw new Error(`${name}: ${opened.problems[0]?.code ?? ''}`);
  const page = makePage(opened.value.source, bench.simplify);
  reached('page');
  readPage(page, bench.world, reached);
}

/** The least that any reader does: decode the bytes and cut them at stops. Documents a second. */
function yardstick(bench: Bench, times: number): number {
  const begin = performance.now();
  let pieces = 0;
  for (let k = 0; k < times; k += 1)
    for (const { bytes } of bench.files) pieces += new TextDecoder().decode(bytes).split(/[。！？；\n]/).length;
  if (pieces === 0) throw new Error('nothing was split');
  return (times * bench.files.length) / ((performance.now() - begin) / 1000);
}

/** Memory in use after 1 000 files against after 100. */
async function memory(bench: Bench): Promise<Measure> {
  const spent = emptySpent();
  const used = async (from: number, to: number): Promise<number> => {
    let peak = 0;
    for (let k = from; k < to; k += 1) {
      const file = bench.files[k % bench.files.length];
      if (file !== undefined) await one(bench, file.name, file.bytes, spent);
      if (k % 20 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    }
    return peak / 1_048_576;
  };
  const few = await used(0, 100);
  const many = await used(100, 1000);
  return measure('peak memory over 1 000 files, against 100', many, 'MB', few, 'ratio ≤ 1.5', (ratio) => ratio <= 1.5);
}

/** Whether a text ten times as long takes about ten times as long to become a page. */
async function longText(bench: Bench): Promise<Measure> {
  const line = '会议要求,要持续深化消费幫(bāng)扶,投入资金１２.５万元,培训干部 320 余人次。\n';
  const time = async (lines: number): Promise<number> => {
    const text = Array.from({ length: lines }, (_, i) => `第${i}次${line}`).join('');
    const opened = await openDocument(new TextEncoder().encode(text), 'long.txt');
    if (!opened.ok) throw new Error('the long text did not open');
    const begin = performance.now();
    makePage(opened.value.source, bench.simplify);
    return performance.now() - begin;
  };
  await time(2000);
  const short = await time(5000);
  const long = await time(50_000);
  return measure(
    'a page of 2.5 million characters, against a tenth of it',
    long,
    'ms',
    short,
    'ratio ≤ 20',
    (ratio) => ratio <= 20,
  );
}

/** Makes a measure of a value and its yardstick; `met` judges their ratio. */
type MeasureOf = (
  name: string,
  value: number,
  unit: string,
  yard: number,
  goal: string,
  met: (ratio: number) => boolean,
) => Measure;

const measure: MeasureOf = (name, value, unit, yard, goal, met) => ({
  bench: 'reading',
  measure: name,
  value: round(value),
  unit,
  yardstick: round(yard),
  ratio: round(value / yard),
  goal,
  met: met(value / yard),
});
