import { BarChartOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { readIndicator } from '../../../contract/indicator.ts';
import { kinds } from '../../../contract/kind.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { dayText, today } from '../../client/format.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { DataList, type Column } from '../../parts/data-list.tsx';
import { Load } from '../../parts/load.tsx';
import { Mark } from '../../parts/mark.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Section } from '../../parts/section.tsx';
import { MomentText } from '../../parts/texts.tsx';
import { CaliberMark } from '../value.tsx';
import { definitionLines } from './lines.ts';
import { CompareLines } from './compare-lines.tsx';
import { termWords } from './term-words.ts';
import './define.css';

type Indicator = AnswerOf<typeof readIndicator>;
type Version = Indicator['versions'][number];

/** One indicator: what its definition says, its versions, and what differs between two of them. */
export function IndicatorPage() {
  const { code = '' } = useParams();
  const read = useRead(readIndicator, { params: { code } });
  const known = useRead(kinds, { query: { all: 'true' } });
  return (
    <Load read={read}>
      {(data) => (
        <Load read={known}>{(all) => <Shown data={data} kinds={all.items.map((one) => one.definition)} />}</Load>
      )}
    </Load>
  );
}

interface ShownProps {
  data: Indicator;
  kinds: readonly KindDefinition[];
}

function Shown({ data, kinds: known }: ShownProps) {
  const { indicator: said } = useWords();
  const say = useSay();
  const [query] = useSearchParams();
  const asked = Number(query.get('version') ?? data.current);
  const version = data.versions.find((one) => one.version === asked) ?? data.versions[0];
  if (version === undefined) return null;
  const { definition } = version;
  return (
    <>
      <PageHead
        title={say(definition.name)}
        trail={[{ label: said.title, to: '/indicators' }]}
        lead={<Where version={version} />}
        tags={
          <>
            <CaliberMark when={definition.unverified} /> <Mark>{version.shipped ? said.shipped : said.own}</Mark>
          </>
        }
        actions={<Actions data={data} version={version} />}
      />
      <Section title={said.definition} flush>
        <Definition version={version} kinds={known} />
      </Section>
      <Versions data={data} shown={version.version} />
      {data.versions.length > 1 ? <Compare data={data} kinds={known} version={version} /> : null}
    </>
  );
}

/** Days in the person's language. */
function useDay(): (day: string) => string {
  const { language } = usePreferences().preferences;
  return (day) => dayText(day, language);
}

function Where({ version }: { version: Version }) {
  const { indicator: said, common } = useWords();
  const day = useDay();
  const places = version.placeNames.length === 0 ? said.everywhere : version.placeNames.join(common.listComma);
  return <>{[fill(said.versionNo, { version: version.version }), termWords(version, said, day), places].join(' · ')}</>;
}

function Actions({ data, version }: { data: Indicator; version: Version }) {
  const { indicator: said } = useWords();
  return (
    <>
      <Link to={`/figures/${data.code}?period=${today().slice(0, 4)}`}>
        <Button icon={<BarChartOutlined />}>{said.toFigure}</Button>
      </Link>
      {data.can.manage ? (
        <Link to={`/indicators/${data.code}/edit?version=${version.version}`}>
          <Button type="primary" icon={<EditOutlined />}>
            {said.edit}
          </Button>
        </Link>
      ) : null}
    </>
  );
}

function Definition({ version, kinds: known }: { version: Version; kinds: readonly KindDefinition[] }) {
  const words = useWords();
  const say = useSay();
  return (
    <dl className="fi-lines-of">
      {definitionLines(version.definition, known, words, say).map(({ part, text }) => (
        <div key={part}>
          <dt>{words.indicator.part[part]}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Versions({ data, shown }: { data: Indicator; shown: number }) {
  const { indicator: said, common } = useWords();
  const day = useDay();
  const columns: Column<Version>[] = [
    {
      key: 'version',
      title: said.column.version,
      width: '20%',
      render: (one) => {
        const name = fill(said.versionNo, { version: one.version });
        return (
          <>
            {one.version === shown ? (
              <b>{name}</b>
            ) : (
              <Link to={`/indicators/${data.code}?version=${one.version}`}>{name}</Link>
            )}{' '}
            {one.version === data.current ? <Mark tone="good">{said.current}</Mark> : null}
          </>
        );
      },
    },
    { key: 'term', title: said.term, render: (one) => termWords(one, said, day) },
    {
      key: 'places',
      title: said.places,
      render: (one) => (one.placeNames.length === 0 ? said.everywhere : one.placeNames.join(common.listComma)),
    },
    { key: 'note', title: said.note, render: (one) => one.note ?? (one.shipped ? said.shipped : '') },
    { key: 'recorded', title: said.recorded, render: (one) => <MomentText at={one.recordedAt} /> },
  ];
  return (
    <Section title={said.versions} flush>
      <DataList<Version> rows={data.versions} rowKey={(one) => String(one.version)} columns={columns} empty={null} />
    </Section>
  );
}

function Compare({ data, kinds: known, version }: ShownProps & { version: Version }) {
  const { indicator: said } = useWords();
  const [query, setQuery] = useSearchParams();
  const others = data.versions.filter((one) => one.version !== version.version);
  const asked = Number(query.get('with'));
  const other =
    others.find((one) => one.version === asked) ?? others.find((one) => one.version < version.version) ?? others[0];
  if (other === undefined) return null;
  const choose = (chosen: number) =>
    setQuery({ version: String(version.version), with: String(chosen) }, { replace: true });
  return (
    <Section
      flush
      title={fill(said.compareWith, { version: other.version })}
      extra={
        <Select
          value={other.version}
          onChange={choose}
          aria-label={said.versions}
          options={others.map((one) => ({
            value: one.version,
            label: fill(said.versionNo, { version: one.version }),
          }))}
        />
      }
    >
      <CompareLines before={other} after={version} kinds={known} />
    </Section>
  );
}
