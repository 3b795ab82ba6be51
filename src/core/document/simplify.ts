/** Traditional → Simplified as data: `chars` is a run of pairs (點点圖图), `pairs` are words of two (瞭解了解) set apart by spaces. */
export interface TraditionalTable {
  chars: string;
  pairs: string;
}

/** Traditional → Simplified, one UTF-16 unit for one; the neighbours decide where one character has two readings. */
export type Simplify = (char: string, next?: string, previous?: string) => string;

/** Builds the change of script from its table. Characters that Simplified text uses too (著, 乾) change only inside a known pair. */
export function simplifierFrom(table: TraditionalTable): Simplify {
  const single = new Uint16Array(65_536);
  const paired = new Uint8Array(65_536);
  const pairs = new Map<string, string>();
  for (let i = 0; i + 1 < table.chars.length; i += 2) single[table.chars.charCodeAt(i)] = table.chars.charCodeAt(i + 1);
  for (const entry of table.pairs.split(' ')) {
    if (entry.length !== 4) continue;
    pairs.set(entry.slice(0, 2), entry.slice(2));
    for (const k of [0, 1]) if (entry.charAt(k) !== entry.charAt(k + 2)) paired[entry.charCodeAt(k)] = 1;
  }
  return (char, next = '', previous = '') => {
    const code = char.charCodeAt(0);
    if (paired[code] === 1) {
      const forward = pairs.get(char + next);
      if (forward !== undefined) return forward.charAt(0);
      const backward = pairs.get(previous + char);
      if (backward !== undefined) return backward.charAt(1);
    }
    const to = single[code] ?? 0;
    return to === 0 ? char : String.fromCharCode(to);
  };
}
