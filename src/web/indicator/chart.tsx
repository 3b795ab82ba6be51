import { useEffect, useRef } from 'react';
import { useWords } from '../client/use-words.ts';

/** One series of the chart, a value a month; null: nothing is known. */
export interface ChartData {
  months: string[];
  monthly: (number | null)[];
  toDate: (number | null)[];
  /** Horizontal line; null: none is set. */
  target: number | null;
  unit: string;
  label: string;
}

/** Months as bars, the year so far as a line, the target across. Draws itself when its code has come. */
export function FigureChart({ data }: { data: ChartData }) {
  const { figure: said } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    let undo: () => void = () => undefined;
    void import('./draw-chart.ts').then(({ drawChart }) => {
      if (gone || box.current === null) return;
      undo = drawChart(box.current, data, { monthly: said.monthly, toDate: said.toDate, target: said.target });
    });
    return () => {
      gone = true;
      undo();
    };
  }, [data, said]);
  return <div ref={box} className="fg-chart" role="img" aria-label={data.label} />;
}
