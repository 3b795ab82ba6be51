import type { z } from 'zod';
import type { Route } from '../../contract/route.ts';
import { PROBLEMS, type Problem, type ProblemCode } from '../../core/kernel/problem.ts';
import { newId } from './new-id.ts';

type Issue = z.core.$ZodIssue;

/** What the contract finds wrong with a body before it is sent; empty: nothing. The same rules run at the server's door. */
export function checkBody(route: Route, body: object): Problem[] {
  if (route.body === undefined) return [];
  const checked = route.body.safeParse({ actId: newId(), ...body });
  if (checked.success) return [];
  return checked.error.issues.flatMap(inside).map((issue) => {
    const value = issue.path.reduce<unknown>(
      (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
      body,
    );
    return { code: codeOf(issue, value), at: issue.path.join('.') };
  });
}

/** Of several shapes that a value may have, what is wrong by the one that it was meant to have: the one with the fewest parts of another kind. */
function inside(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const shapes = issue.errors.map((issues) =>
    issues.flatMap(inside).map((one): Issue => ({ ...one, path: [...issue.path, ...one.path] })),
  );
  const strange = (issues: readonly Issue[]) =>
    issues.filter(({ code }) => code === 'invalid_value' || code === 'invalid_type').length;
  const [meant] = shapes.sort((a, b) => strange(a) - strange(b) || a.length - b.length);
  return meant === undefined || meant.length === 0 ? [issue] : meant;
}

function codeOf(issue: Issue, value: unknown): ProblemCode {
  const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (empty) return 'input.required';
  if (issue.message in PROBLEMS) return issue.message as ProblemCode;
  const long = issue.code === 'too_big' && (issue.origin === 'string' || issue.origin === 'array');
  return long ? 'input.too_long' : 'input.invalid';
}
