import { App } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { addJoint } from '../../contract/ledger-acts.ts';
import { checkShares, jointForm, pointsOf } from '../../core/ledger/shares.ts';
import { newId } from '../client/new-id.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { PageHead } from '../parts/page-head.tsx';
import { EntryForm } from './form/entry-form.tsx';
import { SharesPart } from './form/shares-part.tsx';
import type { KindNow } from './form/use-kinds.ts';
import type { Known } from './form/use-known.ts';
import { useSay } from './use-say.ts';

interface JointProps {
  kind: KindNow;
  known: Known;
  toChooser: string;
  toSingle: string;
}

const asJoint = (kind: KindNow): KindNow => ({ ...kind, definition: jointForm(kind.definition) });

/** Enters one payment that several units bear: an entry for each share, sent together. */
export function JointEntry({ kind, known, toChooser, toSingle }: JointProps) {
  const { ledger } = useWords();
  const say = useSay();
  const go = useNavigate();
  const { message } = App.useApp();
  const [jointId] = useState(newId);
  const { new: said, joint } = ledger;
  return (
    <>
      <PageHead
        title={`${say(kind.definition.name)} · ${joint.title}`}
        trail={[
          { label: ledger.title, to: '/ledger' },
          { label: said.title, to: toChooser },
        ]}
        actions={<Link to={toSingle}>{joint.toSingle}</Link>}
      />
      <EntryForm
        route={addJoint}
        kind={kind}
        asked={asJoint}
        entryId={null}
        initial={{ countyId: known.county?.id, shares: [{ unitId: known.unit?.id ?? null, percent: '' }, {}] }}
        checkMore={({ shares = [] }) => checkShares(shares)}
        toInput={({ unitId: _, ...body }, { countyId, shares = [] }) => ({
          body: {
            ...body,
            jointId,
            countyId: countyId ?? '',
            shares: shares.map((one) => ({
              id: newId(),
              unitId: one.unitId ?? '',
              countyId: null,
              points: pointsOf(one.percent) ?? 0,
            })),
          },
        })}
        onDone={({ items }) => {
          void message.success(fill(joint.sent, { count: items.length }));
          void go(`/ledger?jointId=${jointId}`, { replace: true });
        }}
        onCancel={() => void go('/ledger')}
        submit={said.submit}
      >
        <SharesPart county={known.county} />
      </EntryForm>
    </>
  );
}
