import type {
  AgendaItem,
  FactReading,
  MeetingReading,
  PlaceReading,
  Reading,
  TaskReading,
} from '../../src/core/document/reading.ts';
import type { Gold, GoldFact, GoldMeeting, GoldPlace, GoldTask } from './gold.ts';
import { bare, containment, dice, pairUp, placesOf, shared } from './match.ts';

/** Right, missed and false items of one kind, and the sentences for a person who looks for the reason. */
export interface Counts {
  right: number;
  missed: number;
  extra: number;
  errors: string[];
}

/** A yes-or-no measure: how many of how many are right. */
export interface Share {
  right: number;
  of: number;
  errors: string[];
}

/** The kinds that are counted as items, and those that are right or wrong once a document. */
export interface Score {
  items: Record<'agenda' | 'facts' | 'places' | 'tasks', Counts>;
  shares: Record<
    | 'name'
    | 'date'
    | 'chair'
    | 'ordinal'
    | 'notInvented'
    | 'publishedOn'
    | 'unit'
    | 'approx'
    | 'planned'
    | 'line'
    | 'speaker',
    Share
  >;
}

/** An empty score to add to. */
export function emptyScore(): Score {
  const counts = (): Counts => ({ right: 0, missed: 0, extra: 0, errors: [] });
  const share = (): Share => ({ right: 0, of: 0, errors: [] });
  return {
    items: { agenda: counts(), facts: counts(), places: counts(), tasks: counts() },
    shares: {
      name: share(),
      date: share(),
      chair: share(),
      ordinal: share(),
      notInvented: share(),
      publishedOn: share(),
      unit: share(),
      approx: share(),
      planned: share(),
      line: share(),
      speaker: share(),
    },
  };
}

/** Adds one document to the score. `text` is the source text that the reading points into. */
export function addDocument(score: Score, gold: Gold, reading: Reading, text: string, label: string): void {
  const note = (share: Share, right: boolean, error: string): void => {
    share.of += 1;
    if (right) share.right += 1;
    else share.errors.push(`${label}  ${error}`);
  };
  note(
    score.shares.publishedOn,
    reading.publishedOn === gold.publishedOn,
    `published ${gold.publishedOn} ≠ ${reading.publishedOn}`,
  );
  meeting(score, gold.meeting, reading.meeting, note, label);
  facts(score, gold.facts, reading.facts, text, note, label);
  tally(
    score.items.places,
    pairUp(gold.places, reading.places, samePlace),
    (g) => `${g.name} ${g.code ?? ''}`,
    (f: PlaceReading) => `${f.name} ${f.code} (${f.printed})`,
    label,
  );
  tasks(score, gold.tasks, reading.tasks, text, note, label);
}

type Note = (share: Share, right: boolean, error: string) => void;

function meeting(
  score: Score,
  gold: GoldMeeting | null,
  found: MeetingReading | null,
  note: Note,
  label: string,
): void {
  const { shares, items } = score;
  if (gold === null) {
    note(shares.notInvented, found === null, `invented ${found?.name ?? ''}`);
    return;
  }
  if (gold.marginal && found === null) return;
  const names = [gold.name, ...(gold.nameAlso ?? [])];
  note(
    shares.name,
    found !== null && names.some((name) => sameName(name, found.name)),
    `name ${gold.name} ≠ ${found?.name ?? '–'}`,
  );
  note(
    shares.date,
    [gold.date, ...(gold.dateAlso ?? [])].includes(found?.date ?? null) && found !== null,
    `date ${gold.date} ≠ ${found?.date ?? '–'}`,
  );
  note(
    shares.chair,
    found !== null && [gold.chair, ...(gold.chairAlso ?? [])].includes(found.chair),
    `chair ${gold.chair} ≠ ${found?.chair ?? '–'}`,
  );
  note(
    shares.ordinal,
    found !== null && gold.ordinal === found.ordinal,
    `ordinal ${gold.ordinal} ≠ ${found?.ordinal ?? '–'}`,
  );
  const like = (g: GoldMeeting['agenda'][number], f: AgendaItem): number => {
    if (g.type !== f.type && !(g.typeAlso ?? []).includes(f.type)) return 0;
    const score = Math.max(dice(g.title, f.title), containment(g.title, f.title) >= 0.8 ? 0.5 : 0);
    return score >= 0.5 ? score : 0;
  };
  tally(
    items.agenda,
    pairUp(gold.agenda, found?.agenda ?? [], like),
    (g) => `${g.type} ${g.title}`,
    (f) => `${f.type} ${f.title}`,
    label,
  );
}

function sameName(a: string, b: string): boolean {
  const plain = (name: string): string => bare(name).replace(/(?:19|20)\d{2}年?度?/g, '');
  const [x, y] = [plain(a), plain(b)];
  return x === y || (Math.min(x.length, y.length) >= 5 && (x.includes(y) || y.includes(x))) || dice(x, y) >= 0.8;
}

