import { Input, InputNumber, Radio, Select } from 'antd';
import { fill } from '../../../words/words.ts';
import { useWords } from '../../client/use-words.ts';
import { DayText } from '../../parts/texts.tsx';
import type { DocumentData } from '../review/use-review.ts';
import { acceptedOf, type Choices } from './choices.ts';

interface ChoiceProps {
  document: DocumentData;
  choices: Choices;
  onChange: (part: Partial<Choices>) => void;
}

/** A new meeting, or one that is recorded already. */
export function MeetingChoice({ document, choices, onChange }: ChoiceProps) {
  const { finish } = useWords().document;
  const { meetings } = document.proposes;
  const [item] = acceptedOf(document, 'meeting');
  if (item?.kind !== 'meeting') {
    return (
      <fieldset className="bf-fieldset">
        <legend>{finish.meeting}</legend>
        <p className="bf-quiet">{finish.meetingNone}</p>
      </fieldset>
    );
  }
  const value = choices.meeting === null ? null : choices.meeting === 'new' ? 'new' : choices.meeting.same;
  return (
    <fieldset className="bf-fieldset">
      <legend>{finish.meeting}</legend>
      {meetings.length === 0 ? (
        <p>{item.value.name}</p>
      ) : (
        <>
          <p style={{ marginBottom: 8 }}>{finish.meetingAsk}</p>
          <Radio.Group
            className="rv-choices"
            value={value}
            onChange={(event) => {
              const chosen = event.target.value as string;
              onChange({ meeting: chosen === 'new' ? 'new' : { same: chosen } });
            }}
          >
            {meetings.map((meeting) => (
              <Radio key={meeting.id} value={meeting.id}>
                <b>{finish.meetingSame}</b>
                <span>
                  {meeting.name}（<DayText day={meeting.heldOn} />）
                </span>
                <span className="bf-quiet">{finish.meetingSameText}</span>
              </Radio>
            ))}
            <Radio value="new">
              <b>{finish.meetingNew}</b>
              <span>{item.value.name}</span>
            </Radio>
          </Radio.Group>
          {choices.meeting === null ? <p className="bf-late">{finish.chooseFirst}</p> : null}
        </>
      )}
    </fieldset>
  );
}

/** A new draft, one that is there, or none. */
export function PlanChoice({ document, choices, onChange }: ChoiceProps) {
  const { finish } = useWords().document;
  const { drafts } = document.proposes;
  const tasks = acceptedOf(document, 'task').length;
  return (
    <fieldset className="bf-fieldset">
      <legend>{finish.plan}</legend>
      {tasks === 0 ? <p className="bf-quiet">{finish.planNoTasks}</p> : null}
      <Radio.Group
        className="rv-choices"
        value={choices.plan}
        onChange={(event) => onChange({ plan: event.target.value as Choices['plan'] })}
      >
        <Radio value="new">
          <b>{finish.planNew}</b>
        </Radio>
        {choices.plan === 'new' ? <NewPlan choices={choices} onChange={onChange} /> : null}
        {drafts.length === 0 ? null : (
          <Radio value="into">
            <b>{finish.planInto}</b>
          </Radio>
        )}
        {choices.plan === 'into' ? (
          <div className="rv-choice-fields">
            <Select
              value={choices.into}
              placeholder={finish.chooseDraft}
              aria-label={finish.chooseDraft}
              options={drafts.map((draft) => ({ value: draft.id, label: `${draft.year} · ${draft.title}` }))}
              onChange={(into: string) => onChange({ into })}
              style={{ width: '100%' }}
            />
          </div>
        ) : null}
        <Radio value="none">
          <b>{finish.planNone}</b>
          {tasks > 0 ? <span className="bf-quiet">{fill(finish.planNoneText, { count: tasks })}</span> : null}
        </Radio>
      </Radio.Group>
      {choices.plan === null ? <p className="bf-late">{finish.chooseFirst}</p> : null}
    </fieldset>
  );
}

function NewPlan({ choices, onChange }: Omit<ChoiceProps, 'document'>) {
  const { finish } = useWords().document;
  return (
    <div className="rv-choice-fields is-plan">
      <label>
        <span>{finish.year}</span>
        <InputNumber
          min={1980}
          max={2100}
          precision={0}
          value={choices.year}
          onChange={(year) => onChange({ year })}
          style={{ width: '100%' }}
        />
      </label>
      <label>
        <span>{finish.planTitle}</span>
        <Input value={choices.title} maxLength={300} onChange={(event) => onChange({ title: event.target.value })} />
      </label>
    </div>
  );
}
