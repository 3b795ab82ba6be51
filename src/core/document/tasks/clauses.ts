import { hasModal, isImperative, isStatement, modalAt, tellsPast } from './demand.ts';
import type { Line } from '../reading.ts';
import { lineOf } from './line-of.ts';
import type { LineEvidence } from './line-of.ts';

/** A range of a sentence, offsets from its beginning. */
export interface Range {
  start: number;
  end: number;
}

/** Verbs of outcome: a clause that opens with one says what the requirement is for and stays with it. */
const OUTCOME =
  /^(?:不断|切实|持续|有效|努力|真正|全力|更好|进一步|奋力|合力|共同|最终|全面|高质量|高标准|着力)*(?:以|为|让|使|从而|确保|做到|实现|推动|促进|助力|带动|达到|形成|防止|提升|提高|增强|保证|力争|争取|打造|开创|谱写|凝聚|树立|成为|将|把|奠定|拓宽|夯实|激发|帮助)/;
/** Clauses of manner lead up to the next clause. */
const MANNER = /^(?:通过|利用|结合|围绕|按照|根据|依托|针对|对照|立足|聚焦|对标|紧扣|坚持以|以|在|借助)/;
const ATTITUDE = /嘱托|站位|认识|担当|使命|政治责任|高度重视|思想|意识|信心|责任感/;
const STUDY_CLAUSE =
  /(?:学习|贯彻|领会|落实|学懂|学深|学透|吃透|悟透|把握|理解|对标).{0,80}(?:精神|指示|论述|部署|要求|讲话|思想|批示)(?:要求|精神)?$/;
/** 围绕A，B，C等六大重点工作: each part is a piece of work. */
const LISTED = /等[两二三四五六七八九十\d]+(?:大|项|个|方面|个方面)(?:重点)?(?:工作|任务|方面)/;
const AGAIN = /(?:，|^)(?:(?:同时|还|并且|并|也|此外|另外)，?)?(?=[一-龥]{0,12}要(?![求素点件闻务害职道领么是旨]))/g;
const MIN = 6;
/** Groups of clauses longer than this are not looked at again, so that a hostile sentence costs no more than its length. */
const LONG = 300;

/**
 * The requirements that one unnumbered sentence holds: what leads up to the first demand is left out (…之年，), a second
 * 要 opens another, and so does a clause of doing that plainly stands under another line of work.
 */
export function requirementsIn(sentence: string): Range[] {
  const from = leadIn(sentence);
  const out: Range[] = [];
  for (const part of atEachModal(sentence, from)) out.push(...byLine(sentence, part));
  return out.length > 0 ? out : [{ start: from, end: sentence.length }];
}

/** Where the demand begins: behind leading clauses that only state or report. */
export function leadIn(sentence: string): number {
  const ahead = sentence.search(/(?<=[，；])(?:下一步|下步|下阶段|下一阶段|接下来)/);
  if (ahead > 0) return ahead;
  const modal = modalAt(sentence);
  let at = 0;
  for (const clause of clausesOf(sentence)) {
    const words = sentence.slice(clause.start, clause.end);
    if (modal >= 0 && clause.end > modal + 1) break;
    if (clause.end >= sentence.length) break;
    const states =
      isStatement(words.replace(/[，]$/, '')) ||
      tellsPast(words) ||
      /^(?:时间|任务|责任|要求|标准|压力)(?:紧|重|大|高)，?$/.test(words) ||
      /^(?:今年|\d{4}年|当前|这|我市|我县|我省|我们|一年|东西部协作|定点帮扶|脱贫攻坚|乡村振兴).{0,40}是/.test(words);
    if (states) at = clause.end;
    else if (modal < 0) break;
  }
  const rest = sentence.slice(at);
  return rest.replace(/[。；，\s]/g, '').length >= 4 ? at : 0;
}

function atEachModal(sentence: string, from: number): Range[] {
  const cuts = [from];
  for (const m of sentence.slice(from).matchAll(AGAIN)) {
    const at = from + m.index + m[0].length;
    const before = sentence.slice(Math.max(cuts.at(-1) ?? from, at - LONG), at);
    if (m.index === 0 || before.length < MIN + 2 || !hasModal(before) || /既要|不仅|不但|如果|只有|越是/.test(before))
      continue;
    const clause = /^[^，。；]*/.exec(sentence.slice(at))?.[0] ?? '';
    if (!hasModal(clause) || clause.length < MIN) continue;
    cuts.push(beforeSetting(sentence, at));
  }
  return cuts.map((start, i) => ({ start, end: cuts[i + 1] ?? sentence.length }));
}

