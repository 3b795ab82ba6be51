import { z } from 'zod';
import { SUSPECT_CODES } from '../core/ledger/suspects.ts';
import { entryFilter, entryState, fenText } from './ledger.ts';
import { actBody, day, dryRun, id, instant, line, paging, placeId, route } from './route.ts';

const bilingual = z.object({ zh: z.string(), en: z.string() });
/** Something in an entry that a person should look at. */
export const suspect = z.object({
  countyId: placeId,
  id,
  entryId: id,
  /** One of SUSPECT_CODES, or rule.<code> of the entry's kind. */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Sentence of the kind's rule; null: the words have it by the code. */
  text: bilingual.nullable(),
  foundAt: instant,
  /** null: open. */
  outcome: z.enum(['fine', 'acted']).nullable(),
  reason: z.string().nullable(),
  settledBy: z.string().nullable(),
  settledAt: instant.nullable(),
  number: z.string().nullable(),
  state: entryState,
  kindName: bilingual,
  countyName: z.string(),
  unitId: id,
  unitName: z.string(),
  occurredOn: day,
  amountFen: fenText.nullable(),
  /** The other entry that it is about. */
  other: z.object({ countyId: placeId, id, number: z.string().nullable() }).nullable(),
  /** It is about another entry, which is out of reach. */
  otherHidden: z.boolean(),
  can: z.object({ settle: z.boolean() }),
});
const code = z.string().regex(/^[a-z][a-z0-9_.]{1,60}$/, { message: 'input.invalid' });

/** Findings in entries within reach, newest first. */
export const suspects = route({
  id: 'suspect.list',
  method: 'GET',
  path: '/suspects',
  access: 'ledger.read',
  query: z.object({
    ...paging,
    ...entryFilter,
    /** One rule; `rule`: those of the kinds. */
    code: code.optional(),
    /** true: the settled ones. */
    settled: z.stringbool().optional(),
  }),
  answer: z.object({
    items: z.array(suspect),
    next: z.string().nullable(),
    /** How many by rule under the same filter. */
    codes: z.array(z.object({ code: z.string(), count: z.number().int() })),
    can: z.object({ find: z.boolean() }),
  }),
});
/** Findings of one entry, open and settled, oldest first. */
export const suspectsOfEntry = route({
  id: 'suspect.of_entry',
  method: 'GET',
  path: '/entries/:countyId/:id/suspects',
  access: 'ledger.read',
  params: z.object({ countyId: placeId, id }),
  answer: z.object({ items: z.array(suspect) }),
});
/** Says what a finding was: fine as it is, or acted upon; by another person than who reported the entry. */
export const settleSuspect = route({
  id: 'suspect.settle',
  method: 'POST',
  path: '/suspects/:countyId/:id/settle',
  access: 'ledger.review',
  params: z.object({ countyId: placeId, id }),
  query: z.object(dryRun),
  body: z.object({ ...actBody, outcome: z.enum(['fine', 'acted']), reason: line(1000) }),
  answer: z.object({ id }),
});
/** Looks through all entries of a year with every rule, as a job; also done each night. */
export const findSuspects = route({
  id: 'suspect.find',
  method: 'POST',
  path: '/suspects/find',
  access: 'ledger.review',
  query: z.object(dryRun),
  body: z.object({ ...actBody, year: z.number().int().min(1980).max(2200) }),
  answer: z.object({ jobId: id }),
});
const bound = z.object({
  unit: z.enum(['fen', 'day', 'percent', 'times', 'count']),
  is: z.string(),
  least: z.string(),
  most: z.string(),
});
/** The rules by which findings are made; their thresholds are defaults of ours until somebody sets them. */
export const suspectRules = route({
  id: 'suspect.rules',
  method: 'GET',
  path: '/suspects/rules',
  access: 'ledger.read',
  answer: z.object({
    items: z.array(
      z.object({
        code: z.enum(SUSPECT_CODES),
        enabled: z.boolean(),
        params: z.record(z.string(), z.string()),
        bounds: z.record(z.string(), bound),
        /** Set by somebody; false: as it came, not verified. */
        set: z.boolean(),
      }),
    ),
    can: z.object({ manage: z.boolean() }),
  }),
});
/** Sets the thresholds of a rule, or switches it off. */
export const setSuspectRule = route({
  id: 'suspect.set_rule',
  method: 'POST',
  path: '/suspects/rules/:code',
  access: 'kind.manage',
  params: z.object({ code }),
  query: z.object(dryRun),
  body: z.object({ ...actBody, enabled: z.boolean(), params: z.record(z.string().max(40), z.string().max(20)) }),
  answer: z.object({ code: z.string() }),
});
