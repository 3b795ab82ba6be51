import { describe, expect, it } from 'vitest';
import { checkKind } from '../../../src/core/ledger/check-kind.ts';
import { compareKinds } from '../../../src/core/ledger/compare-kinds.ts';
import type { KindDefinition, RuleDefinition } from '../../../src/core/ledger/kind.ts';
import { choiceOf, fieldOf, kindOf, SHIPPED, shippedKind } from '../../support/kinds.ts';

const wrong = (more: Partial<KindDefinition>) => checkKind(kindOf(more)).map((one) => `${one.at ?? ''} ${one.code}`);
const rule = (more: Partial<RuleDefinition>): RuleDefinition => ({
  code: 'r',
  severity: 'refuse',
  when: null,
  must: { test: 'filled', of: 'amount' },
  at: 'amount',
  text: { zh: '甲', en: 'a' },
  ...more,
});
const quantity = {
  measure: 'quantity',
  name: { zh: '数量', en: 'Number' },
  unit: null,
  required: true,
  derived: null,
  synonyms: [],
} as const;
const choice = fieldOf('c', 'choice', { choices: [choiceOf('x', '甲'), choiceOf('y', '乙')] });

describe('a definition', () => {
  it('with nothing wrong passes', () => {
    expect(wrong({ fields: [choice], facets: ['c'], rules: [rule({})] })).toEqual([]);
  });

  it.each<[string, Partial<KindDefinition>, string[]]>([
    ['texts in one language', { text: { zh: '甲', en: ' ' } }, ['text.en kind.text_missing']],
    ['a code that is none', { code: 'Ä' }, ['code kind.code_form']],
    ['a quantity without unit', { measures: [quantity] }, ['measures.0.unit kind.unit_missing']],
    [
      'a measure twice',
      {
        measures: [
          { ...quantity, unit: '个' },
          { ...quantity, unit: '个', name: { zh: '二', en: 'b' } },
        ],
      },
      ['measures.1.measure kind.code_twice'],
    ],
    [
      'people from a roster that is not asked',
      { measures: [{ ...quantity, measure: 'people', derived: 'roster_people' }] },
      ['measures.0.derived kind.derived'],
    ],
    ['nothing to report', { measures: [] }, ['measures kind.measure_gone']],
    [
      'a field twice',
      { fields: [fieldOf('a', 'text'), { ...fieldOf('a', 'text'), name: { zh: '二', en: 'b' } }] },
      ['fields.1.code kind.code_twice'],
    ],
    ['a field called like a measure', { fields: [fieldOf('amount', 'text')] }, ['fields.0.code kind.code_reserved']],
    ['a choice without choices', { fields: [fieldOf('a', 'choice')] }, ['fields.0.choices kind.choices_none']],
    [
      'one word for two choices',
      { fields: [fieldOf('a', 'choice', { choices: [choiceOf('x', '甲', '丙'), choiceOf('y', '乙', '丙')] })] },
      ['fields.0.choices.1.synonyms kind.synonym_twice'],
    ],
    ['one header for two columns', { fields: [fieldOf('a', 'text', { synonyms: ['金额'] })] }, []],
    ['a facet that is no field', { facets: ['c'] }, ['facets.0 kind.unknown_part']],
    ['a facet of text', { fields: [fieldOf('a', 'text')], facets: ['a'] }, ['facets.0 kind.facet_type']],
    ['a key of what is not there', { once: { group: 'g', key: ['voucher', 'b'] } }, ['once.key.1 kind.unknown_part']],
    [
      'a key of a voucher that is not asked',
      { voucher: { ask: 'no', name: { zh: '甲', en: 'a' } }, once: { group: 'g', key: ['voucher'] } },
      ['once.key.0 kind.unknown_part'],
    ],
    [
      'a rule on what is not there',
      { rules: [rule({ must: { test: 'filled', of: 'b' } })] },
      ['rules.0.must kind.unknown_part'],
    ],
    [
      'a rule with a choice that is none',
      { fields: [choice], rules: [rule({ when: { test: 'in', of: 'c', values: ['z'] } })] },
      ['rules.0.when kind.rule_value'],
    ],
    [
      'money in a rule that is no fen',
      { rules: [rule({ must: { test: '<', left: { of: 'amount' }, right: { value: '1.5' } } })] },
      ['rules.0.must kind.rule_value'],
    ],
    [
      'a product of texts',
      {
        rules: [
          rule({
            must: {
              test: 'product',
              left: { of: 'voucher' },
              by: { of: 'amount' },
              is: { of: 'amount' },
              tolerance: 'x',
            },
          }),
        ],
      },
      ['rules.0.must kind.rule_number', 'rules.0.must kind.number_form'],
    ],
    [
      'evidence called other',
      { evidence: [{ code: 'other', name: { zh: '甲', en: 'a' }, accepts: ['pdf'], least: 1 }] },
      ['evidence.0.code kind.code_reserved'],
    ],
  ])('with %s is refused', (name, more, problems) => {
    if (name.startsWith('one header'))
      expect(
        wrong({ ...more, measures: [{ ...quantity, measure: 'amount', name: { zh: '金额', en: 'Money' } }] }),
      ).toEqual(['fields.0.synonyms kind.synonym_twice']);
    else expect(wrong(more)).toEqual(problems);
  });
});

