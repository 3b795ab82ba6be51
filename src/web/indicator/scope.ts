import { useSearchParams } from 'react-router';
import { parsePeriod, type PeriodCode } from '../../core/indicator/period.ts';
import { today } from '../client/format.ts';

/** What figures are asked for, as the address carries it. */
export interface AskedScope {
  period: PeriodCode;
  placeId: string | null;
  unitId: string | null;
  /** `YYYY-MM-DD`: as known at the end of that day. */
  knownOn: string | null;
  level: 'county' | 'unit';
  line: string | null;
}
type Name = keyof AskedScope;

/** The scope in the address, and how to change it. */
export function useScope(): { scope: AskedScope; change: (part: Partial<Record<Name, string | null>>) => void } {
  const [params, setParams] = useSearchParams();
  const known = params.get('knownOn');
  const scope: AskedScope = {
    period: parsePeriod(params.get('period') ?? '') ?? (today().slice(0, 4) as PeriodCode),
    placeId: params.get('placeId'),
    unitId: params.get('unitId'),
    knownOn: known !== null && /^\d{4}-\d\d-\d\d$/.test(known) ? known : null,
    level: params.get('level') === 'unit' ? 'unit' : 'county',
    line: params.get('line'),
  };
  const change = (part: Partial<Record<Name, string | null>>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(part)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return { scope, change };
}

/** The end of a day in Shanghai as a moment. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59.999+08:00`).toISOString();

type ScopeAsked = Pick<AskedScope, 'placeId' | 'unitId'> & { period: string; knownOn?: string | null };

/** What the routes of figures take of a scope. */
export function queryOf({ period, placeId, unitId, knownOn = null }: ScopeAsked) {
  return {
    period,
    ...(placeId === null ? {} : { placeId }),
    ...(unitId === null ? {} : { unitId }),
    ...(knownOn === null ? {} : { knownOn: endOfDay(knownOn) }),
  };
}

/** The page of a figure in a scope. */
export function figurePath(code: string, scope: Partial<Record<keyof AskedScope, string | null>>): string {
  const query = new URLSearchParams();
  for (const name of ['period', 'placeId', 'unitId', 'knownOn'] as const) {
    const value = scope[name];
    if (value !== null && value !== undefined) query.set(name, value);
  }
  return `/figures/${code}?${query.toString()}`;
}
