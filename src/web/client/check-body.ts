import type { Route } from '../../contract/route.ts';
import { PROBLEMS, type Problem, type ProblemCode } from '../../core/kernel/problem.ts';
import { newId } from './new-id.ts';

/** What the contract finds wrong with a body before it is sent; empty: nothing. The same rules run at the server's door. */
export function checkBody(route: Route, body: object): Problem[] {
  if (route.body === undefined) return [];
  const checked = route.body.safeParse({ actId: newId(), ...body });
  if (checked.success) return [];
  return checked.error.issues.map((issue) => {
    const at = issue.path.join('.');
    const value = issue.path.reduce<unknown>(
      (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
      body,
    );
    return { code: codeOf(issue.message, value), at };
  });
}

function codeOf(message: string, value: unknown): ProblemCode {
  if (value === undefined || value === null || value === '') return 'input.required';
  return message in PROBLEMS ? (message as ProblemCode) : 'input.invalid';
}
