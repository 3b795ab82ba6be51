import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { Choice } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { Wrong } from '../../parts/definition/item.tsx';
import { listOps, useDraft } from './draft.tsx';

interface ChoicesProps {
  choices: readonly Choice[];
  at: string;
  onChange: (choices: Choice[]) => void;
}

/** The dictionary of a choice, a row for each value. */
export function ChoicesEditor({ choices, at, onChange }: ChoicesProps) {
  const { kind: said } = useWords();
  return (
    <div className="df-item" role="group" aria-label={said.choices}>
      <div className="kd-label">{said.choices}</div>
      {choices.map((choice, i) => (
        <ChoiceRow
          key={i}
          choice={choice}
          at={`${at}.${i}`}
          set={(part) => onChange(listOps.set(choices, i, part))}
          remove={() => onChange(listOps.remove(choices, i))}
        />
      ))}
      <Wrong at={at} />
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => onChange([...choices, { code: '', zh: '', en: '', synonyms: [] }])}
      >
        {said.editor.addChoice}
      </Button>
    </div>
  );
}

interface RowProps {
  choice: Choice;
  at: string;
  set: (part: Partial<Choice>) => void;
  remove: () => void;
}

function ChoiceRow({ choice, at, set, remove }: RowProps) {
  const { kind: said } = useWords();
  const { problems } = useDraft();
  const status = (part: string) => (problems.some((one) => one.at === `${at}.${part}`) ? 'error' : '');
  const text = (part: 'zh' | 'en' | 'code', label: string) => (
    <Input
      value={choice[part]}
      status={status(part)}
      placeholder={label}
      aria-label={label}
      onChange={(event) => set({ [part]: part === 'code' ? event.target.value.trim() : event.target.value })}
    />
  );
  return (
    <div className="kd-choice-row">
      {text('zh', said.zh)}
      {text('en', said.en)}
      {text('code', said.code)}
      <Select
        mode="tags"
        open={false}
        suffix={null}
        value={[...choice.synonyms]}
        status={status('synonyms')}
        placeholder={said.synonyms}
        aria-label={said.synonyms}
        tokenSeparators={[',', '，', '、']}
        onChange={(synonyms: string[]) => set({ synonyms })}
      />
      <Button type="text" danger icon={<DeleteOutlined />} aria-label={said.editor.remove} onClick={remove} />
    </div>
  );
}
