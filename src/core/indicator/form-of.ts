import type { Formula, SumOf } from './definition.ts';

/** Forms of a formula, as an editor offers them. */
export const FORMS = ['sum', 'latest', 'distinct', 'add', 'ratio', 'growth'] as const;
/** Form of a formula. */
export type Form = (typeof FORMS)[number];

/** Which forms may stand inside which: as deep as people can still read it, and as the API takes it. */
export const FORMS_INSIDE: Readonly<Record<Form, readonly Form[]>> = {
  sum: [],
  latest: [],
  distinct: [],
  add: ['sum', 'latest', 'distinct'],
  ratio: ['sum', 'latest', 'distinct', 'add'],
  growth: ['sum', 'latest', 'distinct', 'add', 'ratio'],
};

/** The form of a formula. */
export const formOf = (formula: Formula): Form => FORMS.find((form) => form in formula) ?? 'sum';

/** The first sum that a formula is made of, to go on with when its form changes. */
function firstSum(formula: Formula): SumOf {
  if ('sum' in formula) return formula.sum;
  if ('latest' in formula) return formula.latest;
  if ('distinct' in formula) return { kinds: formula.distinct.kinds, measure: 'people' };
  if ('growth' in formula) return firstSum(formula.growth.of);
  if ('ratio' in formula) return firstSum(formula.ratio.of);
  const [first] = formula.add;
  return first === undefined ? { kinds: [], measure: 'entries' } : firstSum(first);
}

/** The same formula in another form, what it spoke of kept as far as the form bears it. */
export function asForm(formula: Formula, form: Form): Formula {
  if (formOf(formula) === form) return formula;
  const sum = firstSum(formula);
  const inner = (allowed: readonly Form[]): Formula => (allowed.includes(formOf(formula)) ? formula : { sum });
  switch (form) {
    case 'sum':
      return { sum };
    case 'latest':
      return { latest: sum };
    case 'distinct':
      return { distinct: { kinds: sum.kinds } };
    case 'add':
      return { add: [inner(FORMS_INSIDE.add)] };
    case 'ratio': {
      const { kinds, measure } = sum;
      return { ratio: { of: inner(FORMS_INSIDE.ratio), by: { sum: { kinds, measure } }, percent: true } };
    }
    case 'growth':
      return { growth: { of: inner(FORMS_INSIDE.growth), against: 'year' } };
  }
}
