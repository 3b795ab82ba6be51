import { PRINT_UNITS, type PrintUnit } from '../../core/indicator/definition.ts';

/** 数字的单位：一个和多个之间用 | 隔开，中文没有区别。 */
export const measureUnitZh = Object.fromEntries(PRINT_UNITS.map((unit) => [unit, unit])) as Record<PrintUnit, string>;
