import { z } from 'zod';
import { LINES } from '../core/document/reading.ts';
import { LEVELS, PERIOD_RULES, PRINT_UNITS } from '../core/indicator/definition.ts';
import { NO_VALUE } from '../core/indicator/evaluate.ts';
import { parsePeriod } from '../core/indicator/period.ts';
import { MEASURES } from '../core/ledger/kind.ts';
import { indicatorCode, indicatorDefinition, plainValue } from './indicator.ts';
import { day, id, instant, listOf, paging, placeId, route } from './route.ts';
import { fact } from './work.ts';

/** `2021` | `2021-Q1` | `2021-03` | `2021-01to06`. */
export const periodCode = z.string().refine((text) => parsePeriod(text) !== null, { message: 'input.invalid' });
const moment = z.iso.datetime({ error: 'input.invalid' });
const name = z.object({ zh: z.string(), en: z.string() });
/** Keys of a county (6 digits) or province (2). */
const scopePlace = placeId.refine((text) => text.length === 6 || text.length === 2, { message: 'input.invalid' });

/** A figure in the plain unit of its indicator (fen for money) with what stands beside it. */
export const figureCell = z.object({
  code: z.string(),
  /** Version of the definition; null: none holds. */
  version: z.number().int().nullable(),
  value: plainValue.nullable(),
  why: z.enum(NO_VALUE).nullable(),
  target: plainValue.nullable(),
  /** Per cent with one decimal, never capped. */
  completion: z.string().nullable(),
  /** Month in which the target was reached for good. */
  reached: z.string().nullable(),
  /** Reported and not yet posted. */
  transit: plainValue.nullable(),
});
/** What a figure is of, as the reader reaches it. */
export const figureScope = z.object({
  placeId: scopePlace.nullable(),
  placeName: z.string().nullable(),
  unitId: id.nullable(),
  unitName: z.string().nullable(),
  /** False: made of several posts' reach, which no other reader may have; such a figure has no id. */
  citable: z.boolean(),
});
const column = z.object({
  code: z.string(),
  version: z.number().int(),
  name,
  line: z.enum(LINES),
  unit: z.enum(PRINT_UNITS),
  decimals: z.number().int(),
  period: z.enum(PERIOD_RULES),
  unverified: z.boolean(),
  better: z.enum(['higher', 'lower']).nullable(),
});

/** County × indicator, or unit × indicator, for a period; the sum over all rows comes with it. */
export const figureBoard = route({
  id: 'figure.board',
  method: 'GET',
  path: '/figures/board',
  access: 'ledger.read',
  query: z.object({
    period: periodCode,
    level: z.enum(['county', 'unit']).default('county'),
    /** Without: the headline indicators. */
    line: z.enum(LINES).optional(),
    /** Codes, divided by commas. */
    codes: z.string().max(2000).optional(),
    placeId: scopePlace.optional(),
    unitId: id.optional(),
    knownOn: moment.optional(),
    ...paging,
  }),
  answer: z.object({
    period: periodCode,
    knownOn: instant,
    scope: figureScope,
    indicators: z.array(column),
    sum: z.array(figureCell),
    items: z.array(
      z.object({
        /** Key of a county, or id of a unit. */
        id: z.string(),
        name: z.string(),
        /** By unit: the unit itself without those below it. */
        direct: z.boolean(),
        cells: z.array(figureCell),
      }),
    ),
    next: z.string().nullable(),
  }),
});

