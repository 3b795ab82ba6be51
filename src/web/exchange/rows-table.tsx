import { Tabs } from 'antd';
import { Link } from 'react-router';
import { importRows, refusedFile } from '../../contract/import.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { fill } from '../../words/words.ts';
import { mostMarks } from '../../core/exchange/row-account.ts';
import { numberText } from '../client/format.ts';
import { problemText } from '../client/problem-text.ts';
import { usePreferences } from '../client/preferences.tsx';
import { usePages } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { Section } from '../parts/section.tsx';
import { columnLetter } from './column-letter.ts';
import type { ImportShown } from './import-page.tsx';

type Row = AnswerOf<typeof importRows>['items'][number];

/** Rows that became no entries: refused ones with reason and way out, ignored ones with their reason. */
export function RowsTable({ one }: { one: ImportShown }) {
  const { imports: say } = useWords();
  const { preferences } = usePreferences();
  const { refused = 0, ignored = 0 } = one.counts ?? {};
  if (refused + ignored === 0) return null;
  // These cannot be written again: they come back as an xlsx.
  const anew = one.format === 'xls' || one.format === 'html';
  const most = mostMarks(one.format);
  const tooMany = one.can.refused && refused > most;
  const why = {
    code: 'import.too_many_refused' as const,
    params: { count: numberText(refused), most: numberText(most) },
  };
  const download =
    !one.can.refused || tooMany ? null : (
      <span className="im-back">
        {anew ? <span className="bf-quiet bf-small">{say.problems.downloadAnew}</span> : null}
        <FileButton
          route={refusedFile}
          input={{ params: { id: one.id }, query: { lang: preferences.language } }}
          title={say.problems.downloadText}
        >
          {say.problems.download}
        </FileButton>
      </span>
    );
  const items = [
    {
      key: 'refused',
      label: `${say.problems.title} ${numberText(refused)}`,
      children: <Rows one={one} fate="refused" />,
    },
    {
      key: 'ignored',
      label: `${say.ignoredRows.title} ${numberText(ignored)}`,
      children: <Rows one={one} fate="ignored" />,
    },
  ];
  return (
    <Section title={say.result} extra={download} flush>
      {tooMany ? <p className="im-why">{problemText(why, preferences.language)}</p> : null}
      <Tabs className="im-tabs" defaultActiveKey={refused > 0 ? 'refused' : 'ignored'} items={items} />
    </Section>
  );
}

function Rows({ one, fate }: { one: ImportShown; fate: 'refused' | 'ignored' }) {
  const { imports: say } = useWords();
  const list = usePages(importRows, { params: { id: one.id }, query: { fate, limit: 50 } });
  const columns = useColumns(one, fate);
  return (
    <DataList
      rows={list.items}
      columns={columns}
      rowKey={(row) => String(row.row)}
      loading={!list.ready}
      more={{ has: list.hasMore, loading: list.loadingMore, load: list.more }}
      empty={<Empty small text={say.problems.none} />}
    />
  );
}

function useColumns(one: ImportShown, fate: 'refused' | 'ignored'): Column<Row>[] {
  const { imports: say } = useWords();
  const row: Column<Row> = {
    key: 'row',
    title: say.problems.row,
    width: 80,
    render: (line) => <span className="bf-num">{line.row}</span>,
  };
  const why: Column<Row> =
    fate === 'refused'
      ? { key: 'why', title: say.problems.reason, render: (line) => <Reasons one={one} row={line} /> }
      : { key: 'why', title: say.problems.reason, render: (line) => <Because row={line} /> };
  return [row, why];
}

function Reasons({ one, row }: { one: ImportShown; row: Row }) {
  const { imports: say } = useWords();
  const { preferences } = usePreferences();
  const where = (column: number | null) => {
    if (column === null) return say.problems.whole;
    const name = one.columns.find((two) => two.column === column)?.name ?? '';
    return `${columnLetter(column)} ${name}`;
  };
  return (
    <ul className="im-reasons">
      {row.problems.map((found, i) => (
        <li key={i}>
          <b>{where(found.column)}</b> {problemText(found as never, preferences.language)}
        </li>
      ))}
    </ul>
  );
}

function Because({ row }: { row: Row }) {
  const { imports: say } = useWords();
  if (row.because === 'twin') return <>{fill(say.ignoredRows.twin, { row: row.otherRow ?? 0 })}</>;
  if (row.because !== 'there') return <>{say.because[row.because as keyof typeof say.because]}</>;
  if (row.entry === null) return <>{say.ignoredRows.thereHidden}</>;
  const { countyId, id, number } = row.entry;
  const text = number === null ? say.ignoredRows.thereDraft : fill(say.ignoredRows.there, { number });
  return <Link to={`/ledger/${countyId}/${id}`}>{text}</Link>;
}
