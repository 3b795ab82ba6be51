/** A range of the source text. */
export interface Range {
  start: number;
  end: number;
}

/** All places where a quote stands in a text; blanks of the text may be missing in the quote. */
export function placesOf(text: string, quote: string): Range[] {
  const out: Range[] = [];
  for (let at = text.indexOf(quote); at >= 0 && quote !== ''; at = text.indexOf(quote, at + 1))
    out.push({ start: at, end: at + quote.length });
  if (out.length > 0 || quote === '') return out;
  const loose = new RegExp(
    Array.from(quote.replace(/\s+/g, ''), (c) => c.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*'),
    'g',
  );
  for (const m of text.matchAll(loose)) out.push({ start: m.index, end: m.index + m[0].length });
  return out;
}

/** Units that two ranges share. */
export function shared(a: Range, b: Range): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Text without blanks and punctuation. */
export const bare = (text: string): string => text.replace(/[^\p{L}\p{N}%]/gu, '');

/** Likeness of two texts by pairs of characters, 0–1. */
export function dice(a: string, b: string): number {
  const left = pairs(bare(a));
  const right = pairs(bare(b));
  let both = 0;
  for (const [pair, n] of left) both += Math.min(n, right.get(pair) ?? 0);
  const all = [...left.values(), ...right.values()].reduce((x, y) => x + y, 0);
  return all === 0 ? (bare(a) === bare(b) ? 1 : 0) : (2 * both) / all;
}

/** Share of the shorter text's pairs of characters that the longer one has, 0–1. */
export function containment(a: string, b: string): number {
  const [short, long] =
    bare(a).length <= bare(b).length ? [pairs(bare(a)), pairs(bare(b))] : [pairs(bare(b)), pairs(bare(a))];
  let both = 0;
  let all = 0;
  for (const [pair, n] of short) {
    both += Math.min(n, long.get(pair) ?? 0);
    all += n;
  }
  return all === 0 ? 0 : both / all;
}

function pairs(text: string): Map<string, number> {
  const out = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i += 1) out.set(text.slice(i, i + 2), (out.get(text.slice(i, i + 2)) ?? 0) + 1);
  return out;
}

/** Pairs answers with found items one to one, the likeliest first; `like` is 0 where they cannot be the same. */
export function pairUp<G, F>(
  gold: readonly G[],
  found: readonly F[],
  like: (g: G, f: F) => number,
): { pairs: [G, F][]; missed: G[]; extra: F[] } {
  const scored = gold.flatMap((g, i) => found.flatMap((f, j) => (like(g, f) > 0 ? [{ i, j, score: like(g, f) }] : [])));
  scored.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  const usedGold = new Set<number>();
  const usedFound = new Set<number>();
  const out: [G, F][] = [];
  for (const { i, j } of scored) {
    const g = gold[i];
    const f = found[j];
    if (usedGold.has(i) || usedFound.has(j) || g === undefined || f === undefined) continue;
    usedGold.add(i);
    usedFound.add(j);
    out.push([g, f]);
  }
  return {
    pairs: out,
    missed: gold.filter((_, i) => !usedGold.has(i)),
    extra: found.filter((_, j) => !usedFound.has(j)),
  };
}
