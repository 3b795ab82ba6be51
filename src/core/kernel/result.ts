/** The answer of a decision: a value, or every problem found (never an exception for what a user may do wrong). */
export type Result<T, P> = { ok: true; value: T } | { ok: false; problems: P[] };

/** A decision that went through. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** A decision that did not: all problems at once, so that a form can mark every field. */
export const refused = <P>(...problems: P[]): { ok: false; problems: P[] } => ({ ok: false, problems });
