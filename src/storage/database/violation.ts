/** A constraint that a write broke. */
export interface Violation {
  kind: 'unique' | 'foreign_key' | 'not_null' | 'check' | 'exclusion';
  /** Name as in the migration; for `not_null` the column; null where the server does not say. */
  name: string | null;
}

const KINDS: Record<string, Violation['kind']> = {
  '23505': 'unique',
  '23503': 'foreign_key',
  '23502': 'not_null',
  '23514': 'check',
  '23P01': 'exclusion',
};

/**
 * The constraint behind a database error, or null when the error is another one.
 * On a cluster the driver's `constraint` is empty and the name in the message carries the shard's number: both are seen to.
 */
export function violationOf(error: unknown): Violation | null {
  if (!(error instanceof Error)) return null;
  const { code, constraint, column } = error as Error & { code?: string; constraint?: string; column?: string };
  const kind = KINDS[code ?? ''];
  if (kind === undefined) return null;
  if (kind === 'not_null') return { kind, name: column ?? quotedAfter('column', error.message) };
  const name = constraint ?? quotedAfter('constraint', error.message);
  return { kind, name: name === null ? null : name.replace(/_\d{6,}$/, '') };
}

/** The SQLSTATE of a database error, or null. */
export function sqlStateOf(error: unknown): string | null {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : null;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

function quotedAfter(word: string, message: string): string | null {
  return new RegExp(`${word} "([^"]+)"`).exec(message)?.[1] ?? null;
}
