import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEntry } from '../../../src/core/ledger/check-entry.ts';
import type { EntryDraft } from '../../../src/core/ledger/entry.ts';
import type { FieldType, KindDefinition } from '../../../src/core/ledger/kind.ts';
import { labelAt } from '../../../src/core/ledger/prepare-kind.ts';
import { choiceOf, draftOf, fieldOf, kindOf, shippedKind } from '../../support/kinds.ts';

const TODAY = '2021-06-20';
const check = (definition: KindDefinition, draft: EntryDraft) => checkEntry({ definition }, draft, TODAY);
const wrong = (definition: KindDefinition, more: Partial<EntryDraft>) =>
  check(definition, draftOf(more)).problems.map((one) => `${one.at ?? ''} ${one.code}`);
const measures = (more: Partial<EntryDraft['measures']>) => ({
  amountFen: null,
  quantity: null,
  people: null,
  personTimes: null,
  ...more,
});

describe('an entry', () => {
  it('with nothing wrong passes', () => {
    expect(check(kindOf(), draftOf())).toMatchObject({ problems: [], suspects: [], normal: draftOf() });
  });

  it('is told everything at once', () => {
    const kind = kindOf({
      voucher: { ask: 'required', name: { zh: '凭证', en: 'Voucher' } },
      payee: { ask: 'no', name: { zh: '收款方', en: 'Payee' } },
      fields: [fieldOf('buyer', 'text', { required: true }), fieldOf('on', 'date'), fieldOf('kg', 'decimal')],
    });
    expect(
      wrong(kind, {
        occurredOn: '2021-02-30',
        placeId: '451022',
        voucher: ' 无 ',
        measures: measures({ people: 3 }),
        fields: { on: '2021.5', kg: '12,5', strange: 'x' },
      }),
    ).toEqual([
      'occurredOn ledger.not_a_date',
      'placeId ledger.not_a_place',
      'voucher ledger.required',
      'payee ledger.not_asked',
      'people ledger.measure_not_asked',
      'amountFen ledger.required',
      'fields.buyer ledger.required',
      'fields.on ledger.not_a_date',
      'fields.kg ledger.not_decimal',
      'fields.strange ledger.unknown_field',
    ]);
  });

  it.each([
    ['2021-06-20', []],
    ['2021-06-21', ['occurredOn ledger.in_future']],
    ['1979-12-31', ['occurredOn ledger.too_early']],
    ['1980-01-01', []],
    ['', ['occurredOn ledger.required']],
    ['20210506', ['occurredOn ledger.not_a_date']],
  ])('of %s', (occurredOn, problems) => {
    expect(wrong(kindOf(), { occurredOn })).toEqual(problems);
  });

  it.each([
    [0n, ['amountFen ledger.not_positive']],
    [-1n, ['amountFen ledger.not_positive']],
    [1n, []],
    [100_000_000_000_001n, ['amountFen ledger.too_large']],
    [null, ['amountFen ledger.required']],
  ])('of %s fen', (amountFen, problems) => {
    expect(wrong(kindOf(), { measures: measures({ amountFen }) })).toEqual(problems);
  });

  it('takes no sign that cannot be seen or stored', () => {
    expect(wrong(kindOf(), { payee: 'a\u0000b' })).toEqual(['payee ledger.odd_signs']);
    expect(wrong(kindOf(), { note: 'a\ud800b' })).toEqual(['note ledger.odd_signs']);
    expect(check(kindOf(), draftOf({ payee: '\u200b 青陶 \ufeff', note: 'a\r\nb\tc' })).normal).toMatchObject({
      payee: '青陶',
      note: 'a\nb\tc',
    });
  });

  it('counts signs, not code units', () => {
    expect(wrong(kindOf(), { payee: '𠮷'.repeat(200) })).toEqual([]);
    expect(wrong(kindOf(), { payee: '字'.repeat(201) })).toEqual(['payee ledger.too_long']);
  });
});

