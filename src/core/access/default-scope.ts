import type { Role } from './role.ts';

/** One pair as asked for: a unit with all below (null: every unit) and a place with all below (null: all places). */
export interface ScopePair {
  unitId: string | null;
  placeId: string | null;
}

/**
 * What a role reaches where nothing else is said. A default of ours.
 * @param placeId the county of a cadre or county office; for those roles null gives no scope at all
 */
export function defaultScope(role: Role, unitId: string, placeId: string | null): ScopePair[] {
  switch (role) {
    case 'operator':
      return [{ unitId: null, placeId: null }];
    case 'cadre':
    case 'county':
      return placeId === null ? [] : [{ unitId: null, placeId }];
    case 'office':
    case 'liaison':
    case 'leader':
    case 'auditor':
      return [{ unitId, placeId: null }];
  }
}
