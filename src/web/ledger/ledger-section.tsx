import { Button } from 'antd';
import { Link } from 'react-router';
import { entries } from '../../contract/ledger.ts';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { Sheet } from '../parts/section.tsx';
import { EntryTable } from './list/entry-table.tsx';
import { listAddress } from './list/filter.ts';
import { SumsLine, useSums } from './list/sums-line.tsx';
import './style/list.css';

const LATEST = 10;

/** The ledger of a county or a unit: what it sums to, the latest entries, and the way to all. */
export function LedgerSection({ of }: { of: { countyId: string } | { unitId: string } }) {
  const { ledger } = useWords();
  const may = useMay();
  const read = useRead(entries, { query: { ...of, limit: LATEST } });
  const sums = useSums(of);
  const county = 'countyId' in of ? of.countyId : null;
  return (
    <Sheet>
      <div className="bf-bar">
        {sums.data === undefined || sums.data.count === 0 ? null : (
          <Link to={listAddress(of)}>{ledger.section.all}</Link>
        )}
        {may('ledger.report') ? (
          <Link className="bf-count" to={county === null ? '/ledger/new' : `/ledger/new?county=${county}`}>
            <Button size="small">{ledger.section.add}</Button>
          </Link>
        ) : null}
      </div>
      <SumsLine sums={sums.data} />
      <Load read={read} rows={3}>
        {(data) => (
          <EntryTable
            rows={data.items}
            without={county === null ? ['unit'] : ['county']}
            empty={<Empty small text={ledger.section.none} />}
          />
        )}
      </Load>
    </Sheet>
  );
}
