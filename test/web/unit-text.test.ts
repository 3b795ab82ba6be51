import { describe, expect, it } from 'vitest';
import { PRINT_UNITS } from '../../src/core/indicator/definition.ts';
import { unitWord } from '../../src/web/parts/unit-text.tsx';
import { words } from '../../src/words/words.ts';

describe('a unit of figures', () => {
  it('is said in the language of the reader, one or many', () => {
    expect(['1', '-1.00', '−1', '1.5', '11', null].map((value) => unitWord(words.en, '户', value))).toEqual([
      'household',
      'household',
      'household',
      'households',
      'households',
      'households',
    ]);
    expect(unitWord(words['zh-CN'], '户', '1')).toBe('户');
    expect(unitWord(words.en, '桶', '2')).toBe('桶');
  });

  it('has an English name of its own, so that two are not taken for one', () => {
    const said = PRINT_UNITS.map((unit) => unitWord(words.en, unit));
    expect(said.filter((one) => /\p{Script=Han}/u.test(one))).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
  });
});
