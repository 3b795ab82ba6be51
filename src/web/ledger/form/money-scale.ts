import { MONEY_SCALES, type MoneyScale } from '../../../core/kernel/money.ts';

const KEY = 'bangfu.money-scale';

/** The scale that was chosen last on this device; at first 元. */
export function keptScale(): MoneyScale {
  try {
    return MONEY_SCALES.find((one) => one === localStorage.getItem(KEY)) ?? 'yuan';
  } catch {
    return 'yuan';
  }
}

/** Keeps the scale for the next amount on this device. */
export function keepScale(scale: MoneyScale): void {
  try {
    localStorage.setItem(KEY, scale);
  } catch {
    // A browser that keeps nothing still works.
  }
}
