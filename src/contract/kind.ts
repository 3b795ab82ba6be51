import { z } from 'zod';
import { LINES } from '../core/document/reading.ts';
import { FIELD_TYPES, MEASURES, QUANTITY_UNITS, type Condition, type KindDefinition } from '../core/ledger/kind.ts';
import { actBody, day, dryRun, instant, line, placeId, route } from './route.ts';

/** Code of a kind, field, choice, rule or demand: lower case letters, digits and `_`. */
export const kindCode = z.string().regex(/^[a-z][a-z0-9_]{0,49}$/, { message: 'kind.code_form' });
const bilingual = (max: number) => z.object({ zh: line(max), en: line(max) });
const synonyms = z.array(line(60)).max(60);
const decimalText = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, { message: 'kind.number_form' });

const operand = z.union([z.object({ of: kindCode }), z.object({ value: z.string().max(200) })]);
const leaf = z.union([
  z.object({ test: z.enum(['filled', 'empty']), of: kindCode }),
  z.object({ test: z.enum(['=', '≠', '<', '≤', '>', '≥']), left: operand, right: operand }),
  z.object({ test: z.literal('in'), of: kindCode, values: z.array(z.string().max(200)).min(1).max(200) }),
  z.object({ test: z.literal('product'), left: operand, by: operand, is: operand, tolerance: decimalText }),
]);
const group = <T extends z.ZodType>(inner: T) =>
  z.object({ test: z.enum(['all', 'any']), of: z.array(inner).min(1).max(20) });
const inner = z.union([leaf, group(leaf)]);
/** A condition; three levels of all/any are enough for what people can still read. */
export const condition: z.ZodType<Condition, Condition> = z.union([leaf, group(inner)]).meta({ id: 'KindCondition' });

const ask = z.object({ ask: z.enum(['required', 'optional', 'no']), name: bilingual(40) });
const choice = bilingual(100).extend({ code: kindCode, synonyms });

/** One measure of a kind. */
export const kindMeasure = z.object({
  measure: z.enum(MEASURES),
  name: bilingual(40),
  unit: z.enum(QUANTITY_UNITS).nullable(),
  required: z.boolean(),
  derived: z.enum(['roster_people', 'roster_times']).nullable(),
  synonyms,
});
/** One field of a kind. */
export const kindField = z.object({
  code: kindCode,
  name: bilingual(60),
  type: z.enum(FIELD_TYPES),
  required: z.boolean(),
  help: bilingual(500).nullable(),
  choices: z.array(choice).max(200),
  unit: line(20).nullable(),
  maxLength: z.number().int().min(1).max(4000).nullable(),
  personal: z.boolean(),
  synonyms,
});
const definitionShape = z.object({
  code: z.string().regex(/^[a-z][a-z0-9_]{1,49}$/, { message: 'kind.code_form' }),
  line: z.enum(LINES),
  topic: line(40).nullable(),
  name: bilingual(60),
  text: bilingual(4000),
  source: line(1000),
  unverified: z.boolean(),
  countsOn: bilingual(40),
  measures: z.array(kindMeasure).max(4),
  voucher: ask,
  payee: ask,
  fields: z.array(kindField).max(60),
  facets: z.array(kindCode).max(20),
  rules: z
    .array(
      z.object({
        code: kindCode,
        severity: z.enum(['refuse', 'suspect']),
        when: condition.nullable(),
        must: condition,
        at: kindCode,
        text: bilingual(300),
      }),
    )
    .max(60),
  evidence: z
    .array(
      z.object({
        code: kindCode,
        name: bilingual(60),
        accepts: z
          .array(z.enum(['photo', 'pdf', 'office', 'invoice']))
          .min(1)
          .max(4),
        least: z.number().int().min(0).max(20),
      }),
    )
    .max(20),
  once: z.object({ group: kindCode, key: z.array(kindCode).min(1).max(10) }).nullable(),
  roster: z.enum(['no', 'optional', 'required']),
}) satisfies z.ZodType<KindDefinition>;
/** What a version of a kind says; the meaning of each part stands at `KindDefinition`. */
export const kindDefinition: z.ZodType<KindDefinition, KindDefinition> = definitionShape.meta({ id: 'KindDefinition' });

