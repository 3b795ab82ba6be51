import { Timeline } from 'antd';
import { useWords } from '../../client/use-words.ts';
import { Section } from '../../parts/section.tsx';
import { MomentText, PersonName } from '../../parts/texts.tsx';
import { StateMark } from '../state-mark.tsx';
import type { Entry } from './entry-data.ts';

/** Every step of an entry, newest first: who, when, why. */
export function History({ entry }: { entry: Entry }) {
  const { ledger } = useWords();
  const names: Partial<Record<string, string>> = ledger.step;
  const newest = [...entry.steps].sort((a, b) => b.seq - a.seq);
  return (
    <Section title={ledger.history}>
      <Timeline
        items={newest.map((one, index) => ({
          key: one.seq,
          color: index === 0 ? '#12616a' : '#8a979a',
          content: (
            <div className="bf-timeline-text">
              <b>{names[one.step] ?? one.step}</b> <StateMark state={one.toState} />
              {one.reason === null ? null : <div>{one.reason}</div>}
              <div className="bf-source">
                <PersonName id={one.personId} name={one.person} /> · <MomentText at={one.at} />
              </div>
            </div>
          ),
        }))}
      />
    </Section>
  );
}
