import type { MeetingReading } from '../reading.ts';
import type { Page } from '../page.ts';
import { requirementsIn } from './clauses.ts';
import { announces, OURS, promises } from './announce.ts';
import { asks, hasModal, isImperative, isNarrative, isStatement, tellsPast } from './demand.ts';
import { personOpening } from './names.ts';
import { isPlan, isSpeech, sectionOf } from './genre.ts';
import { cutPoint } from './point.ts';
import { piecesOf } from './pieces.ts';
import type { Piece } from './pieces.ts';
import { cuesIn, isPaper } from './speaker.ts';
import { withoutStump } from './stump.ts';
import type { Cue, CueMode } from './speaker.ts';
import { unitLine } from './units.ts';
import type { UnitNote } from './units.ts';

/** A task before its line, units and deadline are read; offsets into `Page.plain`. */
export interface Draft {
  start: number;
  end: number;
  speaker: string | null;
  speakerUnknown: boolean;
  /** The headings that the task stands under. */
  context: string;
  /** Units named outside its words (a line of their own, a table cell). */
  notes: UnitNote[];
  term: string | null;
}

/** `plan`: measures of a plan; `intend`: what the organiser announces; null: the reporter's own account. */
export type Mode = CueMode | 'plan' | 'intend' | null;

/** A numbered point that is still open. */
export interface Point {
  level: number;
  pieces: Piece[];
  speaker: string | null;
  mode: Mode;
  hasChildren: boolean;
  context: string;
  notes: UnitNote[];
}

interface Walk {
  out: Draft[];
  open: Point[];
  speaker: string | null;
  mode: Mode;
  /** The person named last, for 他 and for verbs without a subject. */
  last: string | null;
  base: Mode;
  section: { kind: 'tasks' | 'skip'; level: number } | null;
  block: number;
  /** Whether this speaker has demanded something already, so that verbs of doing without 要 go on demanding. */
  asked: boolean;
  /** Whether the last demand ended with ；, so that what follows goes on listing. */
  chained: boolean;
  hasMeeting: boolean;
}

/** A paragraph of its own that looks ahead is no part of the last numbered point. */
const THEN = /^(?:下一步|下步|下一阶段|下阶段|接下来|今后)/;
/** A speaker tells what a paper asks. */
const CITES = /^[^，。]{0,30}《[^》]{2,40}》[^，。]{0,6}(?:提出|要求|指出|强调|规定)(?!的)/;
/** 但要夺取全面胜利仍面临困难: a 要 that asks nothing. */
const WARNS = /^但?要[^，]{2,20}(?:仍|还)(?:然)?面临/;
const ARRANGES = /^[^，]{2,24}(?:安排|部署)了[^，。]{0,30}(?:工作|任务)[。：]$/;
const LEADS_IN =
  /(?:[：]|以下|如下|(?:[几两二三四五六七八九十\d]|“[^”]{1,6}”)(?:个|点|项)(?:方面)?(?:的)?(?:工作|要求|意见|任务|方面|建议|希望)?[：。，；]?)$/;
const TITLE_LIKE =
  /^[^，。；]{4,50}(?:计划|方案|要点|意见|清单|措施|办法)$|(?:制定|制订|拟定)(?:了)?[^。]{0,30}(?:计划|方案|意见|要点|办法|措施)[。：]?$|(?:提出|制定)(?:如下|以下)[^。]{0,8}(?:意见|措施|方案|计划)|印发给你们|^为[^。；]{10,}的(?:目标|目的)。?$/;
/** Where the article ends and the page leads on to others. */
const MORE =
  /^(?:相关(?:文章|新闻|阅读|链接|推荐|报道|资讯)|推荐(?:阅读|内容|新闻)|延伸阅读|热点推荐|热门(?:文章|推荐)|猜你喜欢|上一篇|下一篇)(?:$|[：:]|.{0,40}$)/;
const BYLINE =
  /^(?:（[^）]{2,60}）|【[^】]{1,40}】|[（]?(?:来源|编辑|责任编辑|责编|审核|撰稿|供稿|作者|图文|摄影|文\/|图\/|初审|终审|校对|监制).{0,80})[。]?$/;

