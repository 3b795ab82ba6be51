/** A schema as far as the page shows it. */
export interface Schema {
  type?: string | string[];
  format?: string;
  enum?: string[];
  const?: string;
  $ref?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema | false;
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: Schema | boolean;
}

/** What the page reads of the OpenAPI file. */
export interface OpenApiFile {
  paths: Record<string, Record<string, OperationShape>>;
  components: { schemas: Record<string, Schema>; 'x-zh-CN': Said };
}

/** What the file says in another language: of operations by id, of tags, of properties by name. */
export interface Said {
  operations: Record<string, string>;
  tags: Record<string, string>;
  properties: Record<string, string>;
}

interface OperationShape {
  operationId: string;
  tags: string[];
  summary: string;
  'x-ability': string;
  parameters: { name: string; in: string; required: boolean; description?: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content: Record<string, { schema: Schema }> }>;
}

/** One request of the API. */
export interface Operation {
  id: string;
  group: string;
  method: string;
  path: string;
  summary: string;
  ability: string;
  parameters: OperationShape['parameters'];
  body: { form: boolean; schema: Schema } | null;
  /** Null: a file. */
  answer: Schema | null;
  /** What a search looks at. */
  search: string;
}

/** Every request of the file, in the order of the file; `said`: in another language than its English. */
export function operationsOf(file: OpenApiFile, said: Said | null): Operation[] {
  return Object.entries(file.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, shape]) => {
      const [mediaType, body] = Object.entries(shape.requestBody?.content ?? {})[0] ?? [];
      const [tag = ''] = shape.tags;
      const summary = said?.operations[shape.operationId] ?? shape.summary;
      return {
        id: shape.operationId,
        group: said?.tags[tag] ?? tag,
        method,
        path,
        summary,
        ability: shape['x-ability'],
        parameters: shape.parameters.map((one) => ({
          ...one,
          description: meaningOf(one.name, one.description, said),
        })),
        body: body === undefined ? null : { form: mediaType === 'multipart/form-data', schema: body.schema },
        answer: shape.responses['200']?.content['application/json']?.schema ?? null,
        search: `${method} ${path} ${summary} ${shape.summary} ${shape.operationId}`.toLowerCase(),
      };
    }),
  );
}

/** One line of a shape: a property, how deep it lies, what it is. */
export interface ShapeLine {
  key: string;
  name: string;
  depth: number;
  type: string;
  required: boolean;
  said: string;
}

const DEEPEST = 4;

/** A shape as lines, property by property. */
export function linesOf(schema: Schema, file: OpenApiFile, said: Said | null): ShapeLine[] {
  const out: ShapeLine[] = [];
  const walk = (shape: Schema, depth: number, before: string): void => {
    const own = objectIn(shape, file);
    for (const [name, part] of Object.entries(own?.properties ?? {})) {
      const key = `${before}.${name}`;
      const required = own?.required?.includes(name) === true;
      out.push({ key, name, depth, type: typeOf(part, file), required, said: meaningOf(name, part.description, said) });
      if (depth < DEEPEST) walk(part, depth + 1, key);
    }
  };
  walk(schema, 0, '');
  return out;
}

/** What a property means, where the file says it; empty: it does not. */
const meaningOf = (name: string, description: string | undefined, said: Said | null): string =>
  description === undefined ? '' : (said?.properties[name] ?? description);

const named = (schema: Schema, file: OpenApiFile): Schema =>
  schema.$ref === undefined ? schema : (file.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});

/** The object that a shape is, or is a list of, or may be. */
function objectIn(schema: Schema, file: OpenApiFile): Schema | null {
  const own = named(schema, file);
  if (own.properties !== undefined) return own;
  if (own.items !== undefined && own.items !== false) return objectIn(own.items, file);
  const some = [...(own.anyOf ?? []), ...(own.oneOf ?? [])];
  for (const one of some) {
    const found = objectIn(one, file);
    if (found !== null) return found;
  }
  return null;
}

/** What a value is, in a few characters: `string uuid | null`, `"good" | "all"`, `object[]`. */
export function typeOf(schema: Schema, file: OpenApiFile): string {
  const own = named(schema, file);
  if (own.const !== undefined) return JSON.stringify(own.const);
  if (own.enum !== undefined) {
    const shown = own.enum.slice(0, 8).map((one) => JSON.stringify(one));
    return shown.join(' | ') + (own.enum.length > 8 ? ' | …' : '');
  }
  const some = own.anyOf ?? own.oneOf;
  if (some !== undefined) return [...new Set(some.map((one) => typeOf(one, file)))].join(' | ');
  if (own.items !== undefined && own.items !== false) return `${typeOf(own.items, file)}[]`;
  const type = Array.isArray(own.type) ? own.type.join(' | ') : (own.type ?? 'any');
  return own.format === undefined ? type : `${type} ${own.format}`;
}