/** 要甲，在做某事时，要乙: the clause of time belongs to what follows it. */
function beforeSetting(sentence: string, at: number): number {
  const clause = /(?<=[，；])(?:在|当|对于|针对)[^，；]{2,20}(?:时|中|上|过程中|方面)，$/.exec(
    sentence.slice(Math.max(0, at - 30), at),
  );
  return clause === null ? at : at - clause[0].length;
}

interface Open {
  range: Range;
  line: Line | null;
  topic: string | null;
  /** Every line its head speaks for. */
  lines: ReadonlySet<Line>;
}

function byLine(sentence: string, part: Range): Range[] {
  const out: Range[] = [];
  let open: Open | null = null;
  const clauses = clausesOf(sentence.slice(part.start, part.end));
  if (clauses.length < 2) return [part];
  const listed = clauses.findIndex((clause) =>
    LISTED.test(sentence.slice(part.start + clause.start, part.start + clause.end)),
  );
  if (listed > 1) return asList(clauses, listed, part);
  for (const clause of clauses) {
    const range = { start: part.start + clause.start, end: part.start + clause.end };
    const words = sentence.slice(range.start, range.end).replace(/[，。；]$/, '');
    const evidence = lineOf(words);
    const definite = evidence.strongest >= 3;
    if (
      open !== null &&
      open.range.end - open.range.start < LONG &&
      onlyStudy(sentence.slice(open.range.start, open.range.end)) &&
      afterStudy(words, evidence)
    ) {
      out.push(open.range);
      open = null;
    }
    if (open === null)
      open = { range, line: definite ? evidence.line : null, topic: evidence.topic, lines: evidence.lines };
    else if (definite && open.line !== null && opensAnother(words, open, evidence)) {
      out.push(open.range);
      open = { range, line: evidence.line, topic: evidence.topic, lines: evidence.lines };
    } else {
      open.range.end = range.end;
      if (definite && open.line === null)
        open = { range: open.range, line: evidence.line, topic: evidence.topic, lines: evidence.lines };
    }
  }
  if (open) out.push(open.range);
  return out;
}

function asList(clauses: Range[], last: number, part: Range): Range[] {
  const from = clauses[0] && clauses[0].end < 12 ? 1 : 0;
  return clauses
    .slice(from, last + 1)
    .map((clause, i) => ({ start: part.start + (i === 0 ? 0 : clause.start), end: part.start + clause.end }));
}

/** Whether a group of clauses only studies instructions and takes them to heart. */
function onlyStudy(group: string): boolean {
  const parts = group.split('，').filter((part) => part !== '');
  return (
    parts.some((part) => STUDY_CLAUSE.test(part)) &&
    parts.every((part) => STUDY_CLAUSE.test(part) || ATTITUDE.test(part) || part.length <= 4)
  );
}

/** Study of instructions (学习贯彻…精神) stands by itself where work of some line follows. */
function afterStudy(words: string, evidence: LineEvidence): boolean {
  return (
    !STUDY_CLAUSE.test(words) &&
    !ATTITUDE.test(words) &&
    evidence.strongest >= 2 &&
    !words.includes('学习') &&
    isImperative(words) &&
    !OUTCOME.test(words) &&
    !MANNER.test(words)
  );
}

function opensAnother(words: string, open: Open, evidence: LineEvidence): boolean {
  const outright = evidence.strongest >= 4 && words.length <= 10;
  if (words.length < MIN || words.length > 13 || (!outright && open.range.end - open.range.start > 26)) return false;
  if (open.line === null || OUTCOME.test(words) || MANNER.test(words) || !isImperative(words)) return false;
  if (evidence.line !== open.line) return !evidence.lines.has(open.line) && !open.lines.has(evidence.line);
  return evidence.topic !== null && open.topic !== null && evidence.topic !== open.topic;
}

function clausesOf(sentence: string): Range[] {
  const out: Range[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i < sentence.length; i += 1) {
    const c = sentence.charAt(i);
    if ('“《（〔［'.includes(c)) depth += 1;
    if ('”》）〕］'.includes(c)) depth = Math.max(0, depth - 1);
    if (c !== '，' || depth > 0) continue;
    out.push({ start, end: i + 1 });
    start = i + 1;
  }
  if (start < sentence.length) out.push({ start, end: sentence.length });
  return out;
}
