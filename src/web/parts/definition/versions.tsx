import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Bilingual } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { CaliberMark } from '../../indicator/value.tsx';
import { useSay } from '../../ledger/use-say.ts';
import { DataList, type Column } from '../data-list.tsx';
import { Mark } from '../mark.tsx';
import { PageHead } from '../page-head.tsx';
import { Section } from '../section.tsx';
import { MomentText } from '../texts.tsx';
import { usePlacesText, useTermText } from './term.ts';

interface Version {
  version: number;
  validFrom: string;
  validTo: string | null;
  placeNames: string[];
  shipped: boolean;
  note: string | null;
  recordedAt: string;
  /** Entries stand under it. */
  used?: boolean;
}

/** The version in the address, else the one that holds today, else the newest. */
export function versionShown<V extends { version: number }>(
  { versions, current }: { versions: readonly V[]; current: number | null },
  asked: string | null,
): V | undefined {
  const wanted = asked === null ? current : Number(asked);
  return versions.find((one) => one.version === wanted) ?? versions[0];
}

interface HeadProps {
  /** What the list is called, and its address. */
  list: { label: string; to: string };
  version: Version & { code: string; definition: { name: Bilingual; unverified: boolean } };
  canEdit: boolean;
  /** Other things to do with it. */
  actions: ReactNode;
}

/** The head of a definition's page: name, version, where it comes from, and the way to revise it. */
export function DefinitionHead({ list, version, canEdit, actions }: HeadProps) {
  const { definition: said } = useWords();
  const { code, definition, shipped } = version;
  return (
    <PageHead
      title={useSay()(definition.name)}
      trail={[list]}
      lead={<VersionLine version={version} />}
      tags={
        <>
          <CaliberMark when={definition.unverified} /> <Mark>{shipped ? said.shipped : said.own}</Mark>
        </>
      }
      actions={
        <>
          {actions}
          {canEdit ? (
            <Link to={`${list.to}/${code}/edit?version=${version.version}`}>
              <Button type="primary" icon={<EditOutlined />}>
                {said.edit}
              </Button>
            </Link>
          ) : null}
        </>
      }
    />
  );
}

/** Which version this is, and when and where it holds. */
function VersionLine({ version }: { version: Version }) {
  const { definition: said } = useWords();
  const term = useTermText()(version);
  const places = usePlacesText()(version.placeNames);
  const parts = [fill(said.versionNo, { version: version.version }), term, places];
  return <>{parts.filter((one) => one !== null).join(' · ')}</>;
}

interface VersionsProps {
  versions: Version[];
  current: number | null;
  shown: number;
  linkTo: (version: number) => string;
  /** A sentence beside the heading. */
  lead?: string;
}

/** All versions of a definition, newest first. */
export function Versions({ versions, current, shown, linkTo, lead }: VersionsProps) {
  const { definition: said } = useWords();
  const term = useTermText();
  const places = usePlacesText();
  const columns: Column<Version>[] = [
    {
      key: 'version',
      title: said.version,
      width: '24%',
      render: (one) => {
        const name = fill(said.versionNo, { version: one.version });
        return (
          <>
            {one.version === shown ? <b>{name}</b> : <Link to={linkTo(one.version)}>{name}</Link>}{' '}
            {one.version === current ? <Mark tone="good">{said.current}</Mark> : null}{' '}
            {one.used === true ? <Mark tone="info">{said.used}</Mark> : null}
          </>
        );
      },
    },
    { key: 'term', title: said.term, render: (one) => term(one) ?? said.always },
    { key: 'places', title: said.places, render: (one) => places(one.placeNames) },
    { key: 'note', title: said.note, render: (one) => one.note ?? (one.shipped ? said.shipped : '') },
    { key: 'recorded', title: said.recorded, render: (one) => <MomentText at={one.recordedAt} /> },
  ];
  const extra = lead === undefined ? null : <span className="bf-quiet bf-small">{lead}</span>;
  return (
    <Section title={said.versions} extra={extra} flush>
      <DataList<Version> rows={versions} rowKey={(one) => String(one.version)} columns={columns} empty={null} />
    </Section>
  );
}
