import { z } from 'zod';
import { LINES } from '../core/document/reading.ts';
import { ENTRY_STATES, ENTRY_STEPS } from '../core/ledger/entry.ts';
import { MEASURES } from '../core/ledger/kind.ts';
import { actBody, day, dryRun, id, instant, listOf, paging, placeId, route } from './route.ts';

/** Whole fen as text; negative only in reversals. */
export const fenText = z.string().regex(/^-?\d{1,17}$/, { message: 'input.invalid' });
/** A decimal as text, at most four places; negative only in reversals. */
export const quantityText = z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/, { message: 'input.invalid' });
/** Code of a kind of entry. */
export const kindCode = z.string().regex(/^[a-z][a-z0-9_]{1,49}$/, { message: 'input.invalid' });
const people = z.number().int().min(-2_000_000_000).max(2_000_000_000);
/** The measures of an entry; null: the kind does not have it, or nothing was said. */
export const measures = z.object({
  amountFen: fenText.nullable(),
  quantity: quantityText.nullable(),
  people: people.nullable(),
  personTimes: people.nullable(),
});
/** Where an entry stands. */
export const entryState = z.enum(ENTRY_STATES);
/** Whose turn it is. */
export const entryHolder = z.enum(['reporter', 'county', 'both', 'reviewer', 'poster', 'nobody']);

/** Several values in one parameter, divided by commas. */
const several = <T extends z.ZodType<string, string>>(one: T, max = 100) =>
  z
    .string()
    .max(4000)
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(one).min(1).max(max));
const fenFilter = z.string().regex(/^-?\d{1,15}$/, { message: 'input.invalid' });

/** What a list of entries is narrowed by; the same for lists, sums, exports and acts on many. */
export const entryFilter = {
  /** A county, or a place above with all counties below it. */
  countyId: placeId.optional(),
  /** The unit with all below it and all merged into them. */
  unitId: id.optional(),
  /** Codes, divided by commas. */
  kind: several(kindCode).optional(),
  line: z.enum(LINES).optional(),
  /** States, divided by commas. */
  state: several(entryState).optional(),
  /** First and last day under which figures count it. */
  from: day.optional(),
  to: day.optional(),
  /** A number with its county (year-county-…), or the beginning of a voucher's number or of a payee's name. */
  q: z.string().trim().min(1).max(100).optional(),
  /** I reported it. */
  mine: z.stringbool().optional(),
  /** It waits for me: its next step is one that I may take. */
  waiting: z.stringbool().optional(),
  importId: id.optional(),
  jointId: id.optional(),
  /** Values by which kinds are told apart, `field:value` divided by commas: of each field one of its values. */
  facet: several(z.string().regex(/^[a-z][a-z0-9_]{0,49}:[a-z0-9_]{1,50}$/, { message: 'input.invalid' })).optional(),
  minAmountFen: fenFilter.optional(),
  maxAmountFen: fenFilter.optional(),
  /** true: reversals and what they reversed; false: neither. */
  reversed: z.stringbool().optional(),
  /** As known on a day: only what was posted by its end. */
  knownOn: day.optional(),
};

/** An entry as other entries name it. */
export const entryLink = z.object({ id, number: z.string().nullable(), state: entryState });
/** An entry in a list. */
export const entryRow = z.object({
  id,
  countyId: placeId,
  countyName: z.string(),
  unitId: id,
  unitName: z.string(),
  number: z.string().nullable(),
  kind: kindCode,
  kindVersion: z.number().int(),
  /** Name in Chinese and English, as in its version. */
  kindName: z.object({ zh: z.string(), en: z.string() }),
  state: entryState,
  holder: entryHolder,
  occurredOn: day,
  countedOn: day,
  ...measures.shape,
  /** Unit of the quantity; null: the kind has none. */
  quantityUnit: z.string().nullable(),
  voucher: z.string().nullable(),
  payee: z.string().nullable(),
  note: z.string().nullable(),
  /** Values by field code; in lists without personal ones. */
  fields: z.record(z.string(), z.string()),
  /** Files that prove it. */
  evidence: z.number().int(),
  /** What a person should look at. */
  suspects: z.number().int(),
  /** The entry that reverses this one, asked or posted. */
  reversedBy: id.nullable(),
  reverses: id.nullable(),
  corrects: id.nullable(),
  tiedTo: id.nullable(),
  jointId: id.nullable(),
  revision: z.number().int(),
  reportedById: id,
  reportedBy: z.string(),
  reportedAt: instant,
  postedAt: instant.nullable(),
  /** Made as an example. */
  example: z.boolean(),
});
/** The entries within reach, newest counted first. */
export const entries = route({
  id: 'entry.list',
  method: 'GET',
  path: '/entries',
  access: 'ledger.read',
  query: z.object({ ...paging, ...entryFilter }),
  answer: listOf(entryRow),
});

/** Sums of one group of entries. Measures are never added to one another; quantities only within one unit. */
export const entrySum = z.object({
  entries: z.number().int(),
  amountFen: fenText,
  quantities: z.array(z.object({ unit: z.string(), quantity: z.string() })),
  people: z.string(),
  personTimes: z.string(),
});
/** How many entries a filter has and what they sum to; `sums` is null where there are too many to add while one waits. */
export const entrySums = route({
  id: 'entry.sums',
  method: 'GET',
  path: '/entries/sums',
  access: 'ledger.read',
  query: z.object(entryFilter),
  answer: z.object({
    count: z.number().int(),
    /** There are more than `count`. */
    capped: z.boolean(),
    sums: z.object({ posted: entrySum, inTransit: entrySum }).nullable(),
  }),
});

