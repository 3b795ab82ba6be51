import { quoteOf, type Page, type Sentence } from '../page.ts';
import type { Approx, FactReading, PlaceReading } from '../reading.ts';
import { findDates, type FoundDate } from '../when.ts';
import { Cells } from './cells.ts';
import { formatDecimal } from './decimal.ts';
import { exactText, farMarker, figuresIn, type Figure } from './figure.ts';
import { statesSomething } from './judge.ts';
import { DONE_HEADING, isPlanned, PLAN_HEADING } from './planned.ts';
import { withoutRepetitions } from './twins.ts';
import { UNIT_FROM_NOUN } from './units.ts';
import { whatOf } from './what.ts';
import { lastGroup, PlaceIndex, whereOf, type PlaceMention } from './where.ts';

/** A figure that was judged to state something, before repetitions are left out. */
export interface Candidate {
  figure: Figure;
  sentence: Sentence;
  sentenceText: string;
  headline: boolean;
  exact: string;
  plainUnit: string;
  approx: Approx;
  what: string;
  /** `what` and the words around, to tell a repetition from a second statement. */
  words: string;
  when: FoundDate | null;
  where: string[];
  planned: boolean;
  doubts: string[];
}

/** What the sentences so far leave for the next one. */
interface Carry {
  block: number;
  when: FoundDate | null;
  year: number | null;
  places: PlaceReading[];
  /** Whether the section and the document are a plan. */
  plan: boolean;
  /** What the document's own title says. */
  planTitle: boolean;
  /** The year that a plan or report has in its title. */
  titleWhen: FoundDate | null;
}

/** Every figure of the page that states something about the work, in reading order, repetitions left out. */
export function readFacts(page: Page, places: readonly PlaceReading[]): FactReading[] {
  const index = new PlaceIndex(places);
  const planTitle = PLAN_TITLE.test(page.source.title ?? '') && !/总结/.test(page.source.title ?? '');
  const titleWhen = titleYear(page.source.title ?? '');
  const carry: Carry = { block: -1, when: null, year: null, places: [], plan: planTitle, planTitle, titleWhen };
  const cells = new Cells(page);
  const out: Candidate[] = [];
  for (const sentence of page.sentences) {
    const text = cells.clauseOf(sentence) ?? sentence.text;
    for (const one of readSentence(page, sentence, text, index, carry)) out.push(one);
  }
  return withoutRepetitions(out).map((c) => factOf(page, c));
}

const PLAN_TITLE =
  /(?:计划|方案|要点|规划|清单|安排|打算|目标|实施意见|的意见|指导意见|若干措施|任务分工)(?:[（）—\-_|].*)?$/;

function readSentence(page: Page, sentence: Sentence, text: string, index: PlaceIndex, carry: Carry): Candidate[] {
  if (sentence.block !== carry.block)
    Object.assign(carry, { block: sentence.block, when: /^其中/.test(text) ? carry.when : null, year: null });
  noteHeading(sentence, carry);
  const all = /[\d一二两三四五六七八九十百千万亿叁]/.test(text) ? figuresIn(text) : [];
  const mentions = index.mentions(text);
  const figures = all
    .filter((f) => !(f.trust === 'span' && sentence.headline) && statesSomething(f, text) && !inPlaceName(f, mentions))
    .map((f) => withFarMarker(f, text));
  const dates = findDates(page.plain, sentence, {
    publishedOn: page.publishedOn,
    year: carry.year ?? yearOf(carry.titleWhen),
  }).map((d) => ({
    ...d,
    start: d.start - sentence.start,
    end: d.end - sentence.start,
  }));
  const out: Candidate[] = [];
  let own = '';
  figures.forEach((figure, i) => {
    const found = whatOf(text, figures, i, own);
    const what = found.what;
    own = found.own;
    const plainUnit = figure.plainUnit || guessUnit(text, figure, what);
    const doubts = figure.plainUnit === '' ? ['fact.unit_guessed'] : [];
    if (what === '') doubts.push('fact.what_unclear');
    out.push({
      figure,
      sentence,
      sentenceText: text,
      headline: sentence.headline,
      exact: exactText(figure),
      plainUnit,
      approx: figure.approx,
      what,
      words: what + text.slice(Math.max(0, figure.start - 14), figure.start) + text.slice(figure.end, figure.end + 8),
      when: whenOf(text, figure, dates) ?? carry.when ?? carry.titleWhen,
      where: whereOf(text, figure.start, mentions, carry.places, index),
      planned: isPlanned(
        text.slice(Math.max(0, figure.end - 400), figure.end),
        text.slice(figure.end, figure.end + 8),
        carry.plan,
      ),
      doubts,
    });
  });
  leave(text, dates, carry);
  const group = lastGroup(text, mentions);
  if (group.length > 0) carry.places = group;
  return out;
}

