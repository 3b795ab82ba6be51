import type { ReactNode } from 'react';
import { DataList, type Chosen, type Column } from '../../parts/data-list.tsx';
import { useEntryColumns } from './entry-columns.tsx';
import type { Row } from './entry-cells.tsx';

interface EntryTableProps {
  rows: readonly Row[];
  loading?: boolean;
  empty: ReactNode;
  more?: { has: boolean; loading: boolean; load: () => void };
  chosen?: Chosen;
  /** The columns to show; left out: the usual ones. */
  columns?: Column<Row>[];
  /** Columns that say nothing here, because all rows have the same. */
  without?: readonly ('unit' | 'county')[];
}

/** The key of a row: what acts on many are told. */
export const rowKeyOf = (row: Row): string => `${row.countyId}/${row.id}`;

/** Entries as a table on a desk and as cards on a phone. */
export function EntryTable({ rows, columns, without = [], ...rest }: EntryTableProps) {
  const usual = useEntryColumns(null).filter((one) => one.usual);
  const shown = (columns ?? usual).filter((one) => !(without as readonly string[]).includes(one.key));
  return <DataList<Row> rows={rows} rowKey={rowKeyOf} columns={shown} {...rest} />;
}
