import { Link } from 'react-router';
import type { z } from 'zod';
import { facts, type fact } from '../../contract/work.ts';
import { useMay } from '../client/use-me.ts';
import { usePages } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Failed } from '../parts/load.tsx';
import { Mark } from '../parts/mark.tsx';
import { Quote, sentenceAddress } from '../parts/quote.tsx';
import { CountyName, PlaceName, UnitName } from '../parts/texts.tsx';
import { FigureText } from './figure-text.tsx';

/** A filed fact. */
export type Fact = z.output<typeof fact>;
/** What the facts are of; nothing: all within reach. */
export interface FactsOf {
  countyId?: string;
  unitId?: string;
  documentId?: string;
}

const COUNTY_DIGITS = 6;
const PAGE = 50;

/** The filed facts of a county, a unit or a document: figure as printed, what, when, where, and the sentence it stands in. */
export function FactTable({ of, empty, keep }: { of: FactsOf; empty: string; keep?: (fact: Fact) => boolean }) {
  const list = usePages(facts, { query: { ...of, limit: PAGE } }, { keep: true });
  const { common } = useWords();
  const columns = useFactColumns();
  if (list.error !== null && !list.ready) return <Failed error={list.error} retry={list.retry} />;
  const rows = keep === undefined ? list.items : list.items.filter(keep);
  return (
    <DataList<Fact>
      rows={rows}
      rowKey={(row) => row.id}
      loading={!list.ready}
      empty={<Empty small text={list.items.length > 0 ? common.noMatch : empty} />}
      columns={columns}
      more={{ has: list.hasMore, loading: list.loadingMore, load: list.more }}
    />
  );
}

/** The columns of a table of facts. */
export function useFactColumns(): Column<Fact>[] {
  const { fact: said } = useWords();
  return [
    {
      key: 'value',
      title: said.value,
      numeric: true,
      render: (row) => <Figure fact={row} />,
      sort: (row) => Number(row.exact),
    },
    {
      key: 'what',
      title: said.what,
      width: '20%',
      render: (row) => row.what,
    },
    {
      key: 'state',
      title: said.state,
      render: (row) => (
        <Mark tone={row.planned ? 'info' : 'good'} style={{ whiteSpace: 'nowrap' }}>
          {row.planned ? said.planned : said.done}
        </Mark>
      ),
      sort: (row) => Number(row.planned),
    },
    {
      key: 'when',
      title: said.when,
      width: '11%',
      render: (row) => row.when ?? <span className="bf-quiet">{said.nowhere}</span>,
      sort: (row) => row.from ?? '',
    },
    { key: 'where', title: said.where, width: '13%', render: (row) => <Where fact={row} /> },
    {
      key: 'quote',
      title: said.source,
      width: '30%',
      render: (row) => (
        <Quote quote={row.voucher.quote} documentId={row.voucher.documentId} itemId={row.voucher.itemId} />
      ),
    },
    {
      key: 'unit',
      title: said.unit,
      wideOnly: true,
      width: '12%',
      render: (row) => <UnitName id={row.unitId} name={row.unitName} />,
    },
  ];
}

/** A figure that opens at its sentence. */
function Figure({ fact }: { fact: Fact }) {
  const may = useMay();
  const { documentId, itemId } = fact.voucher;
  if (documentId === null || !may('document.read')) return <FigureText fact={fact} />;
  return (
    <Link to={sentenceAddress(documentId, itemId)}>
      <FigureText fact={fact} />
    </Link>
  );
}

function Where({ fact }: { fact: Fact }) {
  const { fact: said, common } = useWords();
  if (fact.places.length === 0) return <span className="bf-quiet">{said.nowhere}</span>;
  return (
    <>
      {fact.places.map((one, i) => (
        <span key={one.id}>
          {i > 0 ? common.listComma : ''}
          <span className="bf-name">
            {one.id.length === COUNTY_DIGITS ? (
              <CountyName id={one.id} name={one.name} />
            ) : (
              <PlaceName id={one.id} name={one.name} />
            )}
          </span>
        </span>
      ))}
    </>
  );
}
