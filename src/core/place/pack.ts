/**
 * The shipped pack, as text.
 *
 * divisions: line 1 `PACK_HEAD`; line 2 the table of first letters, tab-separated, each a letter followed by all characters
 * that have it; then one line a division, sorted by id: `id TAB name [TAB initials]`, initials only where the table gives others.
 *
 * villages: one line a town: `town entry,entry…`. Entry = [`code:`] name [`|initials`]; the code (three digits) only where
 * it is not the one before plus one. Frequent endings are one sign (see `ENDINGS`).
 */
export const PACK_HEAD = 'bangfu-places 1 2023-06-30';

/** The signs that stand for frequent endings of village names. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['!', '社区居民委员会'],
  ['"', '社区居委会'],
  ['#', '村民委员会'],
  ['$', '居民委员会'],
  ['%', '村委会'],
  ['&', '居委会'],
  ["'", '社区'],
];

/** A division or village of the pack. */
export interface PackRow {
  id: string;
  name: string;
  initials: string;
}

/** First letters of a name: letter by character, digits and latin letters as they are, anything else left out. */
export type Initials = (name: string) => string;

/** The divisions as they stand in the pack: lines sorted by id, read one by one (`rowOf`), so that opening the pack costs little. */
export interface DivisionLines {
  lines: string[];
  initials: Initials;
}

/** Opens the divisions of the pack. Throws on a text of another format. */
export function parseDivisions(text: string): DivisionLines {
  const lines = text.split('\n');
  if (lines[0] !== PACK_HEAD) throw new Error('not a place pack of this version');
  const letterOf = new Map<string, string>();
  for (const run of (lines[1] ?? '').split('\t')) {
    for (const char of run.slice(1)) letterOf.set(char, run.charAt(0));
  }
  return { lines: lines.slice(2), initials: initialsBy(letterOf) };
}

/** One division from its line; initials are made when asked for. */
export function rowOf(line: string, initials: Initials): PackRow {
  const [id = '', name = '', exception] = line.split('\t');
  return {
    id,
    name,
    get initials() {
      return exception ?? initials(name);
    },
  };
}

function initialsBy(letterOf: Map<string, string>): Initials {
  return (name) => {
    let out = '';
    for (const char of name) out += letterOf.get(char) ?? (/[0-9a-z]/i.test(char) ? char.toLowerCase() : '');
    return out;
  };
}

/** The villages of one line of the pack, in the order of their codes. */
export function parseVillages(line: string, initials: Initials): PackRow[] {
  const town = line.slice(0, 9);
  const rows: PackRow[] = [];
  let code = 0;
  for (const entry of line.slice(10).split(',')) {
    const colon = entry.indexOf(':');
    code = colon < 0 ? code + 1 : Number(entry.slice(0, colon));
    const [packed = '', exception] = entry.slice(colon + 1).split('|');
    const name = unpackName(packed);
    rows.push({ id: town + String(code).padStart(3, '0'), name, initials: exception ?? initials(name) });
  }
  return rows;
}

/** Writes the villages file from rows sorted by id; `exception` gives the initials where the table's would be wrong. */
export function encodeVillages(
  rows: { id: string; name: string }[],
  exception: (name: string) => string | null,
): string {
  const lines: string[] = [];
  let town = '';
  let last = 0;
  let line = '';
  for (const row of [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (/[,:|!"#$%&']/.test(row.name)) throw new Error(`${row.id}: ${row.name} has a sign of the format`);
    if (row.id.slice(0, 9) !== town) {
      if (line !== '') lines.push(line);
      town = row.id.slice(0, 9);
      last = 0;
      line = `${town} `;
    } else line += ',';
    const code = Number(row.id.slice(9));
    const initials = exception(row.name);
    line += (code === last + 1 ? '' : `${code}:`) + packName(row.name) + (initials === null ? '' : `|${initials}`);
    last = code;
  }
  return [...lines, line].join('\n');
}

function packName(name: string): string {
  for (const [sign, ending] of ENDINGS) if (name.endsWith(ending)) return name.slice(0, -ending.length) + sign;
  return name;
}

function unpackName(packed: string): string {
  for (const [sign, ending] of ENDINGS) if (packed.endsWith(sign)) return packed.slice(0, -1) + ending;
  return packed;
}
