import { describe, expect, it } from 'vitest';
import type { KindDefinition } from '../../src/core/ledger/kind.ts';
import { checkValues, fieldAt } from '../../src/web/ledger/form/check-values.ts';
import { readValues, rowsSent, type EntryValues } from '../../src/web/ledger/form/entry-values.ts';
import { cellsOf, rosterOf } from '../../src/web/ledger/form/paste-rows.ts';

const name = { zh: '名', en: 'name' };
const kind: KindDefinition = {
  code: 'class',
  line: '人才',
  topic: null,
  name,
  text: name,
  source: '示例',
  unverified: true,
  countsOn: name,
  measures: [
    { measure: 'people', name, unit: null, required: true, derived: 'roster_people', synonyms: [] },
    { measure: 'person_times', name, unit: null, required: true, derived: 'roster_times', synonyms: [] },
    { measure: 'amount', name, unit: null, required: true, derived: null, synonyms: [] },
  ],
  voucher: { ask: 'no', name },
  payee: { ask: 'optional', name },
  fields: [
    {
      code: 'price',
      name,
      type: 'money',
      required: false,
      help: null,
      choices: [],
      unit: null,
      maxLength: null,
      personal: false,
      synonyms: [],
    },
    {
      code: 'contact',
      name,
      type: 'phone',
      required: true,
      help: null,
      choices: [],
      unit: null,
      maxLength: null,
      personal: true,
      synonyms: [],
    },
  ],
  facets: [],
  rules: [],
  evidence: [{ code: 'sign', name, accepts: ['pdf'], least: 1 }],
  once: null,
  roster: 'optional',
};
const row = (of: Partial<Record<'name' | 'idNumber' | 'times' | 'note', string>>) => ({
  name: '',
  idNumber: '',
  times: '',
  note: '',
  ...of,
});
const how = { asDraft: false, today: '2021-06-20', filesElsewhere: false, personalKept: false };
const codes = (values: EntryValues, more: Partial<typeof how> = {}) =>
  checkValues(values, kind, { ...how, ...more }).map((one) => `${fieldAt(one.at ?? '')} ${one.code}`);

describe('what the form of an entry sends', () => {
  it('reads money by its switch and sums by the roster', () => {
    const { body, problems } = readValues(
      {
        occurredOn: '2021-06-01',
        measures: { amountFen: { text: '1.2', scale: 'wan' }, people: '7' },
        fields: { price: { text: '3.5', scale: 'yuan' }, contact: ' 13800000000 ' },
        roster: [row({ name: '赵一', times: '３' }), row({}), row({ name: '钱二' })],
      },
      kind,
    );
    expect(problems).toEqual([]);
    expect(body.measures).toEqual({ amountFen: '1200000', quantity: null, people: 2, personTimes: 4 });
    expect(body.fields).toEqual({ price: '350', contact: '13800000000' });
  });

  it('guesses nothing: what is no number is a problem at its field', () => {
    const values: EntryValues = {
      occurredOn: '2021-06-01',
      measures: { amountFen: { text: '一万', scale: 'yuan' }, people: '3.5', personTimes: '12' },
      fields: { contact: '13800000000', price: { text: '1.005', scale: 'yuan' } },
    };
    expect(codes(values)).toEqual([
      'measures.people ledger.not_whole',
      'measures.amountFen ledger.not_money',
      'fields.price ledger.money_too_fine',
      'evidence.sign ledger.evidence_missing',
    ]);
  });

  it('a draft may lack what is required, but not be unreadable', () => {
    expect(codes({ occurredOn: '2021-06-01' }, { asDraft: true })).toEqual([]);
    expect(codes({ occurredOn: '2021-07-01' }, { asDraft: true })).toEqual(['occurredOn ledger.in_future']);
  });

  it('masked values that are kept are not judged', () => {
    const values: EntryValues = {
      occurredOn: '2021-06-01',
      measures: { amountFen: { text: '1', scale: 'yuan' }, people: '1', personTimes: '1' },
      fields: { contact: '138****0000' },
    };
    expect(codes(values, { filesElsewhere: true })).toEqual(['fields.contact ledger.phone']);
    expect(codes(values, { filesElsewhere: true, personalKept: true })).toEqual([]);
  });

  it('knows where each row that is sent stands in the grid', () => {
    expect(rowsSent([row({}), row({ name: '赵一' }), row({}), row({ note: '备注' })])).toEqual([1, 3]);
  });
});

const headers = { name: ['姓名'], idNumber: ['身份证号'], times: ['次数'], note: ['备注'] };

describe('a roster pasted from a workbook', () => {
  it('parts cells and rows, also in quotes', () => {
    expect(cellsOf('a\t"b\n""c"""\r\nd\t="012"\n\n')).toEqual([
      ['a', 'b\n"c"'],
      ['d', '012'],
    ]);
  });

  it('finds the columns by a header, whatever stands between', () => {
    const pasted = rosterOf(cellsOf('序号\t姓名*\t次 数\t身份证号：\n1\t赵一\t3\t="000000199001010013"\n'), headers);
    expect(pasted).toEqual({ headed: true, rows: [row({ name: '赵一', times: '3', idNumber: '000000199001010013' })] });
  });

  it('without a header takes the columns from the one with the cursor', () => {
    expect(rosterOf(cellsOf('赵一\t\t2\n钱二'), headers).rows).toEqual([
      row({ name: '赵一', times: '2' }),
      row({ name: '钱二' }),
    ]);
    expect(rosterOf(cellsOf('000000199001010013\t2'), headers, 'idNumber').rows).toEqual([
      row({ idNumber: '000000199001010013', times: '2' }),
    ]);
  });
});
