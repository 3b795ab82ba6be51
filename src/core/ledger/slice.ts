import type { KindDefinition } from './kind.ts';

/** Values of the facets as `;facet=value;…`, sorted by facet; empty: none. The fields are checked ones. */
export function sliceOf(definition: Pick<KindDefinition, 'facets'>, fields: Readonly<Record<string, string>>): string {
  let slice = '';
  for (const code of sorted(definition.facets)) {
    const value = fields[code];
    if (value !== undefined && value !== '') slice += `;${code}=${value}`;
  }
  return slice === '' ? '' : `${slice};`;
}

/** Facets are few, and mostly in order already. */
const sorted = (facets: readonly string[]): readonly string[] =>
  facets.every((code, i) => i === 0 || (facets[i - 1] ?? '') <= code) ? facets : [...facets].sort();

/** The facets of a slice: `;leader=main;` → {leader: 'main'}. */
export function facetsOf(slice: string): Record<string, string> {
  const facets: Record<string, string> = {};
  for (const part of slice.split(';')) {
    const at = part.indexOf('=');
    if (at > 0) facets[part.slice(0, at)] = part.slice(at + 1);
  }
  return facets;
}
