import { exactText, figuresIn } from '../../../core/document/facts/figure.ts';

/** The exact value and plain unit of a figure as printed (11.2, 万人 → 112000, 人); null where the value is no number. */
export function normalFigure(value: string, unit: string): { exact: string; plainUnit: string } | null {
  const number = value.trim().replace(/[，,]/g, '');
  const printed = `${number}${unit.trim()}`;
  const figure = figuresIn(printed).find((one) => one.start === 0);
  if (figure !== undefined && (figure.end === printed.length || figure.plainUnit === '')) {
    const rest = printed.slice(figure.end);
    return { exact: exactText(figure), plainUnit: figure.plainUnit === '' ? rest : figure.plainUnit };
  }
  return /^\d{1,24}(?:\.\d{1,12})?$/.test(number) ? { exact: number, plainUnit: unit.trim() } : null;
}
