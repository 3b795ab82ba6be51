import { fill } from '../../words/words.ts';
import './fact.css';
import { numberText } from '../client/format.ts';
import { useWords } from '../client/use-words.ts';

/** What of a fact makes its figure. */
export interface Figure {
  value: string;
  unit: string;
  exact: string;
  plainUnit: string;
  approx: string | null;
  approxText: string | null;
}

/** Markers that stand before the number as printed; the others stand within or behind it. */
const BEFORE = /^(?:大?约|近|超|逾|达?不足|不少于|不低于|至少|最少|最多|不超过|接近|将近|突破|累计超)/;

/** A figure as the original prints it, with its marker: 约11.2万人, 960多万. A unit that is not printed stands behind it, quiet. */
export function FigureText({ fact }: { fact: Figure }) {
  const { fact: said } = useWords();
  const exact = fill(said.exactly, { exact: numberText(fact.exact), unit: fact.plainUnit });
  return (
    <b className="bf-num bf-figure" title={exact}>
      {figureText(fact)}
      {fact.plainUnit === '' || fact.unit.includes(fact.plainUnit) ? null : (
        <i className="bf-plain-unit">{fact.plainUnit}</i>
      )}
    </b>
  );
}

/** The same as text. */
export function figureText({ value, unit, approx, approxText }: Figure): string {
  if (approx === null || approxText === null || approxText === '') return `${value}${unit}`;
  if (BEFORE.test(approxText)) return `${approxText}${value}${unit}`;
  if (/^(?:以上|以下|以内|左右|上下)/.test(approxText)) return `${value}${unit}${approxText}`;
  return `${value}${approxText}${unit}`;
}
