import { kinds } from '../../contract/kind.ts';
import type { FieldDefinition, KindDefinition } from '../../core/ledger/kind.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { useSay } from '../ledger/use-say.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Mark } from '../parts/mark.tsx';
import { Section } from '../parts/section.tsx';
import { useUnitText } from '../parts/unit-text.tsx';
import { nameOfPart, ruleText } from './naming.ts';
import './kind.css';

/** What counts, what it is told apart by, and what is counted once, in words. */
export function MeaningView({ definition }: { definition: KindDefinition }) {
  const { kind: said } = useWords();
  const say = useSay();
  return (
    <>
      <Section title={said.text}>
        <p className="kd-text">{say(definition.text)}</p>
      </Section>
      <Section title={said.about}>
        <About definition={definition} />
      </Section>
    </>
  );
}

function About({ definition: d }: { definition: KindDefinition }) {
  const { kind: said, term } = useWords();
  const say = useSay();
  const facets = d.facets.map((code) => nameOfPart(d, code, said, say)).join(said.and);
  const others = useExcluded(d);
  const parts = (d.once?.key ?? []).map((code) => nameOfPart(d, code, said, say)).join(said.and);
  const once = [
    d.once === null ? said.onceNone : fill(said.onceSays, { parts }),
    others.length === 0 ? '' : fill(said.onceOthers, { others: others.map((one) => say(one.name)).join(said.and) }),
  ].join('');
  const pairs: [string, string][] = [
    [said.line, [term.line[d.line], d.topic].filter(Boolean).join(' · ')],
    [said.countsOn, say(d.countsOn)],
    [said.facets, facets === '' ? said.noFacets : facets],
    [said.once, once],
    [said.source, d.source],
    [said.code, d.code],
  ];
  return (
    <dl className="bf-pairs">
      {pairs.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The other kinds in which the same voucher cannot count again. */
function useExcluded({ code, once }: KindDefinition): KindDefinition[] {
  const read = useRead(kinds, { query: { all: 'true' } }, { enabled: once !== null });
  const all = read.data?.items.map((one) => one.definition) ?? [];
  return once === null ? [] : all.filter((one) => one.code !== code && one.once?.group === once.group);
}

/** What a reporter is asked: measures, voucher, fields, roster, rules, evidence. */
export function AskedView({ definition }: { definition: KindDefinition }) {
  const { kind: said } = useWords();
  return (
    <>
      <Section title={said.measures} flush>
        <Measures definition={definition} />
      </Section>
      <Section title={said.fields} flush>
        <Fields definition={definition} />
      </Section>
      <Section title={said.rules}>
        <Rules definition={definition} />
      </Section>
      <Section title={said.evidence}>
        <Evidence definition={definition} />
      </Section>
    </>
  );
}

type MeasureRow = KindDefinition['measures'][number];

function Measures({ definition }: { definition: KindDefinition }) {
  const { kind: said } = useWords();
  const unitText = useUnitText();
  const say = useSay();
  const columns: Column<MeasureRow>[] = [
    { key: 'name', title: said.measureName, width: '26%', render: (one) => say(one.name) },
    { key: 'measure', title: said.measures, width: '16%', render: (one) => said.measure[one.measure] },
    {
      key: 'unit',
      title: said.unit,
      width: '14%',
      render: (one) => (one.measure === 'quantity' ? unitText(one.unit ?? '') : said.units[one.measure]),
    },
    {
      key: 'required',
      title: said.required,
      width: '14%',
      render: (one) => (one.derived !== null ? said.derived : one.required ? said.required : said.optional),
    },
    { key: 'synonyms', title: said.synonyms, render: (one) => quiet(one.synonyms.join(said.and)) },
  ];
  return (
    <DataList<MeasureRow>
      rows={definition.measures}
      rowKey={(one) => one.measure}
      columns={columns}
      empty={<p className="bf-quiet kd-none">{said.none}</p>}
    />
  );
}

/** Null where there is nothing, so that a card leaves the line out. */
const quiet = (text: string) => (text === '' ? null : <span className="bf-quiet bf-small">{text}</span>);

type Row = Pick<FieldDefinition, 'code' | 'name' | 'help' | 'choices' | 'personal' | 'synonyms'> & {
  type: string;
  asked: string;
};

/** Voucher, payee and roster stand among the fields: to a reporter they are such. */
function rowsOf(d: KindDefinition, said: ReturnType<typeof useWords>['kind']): Row[] {
  const none = { help: null, choices: [], personal: false, synonyms: [] };
  const asked = (['voucher', 'payee'] as const)
    .filter((code) => d[code].ask !== 'no')
    .map((code) => ({
      ...none,
      code,
      name: d[code].name,
      type: said.type.text,
      asked: d[code].ask === 'required' ? said.required : said.optional,
    }));
  const fields = d.fields.map((field) => ({
    ...field,
    type: said.type[field.type],
    asked: field.required ? said.required : said.optional,
  }));
  const name = { zh: said.roster, en: said.roster };
  const roster =
    d.roster === 'no' ? [] : [{ ...none, code: 'roster', name, type: said.roster, asked: said.rosterOf[d.roster] }];
  return [...asked, ...fields, ...roster];
}

function Fields({ definition }: { definition: KindDefinition }) {
  const { kind: said } = useWords();
  const say = useSay();
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: said.field,
      width: '22%',
      render: (row) => (
        <>
          {say(row.name)} {row.personal ? <Mark title={said.personal}>{said.personalShort}</Mark> : null}
          {definition.facets.includes(row.code) ? <Mark tone="info">{said.facets}</Mark> : null}
        </>
      ),
    },
    { key: 'type', title: said.typeTitle, width: '15%', render: (row) => row.type },
    { key: 'asked', title: said.required, width: '11%', render: (row) => row.asked },
    {
      key: 'choices',
      title: `${said.choices} · ${said.help}`,
      width: '30%',
      render: (row) =>
        row.choices.length === 0 && row.help === null ? null : (
          <>
            {row.choices.length === 0 ? null : <div>{row.choices.map(say).join(' / ')}</div>}
            {row.help === null ? null : quiet(say(row.help))}
          </>
        ),
    },
    { key: 'synonyms', title: said.synonyms, render: (row) => quiet(row.synonyms.join(said.and)) },
  ];
  return (
    <DataList<Row>
      rows={rowsOf(definition, said)}
      rowKey={(row) => row.code}
      columns={columns}
      empty={<p className="bf-quiet kd-none">{said.none}</p>}
    />
  );
}

function Rules({ definition }: { definition: KindDefinition }) {
  const { kind: said } = useWords();
  const say = useSay();
  if (definition.rules.length === 0) return <p className="bf-quiet">{said.none}</p>;
  return (
    <ul className="kd-rules">
      {definition.rules.map((rule) => (
        <li key={rule.code}>
          <Mark tone={rule.severity === 'refuse' ? 'late' : 'warn'}>{said.severity[rule.severity]}</Mark>
          <span>{say(rule.text)}</span>
          <small className="bf-quiet">{ruleText(definition, rule, said, say)}</small>
        </li>
      ))}
    </ul>
  );
}

function Evidence({ definition }: { definition: KindDefinition }) {
  const { kind: said } = useWords();
  const say = useSay();
  if (definition.evidence.length === 0) return <p className="bf-quiet">{said.none}</p>;
  return (
    <ul className="kd-rules">
      {definition.evidence.map((one) => (
        <li key={one.code}>
          <Mark tone={one.least > 0 ? 'info' : 'quiet'}>
            {one.least > 0 ? fill(said.leastCount, { count: one.least }) : said.leastNone}
          </Mark>
          <span>
            {say(one.name)}{' '}
            <span className="bf-quiet bf-small">{one.accepts.map((kind) => said.accepts[kind]).join(said.and)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
