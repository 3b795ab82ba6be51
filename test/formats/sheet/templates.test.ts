import { describe, expect, it } from 'vitest';
import { mappingOf } from '../../../src/acts/exchange/begin-import.ts';
import { rowChecker } from '../../../src/acts/exchange/check-row.ts';
import { NO_OPTIONS, type Import } from '../../../src/acts/exchange/import-shapes.ts';
import { openQuestions } from '../../../src/acts/exchange/import-questions.ts';
import type { ImportWorld } from '../../../src/acts/exchange/import-world.ts';
import { templateSpec } from '../../../src/acts/exchange/template-file.ts';
import { findTable } from '../../../src/core/exchange/find-table.ts';
import { judgeRow } from '../../../src/core/exchange/row-fate.ts';
import { ok } from '../../../src/core/kernel/result.ts';
import { checkEntry } from '../../../src/core/ledger/check-entry.ts';
import type { KindDefinition } from '../../../src/core/ledger/kind.ts';
import { makeTemplate } from '../../../src/formats/sheet/make-template.ts';
import { readWorkbook } from '../../../src/formats/sheet/read-workbook.ts';
import type { Language } from '../../../src/words/words.ts';
import { choiceOf, fieldOf, kindOf, SHIPPED } from '../../support/kinds.ts';

const world = (definition: KindDefinition): ImportWorld => ({
  versions: [
    {
      code: definition.code,
      version: 1,
      definition,
      validFrom: '1980-01-01',
      validTo: null,
      placeIds: [],
      shipped: true,
    },
  ],
  definition,
  lookups: { county: () => ok('130126'), unit: () => ok('018f0000-0000-7000-8000-000000000001') },
  today: '2021-06-20',
  allows: () => true,
  isCounty: () => true,
});

/** What the template of a kind comes to when it is read: its example row as one of data. */
async function exampleOf(definition: KindDefinition, language: Language) {
  const book = await readWorkbook(await makeTemplate(templateSpec(definition, language)), '模板.xlsx');
  const sheet = book.ok ? book.value.sheets[0] : undefined;
  const layout = findTable(sheet?.rows ?? [], sheet?.merges ?? []);
  const row = sheet?.rows.at(-1);
  if (!layout.ok || row === undefined) throw new Error('no table');
  const head = { layout: layout.value, rows: [] };
  const one = { kind: definition.code, unitId: '018f0000-0000-7000-8000-000000000001', head, options: NO_OPTIONS };
  const read = { ...one, mapping: mappingOf(head, definition, new Map()) } as unknown as Import;
  const cells = ['1', ...row.cells.slice(1)];
  const found = rowChecker(
    read,
    world(definition),
  )({ row: row.row, cells, fromMerge: new Set(), startsMerge: new Set() });
  return { layout: layout.value, row, read, cells, found };
}

describe.each<Language>(['zh-CN', 'en'])('the template of every kind, %s', (language) => {
  it.each(SHIPPED.map((kind) => [kind.code, kind] as const))('%s: its example would come in', async (_, kind) => {
    const { layout, row, read, cells, found } = await exampleOf(kind, language);
    expect(judgeRow(layout, row)).toBe('example');
    expect(judgeRow(layout, { ...row, cells })).toBeNull();
    // Every column is known by its exact name, no question is left open, nothing is refused and nothing is odd.
    expect(openQuestions(read, kind)).toEqual([]);
    expect(read.mapping.map((one) => one.certainty)).toEqual(layout.columns.slice(1).map(() => 'exact'));
    expect(found.problems).toBeNull();
    const { draft } = found.good ?? { draft: null };
    expect(draft === null ? null : checkEntry({ definition: kind }, draft, '2021-06-20').suspects).toEqual([]);
  });
});

it('the example of a kind of one’s own has something in every column that is required', async () => {
  const required = { required: true };
  const kind = kindOf({
    fields: [
      fieldOf('a', 'text', { ...required, maxLength: 3 }),
      fieldOf('b', 'long_text', required),
      fieldOf('c', 'choice', { ...required, choices: [choiceOf('x', '甲')] }),
      fieldOf('d', 'date', required),
      fieldOf('e', 'money', required),
      fieldOf('f', 'decimal', required),
      fieldOf('g', 'whole', required),
      fieldOf('h', 'yes_no', required),
      fieldOf('i', 'place', required),
      fieldOf('j', 'credit_code', required),
      fieldOf('k', 'order_number', required),
      fieldOf('l', 'phone', required),
    ],
  });
  expect((await exampleOf(kind, 'zh-CN')).found.problems).toBeNull();
});
