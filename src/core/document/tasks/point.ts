import type { Draft, Point } from './drafts.ts';
import { asks, hasModal, isImperative, isStatement, tellsPast } from './demand.ts';
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
    return asking.map((piece) => draft(point, piece.textStart, endOf(noteBehind(body, piece) ?? piece), head.text));
  }
  const noted = point.pieces.filter((piece) => unitNotesIn(piece.text).length > 0);
  if (noted.length > 1) return byNotes(point, head);
  if (point.mode === 'plan' && point.level <= 20 && body.length > 0) return bySentences(point, head, body);
  const last = point.pieces.at(-1) ?? head;
  return [draft(point, head.start, endOf(last), '')];
}

/** The note of units in brackets that stands behind a sentence's full stop, else undefined. */
function noteBehind(body: Piece[], piece: Piece): Piece | undefined {
  const next = body[body.indexOf(piece) + 1];
  return next && next.block === piece.block && /^[（〔［【]/.test(next.text) && unitNotesIn(next.text).length > 0
    ? next
    : undefined;
}

function wantedPoint(point: Point, head: Piece): boolean {
  if (point.mode === null || point.mode === 'quote') return false;
  const words = head.text;
  if (words.replace(/[，。；：\s]/g, '').length < 4 && point.pieces.length === 1) return false;
  const all = point.pieces.map((piece) => piece.text).join('');
  if (tellsPast(words) && !hasModal(words)) return false;
  if (point.mode === 'require' || point.mode === 'intend') return true;
  if (point.mode === 'plan')
    return !(isStatement(words) && !hasModal(all)) && !(point.pieces.length === 1 && sectionOf(words) !== null);
  return hasModal(all) || isImperative(words) || asks(words) || (point.mode === 'say' && /将/.test(all));
}

function sentenceAsks(text: string): boolean {
  return asks(text) || (/将|力争/.test(text) && !tellsPast(text));
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

/** 一、 in a plan is a section: each sentence below its heading is a measure, the first too where it stands in the heading's line. */
function bySentences(point: Point, head: Piece, body: Piece[]): Draft[] {
  const own = head.text.length > 34 ? [head, ...body] : body;
  return own
    .filter((piece) => sentenceAsks(piece.text) || /^(?:为|在|对|按|将|把|每|由|以)/.test(piece.text))
    .map((piece) => draft(point, piece.textStart, endOf(noteBehind(body, piece) ?? piece), head.text));
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
