import { useWords } from '../client/use-words.ts';

/** Says a unit of figures in the person's language; beside its value the singular where it is one. What is none of ours stays as it is. */
export function useUnitText(): (unit: string, value?: string | number | null) => string {
  const { measureUnit } = useWords();
  return (unit, value) => {
    const said = Object.hasOwn(measureUnit, unit) ? measureUnit[unit as keyof typeof measureUnit] : unit;
    const [one = '', many = one] = said.split('|');
    return /^[-−]?1(\.0+)?$/.test(String(value ?? '')) ? one : many;
  };
}

/** A unit of figures in words. */
export function UnitText({ unit, value = null }: { unit: string; value?: string | number | null }) {
  return <>{useUnitText()(unit, value)}</>;
}
