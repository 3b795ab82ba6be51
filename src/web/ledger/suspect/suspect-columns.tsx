import { Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../client/use-words.ts';
import type { Column } from '../../parts/data-list.tsx';
import { CountyName, DayText, MomentText, UnitName } from '../../parts/texts.tsx';
import { entryAddress } from '../entry/entry-data.ts';
import { yuanText } from '../form/amount.ts';
import { StateMark } from '../state-mark.tsx';
import { useSay } from '../use-say.ts';
import { FindingText, useRuleName, type Found } from './finding-text.tsx';
import { Settled } from './findings.tsx';

/** The columns of the list of findings; open ones have a button to settle them, settled ones say when they were found. */
export function useSuspectColumns(settled: boolean, onSettle: (one: Found) => void): Column<Found>[] {
  const { suspect: said, ledger } = useWords();
  const last: Column<Found> = settled
    ? { key: 'at', title: said.foundAt, wideOnly: true, render: (row) => <MomentText at={row.foundAt} /> }
    : { key: 'settle', title: '', render: (row) => <SettleCell row={row} onSettle={onSettle} /> };
  return [
    { key: 'what', title: said.what, width: '30%', render: (row) => <WhatCell row={row} /> },
    { key: 'entry', title: said.entry, width: '18%', render: (row) => <EntryCell row={row} /> },
    { key: 'state', title: ledger.column.state, width: 96, render: (row) => <StateMark state={row.state} /> },
    { key: 'amount', title: ledger.column.measures, numeric: true, render: (row) => <AmountCell row={row} /> },
    { key: 'day', title: ledger.column.day, render: (row) => <DayText day={row.occurredOn} /> },
    {
      key: 'where',
      title: `${ledger.column.county} / ${ledger.column.unit}`,
      render: (row) => <WhereCell row={row} />,
    },
    last,
  ];
}

function WhatCell({ row }: { row: Found }) {
  const ruleName = useRuleName();
  return (
    <>
      <b>{ruleName(row.code)}</b>
      <div>
        <FindingText of={row} />
      </div>
      <Settled one={row} />
    </>
  );
}

function EntryCell({ row }: { row: Found }) {
  const { ledger } = useWords();
  const say = useSay();
  return (
    <>
      <Link to={entryAddress(row.countyId, row.entryId)}>{say(row.kindName)}</Link>
      <div className="bf-quiet bf-num">{row.number ?? ledger.noNumber}</div>
    </>
  );
}

function AmountCell({ row }: { row: Found }) {
  const { ledger } = useWords();
  return (
    <span className="lg-nowrap">{row.amountFen === null ? '—' : `${yuanText(row.amountFen)} ${ledger.unit.yuan}`}</span>
  );
}

function WhereCell({ row }: { row: Found }) {
  return (
    <>
      <CountyName id={row.countyId} name={row.countyName} />{' '}
      <div className="bf-quiet lg-unit">
        <UnitName id={row.unitId} name={row.unitName} />
      </div>
    </>
  );
}

function SettleCell({ row, onSettle }: { row: Found; onSettle: (one: Found) => void }) {
  const { suspect: said } = useWords();
  if (!row.can.settle) return null;
  return (
    <Button size="small" onClick={() => onSettle(row)}>
      {said.settle}
    </Button>
  );
}
