import { App, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import * as contract from '../../contract/period.ts';
import { IN_TRANSIT } from '../../core/ledger/entry.ts';
import type { PeriodAct } from '../../core/ledger/period.ts';
import { momentText, numberText } from '../client/format.ts';
import { useMe } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { usePeriodText } from '../indicator/value.tsx';
import { ActForm } from '../parts/act-form.tsx';
import { FormDrawer } from '../parts/form-drawer.tsx';
import { DayText } from '../parts/texts.tsx';
import { PeriodMark } from './period-cell.tsx';
import type { PeriodShown } from './period-page.tsx';

const ROUTES = {
  ask_close: contract.askClose,
  close: contract.closePeriod,
  ask_reopen: contract.askReopen,
  reopen: contract.reopenPeriod,
  decline: contract.declinePeriod,
} as const;

interface DrawerProps {
  unitId: string;
  period: PeriodShown | null;
  onClose: () => void;
}

/** A period: who asked for what, what is still on its way in it, and what may be done. */
export function PeriodDrawer({ unitId, period, onClose }: DrawerProps) {
  const text = usePeriodText();
  return (
    <FormDrawer title={period === null ? '' : text(period.period)} open={period !== null} onClose={onClose}>
      {period === null ? null : <Shown key={`${period.period}${period.state}`} {...{ unitId, period, onClose }} />}
    </FormDrawer>
  );
}

function Shown({ unitId, period, onClose }: DrawerProps & { period: PeriodShown }) {
  const { period: said, common } = useWords();
  const me = useMe();
  const acts = (Object.keys(period.can) as PeriodAct[]).filter((act) => period.can[act] === true);
  const [act, setAct] = useState<PeriodAct | null>(acts.find((one) => one !== 'decline') ?? null);
  const asked = period.state === 'close_asked' || period.state === 'reopen_asked';
  const mine = asked && me !== null && period.askedById === me.person.id;
  const nameOf = (one: PeriodAct) => (one === 'decline' && mine ? said.act.take_back : said.act[one]);
  return (
    <div className="pd-detail">
      <p>
        <PeriodMark one={period} />{' '}
        <span className="bf-quiet">
          <DayText day={period.from} />
          {common.dash}
          <DayText day={period.to} />
        </span>
      </p>
      <Who period={period} />
      {mine ? <p className="pd-two">{said.mustBeOther}</p> : null}
      <OnTheWay unitId={unitId} period={period} />
      {acts.length > 1 || (acts.length === 1 && act === null) ? (
        <Segmented
          value={act ?? ''}
          onChange={(one) => setAct(one as PeriodAct)}
          options={acts.map((one) => ({ value: one, label: nameOf(one) }))}
        />
      ) : null}
      {act === null ? null : <ActPart key={act} {...{ unitId, period, act, onClose }} label={nameOf(act)} />}
    </div>
  );
}

function Who({ period }: { period: PeriodShown }) {
  const { period: said, common } = useWords();
  const { asked, outcome, askedBy, askedAt, decidedBy, decidedAt, coveredBy, reason } = period;
  const text = usePeriodText();
  const askedText = asked === null ? said.askedThen : said.asked[asked];
  // What was declined or is to be opened again was given a reason; closing may carry a note.
  const because = asked === 'reopen' || outcome === 'declined' || outcome === 'taken_back' ? said.why : said.reason;
  const decidedText = asked === null || outcome === null ? said.decidedBy : said.decided[outcome][asked];
  return (
    <ul className="pd-who">
      {coveredBy === null ? null : (
        <li>
          {fill(said.coveredByUnit, { unit: coveredBy.unitName ?? said.unitAbove, period: text(coveredBy.period) })}
        </li>
      )}
      {askedBy === null || askedAt === null ? (
        coveredBy === null ? (
          <li className="bf-quiet">{said.nothing}</li>
        ) : null
      ) : (
        <li>{fill(askedText, { name: askedBy, at: momentText(askedAt) })}</li>
      )}
      {decidedBy === null || decidedAt === null ? null : (
        <li>{fill(decidedText, { name: decidedBy, at: momentText(decidedAt) })}</li>
      )}
      {reason === null ? null : <li className="bf-quiet">{`${because}${common.colon}${reason}`}</li>}
    </ul>
  );
}

/** What is not posted yet in the period, and the way to it. */
function OnTheWay({ unitId, period }: { unitId: string; period: PeriodShown }) {
  const { period: said } = useWords();
  if (period.transit === 0) return <p className="bf-quiet">{said.transitNone}</p>;
  const query = new URLSearchParams({ unitId, from: period.from, to: period.to, state: IN_TRANSIT.join(',') });
  return (
    <p className="pd-transit">
      {fill(said.transitNote, { count: numberText(period.transit) })}{' '}
      <Link to={`/ledger?${query.toString()}`}>{said.see}</Link>
    </p>
  );
}

interface ReasonValues {
  reason?: string;
}

function ActPart({
  unitId,
  period,
  act,
  label,
  onClose,
}: DrawerProps & { period: PeriodShown; act: PeriodAct; label: string }) {
  const { period: said, common } = useWords();
  const { message } = App.useApp();
  const asks = act === 'ask_close' || act === 'ask_reopen' || act === 'decline';
  const needed = act !== 'ask_close';
  const body = { unitId, period: period.period };
  return (
    <ActForm<typeof contract.askReopen, ReasonValues>
      // The five routes differ only in whether a reason is said.
      route={ROUTES[act] as typeof contract.askReopen}
      initial={{}}
      submit={label}
      onCancel={onClose}
      toInput={({ reason }) => {
        const text = reason?.trim() === '' ? undefined : reason?.trim();
        if (!asks) return { body } as never;
        return { body: { ...body, reason: text ?? (needed ? '' : null) } } as never;
      }}
      onDone={() => {
        void message.success(said.done[act]);
        onClose();
      }}
    >
      {asks ? (
        <Form.Item name="reason" label={needed ? common.reason : said.reason} required={needed}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Form.Item>
      ) : null}
    </ActForm>
  );
}
