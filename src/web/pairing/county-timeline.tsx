import { App, Button, Popconfirm, Timeline } from 'antd';
import { Link } from 'react-router';
import { withdrawCountyEvent } from '../../contract/pairing.ts';
import { errorText } from '../client/problem-text.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useAct } from '../client/use-act.ts';
import { useWords } from '../client/use-words.ts';
import { fill, type Words } from '../../words/words.ts';
import { Empty } from '../parts/empty.tsx';
import { SourceTag } from '../parts/quote.tsx';
import { Section } from '../parts/section.tsx';
import { DayText } from '../parts/texts.tsx';
import type { County } from './county-page.tsx';
import { Mark } from '../parts/mark.tsx';

type TimelineLine = County['timeline'][number];

const COLOURS: Partial<Record<TimelineLine['kind'], string>> = {
  paired: '#12616a',
  delisted: '#2c7548',
  pairing_ended: '#8a979a',
  handed_over: '#8a979a',
  award: '#96590a',
};

/** What happened in a county, newest first, each line with its source. */
export function CountyTimeline({ county }: { county: County }) {
  const { county: said, term } = useWords();
  const lines = [...county.timeline].reverse();
  return (
    <Section title={said.timeline}>
      {lines.length === 0 ? <Empty small text={said.timelineEmpty} /> : null}
      <Timeline
        items={lines.map((line, i) => ({
          key: line.eventId ?? `${line.kind}${line.on ?? ''}${i}`,
          color: COLOURS[line.kind] ?? '#7b8d90',
          content: (
            <div className="bf-timeline-text">
              <DayText day={line.on} precision={line.precision} /> <Mark>{term.event[line.kind]}</Mark>
              <div>
                {line.meetingId === null ? (
                  sayLine(line, said)
                ) : (
                  <Link to={`/meetings/${line.meetingId}`}>{sayLine(line, said)}</Link>
                )}
                {line.eventId !== null && county.can.addEvent ? <Withdraw eventId={line.eventId} /> : null}
              </div>
              {line.source === '' ? null : (
                <SourceTag source={line.source} documentId={line.documentId} itemId={line.itemId} />
              )}
            </div>
          ),
        }))}
      />
    </Section>
  );
}

/** The sentence of a line: its own words, or ours about what is recorded. */
function sayLine(line: TimelineLine, said: Words['county']): string {
  if (line.text !== '') return line.text;
  const { params } = line;
  if (line.kind === 'delisted')
    return fill(said.said.delisted, { flag: said.flag[params['flag'] ?? ''] ?? params['flag'] ?? '' });
  if (line.kind === 'renamed')
    return fill(params['merged'] === 'merged' ? said.said.merged : said.said.renamed, params);
  const sentence = said.said[line.kind as keyof typeof said.said] as string | undefined;
  return sentence === undefined ? Object.values(params).join(' ') : fill(sentence, params);
}

function Withdraw({ eventId }: { eventId: string }) {
  const { county: said, common } = useWords();
  const { preferences } = usePreferences();
  const { message } = App.useApp();
  const act = useAct(withdrawCountyEvent);
  const go = () =>
    act.mutate(
      { params: { id: eventId }, body: {} },
      {
        onSuccess: () => void message.success(said.withdrawn),
        onError: (error) => void message.error(errorText(error, preferences.language).join(' ')),
      },
    );
  return (
    <Popconfirm
      title={said.withdraw}
      description={said.withdrawAsk}
      onConfirm={go}
      okText={common.confirm}
      cancelText={common.cancel}
    >
      <Button type="link" size="small" loading={act.isPending}>
        {said.withdraw}
      </Button>
    </Popconfirm>
  );
}