/** A version of a kind: what it says, for which days and places; `shipped`: it came with the product. */
export const kindVersion = z.object({
  code: z.string(),
  version: z.number().int(),
  definition: kindDefinition,
  validFrom: day,
  validTo: day.nullable(),
  placeIds: z.array(placeId),
  shipped: z.boolean(),
});
/** One difference between two definitions; `path` by codes (`fields.origin.name.zh`); null: not there. */
export const kindDifference = z.object({
  path: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

const term = {
  validFrom: day,
  validTo: day.nullable(),
  placeIds: z.array(placeId).max(200),
  note: line(500).nullable(),
};
const versionMade = z.object({
  code: z.string(),
  version: z.number().int(),
  /** Versions that end the day before, because this one takes their place. */
  ended: z.array(z.number().int()),
});

/** The kinds as they hold on a day (today) in a place (everywhere); `all`: those too that do not hold then, as they were last. */
export const kinds = route({
  id: 'kind.list',
  method: 'GET',
  path: '/kinds',
  access: 'signed_in',
  query: z.object({ on: day.optional(), placeId: placeId.optional(), all: z.stringbool().optional() }),
  answer: z.object({
    items: z.array(kindVersion.extend({ versions: z.number().int(), holds: z.boolean() })),
    can: z.object({ manage: z.boolean() }),
  }),
});
/** One kind with all its versions, newest first. */
export const readKind = route({
  id: 'kind.read',
  method: 'GET',
  path: '/kinds/:code',
  access: 'signed_in',
  params: z.object({ code: z.string().max(50) }),
  answer: z.object({
    code: z.string(),
    shipped: z.boolean(),
    /** The version that holds today, everywhere; null: none. */
    current: z.number().int().nullable(),
    versions: z.array(
      kindVersion.extend({
        placeNames: z.array(z.string()),
        note: z.string().nullable(),
        recordedAt: instant,
        /** Entries that were reported under it and stand there still. */
        used: z.boolean(),
      }),
    ),
    can: z.object({ manage: z.boolean() }),
  }),
});
/** A new kind with its first version. */
export const addKind = route({
  id: 'kind.add',
  method: 'POST',
  path: '/kinds',
  access: 'kind.manage',
  query: z.object(dryRun),
  body: z.object({ ...actBody, definition: kindDefinition, ...term }),
  answer: versionMade,
});
/** A new version of a kind; the one before in the same places ends where this one begins. */
export const addKindVersion = route({
  id: 'kind.version',
  method: 'POST',
  path: '/kinds/:code/versions',
  access: 'kind.manage',
  params: z.object({ code: z.string().max(50) }),
  query: z.object(dryRun),
  body: z.object({ ...actBody, definition: kindDefinition, ...term }),
  answer: versionMade.extend({ differences: z.array(kindDifference) }),
});
/** The newest versions of chosen kinds (all) as a JSON file. */
export const exportKinds = route({
  id: 'kind.export',
  method: 'GET',
  path: '/kinds-file',
  access: 'signed_in',
  query: z.object({ codes: z.string().max(6000).optional() }),
  answer: z.object({
    format: z.literal('bangfu-kinds'),
    formatVersion: z.literal(1),
    kinds: z.array(kindDefinition),
  }),
});
/** Takes kinds from such a file: new ones are added, changed ones become a new version, equal ones stay. All or none. */
export const importKinds = route({
  id: 'kind.import',
  method: 'POST',
  path: '/kinds-file',
  access: 'kind.manage',
  query: z.object(dryRun),
  body: z.object({
    ...actBody,
    format: z.literal('bangfu-kinds'),
    formatVersion: z.literal(1),
    kinds: z.array(kindDefinition).min(1).max(300),
    ...term,
  }),
  answer: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        name: z.object({ zh: z.string(), en: z.string() }),
        result: z.enum(['new', 'changed', 'same']),
        version: z.number().int(),
        differences: z.array(kindDifference),
      }),
    ),
  }),
});
