import { postFor, reachOf, reaches, type Actor, type Belonging } from '../core/access/reach.ts';
import type { Ability } from '../core/access/role.ts';
import { canonical } from '../core/kernel/canonical.ts';
import { dayOf, type Instant, type PlainDate } from '../core/kernel/plain-date.ts';
import { problem, type Problem, type ProblemCode } from '../core/kernel/problem.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import { findAct, insertAct } from '../storage/act/act-log.ts';
import { inTransaction, type Tx } from '../storage/database/transaction.ts';
import { sqlStateOf, violationOf } from '../storage/database/violation.ts';
import { forgetSignedIn } from './access/sign-in.ts';
import { sm3, type House } from './house.ts';

/** What an act works with: one transaction, who acts, and the moment. */
export interface ActContext {
  tx: Tx;
  actor: Actor;
  /** A posting sets it anew, once others see that it is under way. */
  now: Instant;
  today: PlainDate;
  house: House;
  /** Post that the act is done as; set by `allow`. */
  post: string | null;
}

/** What an act did: its answer and the line for the log. */
export interface Done<Answer> {
  answer: Answer;
  subject: { kind: string; id: string } | null;
  before?: unknown;
  after?: unknown;
  /** Reason that the person gave; it can be read in the log. */
  note?: string | null;
  /** The answer holds a secret: it is not kept, and a repetition is refused instead of replayed. */
  secret?: boolean;
}

/** One thing a person does. `perform` loads with a lock, checks, decides and stores; it never commits. */
export interface Act<Input, Answer> {
  name: string;
  /** The county that the act is about: its chain in the log; left out: none. */
  county?(input: Input): string;
  /** What a broken constraint means to the user. */
  violations?: Partial<Record<string, ProblemCode>>;
  /** What of the input goes into its hash; for inputs with a password, which a plain hash in the log would give away to guessing. */
  conceal?(input: Input, actId: string): Promise<unknown>;
  perform(context: ActContext, input: Input): Promise<Result<Done<Answer>, Problem>>;
}

/** Who calls, and under which id: the same id with the same input is answered from the log. */
export interface Call<Input> {
  actId: string;
  actor: Actor;
  input: Input;
  dryRun?: boolean | undefined;
  requestId?: string | null;
}

const NO_COUNTY = '0';
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Nobody signed in: for acts that a one-time link opens. */
export const nobody: Actor = { personId: NOBODY, name: '', posts: [], limits: null };

/**
 * The one door for every write: seen before? → perform in one transaction → append to the log → commit.
 * A dry run is the same, rolled back. A refusal leaves nothing behind.
 */
export async function runAct<Input, Answer>(
  house: House,
  act: Act<Input, Answer>,
  call: Call<Input>,
): Promise<Result<Answer, Problem>> {
  const said = act.conceal === undefined ? call.input : await act.conceal(call.input, call.actId);
  const inputHash = sm3(canonical([act.name, call.actor.personId, said]));
  const key = { countyId: act.county?.(call.input) ?? NO_COUNTY, actId: call.actId, inputHash };
  const seen = await replay<Answer>(house, key);
  if (seen !== null) return seen;
  try {
    const done = await inTransaction(house.app, (tx) => once(tx, house, act, call, key), {
      rollBack: call.dryRun === true,
    });
    forgetSignedIn(house);
    return done;
  } catch (error) {
    const problems = problemsOf(error, act);
    if (problems === null) throw error;
    // Two of the same at once: this one may have failed because the other one is done by now.
    return (await replay<Answer>(house, key)) ?? refused(...problems);
  }
}

/** What kept an act from being done, as problems; null: an error that nobody foresaw. */
function problemsOf(error: unknown, act: Pick<Act<never, never>, 'violations'>): Problem[] | null {
  if (error instanceof Refusal) return error.problems;
  const name = violationOf(error)?.name ?? '';
  if (name === 'act_log_pkey') return [problem('act.busy')];
  const meaning = act.violations?.[name];
  if (meaning !== undefined) return [problem(meaning)];
  return ['55P03', '40001', '40P01'].includes(sqlStateOf(error) ?? '') ? [problem('act.busy')] : null;
}

/** Thrown to roll back; caught by `runAct` and nowhere else. */
class Refusal extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map((one) => one.code).join(', '));
    this.problems = problems;
  }
}

async function once<Input, Answer>(
  tx: Tx,
  house: House,
  act: Act<Input, Answer>,
  call: Call<Input>,
  key: Key,
): Promise<Result<Answer, Problem>> {
  await tx.query("set local lock_timeout = '5s'");
  const result = await performed(tx, house, act, call, key);
  if (!result.ok) throw new Refusal(result.problems);
  return result;
}

/**
 * Does an act inside a transaction that the caller holds (a part of a job), with its line in the log. A refusal is the answer:
 * whoever calls sees to it that nothing of the act stays. Broken constraints are thrown.
 */
export async function actWithin<Input, Answer>(
  tx: Tx,
  house: House,
  act: Act<Input, Answer>,
  call: Call<Input>,
): Promise<Result<Answer, Problem>> {
  const said = act.conceal === undefined ? call.input : await act.conceal(call.input, call.actId);
  const inputHash = sm3(canonical([act.name, call.actor.personId, said]));
  return performed(tx, house, act, call, {
    countyId: act.county?.(call.input) ?? NO_COUNTY,
    actId: call.actId,
    inputHash,
  });
}

async function performed<Input, Answer>(
  tx: Tx,
  house: House,
  act: Act<Input, Answer>,
  call: Call<Input>,
  key: Key,
): Promise<Result<Answer, Problem>> {
  const now = house.clock();
  const context: ActContext = { tx, actor: call.actor, now, today: dayOf(now), house, post: null };
  const result = await act.perform(context, call.input);
  if (!result.ok) return result;
  const done = result.value;
  await insertAct(tx, {
    countyId: key.countyId,
    id: key.actId,
    act: act.name,
    personId: call.actor === nobody ? null : call.actor.personId,
    postId: context.post,
    at: context.now,
    requestId: call.requestId ?? null,
    subjectKind: done.subject?.kind ?? null,
    subjectId: done.subject?.id ?? null,
    note: done.note ?? null,
    inputHash: key.inputHash,
    beforeHash: done.before === undefined ? null : sm3(canonical(done.before)),
    afterHash: done.after === undefined ? null : sm3(canonical(done.after)),
    answer: done.secret === true ? { secret: true } : { value: done.answer },
  });
  return ok(done.answer);
}

/** What makes two calls the same. */
interface Key {
  countyId: string;
  actId: string;
  inputHash: Buffer;
}

async function replay<Answer>(house: House, key: Key): Promise<Result<Answer, Problem> | null> {
  const seen = await findAct(house.app, key.countyId, key.actId);
  if (seen === null) return null;
  const kept = seen.answer as { value?: Answer; secret?: boolean };
  if (!seen.inputHash.equals(key.inputHash) || kept.secret === true) return refused(problem('act.id_used'));
  return ok(kept.value as Answer);
}

/**
 * Whether the actor may do this to the thing; notes the post for the log.
 * A thing that the actor does not even reach for reading is missing; one that is only not his to change is forbidden.
 */
export function allow(context: ActContext, ability: Ability, thing: Belonging, toRead?: Ability): Problem | null {
  const post = postFor(context.actor, ability, thing);
  if (post !== null) {
    context.post ??= post.id;
    return null;
  }
  const seen = toRead !== undefined && reaches(reachOf(context.actor, toRead), thing);
  return problem(seen ? 'access.forbidden' : 'access.missing');
}
