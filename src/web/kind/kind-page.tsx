import { DiffOutlined, DownloadOutlined, EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { exportKinds, readKind } from '../../contract/kind.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { addressOf } from '../client/call.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { useSay } from '../ledger/use-say.ts';
import { DataList, type Column } from '../parts/data-list.tsx';
import { Load } from '../parts/load.tsx';
import { Mark } from '../parts/mark.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { PageTabs } from '../parts/page-tabs.tsx';
import { Section } from '../parts/section.tsx';
import { MomentText } from '../parts/texts.tsx';
import { AskedView, MeaningView } from './definition-view.tsx';
import { termText, UnverifiedMark, useDay } from './marks.tsx';

type Kind = AnswerOf<typeof readKind>;
type Version = Kind['versions'][number];

/** One kind: what it says, what it asks, its versions. */
export function KindPage() {
  const { code = '' } = useParams();
  const read = useRead(readKind, { params: { code } });
  return <Load read={read}>{(kind) => <Shown kind={kind} />}</Load>;
}

/** The version in the address, else the one that holds today, else the newest. */
function versionShown(kind: Kind, asked: string | null): Version | undefined {
  const wanted = asked === null ? kind.current : Number(asked);
  return kind.versions.find((one) => one.version === wanted) ?? kind.versions[0];
}

function Shown({ kind }: { kind: Kind }) {
  const { kind: said } = useWords();
  const say = useSay();
  const [query] = useSearchParams();
  const version = versionShown(kind, query.get('version'));
  if (version === undefined) return null;
  const { definition } = version;
  const tabs = [
    { key: 'meaning', label: said.tabs.meaning, children: <MeaningView definition={definition} /> },
    { key: 'fields', label: said.tabs.fields, children: <AskedView definition={definition} /> },
    {
      key: 'versions',
      label: `${said.tabs.versions} ${kind.versions.length}`,
      children: <Versions kind={kind} shown={version.version} />,
    },
  ];
  return (
    <>
      <PageHead
        title={say(definition.name)}
        trail={[{ label: said.title, to: '/kinds' }]}
        lead={<Where version={version} />}
        tags={
          <>
            <UnverifiedMark when={definition.unverified} /> <Mark>{version.shipped ? said.shipped : said.own}</Mark>
          </>
        }
        actions={<Actions kind={kind} version={version} />}
      />
      <PageTabs tabs={tabs} />
    </>
  );
}

function Where({ version }: { version: Version }) {
  const { kind: said } = useWords();
  const day = useDay();
  const places = version.placeNames.length === 0 ? said.everywhere : version.placeNames.join(said.and);
  const parts = [fill(said.versionNo, { version: version.version }), termText(version, said, day), places];
  return <>{parts.filter((one) => one !== '').join(' · ')}</>;
}

function Actions({ kind, version }: { kind: Kind; version: Version }) {
  const { kind: said } = useWords();
  return (
    <>
      {kind.versions.length > 1 ? (
        <Link to={`/kinds/${kind.code}/compare`}>
          <Button icon={<DiffOutlined />}>{said.compare}</Button>
        </Link>
      ) : null}
      <Button icon={<DownloadOutlined />} href={addressOf(exportKinds, {}, { codes: kind.code })}>
        {said.export}
      </Button>
      {kind.can.manage ? (
        <Link to={`/kinds/${kind.code}/edit?version=${version.version}`}>
          <Button type="primary" icon={<EditOutlined />}>
            {said.edit}
          </Button>
        </Link>
      ) : null}
    </>
  );
}

function Versions({ kind, shown }: { kind: Kind; shown: number }) {
  const { kind: said } = useWords();
  const day = useDay();
  const columns: Column<Version>[] = [
    {
      key: 'version',
      title: said.version,
      width: '24%',
      render: (one) => (
        <>
          {one.version === shown ? (
            <b>{fill(said.versionNo, { version: one.version })}</b>
          ) : (
            <Link to={`/kinds/${kind.code}?version=${one.version}#versions`}>
              {fill(said.versionNo, { version: one.version })}
            </Link>
          )}{' '}
          {one.version === kind.current ? <Mark tone="good">{said.current}</Mark> : null}{' '}
          {one.used ? <Mark tone="info">{said.used}</Mark> : null}
        </>
      ),
    },
    {
      key: 'term',
      title: said.editor.term,
      render: (one) => termText(one, said, day) || said.always,
    },
    {
      key: 'places',
      title: said.editor.places,
      render: (one) => (one.placeNames.length === 0 ? said.everywhere : one.placeNames.join(said.and)),
    },
    { key: 'note', title: said.note, render: (one) => one.note ?? (one.shipped ? said.shipped : '') },
    { key: 'recorded', title: said.recorded, render: (one) => <MomentText at={one.recordedAt} /> },
  ];
  return (
    <Section title={said.versions} extra={<span className="bf-quiet bf-small">{said.versionsLead}</span>} flush>
      <DataList<Version> rows={kind.versions} rowKey={(one) => String(one.version)} columns={columns} empty={null} />
    </Section>
  );
}
