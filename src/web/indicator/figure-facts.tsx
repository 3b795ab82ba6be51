import type { readFigure } from '../../contract/figure.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Mark } from '../parts/mark.tsx';
import { SourceQuote } from './source-quote.tsx';
import { Section } from '../parts/section.tsx';
import { printed } from './value.tsx';
import { useUnitText } from '../parts/unit-text.tsx';

type Data = AnswerOf<typeof readFigure>;
type Fact = Data['facts'][number];
const TONES = { equal: 'good', differs: 'late', not_comparable: 'quiet' } as const;

/** Figures of documents that speak of the indicator, beside ours, with what printing rounds off. */
export function FigureFacts({ data }: { data: Data }) {
  const { figure: said, common } = useWords();
  const unitText = useUnitText();
  if (data.facts.length === 0) return null;
  const how = data.figure.definition;
  const columns: Column<Fact>[] = [
    { key: 'what', title: said.sentence, width: '48%', render: (row) => <SourceQuote fact={row} /> },
    {
      key: 'printed',
      title: said.printed,
      numeric: true,
      render: (row) => (
        <span className="bf-num">
          {row.approxText ?? ''}
          {row.value}
          {row.unit}
        </span>
      ),
    },
    {
      key: 'ours',
      title: said.ours,
      numeric: true,
      render: (row) => (
        <>
          <span className="bf-num">
            {row.ours === null ? said.none : `${printed(row.ours, how) ?? ''} ${unitText(how.unit)}`}
          </span>
          {row.ours !== null && row.places.length > 1 ? (
            <div className="bf-quiet bf-small">{row.places.map((place) => place.name).join(common.listComma)}</div>
          ) : null}
        </>
      ),
    },
    { key: 'verdict', title: said.verdictName, render: (row) => <Verdict fact={row} data={data} /> },
  ];
  return (
    <Section title={said.facts} flush extra={<span className="bf-quiet bf-small">{said.tolerance}</span>}>
      <DataList rows={data.facts} columns={columns} rowKey={(row) => row.id} empty={said.factsNone} />
    </Section>
  );
}

function Verdict({ fact, data }: { fact: Fact; data: Data }) {
  const { figure: said } = useWords();
  const unitText = useUnitText();
  const by = fact.by?.replace(/^-/, '') ?? null;
  const value = printed(by, data.figure.definition);
  return (
    <>
      <Mark tone={TONES[fact.verdict]}>{said.verdict[fact.verdict]}</Mark>
      {fact.why === null ? null : <span className="bf-quiet bf-small"> {said.verdictWhy[fact.why]}</span>}
      {fact.verdict === 'differs' && value !== null ? (
        <span className="bf-small">
          {' '}
          {fill(fact.by?.startsWith('-') === true ? said.byLess : said.byMore, {
            value: `${value} ${unitText(data.figure.definition.unit)}`,
          })}
        </span>
      ) : null}
    </>
  );
}
