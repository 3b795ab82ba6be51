import { MoreOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { confirmEntry, postEntry, reviewEntry, submitEntry } from '../../../contract/ledger-acts.ts';
import type { EntryStep } from '../../../core/ledger/entry.ts';
import { errorText } from '../../client/problem-text.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { useAct } from '../../client/use-act.ts';
import { useNarrow } from '../../client/use-narrow.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { dayText } from '../../client/format.ts';
import { MeasuresText } from '../measure-text.tsx';
import { useSay } from '../use-say.ts';
import { DifferDrawer } from './differ-drawer.tsx';
import { definitionOf, entryAddress, type Entry } from './entry-data.ts';
import { ReasonDrawer, type ReasonStep } from './reason-drawer.tsx';
import { TieDrawer } from './tie-drawer.tsx';

/** Steps that need nothing but a yes. */
const PLAIN = { submit: submitEntry, confirm: confirmEntry, review: reviewEntry, post: postEntry } as const;
type PlainStep = keyof typeof PLAIN;
type Drawn = ReasonStep | 'differ' | 'tie';

/** What may be done with the entry now: the next step first and filled, what turns it aside behind it. */
export function EntryActions({ entry }: { entry: Entry }) {
  const { ledger } = useWords();
  const go = useNavigate();
  const narrow = useNarrow();
  const [open, setOpen] = useState<Drawn | null>(null);
  const close = () => setOpen(null);
  const may = (step: EntryStep) => entry.can[step] === true;
  const address = entryAddress(entry.countyId, entry.id);
  const plain = (['submit', 'confirm', 'review', 'post'] as const).filter(may);
  const beside = (['differ', 'return'] as const).filter(may);
  const aside = (['tie', 'withdraw', 'reverse'] as const).filter(may);
  const toCorrect = () => void go(`${address}/correct`);
  const more = [
    ...(narrow && may('reverse') ? [{ key: 'correct', label: ledger.act.correct, onClick: toCorrect }] : []),
    ...(narrow ? [...beside, ...aside] : aside).map((step) => ({
      key: step,
      label: ledger.act[step],
      danger: step === 'withdraw' || step === 'reverse',
      onClick: () => setOpen(step),
    })),
  ];
  return (
    <>
      {may('change') ? (
        <Link to={`${address}/change`}>
          <Button>{ledger.act.change}</Button>
        </Link>
      ) : null}
      {plain.map((step) => (
        <PlainButton key={step} entry={entry} step={step} />
      ))}
      {narrow
        ? null
        : beside.map((step) => (
            <Button key={step} onClick={() => setOpen(step)}>
              {ledger.act[step]}
            </Button>
          ))}
      {!narrow && may('reverse') ? <Button onClick={toCorrect}>{ledger.act.correct}</Button> : null}
      {more.length === 0 ? null : (
        <Dropdown menu={{ items: more }} trigger={['click']}>
          <Button icon={<MoreOutlined />} aria-label={ledger.act.more}>
            {narrow ? ledger.act.more : null}
          </Button>
        </Dropdown>
      )}
      <ReasonDrawer
        entry={entry}
        step={open === 'return' || open === 'withdraw' || open === 'reverse' ? open : null}
        onClose={close}
      />
      <DifferDrawer entry={entry} open={open === 'differ'} onClose={close} />
      <TieDrawer entry={entry} open={open === 'tie'} onClose={close} />
    </>
  );
}

/** One step forward, asked once with what it is about. */
function PlainButton({ entry, step }: { entry: Entry; step: PlainStep }) {
  const { ledger } = useWords();
  const { preferences } = usePreferences();
  const say = useSay();
  const { modal, message } = App.useApp();
  const act = useAct(PLAIN[step]);
  const send = () =>
    act.mutateAsync({ params: { countyId: entry.countyId, id: entry.id }, body: { revision: entry.revision } }).then(
      (after) => {
        const moved = after.moved
          ? fill(ledger.done.moved, { day: dayText(after.countedOn, preferences.language) })
          : '';
        void message.success(`${ledger.done[step]} ${moved}`.trim());
      },
      (error: unknown) => {
        modal.error({ title: ledger.failed, content: errorText(error, preferences.language).join('\n') });
      },
    );
  const ask = () =>
    void modal.confirm({
      title: ledger.ask[step],
      icon: null,
      content: (
        <div className="lg-ask">
          <div className="lg-ask-figure">
            <MeasuresText of={entry} unit={entry.quantityUnit} />
          </div>
          <p className="bf-quiet">
            {[
              say(entry.kindName),
              entry.payee,
              `${say(definitionOf(entry).countsOn)} ${dayText(entry.occurredOn, preferences.language)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {step === 'post' ? <p className="bf-quiet">{ledger.ask.postNote}</p> : null}
        </div>
      ),
      okText: ledger.act[step],
      onOk: send,
    });
  return (
    <Button type="primary" loading={act.isPending} onClick={ask}>
      {ledger.act[step]}
    </Button>
  );
}
