import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Route } from '../../../contract/route.ts';
import { LINES } from '../../../core/document/reading.ts';
import type { Bilingual } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { DataList, type Column } from '../data-list.tsx';
import { Empty } from '../empty.tsx';
import { FileButton } from '../file-button.tsx';
import { Load } from '../load.tsx';
import { PageHead } from '../page-head.tsx';
import { SearchInput } from '../search-input.tsx';
import { Section } from '../section.tsx';
import { useTermText } from './term.ts';
import './definition.css';

interface Row {
  code: string;
  version: number;
  validFrom: string;
  validTo: string | null;
  definition: { line: (typeof LINES)[number]; name: Bilingual; text: Bilingual };
}

interface ListProps<R extends Row> {
  /** The sentences that the noun has of its own. */
  said: { title: string; lead: string; add: string; find: string; noMatch: string; column: { name: string } };
  /** Address of the list; a definition stands below it by its code. */
  at: string;
  read: UseQueryResult<{ items: R[]; can: { manage: boolean } }>;
  /** All definitions as a file. */
  exporting: Route;
  importing: (drawer: { open: boolean; onClose: () => void }) => ReactNode;
  /** What a search looks at besides code, names and texts. */
  textsOf: (row: R) => readonly string[];
  marksOf: (row: R) => ReactNode;
  /** What the list tells between the name and the version. */
  columns: Column<R>[];
}

/** The definitions of a noun, by line of work: found by words, exported, imported, added. */
export function DefinitionListPage<R extends Row>(props: ListProps<R>) {
  const { definition: shared } = useWords();
  const { said, at, read, exporting, importing } = props;
  const [open, setOpen] = useState(false);
  const actions = (
    <>
      <FileButton route={exporting} input={{}}>
        {shared.exportAll}
      </FileButton>
      {read.data?.can.manage === true ? (
        <>
          <Button icon={<ImportOutlined />} onClick={() => setOpen(true)}>
            {shared.import}
          </Button>
          <Link to={`${at}/new`}>
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
      <Load read={read}>{(data) => <Lines {...props} rows={data.items} />}</Load>
      {importing({ open, onClose: () => setOpen(false) })}
    </>
  );
}

function Lines<R extends Row>(props: ListProps<R> & { rows: R[] }) {
  const { said, rows, textsOf } = props;
  const { common, term } = useWords();
  const [text, setText] = useState('');
  const columns = useColumns(props);
  const wanted = text.trim().toLowerCase();
  const shown = rows.filter((row) => {
    const { name, text: caliber } = row.definition;
    const texts = [row.code, name.zh, name.en, caliber.zh, caliber.en, ...textsOf(row)];
    return texts.some((one) => one.toLowerCase().includes(wanted));
  });
  return (
    <>
      <div className="bf-bar df-bar">
        <SearchInput value={text} onChange={setText} label={said.find} />
        <span className="bf-count">{fill(common.total, { count: shown.length })}</span>
      </div>
      {shown.length === 0 ? <Empty text={said.noMatch} /> : null}
      {LINES.map((line) => {
        const own = shown.filter((row) => row.definition.line === line);
        return own.length === 0 ? null : (
          <Section key={line} title={term.line[line]} extra={<span className="bf-count">{own.length}</span>} flush>
            <div className="df-lines">
              <DataList<R> rows={own} rowKey={(row) => row.code} columns={columns} empty={null} />
            </div>
          </Section>
        );
      })}
    </>
  );
}

function useColumns<R extends Row>({ said, at, marksOf, columns }: ListProps<R>): Column<R>[] {
  const { definition: shared } = useWords();
  const say = useSay();
  const term = useTermText();
  return [
    {
      key: 'name',
      title: said.column.name,
      width: '30%',
      render: (row) => (
        <>
          <Link to={`${at}/${row.code}`}>{say(row.definition.name)}</Link> {marksOf(row)}
        </>
      ),
    },
    ...columns,
    {
      key: 'version',
      title: shared.version,
      width: '12%',
      wideOnly: true,
      render: (row) => (
        <>
          <span>{fill(shared.versionNo, { version: row.version })}</span>{' '}
          <span className="bf-quiet bf-small">{term(row)}</span>
        </>
      ),
    },
  ];
}
