import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { languageAsked, problemSentence } from '../words/problem-sentence.ts';
import { REFUSAL_POLICY, refusalPage } from './refusal-page.ts';
import { PROBLEMS, problem, type Problem, type ProblemCode, type ProblemKind } from '../core/kernel/problem.ts';

const STATUS: Record<ProblemKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  gone: 410,
  busy: 429,
  internal: 500,
};

/** The only place where a problem becomes HTTP: the status of the first one, and all of them, each with its sentence. */
export function refuse(reply: FastifyReply, problems: readonly Problem[]): FastifyReply {
  const first = problems[0] ?? problem('internal');
  const status = STATUS[PROBLEMS[first.code]];
  if (status === 429) void reply.header('retry-after', '10');
  const language = languageAsked(reply.request.headers['accept-language']);
  const said = problems.map((one) => ({ ...one, message: problemSentence(one, language, reply.request.id) }));
  void reply.status(status);
  if (isNavigated(reply.request)) {
    const page = refusalPage([...new Set(said.map((one) => one.message))], language);
    return reply.header('content-security-policy', REFUSAL_POLICY).type('text/html; charset=utf-8').send(page);
  }
  return reply.send({ problems: said, requestId: reply.request.id });
}

/** Whether a browser goes there by itself (a link, a frame) and would show the answer as it is; our pages ask in another way. */
const isNavigated = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && headers['sec-fetch-mode'] === 'navigate';

/** What a shape of the contract found wrong, as problems of the fields; codes stand in the shape's messages. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.slice(0, 100).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((name) => problem('input.unknown', [...issue.path, name].join('.'), { name }));
    const at = issue.path.join('.');
    return [problem(codeOf(issue), at === '' ? undefined : at)];
  });
}

function codeOf(issue: z.core.$ZodIssue): ProblemCode {
  if (Object.hasOwn(PROBLEMS, issue.message)) return issue.message as ProblemCode;
  if (issue.code === 'too_big') return 'input.too_long';
  return issue.code === 'invalid_type' && issue.input === undefined ? 'input.required' : 'input.invalid';
}
