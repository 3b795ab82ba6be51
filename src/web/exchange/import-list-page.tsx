import { Link } from 'react-router';
import { imports, type importLine } from '../../contract/import.ts';
import type { z } from 'zod';
import { fill } from '../../words/words.ts';
import { momentText } from '../client/format.ts';
import { usePages } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { useSay } from '../ledger/use-say.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Failed } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { BeginForm } from './begin-form.tsx';
import { ImportStateMark } from './import-state.tsx';
import './import.css';

type Line = z.output<typeof importLine>;

/** Brings a sheet in, and shows those that were brought before. */
export function ImportListPage() {
  const { imports: say, ledger } = useWords();
  const list = usePages(imports, { query: { limit: 30 } });
  const columns = useColumns();
  return (
    <>
      <PageHead title={say.title} lead={say.lead} trail={[{ to: '/ledger', label: ledger.title }]} />
      <BeginForm />
      <Section title={say.list} flush>
        {list.error !== null && !list.ready ? (
          <Failed error={list.error} retry={list.retry} />
        ) : (
          <DataList
            rows={list.items}
            columns={columns}
            rowKey={(row) => row.id}
            loading={!list.ready}
            more={{ has: list.hasMore, loading: list.loadingMore, load: list.more }}
            empty={<Empty small title={say.empty} text={say.emptyText} />}
          />
        )}
      </Section>
    </>
  );
}

function useColumns(): Column<Line>[] {
  const { imports: say } = useWords();
  const name = useSay();
  return [
    {
      key: 'file',
      title: say.fileName,
      render: (row) => <Link to={`/ledger/import/${row.id}`}>{row.fileName === '' ? say.pasted : row.fileName}</Link>,
    },
    { key: 'state', title: say.result, render: (row) => <ImportStateMark state={row.state} /> },
    { key: 'kind', title: say.kind, render: (row) => name(row.kindName) },
    { key: 'unit', title: say.unit, render: (row) => row.unitName },
    {
      key: 'counts',
      title: '',
      render: (row) =>
        row.counts === null ? null : <span className="bf-small">{fill(say.account, accountOf(row.counts))}</span>,
    },
    { key: 'by', title: say.by, render: (row) => row.madeBy, wideOnly: true },
    { key: 'at', title: say.at, render: (row) => momentText(row.madeAt) },
  ];
}

const accountOf = ({ rowsIn, accepted, refused, ignored }: NonNullable<Line['counts']>) => ({
  rowsIn,
  accepted,
  refused,
  ignored,
});
