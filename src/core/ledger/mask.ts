import type { FieldDefinition } from './kind.ts';

/** A name as screens show it: the first sign, then as many stars as there are signs, three at most (张*, 欧**). */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name];
  return rest.length === 0 ? '*' : `${first}${'*'.repeat(Math.min(rest.length, 3))}`;
};

/** A personal value as screens show it: telephones keep the first three and last four signs, all else is a masked name. */
export function maskValue(type: FieldDefinition['type'], value: string): string {
  if (type !== 'phone') return maskName(value);
  return value.length < 8 ? '****' : `${value.slice(0, 3)}****${value.slice(-4)}`;
}

/** The values of an entry with the personal ones masked. */
export function maskFields(
  fields: readonly FieldDefinition[],
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const types = new Map(fields.filter((one) => one.personal).map((one) => [one.code, one.type]));
  return Object.fromEntries(
    Object.entries(values).map(([code, value]) => {
      const type = types.get(code);
      return [code, type === undefined ? value : maskValue(type, value)];
    }),
  );
}
