import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { refusal, type Route } from '../contract/route.ts';
import { ROUTES } from '../contract/routes.ts';
import { routeEn } from '../words/en/route.ts';
import { VERSION } from '../version.ts';

/** The contract as OpenAPI 3.1; the committed copy is docs/reference/openapi.json. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of ROUTES) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Bangfu', version: VERSION, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Refusal: schemaOf(refusal, 'output') },
      securitySchemes: {
        cookie: { type: 'apiKey', in: 'cookie', name: 'bangfu_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

const schemaOf = (shape: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  return schema;
};

function operation(route: Route): object {
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
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...bodyOf(route),
    responses: {
      200: { description: 'ok', content: { 'application/json': { schema: schemaOf(route.answer, 'output') } } },
      '4XX': refusalOf('refused: every problem at once'),
      '5XX': refusalOf('nothing was done'),
    },
  };
}

function parametersOf(shape: z.ZodObject | undefined, where: 'path' | 'query'): object[] {
  if (shape === undefined) return [];
  const schema = schemaOf(shape, 'input') as { properties?: Record<string, object>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || (schema.required ?? []).includes(name),
    schema: property,
  }));
}

function bodyOf(route: Route): object {
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
