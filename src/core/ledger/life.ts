import { problem, type Problem, type ProblemCode } from '../kernel/problem.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Ability } from '../access/role.ts';
import { ABILITY_OF_STEP, STEPS_OF_STATE, type EntryState, type EntryStep, type Measures } from './entry.ts';

/** What a decision on the life of an entry looks at. Days are YYYY-MM-DD. */
export interface Standing {
  countyId: string;
  id: string;
  unitId: string;
  state: EntryState;
  revision: number;
  reportedBy: string;
  confirmedBy: string | null;
  reviewedBy: string | null;
  /** The day under which figures count it, while no period stands in the way. */
  countedOn: string;
  reverses: string | null;
  corrects: string | null;
  jointId: string | null;
}

/** Steps that change where an entry stands and nothing of what it says; `submit` and `change` check the whole entry, `reverse` makes a new one. */
export type PlainStep = Exclude<EntryStep, 'change' | 'submit' | 'reverse'>;

/** What is known around an entry when a step is decided. */
export interface Around {
  actorId: string;
  /** Today in Asia/Shanghai. */
  today: string;
  /** Whether figures of the unit on the day are closed. */
  closed(unitId: string, day: string): boolean;
  /** Demands of its kind that its files do not meet. */
  missingEvidence: readonly MissingEvidence[];
  /** Living entries that are tied to this one. */
  tiedHere: number;
  /** Its joint payment has all its shares; true where it is none. */
  jointWhole: boolean;
  /** The reversal of the entry that it corrects is posted; true where it corrects none. */
  reversalPosted: boolean;
}

/** A demand of the kind that is not met: how many files there are, and how many it takes. */
export interface MissingEvidence {
  demand: string;
  name: string;
  least: number;
  have: number;
}

/** Where the entry stands after a step. */
export interface Moved {
  state: EntryState;
  countedOn: string;
  confirmedBy: string | null;
  reviewedBy: string | null;
  posted: boolean;
  /** An open difference ends with the step. */
  dropsDifference: boolean;
}

/** The ability that a step takes at an entry that stands so: `return` takes that of whoever holds it. */
export function abilityOf(step: EntryStep, state: EntryState): Ability {
  if (step !== 'return') return ABILITY_OF_STEP[step];
  if (state === 'confirmed') return 'ledger.review';
  return state === 'reviewed' ? 'ledger.post' : 'ledger.confirm';
}

/** Whether the step fits the state; a reversal is neither tied nor reversed. */
export function stepFits(step: EntryStep, entry: Pick<Standing, 'state' | 'reverses'>): boolean {
  if (entry.reverses !== null && (step === 'tie' || step === 'reverse' || step === 'change' || step === 'submit'))
    return false;
  return (STEPS_OF_STATE[entry.state] as readonly EntryStep[]).includes(step);
}

/** Whether the step is the reporter's alone: taking an entry back, and what was taken back. */
export const isReportersOwn = (step: EntryStep, state: EntryState): boolean =>
  step === 'withdraw' || state === 'withdrawn';

/** Who of the persons before may not take the step too: four eyes at each, four persons in all. */
export function samePerson(step: EntryStep, entry: Standing, actorId: string): Problem | null {
  const before: [EntryStep, string | null, readonly EntryStep[]][] = [
    ['submit', entry.reportedBy, ['confirm', 'differ', 'review', 'post']],
    ['confirm', entry.confirmedBy, ['review', 'post']],
    ['review', entry.reviewedBy, ['post']],
  ];
  const found = before.find(([, person, steps]) => person === actorId && steps.includes(step));
  return found === undefined ? null : problem('ledger.same_person', undefined, { step: found[0], person: actorId });
}

