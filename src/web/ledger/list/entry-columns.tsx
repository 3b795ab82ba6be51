import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import type { Column } from '../../parts/data-list.tsx';
import { CountyName, MomentText, UnitName } from '../../parts/texts.tsx';
import { FieldValue } from '../entry/entry-values.tsx';
import { MeasuresText } from '../measure-text.tsx';
import { useSay } from '../use-say.ts';
import { Day, Other, Signs, Standing, What, type Row } from './entry-cells.tsx';

/** A column of the ledger; `usual`: shown until somebody chooses otherwise. */
export interface EntryColumn extends Column<Row> {
  usual: boolean;
}

/** Everything that a list of entries can show; of one kind also what it asks beyond the measures, personal fields left out. */
export function useEntryColumns(kind: KindDefinition | null): EntryColumn[] {
  const own = useOwnColumns(kind);
  const { column: said, columns: more } = useWords().ledger;
  return [
    { key: 'kind', usual: true, title: said.kind, render: (row) => <What row={row} />, width: '21%' },
    { key: 'state', usual: true, title: said.state, render: (row) => <Standing row={row} /> },
    {
      key: 'measures',
      usual: true,
      title: said.measures,
      numeric: true,
      render: (row) => <MeasuresText of={row} unit={row.quantityUnit} />,
    },
    { key: 'day', usual: true, title: said.day, render: (row) => <Day row={row} /> },
    { key: 'county', usual: true, title: said.county, render: (row) => <County row={row} /> },
    { key: 'unit', usual: true, title: said.unit, render: (row) => <Unit row={row} /> },
    { key: 'payee', usual: true, title: said.payee, render: (row) => (hasOther(row) ? <Other row={row} /> : null) },
    ...own,
    { key: 'note', usual: false, title: more.note, render: (row) => row.note },
    { key: 'by', usual: true, title: said.by, wideOnly: true, render: (row) => <By row={row} /> },
    {
      key: 'reportedAt',
      usual: false,
      title: more.reportedAt,
      render: (row) => (row.number === null ? null : <MomentText at={row.reportedAt} />),
    },
    {
      key: 'postedAt',
      usual: false,
      title: more.postedAt,
      render: (row) => (row.postedAt === null ? null : <MomentText at={row.postedAt} />),
    },
  ];
}

function useOwnColumns(kind: KindDefinition | null): EntryColumn[] {
  const say = useSay();
  const fields = kind?.fields.filter((one) => !one.personal) ?? [];
  return fields.map((field) => ({
    key: `${kind?.code}.${field.code}`,
    usual: false,
    title: say(field.name),
    render: (row) => {
      const value = row.fields[field.code];
      return value === undefined ? null : <FieldValue field={field} value={value} />;
    },
  }));
}

const hasOther = (row: Row): boolean => row.payee !== null || row.voucher !== null;

function County({ row }: { row: Row }) {
  return (
    <span className="lg-name">
      <CountyName id={row.countyId} name={row.countyName} />
    </span>
  );
}

function Unit({ row }: { row: Row }) {
  return (
    <span className="lg-unit">
      <UnitName id={row.unitId} name={row.unitName} />
    </span>
  );
}

function By({ row }: { row: Row }) {
  return (
    <>
      {row.reportedBy} <Signs row={row} />
    </>
  );
}
