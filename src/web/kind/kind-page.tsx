import { DiffOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { exportKinds, readKind } from '../../contract/kind.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { DefinitionHead, Versions, versionShown } from '../parts/definition/versions.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { Load } from '../parts/load.tsx';
import { PageTabs } from '../parts/page-tabs.tsx';
import { AskedView, MeaningView } from './definition-view.tsx';

type Kind = AnswerOf<typeof readKind>;

/** One kind: what it says, what it asks, its versions. */
export function KindPage() {
  const { code = '' } = useParams();
  const read = useRead(readKind, { params: { code } });
  return <Load read={read}>{(kind) => <Shown kind={kind} />}</Load>;
}

function Shown({ kind }: { kind: Kind }) {
  const { kind: said } = useWords();
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
      children: (
        <Versions
          versions={kind.versions}
          current={kind.current}
          shown={version.version}
          linkTo={(one) => `/kinds/${kind.code}?version=${one}#versions`}
          lead={said.versionsLead}
        />
      ),
    },
  ];
  return (
    <>
      <DefinitionHead
        list={{ label: said.title, to: '/kinds' }}
        version={version}
        canEdit={kind.can.manage}
        actions={<Actions kind={kind} />}
      />
      <PageTabs tabs={tabs} />
    </>
  );
}

function Actions({ kind }: { kind: Kind }) {
  const { kind: said } = useWords();
  return (
    <>
      {kind.versions.length > 1 ? (
        <Link to={`/kinds/${kind.code}/compare`}>
          <Button icon={<DiffOutlined />}>{said.compare}</Button>
        </Link>
      ) : null}
      <FileButton route={exportKinds} input={{ query: { codes: kind.code } }}>
        {said.export}
      </FileButton>
    </>
  );
}