/** Decides one step of one entry: where it stands then, or every reason against it. */
export function decideStep(entry: Standing, step: PlainStep, around: Around): Result<Moved, Problem> {
  if (!stepFits(step, entry)) return refused(problem('ledger.step_unfit', undefined, { state: entry.state, step }));
  const same = samePerson(step, entry, around.actorId);
  const problems = [...(same === null ? [] : [same]), ...against(entry, step, around)];
  if (problems.length > 0) return refused(...problems);
  const { countedOn, confirmedBy, reviewedBy } = entry;
  const moved: Moved = {
    state: entry.state,
    countedOn,
    confirmedBy,
    reviewedBy,
    posted: false,
    dropsDifference: false,
  };
  switch (step) {
    case 'confirm':
      return ok({ ...moved, state: 'confirmed', confirmedBy: around.actorId });
    case 'differ':
      return ok({ ...moved, state: 'differs' });
    case 'settle':
      return ok({ ...moved, state: 'confirmed' });
    case 'review':
      return ok({ ...moved, state: 'reviewed', reviewedBy: around.actorId });
    case 'post':
      return post(entry, moved, around);
    case 'tie':
      return ok({ ...moved, state: 'tied' });
    case 'withdraw':
      return ok({ ...moved, state: 'withdrawn', dropsDifference: entry.state === 'differs' });
    case 'return':
      return ok({
        ...moved,
        state: entry.reverses === null ? 'returned' : 'withdrawn',
        confirmedBy: null,
        reviewedBy: null,
        dropsDifference: entry.state === 'differs',
      });
  }
}

function against(entry: Standing, step: PlainStep, around: Around): Problem[] {
  const no = (code: ProblemCode, params?: Record<string, string | number>) => [problem(code, undefined, params)];
  if (step === 'withdraw' && entry.reportedBy !== around.actorId)
    return no('ledger.reporter_only', { person: entry.reportedBy });
  if ((step === 'withdraw' || step === 'tie') && around.tiedHere > 0)
    return no('ledger.has_ties', { count: around.tiedHere });
  if (step === 'differ' && entry.jointId !== null) return no('ledger.joint_fixed');
  if (step === 'review' || step === 'post') {
    return [
      ...around.missingEvidence.map(missingFile),
      ...(step === 'post' && !around.jointWhole ? no('ledger.joint_not_whole') : []),
      ...(step === 'post' && !around.reversalPosted ? no('ledger.reversal_first') : []),
    ];
  }
  return [];
}

/** The problem of a demand that is not met. */
export const missingFile = (one: MissingEvidence): Problem =>
  problem('ledger.evidence_missing', `evidence.${one.demand}`, { name: one.name, least: one.least, have: one.have });

/** Figures count it on its day, or today where that period is closed. */
function post(entry: Standing, moved: Moved, around: Around): Result<Moved, Problem> {
  const late = around.closed(entry.unitId, entry.countedOn);
  if (late && around.closed(entry.unitId, around.today))
    return refused(problem('ledger.period_closed', undefined, { on: around.today }));
  return ok({ ...moved, state: 'posted', posted: true, countedOn: late ? around.today : entry.countedOn });
}

/** Divides whole fen (0 or more) by shares in 1/100 %: rounded down, the rest one fen each to the largest remainders (the first among equals). */
export function divideFen(total: bigint, points: readonly number[]): bigint[] {
  const parts = points.map((one, index) => {
    const share = total * BigInt(one);
    return { index, fen: share / 10_000n, rest: share % 10_000n };
  });
  let left = total - parts.reduce((sum, one) => sum + one.fen, 0n);
  const byRest = [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const one of byRest) {
    if (left <= 0n) break;
    one.fen += 1n;
    left -= 1n;
  }
  return parts.map((one) => one.fen);
}

/** Whether two have the same measures: quantities by value (1.50 is 1.5). */
export function sameMeasures(a: Measures, b: Measures): boolean {
  return (
    a.amountFen === b.amountFen &&
    a.people === b.people &&
    a.personTimes === b.personTimes &&
    plain(a.quantity) === plain(b.quantity)
  );
}

/** A decimal text without superfluous zeros. */
const plain = (text: string | null): string | null =>
  text === null ? null : text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
