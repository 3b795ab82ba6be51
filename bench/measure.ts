/** One measure of a benchmark, in the form that all of them share. `ratio` is value ÷ yardstick, both from the same run. */
export interface Measure {
  bench: string;
  measure: string;
  value: number;
  unit: string;
  /** What the value is held against, in the same unit; null where the measure stands alone. */
  yardstick: number | null;
  ratio: number | null;
  goal: string;
  met: boolean;
}

/** Two decimals, for people and for JSON lines. */
export const round = (value: number): number => Math.round(value * 100) / 100;

/** The value below which a share of the values lies (0.95: p95). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The middle value. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** A measure against a yardstick. */
export function against(
  m: Omit<Measure, 'ratio' | 'met'> & { yardstick: number },
  met: (ratio: number, value: number) => boolean,
): Measure {
  const ratio = m.value / m.yardstick;
  return { ...m, value: round(m.value), yardstick: round(m.yardstick), ratio: round(ratio), met: met(ratio, m.value) };
}
