import type { IndicatorDefinition } from '../../core/indicator/definition.ts';
import type { Printed } from './value.tsx';

/** How what entries add is printed: as the figure itself, exact to the fen for money; of a ratio as the measure that is listed. */
export function measureUnit(measure: string, definition: IndicatorDefinition, ratio: boolean): Printed {
  const money = definition.unit === '元' || definition.unit === '万元' || definition.unit === '亿元';
  if (measure === 'amount') return { unit: money && definition.unit === '元' ? '元' : '万元', decimals: 6 };
  if (!ratio) return { unit: definition.unit, decimals: definition.decimals };
  if (measure === 'people') return { unit: '人', decimals: 0 };
  return measure === 'person_times' ? { unit: '人次', decimals: 0 } : { unit: '项', decimals: 0 };
}
