import { DownloadOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { exportIndicators, indicators } from '../../../contract/indicator.ts';
import { kinds } from '../../../contract/kind.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import { LINES } from '../../../core/document/reading.ts';
import { addressOf } from '../../client/call.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { DataList, type Column } from '../../parts/data-list.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Load } from '../../parts/load.tsx';
import { Mark } from '../../parts/mark.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SearchInput } from '../../parts/search-input.tsx';
import { Section } from '../../parts/section.tsx';
import { formulaWords, kindSaid } from '../formula-words.ts';
import { CaliberMark } from '../value.tsx';
import { ImportDrawer } from './import-drawer.tsx';
import './define.css';

type Row = AnswerOf<typeof indicators>['items'][number];

/** The indicators with how each is computed, by line of work. */
export function IndicatorListPage() {
  const { indicator: said } = useWords();
  const read = useRead(indicators, {});
  const [importing, setImporting] = useState(false);
  const actions = (
    <>
      <Button icon={<DownloadOutlined />} href={addressOf(exportIndicators)}>
        {said.exportAll}
      </Button>
      {read.data?.can.manage === true ? (
        <>
          <Button icon={<ImportOutlined />} onClick={() => setImporting(true)}>
            {said.import}
          </Button>
          <Link to="/indicators/new">
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

function Lines({ rows }: { rows: Row[] }) {
  const { indicator: said, common, term } = useWords();
  const [text, setText] = useState('');
  const shown = rows.filter((row) => matches(row, text.trim().toLowerCase()));
  const columns = useColumns();
  return (
    <>
      <div className="bf-bar fi-bar">
        <SearchInput value={text} onChange={setText} label={said.find} />
        <span className="bf-count">{fill(common.total, { count: shown.length })}</span>
      </div>
      {shown.length === 0 ? <Empty text={said.noMatch} /> : null}
      {LINES.map((line) => {
        const own = shown.filter((row) => row.definition.line === line);
        return own.length === 0 ? null : (
          <Section key={line} title={term.line[line]} extra={<span className="bf-count">{own.length}</span>} flush>
            <div className="fi-lines">
              <DataList<Row> rows={own} rowKey={(row) => row.code} columns={columns} empty={null} />
            </div>
          </Section>
        );
      })}
    </>
  );
}

function matches({ code, definition: d }: Row, wanted: string): boolean {
  const texts = [code, d.name.zh, d.name.en, d.text.zh, d.text.en, ...d.factWords];
  return wanted === '' || texts.some((one) => one.toLowerCase().includes(wanted));
}

function useColumns(): Column<Row>[] {
  const { indicator: said, figure } = useWords();
  const say = useSay();
  const known = useRead(kinds, { query: { all: 'true' } }).data?.items.map((one) => kindSaid(one.definition)) ?? [];
  return [
    {
      key: 'name',
      title: said.column.name,
      width: '30%',
      render: ({ code, definition }) => (
        <>
          <Link to={`/indicators/${code}`}>{say(definition.name)}</Link> <CaliberMark when={definition.unverified} />{' '}
          {definition.headline ? <Mark tone="info">{said.part.headline}</Mark> : null}
        </>
      ),
    },
    {
      key: 'formula',
      title: said.column.formula,
      width: '46%',
      render: ({ definition }) => (known.length === 0 ? '' : formulaWords(definition.formula, known, figure, say)),
    },
    { key: 'unit', title: said.column.unit, width: '10%', wideOnly: true, render: (row) => row.definition.unit },
    {
      key: 'version',
      title: said.column.version,
      width: '14%',
      wideOnly: true,
      render: (row) => fill(said.versionNo, { version: row.version }),
    },
  ];
}
