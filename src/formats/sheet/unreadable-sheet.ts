import { fileParams } from '../../core/document/limits.ts';
import type { Problem, ProblemCode } from '../../core/kernel/problem.ts';

/** Thrown inside this room while reading, and by `batches` where damage shows only later; `problem` says why. */
export class UnreadableSheet extends Error {
  readonly problem: Problem;
  constructor(code: ProblemCode, params: Record<string, string | number> = {}) {
    super(code);
    this.problem = { code, params };
  }
}

/** What is wrong inside a sheet, with its name; one longer than any program gives is cut. */
export const unreadableIn = (
  sheet: string,
  code: ProblemCode,
  params: Record<string, string | number> = {},
): UnreadableSheet => new UnreadableSheet(code, { sheet: sheet.slice(0, 60), ...params });

/** What went wrong as a problem that names the file; anything unforeseen counts as damage. */
export function sheetProblem(error: unknown, name: string): Problem {
  const found: Problem =
    error instanceof UnreadableSheet
      ? error.problem
      : { code: 'sheet.damaged', params: { detail: error instanceof Error ? error.message.slice(0, 200) : '' } };
  return { ...found, params: fileParams(found.params ?? {}, name) };
}
