import type { Words } from '../../words/words.ts';
import { useWords } from '../client/use-words.ts';

type Value = string | number | null;

/** Says a unit of figures; beside its value the singular where it is one. What is none of ours stays as it is. */
export function unitWord({ measureUnit }: Pick<Words, 'measureUnit'>, unit: string, value: Value = null): string {
  const said = Object.hasOwn(measureUnit, unit) ? measureUnit[unit as keyof typeof measureUnit] : unit;
  const [one = '', many = one] = said.split('|');
  return /^[-−]?1(\.0+)?$/.test(String(value ?? '')) ? one : many;
}

/** Says units of figures in the person's language, as `unitWord`. */
export function useUnitText(): (unit: string, value?: Value) => string {
  const words = useWords();
  return (unit, value = null) => unitWord(words, unit, value);
}

/** A unit of figures in words. */
export function UnitText({ unit, value = null }: { unit: string; value?: Value }) {
  return <>{useUnitText()(unit, value)}</>;
}
