/** One statement of a migration file, without its semicolon, and the line (from 1) that it begins on. */
export interface Statement {
  text: string;
  line: number;
}

/**
 * Cuts a SQL file at its top-level semicolons; those in quotes, dollar quotes and comments do not cut. Comments stay with
 * the statement that follows them. A file that ends inside a quote or comment is an error.
 */
export function splitStatements(sql: string): Statement[] {
  const statements: Statement[] = [];
  let begin = 0;
  let at = 0;
  const push = (end: number) => {
    const first = begin + blank(sql.slice(begin, end));
    if (first < end)
      statements.push({ text: sql.slice(first, end).trimEnd(), line: sql.slice(0, first).split('\n').length });
    begin = end + 1;
  };
  while (at < sql.length) {
    if (sql[at] === ';') push(at);
    at = skip(sql, at);
  }
  push(sql.length);
  return statements;
}

/** Length of the white space and comments at the start of the text. */
function blank(text: string): number {
  let at = 0;
  for (;;) {
    if (/\s/.test(text.charAt(at))) at += 1;
    else if (text.startsWith('--', at) || text.startsWith('/*', at)) at = skip(text, at);
    else return at;
  }
}

/** Where the token that begins at `at` ends: one character, or a whole quote or comment. */
function skip(sql: string, at: number): number {
  if (sql.startsWith('--', at)) return endAt(sql, at, sql.indexOf('\n', at), 1, true);
  if (sql.startsWith('/*', at)) return skipComment(sql, at);
  const char = sql.charAt(at);
  if (char === '"') return skipQuoted(sql, at, '"', false);
  if (char === "'") return skipQuoted(sql, at, "'", /(^|[^\w$])e$/i.test(sql.slice(Math.max(0, at - 2), at)));
  if (char === '$' && !/[\w$]/.test(sql.charAt(at - 1))) {
    const tag = /^\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(sql.slice(at, at + 64))?.[0];
    if (tag !== undefined) return endAt(sql, at, sql.indexOf(tag, at + tag.length), tag.length);
  }
  return at + 1;
}

/** Block comments nest in PostgreSQL. */
function skipComment(sql: string, start: number): number {
  let depth = 0;
  for (let at = start; at < sql.length; at += 1) {
    if (sql.startsWith('/*', at)) depth += 1;
    else if (sql.startsWith('*/', at)) depth -= 1;
    else continue;
    at += 1;
    if (depth === 0) return at + 1;
  }
  return endAt(sql, start, -1, 0);
}

/** A doubled quote stays inside; a backslash escapes only in E'…'. */
function skipQuoted(sql: string, start: number, quote: string, escapes: boolean): number {
  for (let at = start + 1; at < sql.length; at += 1) {
    if (escapes && sql[at] === '\\') at += 1;
    else if (sql[at] === quote) {
      if (sql[at + 1] !== quote) return at + 1;
      at += 1;
    }
  }
  return endAt(sql, start, -1, 0);
}

function endAt(sql: string, start: number, found: number, length: number, openEnd = false): number {
  if (found >= 0) return found + length;
  if (openEnd) return sql.length;
  throw new Error(`not closed: ${sql.slice(start, start + 20)} on line ${sql.slice(0, start).split('\n').length}`);
}
