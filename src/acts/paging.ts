/** Reads a cursor: the sort key and the id of the last row; null at the start or where it is not one of ours. */
export function cursorOf(text: string | undefined): [string, string] | null {
  if (text === undefined) return null;
  const at = text.lastIndexOf('|');
  const [key, id] = [text.slice(0, at), text.slice(at + 1)];
  return at > 0 && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? [key, id] : null;
}

/** A page of rows: one more than asked for was fetched, to know whether there is a next page. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => [string | number, string],
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? keyOf(last).join('|') : null };
}
