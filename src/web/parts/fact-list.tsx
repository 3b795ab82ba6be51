import { Tooltip } from 'antd';
import type { z } from 'zod';
import { facts, type fact } from '../../contract/work.ts';
import { numberText } from '../client/format.ts';
import { usePages } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { DataList, type Column } from './data-list.tsx';
import { Empty } from './empty.tsx';
import { Failed } from './load.tsx';
import { Quote } from './quote.tsx';
import { CountyName, UnitName } from './texts.tsx';
import { Mark } from './mark.tsx';

type Fact = z.output<typeof fact>;

/** The filed figures of a county, a unit or a document, each with its sentence. */
export function FactList({
  of,
  empty,
}: {
  of: { countyId?: string; unitId?: string; documentId?: string };
  empty: string;
}) {
  const list = usePages(facts, { query: { ...of, limit: 50 } });
  const columns = useColumns();
  if (list.error !== null && !list.ready) return <Failed error={list.error} retry={list.retry} />;
  return (
    <DataList<Fact>
      rows={list.items}
      rowKey={(row) => row.id}
      loading={!list.ready}
      empty={<Empty small text={empty} />}
      columns={columns}
      more={{ has: list.hasMore, loading: list.loadingMore, load: list.more }}
    />
  );
}

function useColumns(): Column<Fact>[] {
  const { county, common, term } = useWords();
  return [
    {
      key: 'what',
      title: county.fact.what,
      width: '22%',
      render: (row) => (
        <>
          {row.what} {row.planned ? <Mark tone="info">{term.done.planned}</Mark> : null}
        </>
      ),
    },
    {
      key: 'value',
      title: county.fact.value,
      numeric: true,
      render: (row) => <FactValue fact={row} />,
      sort: (row) => Number(row.exact),
    },
    {
      key: 'when',
      title: county.fact.when,
      render: (row) => row.when ?? <span className="bf-quiet">{common.unknown}</span>,
      sort: (row) => row.from ?? '',
    },
    {
      key: 'where',
      title: county.fact.where,
      render: (row) =>
        row.places.map((one) => (
          <span key={one.id}>
            <CountyName id={one.id} name={one.name} />{' '}
          </span>
        )),
    },
    {
      key: 'unit',
      title: county.fact.unit,
      wideOnly: true,
      render: (row) => <UnitName id={row.unitId} name={row.unitName} />,
    },
    {
      key: 'quote',
      title: common.quoted,
      width: '34%',
      render: (row) => (
        <Quote quote={row.voucher.quote} documentId={row.voucher.documentId} itemId={row.voucher.itemId} />
      ),
    },
  ];
}

/** A figure as printed, with how exact it claims to be; the exact number on hover. */
export function FactValue({ fact }: { fact: Pick<Fact, 'value' | 'unit' | 'exact' | 'plainUnit' | 'approx'> }) {
  const { county } = useWords();
  const marker = fact.approx === null ? '' : county.fact.approx[fact.approx];
  return (
    <Tooltip title={`${marker} ${numberText(fact.exact)} ${fact.plainUnit}`.trim()}>
      <span className="bf-num" tabIndex={0}>
        {marker === '' ? null : <span className="bf-quiet">{marker} </span>}
        <b style={{ fontWeight: 600 }}>{fact.value}</b> {fact.unit}
      </span>
    </Tooltip>
  );
}
