/**
 * How many times as long four times the input takes: about 4 where time grows with the input, 16 where it grows with its square.
 * The best of three each, so that a machine that is busy for a while does not count; no time of its own is asked for.
 */
export function growthOf(run: (size: number) => unknown, size: number): number {
  const best = (n: number): number => {
    let least = Infinity;
    for (let i = 0; i < 3; i += 1) {
      const begin = performance.now();
      run(n);
      least = Math.min(least, performance.now() - begin);
    }
    return least;
  };
  const small = Math.max(1, best(size));
  return best(size * 4) / small;
}