/** One step in the life of an entry. */
export const entryStep = z.object({
  seq: z.number().int(),
  step: z.string(),
  fromState: entryState.nullable(),
  toState: entryState,
  personId: id,
  person: z.string(),
  at: instant,
  reason: z.string().nullable(),
});
/** The county has other measures than were reported. */
export const entryDifference = z.object({
  id,
  reported: measures,
  confirmed: measures,
  reason: z.string(),
  raisedBy: z.string(),
  raisedAt: instant,
  /** null: open. */
  outcome: z.enum(['county', 'reporter', 'other', 'dropped']).nullable(),
  /** Open: what one side proposes. Ended: the measures that hold. */
  settled: measures.nullable(),
  /** The side that proposed it; null: nothing proposed, or ended. */
  proposedBy: z.enum(['reporter', 'county']).nullable(),
  settledReason: z.string().nullable(),
  settledBy: z.string().nullable(),
  settledAt: instant.nullable(),
});
/** A file that proves an entry. */
export const entryEvidence = z.object({
  evidenceId: id,
  demand: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.number(),
  takenAt: z.string().nullable(),
  addedBy: z.string(),
  addedAt: instant,
});
/** A person of a roster as screens show it: 张*, and the last four signs of the number hidden. */
export const rosterRow = z.object({
  seq: z.number().int(),
  name: z.string(),
  idTail: z.string().nullable(),
  times: z.number().int(),
  note: z.string().nullable(),
});
/** What a person should look at: a code with what fills its sentence. Never decides anything. */
export const entrySuspect = z.object({
  code: z.string(),
  at: z.string().nullable(),
  text: z.object({ zh: z.string(), en: z.string() }).nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
const entryParams = z.object({ countyId: placeId, id });
const tie = entryLink.extend({ unitName: z.string(), reason: z.string().nullable() });
/** One entry with everything that hangs on it. */
export const readEntry = route({
  id: 'entry.read',
  method: 'GET',
  path: '/entries/:countyId/:id',
  access: 'ledger.read',
  params: entryParams,
  answer: entryRow.extend({
    placeId: placeId.nullable(),
    placeName: z.string().nullable(),
    /** Values by field code; personal ones masked. */
    fields: z.record(z.string(), z.string()),
    /** What the kind says in this entry's version (KindDefinition). */
    definition: z.looseObject({ code: z.string(), measures: z.array(z.looseObject({ measure: z.enum(MEASURES) })) }),
    source: z.enum(['form', 'import', 'api', 'example']),
    importId: id.nullable(),
    importRow: z.number().int().nullable(),
    reason: z.string().nullable(),
    confirmedBy: z.string().nullable(),
    confirmedAt: instant.nullable(),
    reviewedBy: z.string().nullable(),
    reviewedAt: instant.nullable(),
    postedBy: z.string().nullable(),
    /** Counted under another day because the period of occurredOn was closed. */
    movedByClosing: z.boolean(),
    /** Who could take the next step, at most five names. */
    holders: z.array(z.string()),
    steps: z.array(entryStep),
    differences: z.array(entryDifference),
    evidenceFiles: z.array(entryEvidence),
    /** The entry that counts instead of this one, and why. */
    countsInstead: tie.nullable(),
    /** Entries that are tied to this one and do not count. */
    tiedHere: z.array(tie),
    /** The shares of a joint payment, this one among them; null: it is none. */
    joint: z
      .object({
        id,
        whole: z.boolean(),
        shares: z.array(
          entryLink.extend({
            countyId: placeId,
            unitName: z.string(),
            points: z.number().int(),
            amountFen: fenText.nullable(),
          }),
        ),
      })
      .nullable(),
    links: z.object({
      reverses: entryLink.nullable(),
      reversedBy: entryLink.nullable(),
      corrects: entryLink.nullable(),
      correctedBy: z.array(entryLink),
    }),
    /** What is open of it; suspect.of_entry has the settled ones too, and who may settle. */
    suspectList: z.array(entrySuspect),
    /** Demands of the kind that are not met yet. */
    missingEvidence: z.array(z.object({ demand: z.string(), least: z.number().int(), have: z.number().int() })),
    roster: z.array(rosterRow),
    /** May the roster be shown unmasked? */
    mayUnmask: z.boolean(),
    /** What the reader may do with it now; a step that is not here may not be done. */
    can: z.partialRecord(z.enum(ENTRY_STEPS), z.boolean()),
  }),
});
/** Names and personal fields of an entry in plain; the viewing stands in the log. */
export const showRoster = route({
  id: 'entry.roster',
  method: 'POST',
  path: '/entries/:countyId/:id/roster',
  access: 'ledger.personal',
  params: entryParams,
  query: z.object(dryRun),
  body: z.object({ ...actBody }),
  answer: z.object({ roster: z.array(rosterRow), fields: z.record(z.string(), z.string()) }),
});
