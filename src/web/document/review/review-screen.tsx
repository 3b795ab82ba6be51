import { Segmented } from 'antd';
import { useMemo } from 'react';
import { useNarrow } from '../../client/use-narrow.ts';
import { useWords } from '../../client/use-words.ts';
import { Original } from '../original/original.tsx';
import { AcceptMany } from './accept-many.tsx';
import { AddBar } from './add-bar.tsx';
import { CurrentBar } from './current-bar.tsx';
import { KeyHelp } from './key-help.tsx';
import { ListSide } from './list-side.tsx';
import { NamesProvider } from './names.tsx';
import { ReviewContext } from './review-context.tsx';
import { useKeys } from './use-keys.ts';
import type { DocumentData, ReviewActs, Saving } from './use-review.ts';
import { useScreen, type Screen } from './use-screen.ts';

interface ReviewScreenProps {
  document: DocumentData;
  acts: ReviewActs;
  saving: Saving;
}

/** The original on one side, what was read from it on the other. */
export function ReviewScreen({ document, acts, saving }: ReviewScreenProps) {
  const context = useMemo(() => ({ document, acts }), [document, acts]);
  return (
    <NamesProvider items={document.list}>
      <ReviewContext value={context}>
        <Sides document={document} acts={acts} saving={saving} />
      </ReviewContext>
    </NamesProvider>
  );
}

function Sides({ document, acts, saving }: ReviewScreenProps) {
  const narrow = useNarrow(992);
  const screen = useScreen(document, acts, narrow);
  const { side } = screen;
  useKeys(screen.keys, !screen.help && screen.many === null);
  return (
    <div className="rv-sides">
      {narrow ? <Switch screen={screen} /> : null}
      <TextSide document={document} screen={screen} away={narrow && side !== 'text'} />
      <ListSide document={document} screen={screen} saving={saving} acts={acts} away={narrow && side !== 'list'} />
      {narrow ? <CurrentBar screen={screen} document={document} /> : null}
      <Adding document={document} screen={screen} />
      <KeyHelp open={screen.help} onClose={() => screen.setHelp(false)} />
      <AcceptMany items={screen.many} onAccept={screen.acceptAll} onClose={() => screen.setMany(null)} />
    </div>
  );
}

function Switch({ screen }: { screen: Screen }) {
  const { review } = useWords().document;
  return (
    <Segmented<'text' | 'list'>
      block
      className="rv-switch"
      aria-label={review.paneShow}
      value={screen.side}
      onChange={screen.setSide}
      options={[
        { value: 'text', label: review.original },
        { value: 'list', label: review.items },
      ]}
    />
  );
}

function TextSide({ document, screen, away }: { document: DocumentData; screen: Screen; away: boolean }) {
  const { review } = useWords().document;
  const { state, jumps } = screen.listing;
  return (
    <section className={`rv-pane rv-original${away ? ' is-away' : ''}`} aria-label={review.originalLabel} tabIndex={0}>
      <Original
        document={document}
        current={state.current}
        hovered={state.hovered}
        jump={jumps.text}
        onChoose={screen.chooseInText}
        onHover={screen.rowActs.hover}
        onPick={screen.pick}
      />
    </section>
  );
}

function Adding({ document, screen }: { document: DocumentData; screen: Screen }) {
  const { picked, adding } = screen;
  if (picked === null || adding !== null || !document.can.review) return null;
  const hasMeeting = document.list.some((item) => item.kind === 'meeting' && item.state !== 'rejected');
  return (
    <AddBar
      picked={picked}
      focus={screen.addFocus}
      without={hasMeeting ? ['meeting'] : []}
      onClose={() => screen.setAddFocus(false)}
      onChoose={screen.beginAdding}
    />
  );
}