/** All tasks of the body's sentences, in reading order. */
export function draftsOf(page: Page, meeting: MeetingReading | null): Draft[] {
  const base: Mode = isPlan(page) ? 'plan' : isSpeech(page) ? 'point' : null;
  const walk: Walk = {
    out: [],
    open: [],
    speaker: null,
    mode: null,
    last: null,
    base,
    section: null,
    block: -1,
    asked: false,
    chained: false,
    hasMeeting: meeting !== null || /会议|座谈会|推进会|大会/.test(page.plain.slice(0, 4000)),
  };
  const all = piecesOf(page).filter((piece) => piece.kind !== 'cell');
  const more = all.findIndex((piece, i) => i > 3 && piece.first && MORE.test(piece.text));
  const pieces = withoutStump(more < 0 ? all : all.slice(0, more));
  pieces.forEach((piece, i) => {
    step(walk, piece, pieces[i + 1]?.marker?.n === 1);
    walk.block = piece.block;
  });
  closeTo(walk, 0);
  return walk.out;
}

function step(walk: Walk, piece: Piece, listFollows: boolean): void {
  const units = piece.marker === null ? unitLine(piece.text) : null;
  if (units !== null) return attach(walk, piece, units);
  if (BYLINE.test(piece.text)) return;
  walk.last = personOpening(piece.text) ?? walk.last;
  const cues = piece.headline ? [] : cuesIn(piece.text, walk.last);
  if (piece.marker !== null) return openPoint(walk, piece, piece.marker.level);
  if (looksHeading(walk, piece) && !endsInCue(piece, cues)) return heading(walk, piece);
  if (
    cues.length > 0 &&
    cues.every((cue) => isPaper(cue.speaker)) &&
    walk.speaker !== null &&
    piece.block === walk.block
  )
    return;
  if (cues.length > 0) {
    closeTo(walk, 0);
    for (const [i, cue] of cues.entries()) {
      walk.mode = cue.mode;
      walk.asked = false;
      walk.speaker = cue.speaker ?? (walk.hasMeeting ? '会议' : null);
      if (cue.speaker !== null && cue.speaker !== '会议') walk.last = cue.speaker;
      const end = piece.textStart + (cues[i + 1]?.start ?? piece.text.length);
      requirement(walk, piece, piece.textStart + cue.end, end, { direct: true, listFollows });
    }
    return;
  }
  if (listFollows && ARRANGES.test(piece.text)) return arranged(walk, piece);
  plain(walk, piece, listFollows);
}

/** 某某安排了近期重点工作。一是…: what follows is asked. */
function arranged(walk: Walk, piece: Piece): void {
  closeTo(walk, 0);
  walk.mode = 'require';
  walk.asked = false;
  walk.speaker = personOpening(piece.text) ?? (walk.hasMeeting ? '会议' : null);
}

/** 会议要求—— in a line of its own: what follows is asked. */
function endsInCue(piece: Piece, cues: Cue[]): boolean {
  const last = cues.at(-1);
  return last !== undefined && /^[—：\s]*$/.test(piece.text.slice(last.end));
}

/** An unnumbered heading: a block of a few words without a full stop. */
function looksHeading(walk: Walk, piece: Piece): boolean {
  if (piece.headline) return true;
  if (/^[一-龥]{2,14}[室办局委组部门位]要/.test(piece.text)) return false;
  const limit = baseMode(walk) === 'plan' ? 36 : 24;
  return piece.first && piece.text.length <= limit && !/[。；：，！？]$/.test(piece.text) && !/，.*，/.test(piece.text);
}

function heading(walk: Walk, piece: Piece): void {
  closeTo(walk, 0);
  walk.mode = null;
  walk.speaker = null;
  const kind = sectionOf(piece.text);
  walk.section = kind === null ? null : { kind, level: 5 };
}

function plain(walk: Walk, piece: Piece, listFollows: boolean): void {
  const newBlock = piece.block !== walk.block;
  const top = walk.open.at(-1);
  if (top && continues(walk, top, piece, newBlock)) {
    top.pieces.push(piece);
    return;
  }
  if (top) closeTo(walk, 0);
  if (walk.section?.kind === 'skip') return;
  const speaking = walk.mode !== null;
  if (speaking && (isNarrative(piece.text) || (newBlock && !asks(piece.text)))) {
    walk.mode = null;
    walk.speaker = null;
  }
  if (walk.mode === null) {
    walk.mode = baseMode(walk);
    if (walk.mode === null && announces(piece.text) && !isNarrative(piece.text)) walk.mode = 'intend';
  }
  if (walk.mode !== null)
    requirement(walk, piece, piece.textStart, piece.textStart + piece.text.length, { direct: false, listFollows });
}

function baseMode(walk: Walk): Mode {
  return walk.section?.kind === 'tasks' ? 'plan' : walk.base;
}

function continues(walk: Walk, top: Point, piece: Piece, newBlock: boolean): boolean {
  if (!newBlock) return !(isNarrative(piece.text) && top.mode !== 'plan');
  if (/：$/.test(piece.text.trim())) return false;
  if (top.mode === 'plan') return true;
  if (THEN.test(piece.text) && announces(piece.text)) return false;
  const only = top.pieces.length === 1 && (top.pieces[0]?.text.length ?? 0) <= 40;
  return (only || top.level <= 30 || (walk.base === 'point' && top.level <= 60)) && !isNarrative(piece.text);
}