describe('the shipped kinds', () => {
  it.each(SHIPPED.map((one) => [one.code, one] as const))('%s can be used', (_, kind) => {
    expect(checkKind(kind)).toEqual([]);
    expect(kind.unverified).toBe(true);
    expect(kind.text.zh).toMatch(/计：[\s\S]*不计：/);
    expect(kind.text.en).toMatch(/Counts: [\s\S]*Does not count: /);
  });

  it('are there for every line that the ledger is for', () => {
    const codes = SHIPPED.map((one) => one.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of [
      'direct_input',
      'funds_introduced',
      'direct_purchase',
      'help_to_sell',
      'training',
      'research_trip',
      'rocky_desert',
    ])
      expect(codes).toContain(code);
    const groups = (group: string) => SHIPPED.filter((one) => one.once?.group === group).map((one) => one.code);
    expect(groups('funds')).toEqual(['direct_input', 'funds_introduced', 'donation', 'student_aid']);
    expect(groups('consumption')).toEqual(['direct_purchase', 'help_to_sell']);
  });

  it('of one group have the same key, else it would keep nothing apart', () => {
    for (const one of SHIPPED)
      for (const other of SHIPPED)
        if (
          one.once !== null &&
          one.once.group === other.once?.group &&
          ['funds', 'consumption'].includes(one.once.group)
        )
          expect(one.once.key).toEqual(other.once.key);
  });
});

describe('comparing', () => {
  const kind = shippedKind('direct_purchase');
  it('finds nothing between equals', () => {
    expect(SHIPPED.flatMap((one) => compareKinds(one, structuredClone(one)))).toEqual([]);
  });

  it('knows the same in another order of its keys, as the database gives it back', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, one]) => [key, turned(one)]),
            )
          : value;
    expect(SHIPPED.flatMap((one) => compareKinds(one, turned(one) as KindDefinition))).toEqual([]);
  });

  it('names what differs by codes', () => {
    const [first, ...rest] = kind.fields;
    if (first === undefined) throw new Error('no fields');
    const changed: KindDefinition = {
      ...kind,
      name: { ...kind.name, zh: '采购' },
      facets: ['own_county'],
      fields: [...rest, { ...first, required: false, choices: first.choices.slice(1) }],
      rules: kind.rules.slice(1),
    };
    const found = compareKinds(kind, changed);
    const at = (path: string) => found.find((one) => one.path === path);
    expect(at('name.zh')).toEqual({ path: 'name.zh', before: '直接购买农产品', after: '采购' });
    expect(at('facets')).toMatchObject({ before: 'own_county,buyer', after: 'own_county' });
    expect(at('fields.buyer.required')).toMatchObject({ before: 'true', after: 'false' });
    expect(at('fields.buyer.choices.unit.zh')).toMatchObject({ after: null });
    expect(at('rules.price_fits.must')).toMatchObject({ after: null });
    expect(at('fields.order')).toBeDefined();
    expect(
      compareKinds(changed, kind)
        .map((one) => [one.path, one.after, one.before])
        .sort(),
    ).toEqual(found.map((one) => [one.path, one.before, one.after]).sort());
  });
});
