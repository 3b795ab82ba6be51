import { z } from 'zod';
import type { Ability } from '../core/access/role.ts';
import { isId } from '../core/kernel/id.ts';
import { parsePlainDate } from '../core/kernel/plain-date.ts';
import { PROBLEMS } from '../core/kernel/problem.ts';

/** What the HTTP API says of one request. Server, browser, CLI and OpenAPI read the same object. */
export interface Route {
  /** `noun.verb`, unique; also the name of the act for writes. */
  id: string;
  method: 'GET' | 'POST' | 'DELETE';
  /** Path with `:name` parameters, below `/api`. */
  path: string;
  /** Who may call: anyone, anyone signed in, or whoever has the ability somewhere (the act checks where). */
  access: 'open' | 'signed_in' | Ability;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** What the body is when it is not JSON; `body` then names the fields of the form, `file` among them. */
  upload?: 'multipart';
  /** The answer is a file and no JSON. */
  download?: true;
  answer: z.ZodType;
}

/** Keeps a route's exact types. */
export const route = <const R extends Route>(r: R): R => r;

const UUID_V7 = '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';
/** A UUIDv7 in lower case. */
export const id = z.string().refine(isId, { message: 'input.invalid' }).meta({ format: 'uuid', pattern: UUID_V7 });
/** `YYYY-MM-DD`, an existing day. */
export const day = z
  .string()
  .refine((text) => parsePlainDate(text) !== null, { message: 'input.not_a_date' })
  .meta({ format: 'date' });
/** A moment in UTC, ISO 8601. */
export const instant = z.string().meta({ format: 'date-time' });
/** Stable key of a place: 2, 4, 6, 9 or 12 digits. */
export const placeId = z.string().regex(/^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/, { message: 'input.invalid' });
/** Trimmed text of 1 … max characters. */
export const line = (max: number) =>
  z.string().trim().min(1, { message: 'input.required' }).max(max, { message: 'input.too_long' });
/** Every write carries the id of the act, made by the caller; sending it again does nothing twice. */
export const actBody = { actId: id };
/** With `dryRun=true` everything is checked and nothing is kept. */
export const dryRun = {
  dryRun: z
    .stringbool()
    .meta({ enum: ['true', 'false'] })
    .optional(),
};
/** A page of a list: where to go on (from the last answer) and how many. */
export const paging = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** What a refusal says: every problem at once. */
export const refusal = z.object({
  problems: z.array(
    z.object({
      code: z.enum(Object.keys(PROBLEMS) as [string, ...string[]]),
      at: z.string().optional(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      /** The sentence in the language that `Accept-Language` asks for. */
      message: z.string().optional(),
    }),
  ),
  requestId: z.string(),
});
/** The refusal as the browser and the CLI see it. */
export type Refusal = z.infer<typeof refusal>;

/** A list with the key of its next page, null at the end. */
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** Input and output of a route, for callers. */
export type QueryOf<R extends Route> = R['query'] extends z.ZodObject ? z.input<R['query']> : undefined;
/** Body of a route as the caller sends it. */
export type BodyOf<R extends Route> = R['body'] extends z.ZodObject ? z.input<R['body']> : undefined;
/** Path parameters of a route. */
export type ParamsOf<R extends Route> = R['params'] extends z.ZodObject ? z.input<R['params']> : undefined;
/** Answer of a route. */
export type AnswerOf<R extends Route> = z.output<R['answer']>;
