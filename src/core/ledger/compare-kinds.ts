import { canonical } from '../kernel/canonical.ts';
import type { KindDefinition } from './kind.ts';

/** One difference between two definitions; `path` by codes (`fields.origin.name.zh`), texts as shown; null: not there. */
export interface KindDifference {
  path: string;
  before: string | null;
  after: string | null;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Flat = Map<string, string>;

/** What names an element of a list: its code or measure; else its place. */
const nameOf = (value: Json, index: number): string => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { code, measure } = value as Record<string, Json>;
    if (typeof code === 'string') return code;
    if (typeof measure === 'string') return measure;
  }
  return typeof value === 'string' ? value : String(index);
};

/** Conditions are compared as a whole, and so are lists of texts. */
const isLeaf = (path: string, value: Json): boolean =>
  typeof value !== 'object' ||
  value === null ||
  /^rules\.\w+\.(when|must)$/.test(path) ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'));

function flatten(value: Json, path: string, into: Flat): Flat {
  if (isLeaf(path, value)) {
    if (value === null || (Array.isArray(value) && value.length === 0)) return into;
    const list = Array.isArray(value) && value.every((one) => typeof one === 'string');
    into.set(path, typeof value === 'object' && !list ? canonical(value) : String(value));
    return into;
  }
  const under = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (Array.isArray(value)) (value as readonly Json[]).forEach((one, i) => flatten(one, under(nameOf(one, i)), into));
  else for (const [key, one] of Object.entries(value as Record<string, Json>)) flatten(one, under(key), into);
  return into;
}

/** Everything that a definition says, each with its path by codes; what is empty is left out. */
export function flattenKind(definition: KindDefinition): Map<string, string> {
  return flatten(definition as unknown as Json, '', new Map());
}

/** Order of the elements of a list, as one more thing to compare: forms and sheets follow it. */
const orders = (d: KindDefinition): [string, string][] =>
  (
    [
      ['fields.order', d.fields],
      ...d.fields.map((field) => [`fields.${field.code}.choices.order`, field.choices] as const),
    ] as [string, readonly { code: string }[]][]
  ).map(([path, list]) => [path, list.map((one) => one.code).join(',')]);

const sameSet = (a: string, b: string): boolean => a.split(',').sort().join() === b.split(',').sort().join();

/** What differs between two definitions, in the order of the first; empty: nothing does. */
export function compareKinds(a: KindDefinition, b: KindDefinition): KindDifference[] {
  const [before, after] = [flattenKind(a), flattenKind(b)];
  const paths = [...before.keys(), ...[...after.keys()].filter((path) => !before.has(path))];
  const found = paths
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter((one) => one.before !== one.after);
  const later = new Map(orders(b));
  const moved = orders(a)
    .map(([path, order]) => ({ path, before: order, after: later.get(path) ?? order }))
    .filter((one) => one.before !== one.after && sameSet(one.before, one.after));
  return [...found, ...moved];
}
