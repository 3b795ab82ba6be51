import { z } from 'zod';
import { LINES } from '../core/document/reading.ts';
import {
  AGAINST,
  LEVEL_RULES,
  PERIOD_RULES,
  PRINT_UNITS,
  type Formula,
  type IndicatorDefinition,
} from '../core/indicator/definition.ts';
import { MEASURES } from '../core/ledger/kind.ts';
import { actBody, day, dryRun, id, instant, line, listOf, paging, placeId, route } from './route.ts';

/** Code of an indicator or kind. */
export const indicatorCode = z.string().regex(/^[a-z][a-z0-9_]{1,49}$/, { message: 'input.invalid' });
/** An exact decimal in the plain unit of an indicator: fen for money, else its own unit. */
export const plainValue = z.string().regex(/^-?\d{1,24}(\.\d{1,12})?$/, { message: 'target.not_a_number' });
const bilingual = (max: number) => z.object({ zh: line(max), en: line(max) });
const facetCode = z.string().regex(/^[a-z][a-z0-9_]{0,49}$/, { message: 'input.invalid' });
const kindList = z.array(indicatorCode).min(1).max(50);

const sumOf = z.object({
  kinds: kindList,
  measure: z.enum([...MEASURES, 'entries']),
  where: z.record(facetCode, z.array(facetCode).min(1).max(50)).optional(),
});
const leaf = z.union([
  z.object({ sum: sumOf }),
  z.object({ latest: sumOf }),
  z.object({ distinct: z.object({ kinds: kindList }) }),
]);
const added = z.union([leaf, z.object({ add: z.array(leaf).min(1).max(20) })]);
const ratio = z.object({ ratio: z.object({ of: added, by: added, percent: z.boolean().optional() }) });
/** A formula; as deep as people can still read it. */
export const formula: z.ZodType<Formula> = z.union([
  added,
  ratio,
  z.object({ growth: z.object({ of: z.union([added, ratio]), against: z.enum(AGAINST) }) }),
]);
const levelRule = z.enum(LEVEL_RULES);
/** What a version of an indicator says; the meaning of each part stands at `IndicatorDefinition`. */
export const indicatorDefinition = z.object({
  code: indicatorCode,
  line: z.enum(LINES),
  name: bilingual(60),
  text: bilingual(4000),
  source: line(1000),
  unverified: z.boolean(),
  unit: z.enum(PRINT_UNITS),
  decimals: z.number().int().min(0).max(4),
  formula,
  period: z.enum(PERIOD_RULES),
  level: z.object({ unit: levelRule, county: levelRule, province: levelRule, all: levelRule }),
  owner: line(100).nullable(),
  freshDays: z.number().int().min(1).max(3660).nullable(),
  factWords: z.array(line(40)).max(40),
  better: z.enum(['higher', 'lower']).nullable(),
  headline: z.boolean(),
}) satisfies z.ZodType<IndicatorDefinition>;

const version = z.object({
  code: z.string(),
  version: z.number().int(),
  definition: indicatorDefinition,
  validFrom: day,
  validTo: day.nullable(),
  placeIds: z.array(placeId),
  shipped: z.boolean(),
});
const term = {
  validFrom: day,
  validTo: day.nullable(),
  placeIds: z.array(placeId).max(200),
  note: line(500).nullable(),
};
const FILE = { format: z.literal('bangfu-indicators'), formatVersion: z.literal(1) };

