import { DownloadOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { exportKinds, kinds } from '../../contract/kind.ts';
import { LINES } from '../../core/document/reading.ts';
import { addressOf } from '../client/call.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { useSay } from '../ledger/use-say.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { Mark } from '../parts/mark.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { SearchInput } from '../parts/search-input.tsx';
import { Section } from '../parts/section.tsx';
import { ImportDrawer } from './import-drawer.tsx';
import { termText, UnverifiedMark, useDay, type KindRow } from './marks.tsx';
import './kind.css';

/** The kinds of ledger entry, by line of work. */
export function KindListPage() {
  const { kind: said } = useWords();
  const read = useRead(kinds, { query: { all: 'true' } });
  const [importing, setImporting] = useState(false);
  const manage = read.data?.can.manage === true;
  const actions = (
    <>
      <Button icon={<DownloadOutlined />} href={addressOf(exportKinds)}>
        {said.exportAll}
      </Button>
      {manage ? (
        <>
          <Button icon={<ImportOutlined />} onClick={() => setImporting(true)}>
            {said.import}
          </Button>
          <Link to="/kinds/new">
            <Button type="primary" icon={<PlusOutlined />}>
              {said.add}
            </Button>
          </Link>
        </>
      ) : null}
    </>
  );
  return (
    <>
      <PageHead title={said.title} lead={said.lead} actions={actions} />
      <Load read={read}>{(data) => <Lines rows={data.items} />}</Load>
      <ImportDrawer open={importing} onClose={() => setImporting(false)} />
    </>
  );
}

function Lines({ rows }: { rows: KindRow[] }) {
  const { kind: said, common, term } = useWords();
  const [text, setText] = useState('');
  const shown = rows.filter((row) => matches(row, text.trim().toLowerCase()));
  const columns = useColumns();
  return (
    <>
      <div className="bf-bar kd-bar">
        <SearchInput value={text} onChange={setText} label={said.find} />
        <span className="bf-count">{fill(common.total, { count: shown.length })}</span>
      </div>
      {shown.length === 0 ? <Empty text={said.noMatch} /> : null}
      {LINES.map((line) => {
        const own = shown.filter((row) => row.definition.line === line);
        return own.length === 0 ? null : (
          <Section key={line} title={term.line[line]} extra={<span className="bf-count">{own.length}</span>} flush>
            <div className="kd-lines">
              <DataList<KindRow> rows={own} rowKey={(row) => row.code} columns={columns} empty={null} />
            </div>
          </Section>
        );
      })}
    </>
  );
}

function matches({ code, definition: d }: KindRow, wanted: string): boolean {
  if (wanted === '') return true;
  const texts = [code, d.topic ?? '', d.name.zh, d.name.en, d.text.zh, d.text.en];
  const fields = d.fields.flatMap((field) => [field.name.zh, field.name.en]);
  return [...texts, ...fields].some((one) => one.toLowerCase().includes(wanted));
}

function useColumns(): Column<KindRow>[] {
  const { kind: said } = useWords();
  const say = useSay();
  const day = useDay();
  return [
    {
      key: 'name',
      title: said.column.name,
      width: '30%',
      render: ({ code, definition, holds }) => (
        <>
          <Link to={`/kinds/${code}`}>{say(definition.name)}</Link> <UnverifiedMark when={definition.unverified} />{' '}
          {holds ? null : <Mark>{said.notHolding}</Mark>}
        </>
      ),
    },
    {
      key: 'measures',
      title: said.column.measures,
      width: '28%',
      render: ({ definition }) => definition.measures.map((one) => say(one.name)).join(said.and),
    },
    {
      key: 'counts',
      title: said.column.counts,
      width: '16%',
      wideOnly: true,
      render: (row) => say(row.definition.countsOn),
    },
    {
      key: 'facets',
      wideOnly: true,
      title: said.column.facets,
      width: '14%',
      render: ({ definition }) =>
        definition.facets
          .map((code) => definition.fields.find((field) => field.code === code))
          .map((field) => (field === undefined ? '' : say(field.name)))
          .join(said.and),
    },
    {
      key: 'version',
      wideOnly: true,
      title: said.column.version,
      width: '12%',
      render: (row) => (
        <>
          <span>{fill(said.versionNo, { version: row.version })}</span>{' '}
          <span className="bf-quiet bf-small">{termText(row, said, day)}</span>
        </>
      ),
    },
  ];
}
