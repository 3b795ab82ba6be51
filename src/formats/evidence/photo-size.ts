import { MAX_PHOTO_PIXELS } from '../../core/ledger/evidence.ts';
import { UnfitFile } from './evidence-problem.ts';

/** Refuses a photo without pixels or with more than are taken, before any of them is unpacked. Throws `UnfitFile`. */
export function checkSize(kind: string, width: number, height: number): void {
  if (!(width > 0 && height > 0)) throw new UnfitFile('file.damaged', { kind });
  if (width * height > MAX_PHOTO_PIXELS) throw new UnfitFile('evidence.too_many_pixels', { kind, width, height });
}