function facts(
  score: Score,
  gold: readonly GoldFact[],
  found: readonly FactReading[],
  text: string,
  note: Note,
  label: string,
): void {
  const ranges = new Map(
    gold.map((g) => [g, [g.quote, ...(g.repeats ?? [])].flatMap((quote) => placesOf(text, quote))]),
  );
  const like = (g: GoldFact, f: FactReading): number => {
    if (g.exact !== f.exact) return 0;
    const overlap = Math.max(
      0,
      ...(ranges.get(g) ?? []).map(
        (range) => shared(range, f) / Math.max(1, Math.min(range.end - range.start, f.end - f.start)),
      ),
    );
    if (overlap === 0) return 0;
    return overlap + (sameUnit(g.unit, f.unit) ? 1 : 0) + dice(g.what, f.what) * 0.5;
  };
  const paired = pairUp(gold, found, like);
  // A repetition that the reader ties to its exact twin is no fact of its own.
  const matched = { ...paired, extra: paired.extra.filter((f) => f.twinOf === null) };
  tally(
    score.items.facts,
    matched,
    (g) => `${g.approx ?? ''}${g.value}${g.unit} ${g.what} | ${g.quote}`,
    (f) => `${f.approxText ?? ''}${f.value}${f.unit} ${f.what} | ${f.quote.slice(0, 60)}`,
    label,
  );
  for (const [g, f] of matched.pairs) {
    if (g.optional) continue;
    note(score.shares.unit, sameUnit(g.unit, f.unit), `unit ${g.value}${g.unit} ≠ ${f.value}${f.unit}`);
    note(
      score.shares.approx,
      (g.approx === null) === (f.approxText === null),
      `approx ${g.value} ${g.approx ?? '–'} ≠ ${f.approxText ?? '–'}`,
    );
    note(
      score.shares.planned,
      g.planned === f.planned,
      `planned ${g.value}${g.unit} ${String(g.planned)} | ${g.quote}`,
    );
  }
}

/** The same unit, the scale aside; a unit that is only a scale (万) goes with any. */
function sameUnit(a: string, b: string): boolean {
  const plain = (unit: string): string => unit.replace(/^[十百千万亿]+/, '').replace(/^％$/, '%');
  const [x, y] = [plain(a), plain(b)];
  return x === y || x === '' || y === '' || x.startsWith(y) || y.startsWith(x);
}

function samePlace(g: GoldPlace, f: PlaceReading): number {
  const code = g.code?.replace(/(?:00)+$/, '') ?? null;
  if (code === null) return bare(g.name) === bare(f.name) || g.as === f.printed ? 1 : 0;
  return code === f.code.replace(/(?:00)+$/, '') ? 1 : 0;
}

function tasks(
  score: Score,
  gold: readonly GoldTask[],
  found: readonly TaskReading[],
  text: string,
  note: Note,
  label: string,
): void {
  const ranges = new Map(gold.map((g) => [g, placesOf(text, g.quote)]));
  const like = (g: GoldTask, f: TaskReading): number => {
    const overlap = Math.max(
      0,
      ...(ranges.get(g) ?? []).map(
        (range) => shared(range, f) / Math.max(1, Math.min(range.end - range.start, f.end - f.start)),
      ),
    );
    const both = dice(g.quote, f.quote);
    return overlap >= 0.5 ? overlap + both : 0;
  };
  const matched = pairUp(gold, found, like);
  tally(
    score.items.tasks,
    matched,
    (g) => g.quote,
    (f) => f.quote,
    label,
  );
  for (const [g, f] of matched.pairs) {
    if (g.optional) continue;
    note(
      score.shares.line,
      g.line === f.line || (g.lineAlso ?? []).includes(f.line),
      `line ${g.line} ≠ ${f.line} | ${g.quote.slice(0, 50)}`,
    );
    note(
      score.shares.speaker,
      g.speaker === f.speaker,
      `speaker ${g.speaker ?? '–'} ≠ ${f.speaker ?? '–'} | ${g.quote.slice(0, 40)}`,
    );
  }
}

function tally<G extends { optional?: boolean }, F>(
  counts: Counts,
  matched: { pairs: [G, F][]; missed: G[]; extra: F[] },
  ofGold: (g: G) => string,
  ofFound: (f: F) => string,
  label: string,
): void {
  counts.right += matched.pairs.filter(([g]) => !g.optional).length;
  const missed = matched.missed.filter((g) => !g.optional);
  counts.missed += missed.length;
  counts.extra += matched.extra.length;
  for (const g of missed) counts.errors.push(`${label}  − ${ofGold(g)}`);
  for (const f of matched.extra) counts.errors.push(`${label}  + ${ofFound(f)}`);
}
