import { dayOf, type PlainDate } from '../../core/kernel/plain-date.ts';
import { mayAnywhere } from '../../core/access/reach.ts';
import { problem } from '../../core/kernel/problem.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import { ruleOf, yearEndShare, type SuspectRule } from '../../core/ledger/suspects.ts';
import { inTransaction, type Reader } from '../../storage/database/transaction.ts';
import { putFindings, type Finding } from '../../storage/ledger/suspect.ts';
import { countTold, nextTold, yearEnds } from '../../storage/ledger/suspect-facts.ts';
import { newId, type House } from '../house.ts';
import { queueJob } from '../job/jobs.ts';
import type { JobKind } from '../job/job-kind.ts';
import type { Act } from '../run-act.ts';
import { cheapFindings, loadRules, Medians, oddPrices, sameFiles } from './find-suspects.ts';

const CHUNK = 500;

/** How far a search came: the last entry looked at. */
interface FindProgress {
  after: [string, string] | null;
  looked: number;
  found: number;
}

/** One part of a search through a year. */
interface FindPart {
  progress: FindProgress;
  findings: Finding[];
  last: boolean;
}

async function nextPart(
  db: Reader,
  year: number,
  before: FindProgress,
  medians: Medians,
  today: PlainDate,
): Promise<FindPart> {
  const rules = await loadRules(db);
  const rows = await nextTold(db, year, before.after, CHUNK);
  const own = rows.filter((row) => row.reverses === null);
  const last = rows.length < CHUNK;
  const findings = [
    ...(await cheapFindings(db, own, rules)),
    ...(await sameFiles(db, own, rules)),
    ...(await oddPrices(db, own, rules, medians)),
    ...(last ? await lateOnes(db, year, rules, today) : []),
  ];
  const end = rows.at(-1);
  const after: FindProgress['after'] = end === undefined ? before.after : [end.countedOn, end.id];
  return { progress: { after, looked: before.looked + rows.length, found: before.found }, findings, last };
}

/** Units whose year was spent in its last days; told at the largest entry of those days, once the year is over. */
async function lateOnes(db: Reader, year: number, rules: readonly SuspectRule[], today: PlainDate): Promise<Finding[]> {
  const rule = ruleOf(rules, 'year_end');
  if (rule === null || today <= `${year}-12-31`) return [];
  const { days = '', fromFen = '' } = rule.params;
  return (await yearEnds(db, year, Number(days), fromFen)).flatMap((one) => {
    const sums = { lastDaysFen: BigInt(one.lastDaysFen), yearFen: BigInt(one.yearFen) };
    const percent = yearEndShare(sums, rule);
    if (percent === null) return [];
    const params = { percent, days: Number(days), lastDaysFen: one.lastDaysFen };
    return [{ countyId: one.countyId, id: one.id, code: 'year_end', params, other: null }];
  });
}

/** The job that looks through all entries of a year with every rule. Findings say who may see them by their entry. */
export const suspectJob: JobKind = {
  async open(run) {
    const { year } = run.input as { year: number };
    const medians = new Medians();
    const total = await countTold(run.house.app, year);
    return {
      async step(progress) {
        const before = (progress as FindProgress | null) ?? { after: null, looked: 0, found: 0 };
        const now = run.house.clock();
        const part = await nextPart(run.house.app, year, before, medians, dayOf(now));
        const ids = part.findings.map(() => newId());
        const outcome: Record<string, unknown> = {};
        return {
          progress: part.progress,
          done: part.progress.looked,
          total,
          ...(part.last ? { outcome } : {}),
          store: async (tx) => {
            part.progress.found = before.found + (await putFindings(tx, part.findings, ids, now));
            Object.assign(outcome, { looked: part.progress.looked, found: part.progress.found });
          },
        };
      },
    };
  },
};

/** Queues a search through a year. */
export const findSuspects: Act<{ year: number }, { jobId: string }> = {
  name: 'suspect.find',
  async perform(context, input) {
    if (!mayAnywhere(context.actor, 'ledger.review')) return refused(problem('access.forbidden'));
    context.post = context.actor.posts[0]?.id ?? null;
    const jobId = await queueJob(context, { kind: 'suspect.find', about: null, input });
    return ok({ answer: { jobId }, subject: { kind: 'job', id: jobId }, after: input, note: String(input.year) });
  },
};

/** Looks through a year beside the requests, each part in one transaction; gives how many findings are new. */
export async function searchYear(house: House, year: number): Promise<number> {
  const medians = new Medians();
  let progress: FindProgress = { after: null, looked: 0, found: 0 };
  for (;;) {
    const now = house.clock();
    const part = await nextPart(house.app, year, progress, medians, dayOf(now));
    const ids = part.findings.map(() => newId());
    const fresh = await inTransaction(house.app, (tx) => putFindings(tx, part.findings, ids, now));
    progress = { ...part.progress, found: progress.found + fresh };
    if (part.last) return progress.found;
  }
}

/** Searches once a night: called often, it works at the first call of a new day and else says null. In January the year before too. */
export function nightlySearch(house: House): () => Promise<number | null> {
  let last: PlainDate = dayOf(house.clock());
  return async () => {
    const today = dayOf(house.clock());
    if (today === last) return null;
    last = today;
    const year = Number(today.slice(0, 4));
    const before = today.slice(5, 7) === '01' ? await searchYear(house, year - 1) : 0;
    return before + (await searchYear(house, year));
  };
}
