import type { Piece } from './pieces.ts';
import { cuesIn } from './speaker.ts';

/** Without the last words of a page that the store cut off (吕某要求中央社会服). */
export function withoutStump(pieces: Piece[]): Piece[] {
  const last = pieces.at(-1);
  if (last === undefined || /[。；！？”）：]\s*$/.test(last.text)) return pieces;
  if (/(?:提出|指出|强调|要求)$/.test(last.text)) return pieces.slice(0, -1);
  const cue = cuesIn(last.text, null).at(-1);
  const words = last.text.slice(cue?.end ?? 0).replace(/[^一-龥]/g, '');
  const broken = last.marker === null && (cue !== undefined || last.text.includes('，'));
  return broken && words.length < 12 ? pieces.slice(0, -1) : pieces;
}
