// Scores the reader against right answers made by hand: npx tsx bench/score-reading.ts [--errors] [--kind facts] [DIR or FILE…]
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { makePage } from '../src/core/document/make-page.ts';
import { readPage, type World } from '../src/core/document/read.ts';
import { openDocument } from '../src/formats/open-document.ts';
import { loadGazetteer } from '../src/formats/place-pack.ts';
import { loadSimplify } from '../src/formats/reading-data.ts';
import { inRoot } from '../src/root.ts';
import { addDocument, emptyScore, type Counts, type Score, type Share } from './score/compare.ts';
import { readGold } from './score/gold.ts';

/** What must be reached: F1 of the items, share of the rest. */
const GOALS: Record<string, number> = {
  facts: 0.85,
  agenda: 0.85,
  places: 0.9,
  tasks: 0.75,
  name: 0.9,
  date: 0.9,
  chair: 0.9,
  notInvented: 1,
};

/** Reads every document of the gold files and adds up what is right. */
export async function scoreReading(
  paths: string[],
): Promise<{ score: Score; documents: number; unreadable: string[] }> {
  const simplify = loadSimplify(inRoot('data', 'reading'));
  const world: World = { gazetteer: loadGazetteer(inRoot('data', 'places')) };
  const score = emptyScore();
  const unreadable: string[] = [];
  let documents = 0;
  for (const gold of paths.flatMap(readGold)) {
    const opened = await openDocument(readFileSync(gold.text), basename(gold.text));
    if (!opened.ok) {
      unreadable.push(`${gold.text} ${opened.problems[0]?.code ?? ''}`);
      continue;
    }
    documents += 1;
    const page = makePage(opened.value.source, simplify);
    addDocument(score, gold, readPage(page, world), page.source.text, basename(gold.file, '.json'));
  }
  return { score, documents, unreadable };
}

/** Precision, recall and F1 of counted items; 1 where there was nothing to find and nothing was found. */
export function ratesOf(counts: Counts): { precision: number; recall: number; f1: number } {
  const rate = (of: number): number => (of === 0 ? 1 : counts.right / of);
  const precision = rate(counts.right + counts.extra);
  const recall = rate(counts.right + counts.missed);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8);
const mark = (name: string, value: number): string =>
  GOALS[name] === undefined ? '' : value >= GOALS[name] ? `✔ ≥ ${GOALS[name]}` : `✘ < ${GOALS[name]}`;

function print(score: Score, errors: boolean, kinds: string[]): void {
  const asked = (name: string): boolean => kinds.length === 0 || kinds.includes(name);
  console.log('kind          precision   recall       F1    right missed  extra');
  for (const [name, counts] of Object.entries(score.items)) {
    const { precision, recall, f1 } = ratesOf(counts);
    const numbers = [counts.right, counts.missed, counts.extra].map((n) => String(n).padStart(6)).join(' ');
    console.log(
      `${name.padEnd(14)}${percent(precision)} ${percent(recall)} ${percent(f1)}   ${numbers}  ${mark(name, f1)}`,
    );
  }
  for (const [name, share] of Object.entries<Share>(score.shares)) {
    if (share.of > 0)
      console.log(
        `${name.padEnd(14)}${percent(share.right / share.of)}  ${share.right}/${share.of}  ${mark(name, share.right / share.of)}`,
      );
  }
  if (!errors) return;
  for (const [name, { errors: list }] of [...Object.entries(score.items), ...Object.entries(score.shares)]) {
    if (!asked(name) || list.length === 0) continue;
    console.log(`\n${name}`);
    for (const line of list) console.log(`  ${line}`);
  }
}

if (process.argv[1]?.endsWith('score-reading.ts')) {
  const args = process.argv.slice(2);
  const kinds = args.flatMap((arg, i) => (args[i - 1] === '--kind' ? [arg] : []));
  const paths = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--kind');
  const { score, documents, unreadable } = await scoreReading(
    paths.length > 0 ? paths : [inRoot('test', 'reading', 'gold')],
  );
  console.log(`${documents} documents`);
  for (const line of unreadable) console.log(`unreadable ${line}`);
  print(score, args.includes('--errors'), kinds);
}
