import { Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { figureEntries, type readFigure } from '../../contract/figure.ts';
import type { AnswerOf, QueryOf } from '../../contract/route.ts';
import { usePages } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { unitOfPart } from '../../core/indicator/print.ts';
import { useSay } from '../ledger/use-say.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Empty } from '../parts/empty.tsx';
import { Failed } from '../parts/load.tsx';
import { Mark } from '../parts/mark.tsx';
import { Section } from '../parts/section.tsx';
import { CountyName, DayText, UnitName } from '../parts/texts.tsx';
import { printed, type Printed } from './value.tsx';
import { useUnitText } from '../parts/unit-text.tsx';

type Figure = Pick<AnswerOf<typeof readFigure>['figure'], 'code' | 'definition'>;
type Row = AnswerOf<typeof figureEntries>['items'][number];

/** The entries whose sum is the figure, said as an equation; each leads to its vouchers. `of`: the figure's own query; `then`: as a paper cited it. */
export function FigureEntries({
  figure,
  of,
  then = false,
}: {
  figure: Figure;
  of: Omit<QueryOf<typeof figureEntries>, 'part'>;
  then?: boolean;
}) {
  const { figure: said } = useWords();
  const { formula } = figure.definition;
  const ratio = 'ratio' in formula || ('growth' in formula && 'ratio' in formula.growth.of);
  const [part, setPart] = useState<'of' | 'by'>('of');
  const query = { ...of, limit: 50, ...(ratio ? { part } : {}) };
  const list = usePages(figureEntries, { params: { code: figure.code }, query });
  const how = unitOfPart(list.first?.measure ?? 'amount', figure.definition, ratio || 'growth' in formula);
  const shown = asFineAsNeeded(how, [list.first?.sum ?? null, ...list.items.map((one) => one.value)]);
  const columns = useColumns(shown);
  const unitText = useUnitText();
  return (
    <Section
      title={then ? said.entriesThen : said.entries}
      flush
      extra={ratio ? <PartChoice part={part} choose={setPart} /> : undefined}
    >
      {list.error !== null && !list.ready ? (
        <Failed error={list.error} retry={list.retry} />
      ) : (
        <>
          {list.first === null || list.items.length === 0 ? null : (
            <p className="fg-equation">
              {list.first.sum === null
                ? said.noEquation
                : fill(said.equation, {
                    count: list.first.count,
                    sum: `${printed(list.first.sum, shown) ?? ''} ${unitText(how.unit)}`,
                  })}
            </p>
          )}
          <DataList
            rows={list.items}
            columns={columns}
            rowKey={(row) => `${row.countyId}${row.id}`}
            loading={!list.ready}
            more={{ has: list.hasMore, loading: list.loadingMore, load: list.more }}
            empty={<Empty small text={said.entriesNone} />}
          />
        </>
      )}
    </Section>
  );
}

/** Of a ratio: what is divided, or what by. */
function PartChoice({ part, choose }: { part: 'of' | 'by'; choose: (part: 'of' | 'by') => void }) {
  const { figure: said } = useWords();
  return (
    <Segmented
      aria-label={said.part}
      size="small"
      value={part}
      options={[
        { value: 'of', label: said.parts.of },
        { value: 'by', label: said.parts.by },
      ]}
      onChange={choose}
    />
  );
}

/** Amounts are exact to the fen, but no longer than the longest of them: 11.20 万元, not 11.200000. */
function asFineAsNeeded(how: Printed, values: readonly (string | null)[]): Printed {
  if (how.decimals <= 2) return how;
  const places = values.map((one) => printed(one, how)?.replace(/0+$/, '').split('.')[1]?.length ?? 0);
  return { ...how, decimals: Math.max(2, ...places) };
}

function useColumns(how: Printed): Column<Row>[] {
  const { figure: said } = useWords();
  const unitText = useUnitText();
  const say = useSay();
  return [
    {
      key: 'entry',
      title: said.entry,
      render: (row) => (
        <>
          <Link to={`/ledger/${row.countyId}/${row.id}`}>{row.number ?? row.id.slice(-8)}</Link>{' '}
          {row.reverses === null ? null : <Mark tone="late">{said.reversal}</Mark>}
        </>
      ),
    },
    { key: 'day', title: said.day, render: (row) => <DayText day={row.countedOn} /> },
    { key: 'county', title: said.county, render: (row) => <CountyName id={row.countyId} name={row.countyName} /> },
    { key: 'unit', title: said.unit, render: (row) => <UnitName id={row.unitId} name={row.unitName} /> },
    { key: 'kind', title: said.kind, render: (row) => say(row.kindName), wideOnly: true },
    { key: 'voucher', title: said.voucher, render: (row) => row.voucher ?? '' },
    { key: 'payee', title: said.payee, render: (row) => row.payee ?? '', wideOnly: true },
    {
      key: 'adds',
      title: `${said.adds} (${unitText(how.unit)})`,
      numeric: true,
      render: (row) => (
        <span className={row.value.startsWith('-') ? 'bf-num fg-minus' : 'bf-num'}>{printed(row.value, how)}</span>
      ),
    },
  ];
}
