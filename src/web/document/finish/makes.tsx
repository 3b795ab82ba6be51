import { fill } from '../../../words/words.ts';
import { useWords } from '../../client/use-words.ts';
import type { DocumentData } from '../review/use-review.ts';
import { acceptedOf, type Choices } from './choices.ts';

interface MakesProps {
  document: DocumentData;
  /** As the dry run counted; null: not yet known. */
  counts: { agenda: number; tasks: number; facts: number; pairings: number } | null;
  choices: Choices;
  checking: boolean;
}

/** What the acceptance will make, counted by the server without keeping anything. */
export function Makes({ document, counts, choices, checking }: MakesProps) {
  const { finish } = useWords().document;
  const number = (n: number) => (n === 0 ? <span className="bf-quiet">{finish.zero}</span> : <b>{n}</b>);
  const meeting =
    acceptedOf(document, 'meeting').length === 0
      ? number(0)
      : choices.meeting !== 'new'
        ? finish.willMeetingSame
        : fill(finish.willMeetingText, { agenda: counts?.agenda ?? 0 });
  const kept = counts === null ? 0 : acceptedOf(document, 'pairing').length - counts.pairings;
  return (
    <fieldset className="bf-fieldset">
      <legend>{finish.makes}</legend>
      {counts === null ? (
        <p className="bf-quiet" aria-live="polite">
          {checking ? finish.checking : '—'}
        </p>
      ) : (
        <dl className="rv-makes" aria-live="polite">
          <dt>{finish.willMeeting}</dt>
          <dd>{meeting}</dd>
          <dt>{finish.willPlan}</dt>
          <dd>{number(counts.tasks)}</dd>
          <dt>{finish.willPairing}</dt>
          <dd>
            {number(counts.pairings)}{' '}
            {kept > 0 ? <span className="bf-quiet bf-small">{fill(finish.pairingKept, { count: kept })}</span> : null}
          </dd>
          <dt>{finish.willFact}</dt>
          <dd>{number(counts.facts)}</dd>
        </dl>
      )}
    </fieldset>
  );
}