const factBeside = fact.extend({
  verdict: z.enum(['equal', 'differs', 'not_comparable']),
  /** Why it cannot be compared. */
  why: z.enum(['unit', 'planned', 'no_value', 'unread', 'period', 'place']).nullable(),
  /** Ours of the places that the document names, in our plain unit; null: none, out of reach, or the fact is of another time. */
  ours: z.string().nullable(),
  /** Ours less theirs, in our plain unit. */
  by: z.string().nullable(),
});
const figureQuery = {
  placeId: scopePlace.optional(),
  unitId: id.optional(),
  period: periodCode,
  knownOn: moment.optional(),
  /** Version of the definition; without: the one that holds. */
  version: z.coerce.number().int().min(1).max(999_999).optional(),
};
const figureHead = {
  figure: figureCell.extend({
    definition: indicatorDefinition,
    reachedOn: day.nullable(),
    figureId: z.string().nullable(),
    /** Why it has no id: nobody else sees the same scope, or entries are being posted at this moment. */
    notCited: z.enum(['scope', 'posting']).nullable(),
  }),
  scope: figureScope,
  level: z.enum(LEVELS),
  period: periodCode,
  knownOn: instant,
};
/** One figure with its story. Counties and units beside one another: the board, with `codes` of this one. */
export const readFigure = route({
  id: 'figure.read',
  method: 'GET',
  path: '/figures/:code',
  access: 'ledger.read',
  params: z.object({ code: indicatorCode }),
  query: z.object(figureQuery),
  answer: z.object({
    ...figureHead,
    /** The twelve months of the year: each alone, and the year up to it (or the stock at its end). */
    months: z.array(z.object({ month: z.string(), value: plainValue.nullable(), toDate: plainValue.nullable() })),
    years: z.array(z.object({ year: z.number().int(), value: plainValue.nullable(), target: plainValue.nullable() })),
    /** The same period a year before; growth in per cent with one decimal. */
    before: z.object({ period: periodCode, value: plainValue.nullable(), growth: z.string().nullable() }),
    facts: z.array(factBeside),
    /** Newest entry behind it. */
    latest: z.object({ on: day, postedAt: instant }).nullable(),
    stale: z.boolean(),
    /** What the formula speaks of, to say it in words. */
    kinds: z.array(
      z.object({
        code: z.string(),
        name,
        measures: z.array(z.object({ measure: z.string(), name })),
        facets: z.array(z.object({ code: z.string(), name, choices: z.array(z.object({ code: z.string(), name })) })),
      }),
    ),
    can: z.object({ target: z.boolean(), manage: z.boolean() }),
  }),
});
/** The entries whose sum is the figure, newest first, reversals among them. */
export const figureEntries = route({
  id: 'figure.entries',
  method: 'GET',
  path: '/figures/:code/entries',
  access: 'ledger.read',
  params: z.object({ code: indicatorCode }),
  query: z.object({
    ...figureQuery,
    /** Of a ratio: what is divided, or what by. */
    part: z.enum(['of', 'by']).default('of'),
    ...paging,
  }),
  answer: listOf(
    z.object({
      countyId: placeId,
      countyName: z.string(),
      id,
      number: z.string().nullable(),
      kind: z.string(),
      kindName: name,
      unitId: id,
      unitName: z.string(),
      countedOn: day,
      voucher: z.string().nullable(),
      payee: z.string().nullable(),
      reverses: id.nullable(),
      postedAt: instant,
      /** What it adds to the figure, in the plain unit. */
      value: plainValue,
    }),
  ).extend({
    /** What all of them add up to; null where the figure is no sum (persons counted once). */
    sum: plainValue.nullable(),
    count: z.number().int(),
    /** The list goes by this measure. */
    measure: z.enum([...MEASURES, 'entries']),
  }),
});
/** A figure by its id: as it was known then, and what is known now. */
export const citedFigure = route({
  id: 'figure.cited',
  method: 'GET',
  path: '/f/:figureId',
  access: 'ledger.read',
  params: z.object({ figureId: z.string().max(200) }),
  answer: z.object({
    ...figureHead,
    now: z.object({
      value: plainValue.nullable(),
      why: z.enum(NO_VALUE).nullable(),
      version: z.number().int().nullable(),
    }),
    /** Entries posted since then that count in it. */
    since: z.number().int(),
  }),
});
