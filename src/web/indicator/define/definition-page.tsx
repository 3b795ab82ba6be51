import { BarChartOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { readIndicator } from '../../../contract/indicator.ts';
import { kinds } from '../../../contract/kind.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { today } from '../../client/format.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { DefinitionHead, Versions, versionShown } from '../../parts/definition/versions.tsx';
import { Load } from '../../parts/load.tsx';
import { Section } from '../../parts/section.tsx';
import { definitionLines } from './lines.ts';
import { CompareLines } from './compare-lines.tsx';
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
  const [query] = useSearchParams();
  const version = versionShown(data, query.get('version'));
  if (version === undefined) return null;
  return (
    <>
      <DefinitionHead
        list={{ label: said.title, to: '/indicators' }}
        version={version}
        canEdit={data.can.manage}
        actions={
          <Link to={`/figures/${data.code}?period=${today().slice(0, 4)}`}>
            <Button icon={<BarChartOutlined />}>{said.toFigure}</Button>
          </Link>
        }
      />
      <Section title={said.definition} flush>
        <Definition version={version} kinds={known} />
      </Section>
      <Versions
        versions={data.versions}
        current={data.current}
        shown={version.version}
        linkTo={(one) => `/indicators/${data.code}?version=${one}`}
      />
      {data.versions.length > 1 ? <Compare data={data} kinds={known} version={version} /> : null}
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

function Compare({ data, kinds: known, version }: ShownProps & { version: Version }) {
  const { indicator: said, definition: shared } = useWords();
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
          aria-label={shared.versions}
          options={others.map((one) => ({
            value: one.version,
            label: fill(shared.versionNo, { version: one.version }),
          }))}
        />
      }
    >
      <CompareLines before={other} after={version} kinds={known} />
    </Section>
  );
}