function openPoint(walk: Walk, piece: Piece, level: number): void {
  closeTo(walk, level);
  const kind = level <= 40 ? sectionOf(piece.text) : null;
  if (walk.section && level <= walk.section.level) walk.section = null;
  if (kind !== null && (walk.section === null || kind === 'skip')) walk.section = { kind, level };
  const parent = walk.open.at(-1);
  if (parent) parent.hasChildren = true;
  const cues = level <= 50 ? cuesIn(piece.text, walk.last) : [];
  const cue = cues[0];
  const context = [parent?.context ?? '', parent?.pieces[0]?.text ?? '']
    .filter((s) => s !== '' && s.length <= 60)
    .join('');
  const mode = walk.section?.kind === 'skip' ? null : (cue?.mode ?? walk.mode ?? baseMode(walk));
  walk.open.push({
    level,
    pieces: [piece],
    speaker: cue?.speaker ?? walk.speaker,
    mode,
    hasChildren: false,
    context,
    notes: [],
  });
}

/** A note in brackets behind a full stop stays with its words; a line of its own only gives its units. */
function attach(walk: Walk, piece: Piece, note: UnitNote): void {
  const top = walk.open.at(-1);
  if (top && !piece.first && /^[（〔［【]/.test(piece.text)) top.pieces.push(piece);
  else if (top) top.notes.push(note);
  else walk.out.at(-1)?.notes.push(note);
}

function closeTo(walk: Walk, level: number): void {
  for (let top = walk.open.at(-1); top && top.level >= level; top = walk.open.at(-1)) {
    walk.open.pop();
    if (!top.hasChildren) walk.out.push(...cutPoint(top));
  }
}

function requirement(
  walk: Walk,
  piece: Piece,
  start: number,
  end: number,
  at: { direct: boolean; listFollows: boolean },
): void {
  const words = piece.text.slice(start - piece.textStart, end - piece.textStart);
  const bare = words.replace(/[，。；：！\s]+$/, '');
  if (bare.length < 5 || isNarrative(words) || (LEADS_IN.test(words) && (at.listFollows || bare.length < 24))) return;
  const counts = wanted(walk, words, at.direct);
  walk.chained = false;
  if (!counts) return;
  walk.asked = true;
  walk.chained = /；$/.test(words);
  const spoken =
    walk.mode !== 'intend' &&
    walk.mode !== 'plan' &&
    !(walk.mode !== 'say' && !at.direct && OURS.test(words) && (piece.first || walk.speaker === '会议'));
  for (const range of requirementsIn(words)) {
    const part = words.slice(range.start, range.end);
    if (part.replace(/[，。；\s]/g, '').length < 4 || WARNS.test(part) || /^(?:又|既)(?!要)/.test(part)) continue;
    walk.out.push({
      start: start + range.start,
      end: start + range.start + part.replace(/(?:[，；、\s]+|[，；](?:同时|并且?|也|还|此外|另外))+$/, '').length,
      speaker: spoken ? walk.speaker : null,
      speakerUnknown: spoken && walk.speaker === null,
      context: walk.open.at(-1)?.pieces[0]?.text.slice(0, 40) ?? '',
      notes: [],
      term: null,
    });
  }
}

function wanted(walk: Walk, words: string, direct: boolean): boolean {
  const { mode } = walk;
  if (mode === null || mode === 'quote') return false;
  if (!direct && mode !== 'plan' && CITES.test(words)) return false;
  const modal = hasModal(words);
  const past = tellsPast(words) && !modal;
  if (past) walk.asked = false;
  if (past && !/下一步|下步|接下来|下半年|今后/.test(words)) return false;
  if (walk.chained && !past) return true;
  if (isStatement(words) && !modal) return false;
  if (mode === 'plan') return !TITLE_LIKE.test(words) && (asks(words) || /将|拟|计划|力争/.test(words));
  if (announces(words) || (walk.asked && /^(?:还|也)?将/.test(words))) return true;
  if (mode === 'require') return direct || asks(words);
  if (mode === 'say')
    return (
      modal ||
      /一定(?=[要会将深认坚积切全继])/.test(words) ||
      /将(?!近)|愿(?!景)|希望/.test(words) ||
      (walk.asked && asks(words))
    );
  if (mode === 'intend') return /将/.test(words) || (walk.asked && asks(words));
  if (direct && promises(words)) return true;
  return modal || ((direct || walk.asked) && isImperative(words));
}
