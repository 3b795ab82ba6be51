import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Refusal, Route } from '../../contract/route.ts';
import type { Problem } from '../../core/kernel/problem.ts';

/** The server said no, with every reason. `status` is HTTP's; `requestId` is what the operator finds in the log. */
export class Refused extends Error {
  readonly problems: readonly Problem[];
  readonly status: number;
  readonly requestId: string;
  constructor(status: number, refusal: Refusal) {
    super(refusal.problems.map((one) => one.code).join(', '));
    this.name = 'Refused';
    this.status = status;
    this.problems = refusal.problems as Problem[];
    this.requestId = refusal.requestId;
  }
}

/** No answer came, or none that is ours: whether the thing was done is not known. */
export class Unreached extends Error {
  constructor(cause: unknown) {
    super('unreached', { cause });
    this.name = 'Unreached';
  }
}

type Part<Name extends string, T, Needed extends boolean> = [T] extends [undefined]
  ? unknown
  : Needed extends true
    ? { [K in Name]: T }
    : { [K in Name]?: T };

/** What a route is called with: its path parameters, query, and body (FormData where the route takes a file). */
export type CallInput<R extends Route> = Part<'params', ParamsOf<R>, true> &
  Part<'query', QueryOf<R>, false> &
  (R['upload'] extends 'multipart' ? { body: FormData } : Part<'body', BodyOf<R>, true>) & { signal?: AbortSignal };

interface LooseInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  signal?: AbortSignal;
}

/** Calls a route. Throws `Refused` when the server says no and `Unreached` when no proper answer comes. */
export async function call<R extends Route>(route: R, input: CallInput<R>): Promise<AnswerOf<R>> {
  const loose = input as LooseInput;
  const response = await send(route, loose);
  const answer = await readJson(response);
  if (response.ok) return answer as AnswerOf<R>;
  if (isRefusal(answer)) throw new Refused(response.status, answer);
  throw new Unreached(response.status);
}

/** A file that a route answers with. */
export interface FileHome {
  blob: Blob;
  name: string;
}

/** Calls a route that answers with a file. Throws as `call` does. */
export async function callFile<R extends Route>(route: R, input: CallInput<R>): Promise<FileHome> {
  const response = await send(route, input);
  if (response.ok) return { blob: await blobOf(response), name: nameOf(response) };
  const answer = await readJson(response);
  throw isRefusal(answer) ? new Refused(response.status, answer) : new Unreached(response.status);
}

async function blobOf(response: Response): Promise<Blob> {
  try {
    return await response.blob();
  } catch (error) {
    throw new Unreached(error);
  }
}

/** The name that the server gave the file. */
function nameOf(response: Response): string {
  const said = response.headers.get('content-disposition') ?? '';
  const coded = /filename\*=UTF-8''([^;]+)/.exec(said)?.[1];
  return coded === undefined ? (/filename="([^"]+)"/.exec(said)?.[1] ?? '') : decodeURIComponent(coded);
}

/** The address of a route, for links and downloads. */
export function addressOf(
  route: Route,
  params: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(textOf(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    const text = textOf(value);
    if (text !== '') search.set(name, text);
  }
  const tail = search.toString();
  return `/api${path}${tail === '' ? '' : `?${tail}`}`;
}

/** What stands in an address: text, numbers, true and false; nothing else. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? value.toString() : '';
}

async function send(route: Route, { params, query, body, signal }: LooseInput): Promise<Response> {
  const isForm = body instanceof FormData;
  const init: RequestInit = {
    method: route.method,
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  };
  if (signal !== undefined) init.signal = signal;
  if (body !== undefined) {
    init.body = isForm ? body : JSON.stringify(body);
    if (!isForm) init.headers = { accept: 'application/json', 'content-type': 'application/json' };
  }
  try {
    return await fetch(addressOf(route, params, query), init);
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Unreached(error);
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new Unreached(error);
  }
}

function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && Array.isArray((answer as Refusal).problems);
}
