import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { PaperClipOutlined, WarningOutlined } from '@ant-design/icons';
import type { AnswerOf } from '../../../contract/route.ts';
import type { entries } from '../../../contract/ledger.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { DataList, type Chosen, type Column } from '../../parts/data-list.tsx';
import { Mark } from '../../parts/mark.tsx';
import { CountyName, DayText, SampleTag, UnitName } from '../../parts/texts.tsx';
import { MeasuresText } from '../measure-text.tsx';
import { HolderText, StateMark } from '../state-mark.tsx';
import { useSay } from '../use-say.ts';
import { entryAddress } from '../entry/entry-data.ts';

/** An entry in a list. */
export type Row = AnswerOf<typeof entries>['items'][number];

interface EntryTableProps {
  rows: readonly Row[];
  loading?: boolean;
  empty: ReactNode;
  more?: { has: boolean; loading: boolean; load: () => void };
  chosen?: Chosen;
  /** Columns that say nothing here, because all rows have the same. */
  without?: readonly ('unit' | 'county')[];
}

/** The key of a row: what acts on many are told. */
export const rowKeyOf = (row: Row): string => `${row.countyId}/${row.id}`;

/** Entries as a table on a desk and as cards on a phone. */
export function EntryTable({ rows, without = [], ...rest }: EntryTableProps) {
  const columns = useColumns().filter((one) => !(without as readonly string[]).includes(one.key));
  return <DataList<Row> rows={rows} rowKey={rowKeyOf} columns={columns} {...rest} />;
}

function useColumns(): Column<Row>[] {
  const { ledger } = useWords();
  const said = ledger.column;
  return [
    { key: 'kind', title: said.kind, render: (row) => <What row={row} />, width: '21%' },
    { key: 'state', title: said.state, render: (row) => <Standing row={row} /> },
    {
      key: 'measures',
      title: said.measures,
      numeric: true,
      render: (row) => <MeasuresText of={row} unit={row.quantityUnit} />,
    },
    { key: 'day', title: said.day, render: (row) => <Day row={row} /> },
    {
      key: 'county',
      title: said.county,
      render: (row) => (
        <span className="lg-name">
          <CountyName id={row.countyId} name={row.countyName} />
        </span>
      ),
    },
    { key: 'unit', title: said.unit, render: (row) => <UnitName id={row.unitId} name={row.unitName} /> },
    {
      key: 'payee',
      title: said.payee,
      render: (row) => (row.payee === null && row.voucher === null ? null : <Other row={row} />),
    },
    {
      key: 'by',
      title: said.by,
      wideOnly: true,
      render: (row) => (
        <>
          {row.reportedBy} <Signs row={row} />
        </>
      ),
    },
  ];
}

function What({ row }: { row: Row }) {
  const { ledger } = useWords();
  const say = useSay();
  return (
    <>
      <Link to={entryAddress(row.countyId, row.id)}>{say(row.kindName)}</Link> <SampleTag when={row.example} />
      <div className="bf-quiet bf-small bf-num">{row.number ?? ledger.noNumber}</div>
    </>
  );
}

function Standing({ row }: { row: Row }) {
  const { ledger } = useWords();
  return (
    <span className="lg-standing">
      <StateMark state={row.state} />
      {row.reverses === null ? null : <Mark tone="warn">{ledger.reversal}</Mark>}
      {row.reversedBy === null ? null : <Mark tone="warn">{ledger.reversed}</Mark>}
      <HolderText holder={row.holder} />
    </span>
  );
}

function Day({ row }: { row: Row }) {
  const { ledger } = useWords();
  return (
    <>
      <DayText day={row.occurredOn} />
      {row.countedOn === row.occurredOn ? null : (
        <div className="bf-quiet bf-small">
          {ledger.countedOn} <DayText day={row.countedOn} />
        </div>
      )}
    </>
  );
}

function Other({ row }: { row: Row }) {
  return (
    <span className="lg-other">
      {row.payee}
      {row.voucher === null ? null : <span className="bf-quiet bf-small">{row.voucher}</span>}
    </span>
  );
}

/** How many files prove it, and whether a person should look at something. */
function Signs({ row }: { row: Row }) {
  const { ledger } = useWords();
  return (
    <span className="lg-signs">
      {row.evidence === 0 ? null : (
        <span title={fill(ledger.evidence.count, { count: row.evidence })} className="bf-quiet">
          <PaperClipOutlined /> {row.evidence}
        </span>
      )}
      {row.suspects === 0 ? null : (
        <span title={fill(ledger.suspectCount, { count: row.suspects })} className="lg-look">
          <WarningOutlined /> {row.suspects}
        </span>
      )}
    </span>
  );
}
