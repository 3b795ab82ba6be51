import type { ReachPair } from '../../core/access/reach.ts';

/** The parameters of a statement being built; `add` gives the placeholder. */
export class Params {
  readonly values: unknown[] = [];

  /** Keeps a value and gives its placeholder (`$3`). */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** How a row tells where it belongs. */
export interface ReachColumns {
  /** SQL that is a boolean for "one of the row's units is in the array {ids}"; e.g. `d.unit_id = any({ids})`. */
  unit: string;
  /** A subselect of the row's place keys as `place_id`; null: rows of this kind belong to no place. */
  places: string | null;
}

/** The scope as a condition of the WHERE clause: true for rows within one of the pairs; `false` where there is none. */
export function reachCondition(pairs: readonly ReachPair[], params: Params, columns: ReachColumns): string {
  const parts = pairs.map((pair) => {
    const unit = pair.units === null ? 'true' : columns.unit.replaceAll('{ids}', `${params.add(pair.units)}::uuid[]`);
    return `(${unit} and ${placeCondition(pair, params, columns)})`;
  });
  return parts.length === 0 ? 'false' : `(${parts.join(' or ')})`;
}

function placeCondition(pair: ReachPair, params: Params, columns: ReachColumns): string {
  if (pair.places === null) return 'true';
  if (columns.places === null) return 'false';
  const above = params.add(pair.places);
  return `exists (select from (${columns.places}) reach_p, unnest(${above}::text[]) reach_a where starts_with(reach_p.place_id, reach_a))`;
}
