import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refusal, type Route } from '../contract/route.ts';
import { ROUTES } from '../contract/routes.ts';
import { PROBLEMS, type ProblemCode } from '../core/kernel/problem.ts';
import { apiEn, propertyEn } from '../words/en/api.ts';
import { routeEn } from '../words/en/route.ts';
import { propertyZh, routeGroupZh, routeZh } from '../words/zh-CN/route.ts';
import { words } from '../words/words.ts';
import { VERSION } from '../version.ts';

/** The contract as OpenAPI 3.1; the committed copy is docs/reference/openapi.json. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  const shared: Record<string, object> = {};
  const schemaOf = (shape: z.ZodType, io: 'input' | 'output') => hoist(jsonSchemaOf(shape, io), io, shared);
  for (const route of ROUTES) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route, schemaOf);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bangfu',
      version: VERSION,
      description: [apiEn.lead, ...apiEn.guide.map(({ title, text }) => `**${title}.** ${text}`)].join('\n\n'),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Refusal: schemaOf(refusal, 'output'), ...shared },
      // What each code of a refusal says, with the places that `params` fill.
      'x-problems': Object.fromEntries(
        Object.entries(PROBLEMS).map(([code, kind]) => [
          code,
          { kind, en: words.en.problem[code as ProblemCode], 'zh-CN': words['zh-CN'].problem[code as ProblemCode] },
        ]),
      ),
      // What stands in English in summaries, tags and descriptions, in Chinese: by operationId, by tag, by the property's name.
      'x-zh-CN': {
        operations: Object.fromEntries(ROUTES.map(({ id }) => [id, routeZh[id] ?? id])),
        tags: routeGroupZh,
        properties: propertyZh,
      },
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'bangfu_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

type Json = Record<string, unknown>;
type SchemaOf = (shape: z.ZodType, io: 'input' | 'output') => object;

const jsonSchemaOf = (shape: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Json;
  return (io === 'input' ? described(schema) : schema) as Json;
};

/** Says of properties with a known name what they are, wherever a caller gives them; a list of values says it itself. */
function described(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(described);
  if (typeof value !== 'object' || value === null) return value;
  const out: Json = {};
  for (const [key, part] of Object.entries(value)) {
    if (key !== 'properties') out[key] = described(part);
    else
      out[key] = Object.fromEntries(
        Object.entries(part as Json).map(([name, shape]) => [name, withMeaning(name, described(shape) as Json)]),
      );
  }
  return out;
}

function withMeaning(name: string, shape: Json): Json {
  const said = Object.hasOwn(propertyEn, name) ? propertyEn[name] : undefined;
  return said === undefined || shape['description'] !== undefined || shape['enum'] !== undefined
    ? shape
    : { ...shape, description: said };
}

/** Takes shapes with a name of their own (`meta({ id })`) out into the shared ones, where every route refers to them. */
function hoist({ $defs, ...schema }: Json, io: 'input' | 'output', shared: Record<string, object>): object {
  const name = (id: string) => (io === 'input' ? `${id}Input` : id);
  const referring = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value).replace(/"#\/\$defs\/(\w+)"/g, (_, id: string) => `"#/components/schemas/${name(id)}"`),
    );
  for (const [id, one] of Object.entries(($defs ?? {}) as Record<string, Json>)) {
    const { id: _, ...rest } = one;
    shared[name(id)] = referring(rest) as object;
  }
  return referring(schema) as object;
}

function operation(route: Route, schemaOf: SchemaOf): object {
  const refusalOf = (description: string) => ({
    description,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
  });
  return {
    operationId: route.id,
    tags: [route.id.split('.')[0]],
    summary: routeEn[route.id] ?? route.id,
    'x-ability': route.access,
    ...(route.access === 'open' ? {} : { security: [{ cookie: [] }, { token: [] }] }),
    parameters: [...parametersOf(route.params, 'path', schemaOf), ...parametersOf(route.query, 'query', schemaOf)],
    ...bodyOf(route, schemaOf),
    responses: {
      200: { description: 'ok', content: answerOf(route, schemaOf) },
      '4XX': refusalOf('refused: every problem at once'),
      '5XX': refusalOf('nothing was done'),
    },
  };
}

function parametersOf(shape: z.ZodObject | undefined, where: 'path' | 'query', schemaOf: SchemaOf): object[] {
  if (shape === undefined) return [];
  const schema = schemaOf(shape, 'input') as { properties?: Record<string, object>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || (schema.required ?? []).includes(name),
    ...(Object.hasOwn(propertyEn, name) ? { description: propertyEn[name] } : {}),
    schema: property,
  }));
}

/** A download is bytes of whatever the file is. */
const answerOf = (route: Route, schemaOf: SchemaOf): object =>
  route.download === true
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: schemaOf(route.answer, 'output') } };

function bodyOf(route: Route, schemaOf: SchemaOf): object {
  if (route.body === undefined) return {};
  const schema = schemaOf(route.body, 'input') as Json;
  if (route.upload === undefined)
    return { requestBody: { required: true, content: { 'application/json': { schema } } } };
  const { properties, required } = schema as { properties: Record<string, Json>; required?: string[] };
  const file = withMeaning('file', { type: 'string', format: 'binary' });
  const form = {
    ...schema,
    properties: { ...properties, file },
    required: [...new Set([...(required ?? []), 'file'])],
  };
  return { requestBody: { required: true, content: { 'multipart/form-data': { schema: form } } } };
}

/** Serves it at /api/openapi.json. */
export function serveOpenApi(app: FastifyInstance): void {
  let text: string | null = null;
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json').send((text ??= JSON.stringify(openApi()))),
  );
}