describe('a value of type', () => {
  const choices = [choiceOf('free', '无偿', '捐赠'), choiceOf('paid', '有偿')];
  const read = (type: FieldType, raw: string) => {
    const kind = kindOf({ fields: [fieldOf('x', type, { choices: type === 'choice' ? choices : [] })] });
    const { problems, normal } = check(kind, draftOf({ fields: { x: raw } }));
    return problems[0]?.code ?? normal.fields['x'] ?? null;
  };
  it.each<[FieldType, string, string | null]>([
    ['text', '  一 二 ', '一 二'],
    ['text', ' ', null],
    ['text', 'x'.repeat(201), 'ledger.too_long'],
    ['long_text', 'x'.repeat(4001), 'ledger.too_long'],
    ['choice', 'free', 'free'],
    ['choice', '捐赠', 'free'],
    ['choice', ' 有偿 ', 'paid'],
    ['choice', '半偿', 'ledger.unknown_choice'],
    ['date', '2020-02-29', '2020-02-29'],
    ['date', '2021-02-29', 'ledger.not_a_date'],
    ['date', '２０２１-０５-０６', '2021-05-06'],
    ['money', '007', '7'],
    ['money', '1.5', 'ledger.not_money'],
    ['money', '-1', 'ledger.not_money'],
    ['decimal', '12.5000', '12.5'],
    ['decimal', '１２．５', '12.5'],
    ['decimal', '0.12345', 'ledger.not_decimal'],
    ['decimal', '1e3', 'ledger.not_decimal'],
    ['decimal', '-0', '0'],
    ['whole', '12', '12'],
    ['whole', '12.0', 'ledger.not_whole'],
    ['yes_no', '是', 'yes'],
    ['yes_no', 'No', 'no'],
    ['yes_no', '也许', 'ledger.not_yes_no'],
    ['place', '130126', '130126'],
    ['place', '130126101', '130126101'],
    ['place', '1301', 'ledger.not_a_place'],
    ['place', '灵寿县', 'ledger.not_a_place'],
    ['credit_code', '91350100m000100y43', '91350100M000100Y43'],
    ['credit_code', '91350100M000100Y44', 'ledger.credit_code'],
    ['credit_code', '9135O100M000100Y43', 'ledger.credit_code'],
    ['order_number', ' 832-2021 0506 0001 ', '832-202105060001'],
    ['order_number', '12345', 'ledger.order_number'],
    ['phone', '+86 138 0000 0000', '13800000000'],
    ['phone', '010-68501234', '010-68501234'],
    ['phone', '1380000000', 'ledger.phone'],
  ])('%s: %s', (type, raw, kept) => {
    expect(read(type, raw)).toBe(kept);
  });

  it('reads again what it kept, without change', () => {
    const types: FieldType[] = ['text', 'long_text', 'decimal', 'date', 'money', 'whole', 'phone', 'order_number'];
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.string({ unit: 'binary', maxLength: 40 }), (type, raw) => {
        const kept = read(type, raw);
        if (kept !== null && !kept.startsWith('ledger.')) expect(read(type, kept)).toBe(kept);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a roster', () => {
  const kind = kindOf({
    roster: 'optional',
    measures: [
      {
        measure: 'people',
        name: { zh: '人数', en: 'People' },
        unit: null,
        required: true,
        derived: 'roster_people',
        synonyms: [],
      },
      {
        measure: 'person_times',
        name: { zh: '人次', en: 'Times' },
        unit: null,
        required: true,
        derived: 'roster_times',
        synonyms: [],
      },
    ],
  });
  const row = (name: string, times = 1, idNumber: string | null = null) => ({ name, idNumber, times, note: null });
  const with_ = (roster: EntryDraft['roster'], more = {}) => check(kind, draftOf({ roster, measures: measures(more) }));

  it('gives people and person-times', () => {
    expect(with_([row('甲', 3), row('乙')])).toMatchObject({
      problems: [],
      normal: { measures: { people: 2, personTimes: 4 } },
    });
  });

  it('must agree with what was typed', () => {
    expect(with_([row('甲', 3)], { people: 2, personTimes: 3 }).problems).toEqual([
      { code: 'ledger.roster_differs', at: 'people', params: { given: 2, counted: 1 } },
    ]);
  });

  it('may be left out; then the numbers are typed', () => {
    expect(with_([], { people: 5, personTimes: 8 }).problems).toEqual([]);
    expect(with_([]).problems.map((one) => one.at)).toEqual(['people', 'personTimes']);
    expect(check({ ...kind, roster: 'required' }, draftOf({ measures: measures({}) })).problems[0]).toEqual({
      code: 'ledger.required',
      at: 'roster',
    });
  });

  it('names each person once, with a right number', () => {
    const id = '11010519491231002x';
    expect(with_([row('甲', 1, id), row('乙', 1, `${id}43`), row('丙', 0, '110105194912310021')]).problems).toEqual([
      { code: 'ledger.roster_twice', at: 'roster.1.idNumber', params: { row: 1 } },
      { code: 'ledger.roster_times', at: 'roster.2.times' },
      { code: 'ledger.id_number', at: 'roster.2.idNumber' },
    ]);
    expect(with_([row('甲'), row('甲')])).toMatchObject({ problems: [], suspects: [{ code: 'namesakes' }] });
  });
});

describe('rules between fields', () => {
  const price = shippedKind('direct_purchase');

  it('speak where both sides are there', () => {
    const fields = { product: '核桃', origin: '130126', price: '1000', buyer: 'unit', own_county: 'yes' };
    const entry = (amountFen: bigint, quantity: string | null) =>
      check(price, draftOf({ kind: price.code, measures: measures({ amountFen, quantity }), fields }));
    expect(entry(120_000n, '120').suspects).toEqual([]);
    expect(entry(120_000n, null).suspects).toEqual([]);
    expect(entry(120_000n, '100').suspects.map((one) => one.at)).toEqual(['amountFen']);
  });

  it('refuse at the field that they name, once', () => {
    const kind = shippedKind('direct_input');
    const fields = { pay_class: 'free', form: 'goods' };
    const found = check(kind, draftOf({ kind: kind.code, fields }));
    expect(found.problems).toMatchObject([{ code: 'ledger.rule', at: 'fields.goods_list' }]);
    expect(labelAt(kind, 'fields.goods_list')).toEqual({ zh: '实物清单', en: 'List of goods' });
  });
});

it('never throws, whatever comes', () => {
  const kind = shippedKind('direct_input');
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('无偿', '实物', '2021-01-01'));
  const number = fc.oneof(fc.double(), fc.integer());
  const draft = fc.record({
    occurredOn: text,
    voucher: fc.option(text),
    payee: fc.option(text),
    note: fc.option(text),
    placeId: fc.option(text),
    measures: fc.record({
      amountFen: fc.option(fc.bigInt()),
      quantity: fc.option(text),
      people: fc.option(number),
      personTimes: fc.option(number),
    }),
    fields: fc.dictionary(fc.oneof(fc.constantFrom('form', 'use', 'project', '__proto__'), text), text),
    roster: fc.array(fc.record({ name: text, idNumber: fc.option(text), times: number, note: fc.option(text) }), {
      maxLength: 3,
    }),
  });
  fc.assert(
    fc.property(draft, (more) => {
      expect(Array.isArray(check(kind, draftOf(more)).problems)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
