import type { Draft, Point } from './drafts.ts';
import { hasModal, isImperative, isStatement, tellsPast } from './demand.ts';
import { sectionOf } from './genre.ts';
import type { Piece } from './pieces.ts';
import { unitNotesIn } from './units.ts';

/**
 * The tasks of a numbered point that holds no further numbers: the whole point as one; its sentences apart where the
 * heading only says 重点工作 or where several of them name their own units; nothing where it reports rather than asks.
 */
export function cutPoint(point: Point): Draft[] {
  const [head, ...body] = point.pieces;
  if (head === undefined || !wantedPoint(point, head)) return [];
  if (sectionOf(head.text) !== null) {
    const asking = body.filter((piece) => sentenceAsks(piece.text));
    return asking.map((piece) => draft(point, piece.textStart, endOf(piece), head.text));
  }
  const noted = point.pieces.filter((piece) => unitNotesIn(piece.text).length > 0);
  if (noted.length > 1) return byNotes(point, head);
  const blocks = new Set(body.map((piece) => piece.block));
  if (point.mode === 'plan' && point.level <= 20 && blocks.size > 1) return byBlocks(point, head, body);
  const last = point.pieces.at(-1) ?? head;
  return [draft(point, head.start, endOf(last), '')];
}

function wantedPoint(point: Point, head: Piece): boolean {
  if (point.mode === null || point.mode === 'quote') return false;
  const words = head.text;
  if (words.replace(/[，。；：\s]/g, '').length < 4 && point.pieces.length === 1) return false;
  const all = point.pieces.map((piece) => piece.text).join('');
  if (tellsPast(words) && !hasModal(words)) return false;
  if (point.mode === 'require' || point.mode === 'intend') return true;
  if (point.mode === 'plan') return !(isStatement(words) && !hasModal(all)) && !(point.pieces.length === 1 && sectionOf(words) !== null);
  return hasModal(all) || isImperative(words) || (point.mode === 'say' && /将/.test(all));
}

function sentenceAsks(text: string): boolean {
  if (tellsPast(text) && !hasModal(text)) return false;
  return hasModal(text) || isImperative(text) || /将|力争/.test(text) || text.split('，').slice(1, 3).some((c) => isImperative(c));
}

function byNotes(point: Point, head: Piece): Draft[] {
  const out: Draft[] = [];
  let start: number | null = null;
  for (const piece of point.pieces) {
    start ??= piece === head && isHeading(piece) ? null : piece.start;
    if (unitNotesIn(piece.text).length === 0 || start === null) continue;
    out.push(draft(point, start, endOf(piece), head.text));
    start = null;
  }
  return out;
}

function byBlocks(point: Point, head: Piece, body: Piece[]): Draft[] {
  const out: Draft[] = [];
  for (const block of new Set(body.map((piece) => piece.block))) {
    const own = body.filter((piece) => piece.block === block);
    const first = own[0];
    const last = own.at(-1);
    if (first && last && own.some((piece) => sentenceAsks(piece.text))) out.push(draft(point, first.start, endOf(last), head.text));
  }
  return out;
}

function isHeading(piece: Piece): boolean {
  return piece.text.length <= 30 && unitNotesIn(piece.text).length === 0;
}

function endOf(piece: Piece): number {
  return piece.textStart + piece.text.replace(/[；，、\s]+$/, '').length;
}

function draft(point: Point, start: number, end: number, heading: string): Draft {
  const spoken = point.mode !== 'plan' && point.mode !== 'intend';
  return {
    start,
    end,
    speaker: spoken ? point.speaker : null,
    speakerUnknown: spoken && point.speaker === null,
    context: `${heading}${point.context}`.slice(0, 80),
    notes: point.notes,
    term: null,
  };
}
