import * as fc from 'fast-check';

/** One thing that happens; `pick` chooses among the entries that there are. */
const event = fc.record({
  do: fc.constantFrom(
    'report',
    'advance',
    'advance',
    'through',
    'through',
    'through',
    'through',
    'reverse',
    'undo',
    'differ',
    'return',
    'reverse',
    'correct',
    'close',
    'reopen',
    'merge',
    'version',
    'joint',
    'tie',
  ),
  pick: fc.nat(30),
  fen: fc.integer({ min: 1, max: 9_999_999 }),
  grams: fc.option(fc.integer({ min: 1, max: 99_999 })),
  month: fc.integer({ min: 1, max: 6 }),
  class: fc.constantFrom('free', 'paid', ''),
});
/** One thing that happens. */
export type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/**
 * From `least` to `most` things that happen, among them `surely` in this order at drawn places: chance alone leaves out
 * too often what a property is about.
 */
export function history(least: number, most: number, surely: readonly Event['do'][]): fc.Arbitrary<Event[]> {
  const count = surely.length;
  const exactly = { minLength: count, maxLength: count };
  return fc
    .tuple(
      fc.array(event, { minLength: least - count, maxLength: most - count }),
      fc.array(event, exactly),
      fc.array(fc.nat(most - count), exactly),
    )
    .map(([drawn, sure, places]) => {
      const all = [...drawn];
      places
        .sort((one, other) => one - other)
        .forEach((at, i) => all.splice(Math.min(at + i, all.length), 0, { ...sure[i], do: surely[i] } as Event));
      return all;
    });
}