/** The numeral belongs to a name (三台县, 五家渠市). */
function inPlaceName(figure: Figure, mentions: readonly PlaceMention[]): boolean {
  return figure.kind === 'chinese' && mentions.some((m) => m.start <= figure.numberStart && figure.numberStart < m.end);
}

function withFarMarker(figure: Figure, text: string): Figure {
  const far = figure.approx === null ? farMarker(text, figure.start) : null;
  return far ? { ...figure, approx: far[1], approxText: far[0] } : figure;
}

const yearOf = (date: FoundDate | null): number | null => (date?.from ? Number(date.from.slice(0, 4)) : null);

/** The year of 2024年度工作计划, 2021年工作总结: doubtful, since the text does not say it of the figure. */
function titleYear(title: string): FoundDate | null {
  if (!/(?:计划|方案|要点|总结|报告|情况|综述|清单)/.test(title)) return null;
  const found = findDates(title, { start: 0, end: title.length }, { publishedOn: null })[0];
  return found?.grain === 'year' ? { ...found, doubtful: true } : null;
}

function noteHeading(sentence: Sentence, carry: Carry): void {
  const text = sentence.text;
  const heading =
    sentence.kind === 'heading' ||
    (text.length <= 30 &&
      /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/.test(text) &&
      !/[，；]/.test(text));
  if (!heading || /\d/.test(text.replace(/(?:19|20)\d\d年/g, ''))) return;
  if (DONE_HEADING.test(text)) carry.plan = false;
  else if (PLAN_HEADING.test(text)) carry.plan = true;
  else if (/^[一二三四五六七八九十]+、/.test(text)) carry.plan = carry.planTitle;
}

/** The last date before the figure that says when; a day only from the figure's own clause, never what it is compared with. */
function whenOf(text: string, figure: Figure, dates: readonly FoundDate[]): FoundDate | null {
  const clause = clauseStart(text, figure.start);
  let i = dates.length;
  while (i > 0 && (dates[i - 1]?.start ?? 0) >= figure.end) i -= 1;
  for (i -= 1; i >= 0; i -= 1) {
    const date = dates[i];
    if (!date) break;
    if (isComparison(text, date) || (date.grain === 'day' && date.start < clause)) continue;
    return date;
  }
  return null;
}

/** 较年初, 比上年, 是2015年的: what a figure is compared with. */
const isComparison = (text: string, date: FoundDate): boolean =>
  /(?:[较比是与于占超]|超过)$/.test(text.slice(Math.max(0, date.start - 2), date.start)) ||
  (date.text === '年初' && /^(?:计划|下达|预算|目标|确定)/.test(text.slice(date.end)));

function clauseStart(text: string, at: number): number {
  let i = at - 1;
  const stop = Math.max(-1, at - 400);
  while (i > stop && !'，；。：'.includes(text.charAt(i))) i -= 1;
  return i;
}

function leave(text: string, dates: readonly FoundDate[], carry: Carry): void {
  for (const date of dates) {
    if (isComparison(text, date)) continue;
    const known = date.from ?? date.to;
    if (known !== null && !date.doubtful) carry.year = Number(known.slice(0, 4));
    if (date.grain !== 'day') carry.when = date;
  }
}

/** The plain unit of a number without measure word, from the nouns behind it, else from what it counts. */
function guessUnit(text: string, figure: Figure, what: string): string {
  const behind = text.slice(figure.end, figure.end + 14);
  for (const words of [behind, what]) {
    const found = UNIT_FROM_NOUN.find(([pattern]) => pattern.test(words));
    if (found) return found[1];
  }
  return '';
}

function placeOf(page: Page, from: number, to: number): { start: number; end: number } {
  const { start, end } = quoteOf(page, from, to);
  return { start, end };
}

function factOf(page: Page, c: Candidate): FactReading {
  const { figure, sentence, when } = c;
  return {
    ...quoteOf(page, sentence.start, sentence.end),
    doubts: when?.doubtful === true ? [...c.doubts, 'fact.when_guessed'] : c.doubts,
    value: figure.value,
    unit: figure.unit,
    exact: c.exact,
    plainUnit: c.plainUnit,
    approx: figure.approx,
    approxText: figure.approxText,
    what: c.what,
    when: when?.text ?? null,
    from: when?.from ?? null,
    to: when?.to ?? null,
    where: c.where,
    planned: c.planned,
    twinOf: null,
    ...(figure.exactMax === null ? {} : { exactMax: formatDecimal(figure.exactMax) }),
    ...(c.sentenceText === sentence.text
      ? { figure: placeOf(page, sentence.start + figure.start, sentence.start + figure.end) }
      : {}),
  };
}
