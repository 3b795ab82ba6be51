import type { Quoted } from './reading.ts';
import type { ReadingWarning } from './source.ts';

/** Marks items as doubtful whose words are damaged or touch a damaged run of the text (doubt `document.damaged_text`). */
export function doubtDamaged<T extends Quoted>(items: readonly T[], warnings: readonly ReadingWarning[]): T[] {
  const torn = warnings.filter((w) => w.code === 'document.damaged_text' && w.start !== null);
  const damaged = (item: T): boolean =>
    item.quote.includes('\ufffd') ||
    torn.some((w) => (w.start ?? 0) < item.end && (w.end ?? w.start ?? 0) > item.start);
  return items.map((item) => (damaged(item) ? { ...item, doubts: [...item.doubts, 'document.damaged_text'] } : item));
}
