import { ImportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../client/use-words.ts';
import type { EntryQuery } from './filter.ts';

/** What acts on many entries are told: the rows that were chosen, else everything under the filter. */
export interface BulkProps {
  /** `countyId/id` of the chosen rows. */
  chosen: readonly string[];
  query: EntryQuery;
  /** How many entries the filter has; null: not counted yet. */
  count: number | null;
  onClear: () => void;
}

/** Acts on many entries at once. */
export function BulkBar(_: BulkProps) {
  return null;
}

/** Takes what the list shows out as a workbook. */
export function ExportButton(_: { query: EntryQuery }) {
  return null;
}

/** Takes entries in from a workbook. */
export function ImportButton() {
  const { imports } = useWords();
  return (
    <Link to="/ledger/import">
      <Button icon={<ImportOutlined />}>{imports.title}</Button>
    </Link>
  );
}
