import { expect, it } from 'vitest';
import { ratesOf, scoreReading } from '../../bench/score-reading.ts';
import { inRoot } from '../../src/root.ts';

it('the shipped samples are read as well as is asked of real documents', async () => {
  const { score, documents, unreadable } = await scoreReading([inRoot('test', 'reading', 'gold')]);
  expect(unreadable).toEqual([]);
  expect(documents).toBeGreaterThanOrEqual(14);
  const { items, shares } = score;
  expect(ratesOf(items.facts).f1, items.facts.errors.join('\n')).toBeGreaterThanOrEqual(0.9);
  expect(ratesOf(items.agenda).f1, items.agenda.errors.join('\n')).toBeGreaterThanOrEqual(0.9);
  expect(ratesOf(items.places).f1, items.places.errors.join('\n')).toBeGreaterThanOrEqual(0.95);
  expect(ratesOf(items.tasks).f1, items.tasks.errors.join('\n')).toBeGreaterThanOrEqual(0.85);
  for (const share of [shares.name, shares.date, shares.chair])
    expect(share.right / share.of, share.errors.join('\n')).toBeGreaterThanOrEqual(0.9);
  expect(shares.notInvented.errors).toEqual([]);
  expect(shares.publishedOn.errors).toEqual([]);
});
