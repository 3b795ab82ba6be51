import { describe, expect, it } from 'vitest';
import type { Formula } from '../../../src/core/indicator/definition.ts';
import { asForm, formOf, FORMS, FORMS_INSIDE } from '../../../src/core/indicator/form-of.ts';
import { formula as shape } from '../../../src/contract/indicator.ts';

const sum: Formula = { sum: { kinds: ['aa'], measure: 'amount', where: { pay: ['free'] } } };

describe('the form of a formula', () => {
  it('can become any other, and is always one that the API takes', () => {
    let made: Formula[] = [sum];
    for (let round = 0; round < 3; round += 1) {
      made = made.flatMap((one) => FORMS.map((form) => asForm(one, form)));
      for (const one of made) expect(shape.safeParse(one).success, JSON.stringify(one)).toBe(true);
    }
    expect(new Set(made.map(formOf))).toEqual(new Set(FORMS));
  });

  it('keeps what it spoke of as far as it can', () => {
    const ratio = asForm(sum, 'ratio');
    expect(ratio).toEqual({ ratio: { of: sum, by: { sum: { kinds: ['aa'], measure: 'amount' } }, percent: true } });
    expect(asForm(ratio, 'sum')).toEqual(sum);
    expect(asForm(ratio, 'growth')).toEqual({ growth: { of: ratio, against: 'year' } });
    expect(FORMS_INSIDE.growth).toContain('ratio');
    expect(asForm(sum, 'add')).toEqual({ add: [sum] });
  });
});