/** The indicators as they hold today, in order. */
export const indicators = route({
  id: 'indicator.list',
  method: 'GET',
  path: '/indicators',
  access: 'signed_in',
  query: z.object({ line: z.enum(LINES).optional() }),
  answer: z.object({
    items: z.array(version.extend({ versions: z.number().int() })),
    can: z.object({ manage: z.boolean() }),
  }),
});
/** One indicator with all its versions, newest first. */
export const readIndicator = route({
  id: 'indicator.read',
  method: 'GET',
  path: '/indicators/:code',
  access: 'signed_in',
  params: z.object({ code: z.string().max(50) }),
  answer: z.object({
    code: z.string(),
    shipped: z.boolean(),
    versions: z.array(
      version.extend({ placeNames: z.array(z.string()), note: z.string().nullable(), recordedAt: instant }),
    ),
    /** The version that holds today everywhere; null: none does. */
    current: z.number().int().nullable(),
    can: z.object({ manage: z.boolean() }),
  }),
});
/** A new version of an indicator, or a new indicator; the one before in the same places ends where this one begins. */
export const addIndicatorVersion = route({
  id: 'indicator.version',
  method: 'POST',
  path: '/indicators',
  access: 'indicator.manage',
  query: z.object(dryRun),
  body: z.object({ ...actBody, definition: indicatorDefinition, ...term }),
  answer: z.object({ code: z.string(), version: z.number().int(), ended: z.array(z.number().int()) }),
});
/** The definitions that hold today as a JSON file. */
export const exportIndicators = route({
  id: 'indicator.export',
  method: 'GET',
  path: '/indicators-file',
  access: 'signed_in',
  answer: z.object({ ...FILE, indicators: z.array(indicatorDefinition) }),
});
/** Takes definitions from such a file: new ones are added, changed ones become a new version, equal ones stay. All or none. */
export const importIndicators = route({
  id: 'indicator.import',
  method: 'POST',
  path: '/indicators-file',
  access: 'indicator.manage',
  query: z.object(dryRun),
  body: z.object({ ...actBody, ...FILE, indicators: z.array(indicatorDefinition).min(1).max(300), ...term }),
  answer: z.object({
    items: z.array(
      z.object({ code: z.string(), result: z.enum(['new', 'changed', 'same']), version: z.number().int() }),
    ),
  }),
});

const year = z.coerce.number().int().min(1980).max(2100);
const planItem = z.object({ id, planId: id, planTitle: z.string(), text: z.string() });
/** Targets within reach, of a year. */
export const targets = route({
  id: 'target.list',
  method: 'GET',
  path: '/targets',
  access: 'ledger.read',
  query: z.object({
    year: year.optional(),
    indicator: indicatorCode.optional(),
    unitId: id.optional(),
    countyId: placeId.optional(),
    withdrawn: z.stringbool().optional(),
    ...paging,
  }),
  answer: listOf(
    z.object({
      id,
      indicator: z.string(),
      year: z.number().int(),
      unitId: id,
      unitName: z.string(),
      countyId: placeId.nullable(),
      countyName: z.string().nullable(),
      value: plainValue,
      planItem: planItem.nullable(),
      setAt: instant,
      setBy: z.string(),
      withdrawnAt: instant.nullable(),
      reason: z.string().nullable(),
      can: z.object({ withdraw: z.boolean() }),
    }),
  ),
});
/** Sets a target; a unit has one for an indicator, a year and a county (or all together). */
export const setTarget = route({
  id: 'target.set',
  method: 'POST',
  path: '/targets',
  access: 'indicator.manage',
  query: z.object(dryRun),
  body: z.object({
    ...actBody,
    id,
    indicator: indicatorCode,
    year: z.number().int().min(1980).max(2100),
    unitId: id,
    countyId: placeId.nullable(),
    value: plainValue,
    planItemId: id.nullable(),
  }),
  answer: z.object({ id }),
});
/** Takes a target back; figures as known before keep it. */
export const withdrawTarget = route({
  id: 'target.withdraw',
  method: 'POST',
  path: '/targets/:id/withdraw',
  access: 'indicator.manage',
  params: z.object({ id }),
  body: z.object({ ...actBody, reason: line(500) }),
  answer: z.object({ id }),
});
/** Targets that items of plans within reach seem to name; a person accepts them one by one by setting them. */
export const proposedTargets = route({
  id: 'target.proposed',
  method: 'GET',
  path: '/targets/proposed',
  access: 'indicator.manage',
  query: z.object({ year, planId: id.optional() }),
  answer: z.object({
    items: z.array(
      z.object({
        planItem,
        indicator: z.string(),
        year: z.number().int(),
        unitId: id,
        unitName: z.string(),
        countyId: placeId.nullable(),
        countyName: z.string().nullable(),
        value: plainValue,
        /** The words that were read as the figure. */
        printed: z.string(),
        /** Target that is set already; null: none. */
        set: plainValue.nullable(),
      }),
    ),
  }),
});
