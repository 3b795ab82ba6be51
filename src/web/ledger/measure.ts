import type { Measure } from '../../core/ledger/kind.ts';

/** Measures as they travel. */
export interface MeasuresShown {
  amountFen: string | null;
  quantity: string | null;
  people: number | null;
  personTimes: number | null;
}

/** The name of a measure in bodies and answers. */
export const BODY_NAME = {
  amount: 'amountFen',
  quantity: 'quantity',
  people: 'people',
  person_times: 'personTimes',
} as const satisfies Record<Measure, keyof MeasuresShown>;

/** What a measure is counted in where that is always the same; null: the kind says. */
export const MEASURE_UNIT = {
  amount: 'yuan',
  quantity: null,
  people: 'people',
  person_times: 'times',
} as const satisfies Record<Measure, string | null>;
