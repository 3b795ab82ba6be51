import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/** Right answers for one document, made by hand. `optional` items count neither as missed nor as false; `…Also` are further right answers. */
export interface Gold {
  /** Path of the gold file. */
  file: string;
  /** Path of the document: absolute, or relative to the gold file. */
  text: string;
  publishedOn: string | null;
  meeting: GoldMeeting | null;
  facts: GoldFact[];
  places: GoldPlace[];
  tasks: GoldTask[];
}

/** The meeting; `marginal` where the text only draws its news from it, so that null is right too. */
export interface GoldMeeting {
  name: string;
  nameAlso?: string[];
  ordinal: number | null;
  organiser: string | null;
  date: string | null;
  dateAlso?: (string | null)[];
  chair: string | null;
  chairAlso?: (string | null)[];
  marginal?: boolean;
  agenda: { type: string; title: string; typeAlso?: string[]; optional?: boolean }[];
}

/** One figure; `repeats` are quotes of the same figure elsewhere in the text. */
export interface GoldFact {
  value: string;
  unit: string;
  approx: string | null;
  exact: string;
  what: string;
  planned: boolean;
  quote: string;
  optional?: boolean;
  repeats?: string[];
}

/** One place; `code` is null where none is certain. */
export interface GoldPlace {
  name: string;
  code: string | null;
  level: string;
  as?: string;
  optional?: boolean;
}

/** One requirement or plan item. */
export interface GoldTask {
  quote: string;
  line: string;
  lineAlso?: string[];
  speaker: string | null;
  due: string | null;
  optional?: boolean;
}

/** The gold files of a folder (or one file), sorted by name; those whose document is missing are left out. */
export function readGold(path: string): Gold[] {
  const files = path.endsWith('.json')
    ? [path]
    : readdirSync(path)
        .filter((n) => n.endsWith('.json'))
        .sort()
        .map((n) => join(path, n));
  return files.flatMap((file) => {
    const gold = JSON.parse(readFileSync(file, 'utf8')) as Omit<Gold, 'file'>;
    const text = isAbsolute(gold.text) ? gold.text : resolve(dirname(file), gold.text);
    return existsSync(text) ? [{ ...gold, file, text }] : [];
  });
}
