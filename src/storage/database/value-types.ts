import { types, type CustomTypesConfig } from 'pg';

const OID = {
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  interval: 1186,
  int8: 20,
  numeric: 1700,
  textArray: 1009,
};
/** date[], timestamp[], timestamptz[], int8[], numeric[]: the driver would make Dates and floats of their members. */
const ARRAYS = [1182, 1115, 1016, 1231];
const TIMESTAMPTZ_ARRAY = 1185;

/** The driver's own parsers; its types name the kinds by an enum that does not exist at run time. */
const driverParser = types.getTypeParser as (oid: number, format?: 'text' | 'binary') => (value: string) => unknown;

const asText = (text: string): string => text;

/** `2026-01-02 03:04:05.678901+00` → `2026-01-02T03:04:05.678Z`; sessions run in UTC. Infinity stays as it is. */
export function instantOf(text: string): string {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(text);
  return found ? `${found[1]}T${found[2]}.${(found[3] ?? '').slice(0, 3).padEnd(3, '0')}Z` : text;
}

/** Dates, moments, bigints and decimals arrive as strings: nothing is rounded and no time zone is guessed. */
export const valueTypes: CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === OID.timestamptz) return instantOf;
    if ([OID.date, OID.timestamp, OID.interval, OID.int8, OID.numeric].includes(oid)) return asText;
    const texts = driverParser(OID.textArray, 'text') as (text: string) => (string | null)[];
    if (oid === TIMESTAMPTZ_ARRAY)
      return (text: string) => texts(text).map((one) => (one === null ? null : instantOf(one)));
    if (ARRAYS.includes(oid)) return texts;
    return driverParser(oid, format);
  },
};
