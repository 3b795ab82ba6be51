import { kindColumns } from '../../core/exchange/kind-columns.ts';
import { moneyUnitOf } from '../../core/exchange/read-money.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import type { KindDefinition } from '../../core/ledger/kind.ts';
import type { Import } from './import-shapes.ts';

/**
 * What keeps a sheet from being checked: no table, required columns that neither a column nor an answer gives, an amount
 * whose unit nobody has said. `at` is the code of the column.
 */
export function openQuestions(one: Import, definition: KindDefinition): Problem[] {
  const { layout } = one.head;
  if (layout === null) return [problem('sheet.no_header')];
  const mapped = new Map(one.mapping.map(({ code, column }) => [code, column]));
  const { options } = one;
  const answered = (code: string): boolean => (options.fixed[code] ?? '') !== '';
  const problems = kindColumns(definition)
    .filter(({ code, required }) => required === true && !mapped.has(code) && !answered(code))
    .map(({ code, names }) => problem('import.column_missing', code, { name: names[0] ?? code }));
  const money = ['amount', ...definition.fields.filter((field) => field.type === 'money').map((field) => field.code)];
  for (const code of money) {
    const column = mapped.get(code);
    if (column === undefined || options.moneyUnit !== null) continue;
    const said = layout.columns.find((two) => two.index === column)?.unit ?? null;
    if (moneyUnitOf(said) === null && moneyUnitOf(layout.titleUnit) === null)
      problems.push(
        problem('import.money_unit', code, { name: layout.columns.find((c) => c.index === column)?.name ?? code }),
      );
  }
  return problems;
}
