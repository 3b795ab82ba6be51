import { rulesOf, unitsOf, type Kinds } from '../../../core/indicator/check-indicator.ts';
import { LEVELS, type IndicatorDefinition, type PrintUnit } from '../../../core/indicator/definition.ts';

/** Units that money is printed in first, where nothing else was chosen. */
const PREFERRED: readonly PrintUnit[] = ['万元'];

/** A definition whose unit, levels and rule of time follow its formula, where what was chosen before no longer fits. */
export function fitted(definition: IndicatorDefinition, kinds: Kinds): IndicatorDefinition {
  const { formula } = definition;
  const units = unitsOf(formula, kinds);
  const unit = units.includes(definition.unit)
    ? definition.unit
    : (PREFERRED.find((one) => units.includes(one)) ?? units[0] ?? definition.unit);
  const rules = rulesOf(formula);
  const [first = 'none'] = rules;
  const level = { ...definition.level };
  for (const one of LEVELS) if (!rules.includes(level[one])) level[one] = first;
  const stock = 'latest' in formula;
  const period = stock ? 'latest' : definition.period === 'latest' ? 'flow' : definition.period;
  return { ...definition, unit, level, period };
}
