import { App } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { addEntry } from '../../contract/ledger-acts.ts';
import { canBeJoint } from '../../core/ledger/shares.ts';
import { newId } from '../client/new-id.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Empty } from '../parts/empty.tsx';
import { Load, Waiting } from '../parts/load.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Sheet } from '../parts/section.tsx';
import { EntryForm } from './form/entry-form.tsx';
import { KindChooser } from './form/kind-chooser.tsx';
import { UnitCounty } from './form/unit-county.tsx';
import { useKinds, type KindNow } from './form/use-kinds.ts';
import { keepPlace, useKnown, type Known } from './form/use-known.ts';
import { JointEntry } from './joint-entry.tsx';
import { useSay } from './use-say.ts';

/** Enters something new (`?kind=…&county=…&unit=…`): first what, then how much and with which proof. */
export function NewEntryPage() {
  const { ledger } = useWords();
  const [params] = useSearchParams();
  const read = useKinds();
  const known = useKnown({ unitId: params.get('unit'), countyId: params.get('county') });
  const code = params.get('kind');
  const toKind = (kind: string | null) => {
    const next = new URLSearchParams(params);
    next.delete('joint');
    if (kind === null) next.delete('kind');
    else next.set('kind', kind);
    return `/ledger/new?${next.toString()}`;
  };
  const toJoint = (joint: boolean) => {
    const next = new URLSearchParams(params);
    if (joint) next.set('joint', '1');
    else next.delete('joint');
    return `/ledger/new?${next.toString()}`;
  };
  return (
    <Load read={read}>
      {(data) => {
        const open = data.items.filter((one) => one.holds);
        const kind = open.find((one) => one.code === code);
        if (kind !== undefined && known === null) return <Waiting />;
        if (kind !== undefined && known !== null) {
          const place = { kind, known, toChooser: toKind(null) };
          const joint = params.has('joint') && canBeJoint(kind.definition);
          return joint ? (
            <JointEntry key={kind.code} {...place} toSingle={toJoint(false)} />
          ) : (
            <NewEntry key={kind.code} {...place} toJoint={toJoint(true)} />
          );
        }
        return (
          <>
            <PageHead
              title={ledger.new.title}
              lead={ledger.new.lead}
              trail={[{ label: ledger.title, to: '/ledger' }]}
            />
            {open.length === 0 ? (
              <Sheet>
                <Empty title={ledger.new.noKinds} text={ledger.new.noKindsText} />
              </Sheet>
            ) : (
              <KindChooser kinds={open} toKind={toKind} />
            )}
          </>
        );
      }}
    </Load>
  );
}

interface NewProps {
  kind: KindNow;
  known: Known;
  toChooser: string;
  toJoint: string;
}

function NewEntry({ kind, known, toChooser, toJoint }: NewProps) {
  const mayJoin = known.choice && canBeJoint(kind.definition);
  const { ledger } = useWords();
  const say = useSay();
  const go = useNavigate();
  const { message } = App.useApp();
  const [id] = useState(newId);
  const said = ledger.new;
  return (
    <>
      <PageHead
        title={say(kind.definition.name)}
        trail={[
          { label: ledger.title, to: '/ledger' },
          { label: said.title, to: toChooser },
        ]}
        actions={
          <>
            {mayJoin ? <Link to={toJoint}>{ledger.joint.toJoint}</Link> : null}
            <Link to={toChooser}>{said.otherKind}</Link>
          </>
        }
      />
      <EntryForm
        route={addEntry}
        kind={kind}
        entryId={null}
        initial={{ unitId: known.unit?.id, countyId: known.county?.id }}
        toInput={(body, { countyId, asDraft }) => ({
          body: { ...body, id, countyId: countyId ?? '', submit: asDraft !== true },
        })}
        onDone={(answer, { unitId, countyId }) => {
          keepPlace(unitId ?? '', countyId ?? '');
          const sentence = answer.state === 'draft' ? said.kept : fill(said.sent, { number: answer.number ?? '' });
          void message.success(sentence);
          void go(`/ledger/${countyId ?? ''}/${answer.id}`, { replace: true });
        }}
        onCancel={() => void go('/ledger')}
        submit={said.submit}
        second={said.draft}
      >
        <UnitCounty known={known} />
      </EntryForm>
    </>
  );
}
