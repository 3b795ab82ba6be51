import type { ReactNode } from 'react';
import { entrySums } from '../../../contract/ledger.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import { numberText } from '../../client/format.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { yuanText } from '../form/amount.ts';
import type { EntryQuery } from './filter.ts';
import { useUnitText } from '../../parts/unit-text.tsx';

type Sums = AnswerOf<typeof entrySums>;
type Sum = NonNullable<Sums['sums']>['posted'];

/** What the entries under a filter sum to; acts and other filters make it fresh. */
export function useSums(query: EntryQuery, enabled = true) {
  return useRead(entrySums, { query }, { keep: true, enabled });
}

/** What stands under the filter: posted and in transit apart, every measure by itself. */
export function SumsLine({ sums }: { sums: Sums | undefined }) {
  const { ledger } = useWords();
  if (sums === undefined) return <div className="lg-sums" aria-busy="true" />;
  const count = `${numberText(sums.count)}${sums.capped ? '+' : ''}`;
  return (
    <div className="lg-sums">
      <span className="lg-sums-count">{fill(ledger.sums.count, { count })}</span>
      {sums.sums === null ? (
        <span className="bf-quiet">{ledger.sums.tooMany}</span>
      ) : (
        <>
          <SumPart name={ledger.sums.posted} sum={sums.sums.posted} tone="is-posted" />
          <SumPart name={ledger.sums.inTransit} sum={sums.sums.inTransit} tone="is-transit" />
        </>
      )}
    </div>
  );
}

function SumPart({ name, sum, tone }: { name: string; sum: Sum; tone: string }) {
  const { ledger } = useWords();
  const parts: ReactNode[] = useSumParts(sum).map((one) => (
    <span key={one} className="bf-num">
      {one}
    </span>
  ));
  return (
    <span className={`lg-sum ${tone}`}>
      <b>{name}</b>
      <span className="bf-num" {...(sum.entries < 0 ? { title: ledger.sums.lessReversals } : {})}>
        {fill(ledger.sums.entries, { count: numberText(sum.entries).replace('-', '−') })}
      </span>
      {parts}
    </span>
  );
}

/** The measures of a sum that are not nothing, each with its unit. 人 and 人次 stay apart. */
export function useSumParts(sum: Sum): string[] {
  const { unit } = useWords().ledger;
  const unitText = useUnitText();
  return [
    ...(sum.amountFen === '0' ? [] : [`${yuanText(sum.amountFen)} ${unit.yuan}`]),
    ...sum.quantities
      .filter((one) => !/^-?0(\.0+)?$/.test(one.quantity))
      .map((one) => `${signed(one.quantity)} ${unitText(one.unit, signed(one.quantity))}`),
    ...(sum.people === '0' ? [] : [`${signed(sum.people)} ${unit.people}`]),
    ...(sum.personTimes === '0' ? [] : [`${signed(sum.personTimes)} ${unit.times}`]),
  ];
}

/** A number with its thousands apart, a true minus, and no decimals that say nothing. */
function signed(value: string): string {
  const plain = value.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value;
  return numberText(plain).replace('-', '−');
}
