import { bareKey, headerKey } from './header.ts';
import type {
  ColumnMapping,
  ColumnMatch,
  MatchCertainty,
  RememberedHeaders,
  TableColumn,
  WantedColumn,
} from './types.ts';

interface Candidate extends ColumnMatch {
  rank: number;
  score: number;
}

/** How sure each way of knowing a header is, the surest first. */
const RANK: Record<MatchCertainty, number> = { remembered: 0, exact: 1, synonym: 2, leaf: 3, similar: 4 };

/** What a column may be called: its whole path, its ends, its leaf; each as a key. */
interface Called {
  whole: string;
  ends: string[];
  leaf: string;
}

/**
 * Brings the columns of a table and the wanted ones together. What the sender chose before (`remembered`) goes first, then
 * exact names, synonyms, the lowest header level alone, likeness. Every column and every code is used once.
 */
export function matchColumns(
  columns: readonly TableColumn[],
  wanted: readonly WantedColumn[],
  remembered: RememberedHeaders = new Map<string, string>(),
): ColumnMapping {
  const named = columns.filter(({ name }) => name !== '');
  const called = new Map(named.map((column) => [column.index, calledOf(column)]));
  const refused = new Set(
    named.filter(({ index }) => chosen(called, remembered, index) === '').map(({ index }) => index),
  );
  const names = wanted.map(knownAs);
  const leaves = new Map<string, number>();
  for (const { leaf } of called.values()) leaves.set(leaf, (leaves.get(leaf) ?? 0) + 1);
  const candidates = named
    .filter(({ index }) => !refused.has(index))
    .flatMap(({ index }) => candidatesOf(index, called, leaves, names, remembered));
  candidates.sort((a, b) => a.rank - b.rank || b.score - a.score || a.column - b.column);
  const matches: Candidate[] = [];
  const [byColumn, byCode] = [new Set<number>(), new Set<string>()];
  for (const one of candidates) {
    if (byColumn.has(one.column) || byCode.has(one.code)) continue;
    byColumn.add(one.column);
    byCode.add(one.code);
    matches.push(one);
  }
  const found = new Set(matches.map(({ code }) => code));
  const used = new Set(matches.map(({ column }) => column));
  const missing = wanted.filter(({ code }) => !found.has(code));
  return {
    matches: matches
      .map(({ column, code, certainty, by }) => ({ column, code, certainty, by }))
      .sort((a, b) => a.column - b.column),
    unmatchedColumns: named.filter(({ index }) => !used.has(index)).map(({ index }) => index),
    missing: missing.map(({ code }) => code),
    missingRequired: missing.filter(({ required }) => required === true).map(({ code }) => code),
    rivals: rivalsOf(matches, candidates, used),
  };
}

function calledOf({ name, path }: TableColumn): Called {
  const keys = path.map(headerKey);
  const ends = keys.map((_, i) => keys.slice(i).join('/'));
  return { whole: headerKey(name) === '' ? name : keys.join('/'), ends, leaf: keys.at(-1) ?? '' };
}

const chosen = (called: Map<number, Called>, remembered: RememberedHeaders, column: number): string | undefined =>
  remembered.get(called.get(column)?.whole ?? '');

/** The names of a wanted column with their keys. */
interface Known {
  code: string;
  names: { by: string; certainty: 'exact' | 'synonym'; key: string }[];
}

const knownAs = ({ code, names, synonyms }: WantedColumn): Known => ({
  code,
  names: [
    ...names.map((by) => ({ by, certainty: 'exact' as const })),
    ...synonyms.map((by) => ({ by, certainty: 'synonym' as const })),
  ].map((one) => ({ ...one, key: one.by.split('/').map(headerKey).join('/') })),
});

function candidatesOf(
  column: number,
  called: Map<number, Called>,
  leaves: ReadonlyMap<string, number>,
  wanted: readonly Known[],
  remembered: RememberedHeaders,
): Candidate[] {
  const mine = called.get(column);
  if (mine === undefined) return [];
  const before = chosen(called, remembered, column);
  const out: Candidate[] = [];
  const add = (code: string, certainty: MatchCertainty, by: string, score: number): void => {
    out.push({ column, code, certainty, by, rank: RANK[certainty], score });
  };
  const sharesLeaf = (leaves.get(mine.leaf) ?? 0) > 1;
  const bareLeaf = bareKey(mine.leaf);
  const joined = mine.whole.replaceAll('/', '');
  for (const { code, names } of wanted) {
    if (before === code) add(code, 'remembered', mine.whole, 1);
    for (const { by, certainty, key } of names) {
      if (key === mine.whole) add(code, certainty, by, 3);
      else if (mine.ends.includes(key))
        add(code, sharesLeaf && !key.includes('/') ? 'leaf' : certainty, by, key.split('/').length);
      else if (bareKey(key) === bareLeaf) add(code, sharesLeaf ? 'leaf' : certainty, by, 0.9);
      else {
        const score = Math.max(likeness(key, mine.leaf), likeness(key, joined));
        if (score >= 0.55) add(code, 'similar', by, score);
      }
    }
  }
  return out;
}

/** Of each column that nothing took, the taken one whose header says the same; the person should know that only one is read. */
export function sameHeaders(columns: readonly TableColumn[], taken: ReadonlySet<number>): Map<number, number> {
  const first = new Map<string, number>();
  const out = new Map<number, number>();
  const key = ({ path }: TableColumn): string => path.map(headerKey).join('/');
  for (const column of columns) if (taken.has(column.index) && column.name !== '') first.set(key(column), column.index);
  for (const column of columns) {
    const other = first.get(key(column));
    if (other !== undefined && column.name !== '' && !taken.has(column.index)) out.set(column.index, other);
  }
  return out;
}

/** Codes that more columns could be, with equal right. */
function rivalsOf(matches: Candidate[], all: Candidate[], used: Set<number>): ColumnMapping['rivals'] {
  return matches.flatMap((match) => {
    const others = all.filter(
      (one) => one.code === match.code && one.rank === match.rank && one.score === match.score && !used.has(one.column),
    );
    if (others.length === 0) return [];
    return [{ code: match.code, columns: [...new Set([match.column, ...others.map(({ column }) => column)])] }];
  });
}

/** How alike two keys are, 0 to 1: shared pairs of characters (Dice), and more where one holds the other. */
function likeness(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return 0;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.includes(short) && short.length * 2 >= long.length) return 0.6 + (0.3 * short.length) / long.length;
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i += 1) pairs.set(a.slice(i, i + 2), (pairs.get(a.slice(i, i + 2)) ?? 0) + 1);
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i += 1) {
    const left = pairs.get(b.slice(i, i + 2)) ?? 0;
    if (left > 0) shared += 1;
    pairs.set(b.slice(i, i + 2), left - 1);
  }
  return (2 * shared) / (a.length + b.length - 2);
}
