import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refusal, type Route } from '../contract/route.ts';
import { ROUTES } from '../contract/routes.ts';
import { routeEn } from '../words/en/route.ts';
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
    info: { title: 'Bangfu', version: VERSION, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Refusal: schemaOf(refusal, 'output'), ...shared },
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
  return schema;
};

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
      200: { description: 'ok', content: { 'application/json': { schema: schemaOf(route.answer, 'output') } } },
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
    schema: property,
  }));
}

function bodyOf(route: Route, schemaOf: SchemaOf): object {
  if (route.upload === 'multipart') {
    const properties = {
      actId: { type: 'string', format: 'uuid' },
      unitId: { type: 'string' },
      file: { type: 'string', format: 'binary' },
    };
    return {
      requestBody: {
        required: true,
        content: { 'multipart/form-data': { schema: { type: 'object', required: ['actId', 'file'], properties } } },
      },
    };
  }
  if (route.body === undefined) return {};
  return {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } },
  };
}

/** Serves it at /api/openapi.json. */
export function serveOpenApi(app: FastifyInstance): void {
  let text: string | null = null;
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json').send((text ??= JSON.stringify(openApi()))),
  );
}
