import type { MeetingReading, TaskReading } from '../reading.ts';
import type { Page } from '../page.ts';
import { quoteOf } from '../page.ts';
import { countiesIn } from './counties.ts';
import { deadlineOf } from './due.ts';
import { lineOf } from './line-of.ts';
import { draftsOf } from './drafts.ts';
import type { Draft } from './drafts.ts';
import { tableTasksOf } from './table.ts';
import { unitNotesIn } from './units.ts';
import type { UnitNote } from './units.ts';

const DROPPED =
  /，，|，[%％]|[xX×*＊]{1,}(?:个|名|次|户|人|万|元|镇|村|乡|亩|%)|[xX×]{2,}|_{2,}|＿{2,}|…{2,}|\.{4,}|(?:约|共|达|达到|完成|投入)(?:万|亿)?(?:元|人|户|亩)/;

/**
 * The tasks of a document, in reading order: what a meeting or a speaker requires, what the organiser announces, the
 * measures of a plan; one clause or numbered point each. Doubts: `line_unknown`, `line_close`, `number_dropped`, `due_year_unknown`,
 * `speaker_unknown`.
 */
export function readTasks(page: Page, meeting: MeetingReading | null): TaskReading[] {
  const drafts = [...draftsOf(page, meeting), ...tableTasksOf(page)].sort((a, b) => a.start - b.start);
  const year = planYear(page);
  return drafts.map((draft) => taskOf(page, draft, meeting, year));
}

function taskOf(page: Page, draft: Draft, meeting: MeetingReading | null, year: number | null): TaskReading {
  const whole = page.plain.slice(draft.start, draft.end);
  const inside = unitNotesIn(whole);
  const words = without(whole, inside);
  const evidence = lineOf(draft.context !== '' && lineOf(words).strongest < 3 ? `${words}。${draft.context}` : words);
  const notes = [...inside, ...draft.notes];
  const lead = unique(notes.flatMap((note) => note.lead));
  const term = notes.find((note) => note.term !== null)?.term ?? draft.term;
  const deadline =
    deadlineOf(words, meeting?.date ?? page.publishedOn, year) ??
    (term === null ? null : deadlineOf(term, meeting?.date ?? page.publishedOn, year));
  const doubts: string[] = [];
  if (evidence.score === 0) doubts.push('task.line_unknown');
  else if (evidence.close) doubts.push('task.line_close');
  if (DROPPED.test(words)) doubts.push('task.number_dropped');
  if (deadline?.guessed) doubts.push('task.due_year_unknown');
  if (draft.speakerUnknown) doubts.push('task.speaker_unknown');
  return {
    ...quoteOf(page, draft.start, draft.end),
    doubts,
    line: evidence.line,
    topic: evidence.topic,
    speaker: draft.speaker,
    lead,
    support: unique(notes.flatMap((note) => note.support)).filter((name) => !lead.includes(name)),
    due: deadline?.due ?? null,
    dueText: deadline?.dueText ?? null,
    counties: countiesIn(words),
  };
}

function without(text: string, notes: UnitNote[]): string {
  let out = '';
  let from = 0;
  for (const note of notes) {
    out += text.slice(from, note.start);
    from = note.end;
  }
  return out + text.slice(from);
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}

/** The year that a plan names for itself (2021年度定点帮扶工作计划), else null. */
function planYear(page: Page): number | null {
  const title = page.source.title ?? page.sentences[0]?.text ?? '';
  const m = /(20\d{2})年度?[^。]{0,30}(?:计划|要点|方案|清单|安排)/.exec(title);
  return m ? Number(m[1]) : null;
}
