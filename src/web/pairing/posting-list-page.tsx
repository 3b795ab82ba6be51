import { Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { postings, POSTING_KINDS } from '../../contract/pairing.ts';
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts';
import { today } from '../client/format.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Load } from '../parts/load.tsx';
import { Mark } from '../parts/mark.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { SearchInput } from '../parts/search-input.tsx';
import { CountyName, DayText, PostedName, SampleTag, UnitName } from '../parts/texts.tsx';
import { HandOverDrawer } from './hand-over-drawer.tsx';
import { PostingTerm, type Posting } from './posting-rows.tsx';

/** The same days before the end of a term as the first page counts. */
const ENDING_DAYS = 90;
const SHOWN = ['ending', 'open', 'all'] as const;
type Shown = (typeof SHOWN)[number];

/** Who is posted to which county: those whose term ends soon, those posted now, or all (`?show=ending|open|all`). */
export function PostingListPage() {
  const { county, shell } = useWords();
  const [search, setSearch] = useSearchParams();
  const show = SHOWN.find((one) => one === search.get('show')) ?? 'open';
  const endingBy = addDays(today() as PlainDate, ENDING_DAYS);
  const read = useRead(postings, { query: show === 'ending' ? { endingBy } : {} }, { keep: true });
  const said = county.posting;
  const labels: Record<Shown, string> = { ending: said.ending, open: said.openOnly, all: said.all };
  const choice = (
    <Segmented<Shown>
      aria-label={said.which}
      value={show}
      onChange={(next) => setSearch({ show: next }, { replace: true })}
      options={SHOWN.map((value) => ({ value, label: labels[value] }))}
    />
  );
  return (
    <>
      <PageHead title={shell.nav.postings} lead={said.listLead} />
      <section className="bf-section">
        <Load read={read}>
          {(data) => (
            <Postings
              choice={choice}
              rows={show === 'open' ? data.items.filter((one) => one.toOn === null) : data.items}
              empty={show === 'ending' ? said.noneEnding : said.none}
            />
          )}
        </Load>
      </section>
    </>
  );
}

function Postings({ rows, empty, choice }: { rows: Posting[]; empty: string; choice: ReactNode }) {
  const { county, common } = useWords();
  const [text, setText] = useState('');
  const [leaving, setLeaving] = useState<Posting | null>(null);
  const columns = useColumns(setLeaving);
  const wanted = text.trim();
  const shown = rows.filter((one) =>
    [one.personName, one.countyName, one.unitName, one.placeName ?? ''].some((name) => name.includes(wanted)),
  );
  return (
    <>
      <div className="bf-bar">
        {choice}
        <SearchInput value={text} onChange={setText} label={county.posting.find} />
        <span className="bf-count">{fill(common.total, { count: shown.length })}</span>
      </div>
      <DataList<Posting>
        rows={shown}
        rowKey={(row) => row.id}
        columns={columns}
        empty={<Empty small text={rows.length === 0 ? empty : common.noMatch} />}
      />
      <HandOverDrawer posting={leaving} onClose={() => setLeaving(null)} />
    </>
  );
}

function useColumns(onLeave: (posting: Posting) => void): Column<Posting>[] {
  const { county, term } = useWords();
  const said = county.posting;
  return [
    {
      key: 'person',
      title: said.personName,
      render: (row) => (
        <>
          <PostedName id={row.personId} name={row.personName} /> <SampleTag when={row.example} />
        </>
      ),
      sort: (row) => row.personName,
    },
    {
      key: 'county',
      title: said.county,
      render: (row) => <Where posting={row} />,
      sort: (row) => row.countyId,
    },
    {
      key: 'title',
      title: said.post,
      render: (row) => (
        <>
          {row.title} <Mark>{term.postingKind[row.kind]}</Mark>
        </>
      ),
      filter: {
        values: POSTING_KINDS.map((kind) => ({ text: term.postingKind[kind], value: kind })),
        of: (row) => [row.kind],
      },
    },
    {
      key: 'unit',
      title: said.unit,
      render: (row) => <UnitName id={row.unitId} name={row.unitName} />,
      sort: (row) => row.unitName,
    },
    {
      key: 'term',
      title: said.term,
      render: (row) => <Term posting={row} />,
      sort: (row) => row.dueOn ?? '9999',
    },
    {
      key: 'act',
      title: '',
      render: (row) =>
        row.can.handOver ? (
          <Button type="link" size="small" onClick={() => onLeave(row)}>
            {said.handOver}
          </Button>
        ) : null,
    },
  ];
}

function Where({ posting }: { posting: Posting }) {
  return (
    <>
      <CountyName id={posting.countyId} name={posting.countyName} />
      {posting.placeName === null ? null : <div className="bf-quiet">{posting.placeName}</div>}
    </>
  );
}

function Term({ posting }: { posting: Posting }) {
  const { common } = useWords();
  return (
    <>
      <DayText day={posting.fromOn} /> — {posting.toOn === null ? common.open : <DayText day={posting.toOn} />}
      <PostingTerm posting={posting} />
    </>
  );
}
