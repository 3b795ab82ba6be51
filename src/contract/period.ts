import { z } from 'zod';
import { PERIOD_ACTS, PERIOD_ASKED, PERIOD_OUTCOMES, PERIOD_STATES, parsePeriod } from '../core/ledger/period.ts';
import { actBody, day, dryRun, id, instant, line, route } from './route.ts';

/** Code of a period: 2021, 2021-Q1, 2021-03. */
export const periodCode = z.string().refine((text) => parsePeriod(text) !== null, { message: 'input.invalid' });
const year = z.coerce.number().int().min(1980).max(2200);

/** A period of a unit with all below it. */
export const period = z.object({
  period: periodCode,
  grain: z.enum(['year', 'quarter', 'month']),
  from: day,
  to: day,
  state: z.enum(PERIOD_STATES),
  /** Its last day has passed. */
  over: z.boolean(),
  /** Another closed period that has all its days, by its unit where that is within reach; null: none. */
  coveredBy: z.object({ unitName: z.string().nullable(), period: periodCode }).nullable(),
  /** What was asked last; null: nothing, or not known. */
  asked: z.enum(PERIOD_ASKED).nullable(),
  /** What became of it; null: not decided yet, or not known. */
  outcome: z.enum(PERIOD_OUTCOMES).nullable(),
  askedById: id.nullable(),
  askedBy: z.string().nullable(),
  askedAt: instant.nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  /** Entries within reach that are counted in it and not posted yet. */
  transit: z.number().int(),
  /** What the reader may do with it now. */
  can: z.partialRecord(z.enum(PERIOD_ACTS), z.boolean()),
});
/** The periods of a unit, year by year, newest first. */
export const periods = route({
  id: 'period.list',
  method: 'GET',
  path: '/periods',
  access: 'ledger.read',
  query: z.object({ unitId: id, from: year.optional(), to: year.optional() }),
  answer: z.object({
    unitId: id,
    /** Null: the reader may close its periods, and may not read units. */
    unitName: z.string().nullable(),
    /** May the reader close periods of this unit? */
    mayClose: z.boolean(),
    items: z.array(z.object({ year: z.number().int(), periods: z.array(period) })),
  }),
});

/** What another person asked of periods and the reader may decide, of all units within reach, oldest first; the first fifty. */
export const waitingPeriods = route({
  id: 'period.waiting',
  method: 'GET',
  path: '/periods/waiting',
  access: 'ledger.post',
  answer: z.object({
    items: z.array(
      z.object({
        unitId: id,
        /** Null: the reader may decide it, and may not read units. */
        unitName: z.string().nullable(),
        period: periodCode,
        asked: z.enum(PERIOD_ASKED),
        askedBy: z.string(),
        askedAt: instant,
        reason: z.string().nullable(),
      }),
    ),
    /** There are more than these. */
    more: z.boolean(),
  }),
});

const reason = line(1000);
const after = z.object({ unitId: id, period: periodCode, state: z.enum(PERIOD_STATES) });
const act = <const Verb extends string, const B extends z.ZodRawShape>(verb: Verb, more: B) =>
  route({
    id: `period.${verb}`,
    method: 'POST',
    path: `/periods/${verb}`,
    access: 'ledger.post',
    query: z.object(dryRun),
    body: z.object({ ...actBody, unitId: id, period: periodCode, ...more }),
    answer: after,
  });
/** Asks that a period be closed; another person closes it. */
export const askClose = act('ask_close', { reason: reason.nullable() });
/** Closes a period that another person asked to close: nothing is counted in it any more. */
export const closePeriod = act('close', {});
/** Asks that a closed period be opened again. */
export const askReopen = act('ask_reopen', { reason });
/** Opens a period again that another person asked to open. */
export const reopenPeriod = act('reopen', {});
/** Declines what was asked, or takes one's own asking back. */
export const declinePeriod = act('decline', { reason });
