import { PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber, Select } from 'antd';
import type { EvidenceDemand } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { BothItem, Item, TextItem } from '../../parts/definition/item.tsx';
import { Cards } from './controls.tsx';
import { useDraft } from './draft.tsx';

const ACCEPTS = ['photo', 'pdf', 'office', 'invoice'] as const;

/** Which files prove an entry. */
export function EvidencePart() {
  const { kind: said } = useWords();
  const say = useSay();
  const { definition: d, change } = useDraft();
  const added: EvidenceDemand = { code: '', name: { zh: '', en: '' }, accepts: ['photo', 'pdf'], least: 0 };
  return (
    <>
      <Cards
        list={d.evidence}
        onChange={(evidence) => change({ evidence })}
        at="evidence"
        titleOf={(one) => say(one.name)}
        isNew={(one) => one.code === ''}
        movable
        form={(one, at, set) => <DemandForm one={one} at={at} set={set} />}
      />
      <Button icon={<PlusOutlined />} onClick={() => change({ evidence: [...d.evidence, added] })}>
        {said.editor.addEvidence}
      </Button>
    </>
  );
}

interface FormProps {
  one: EvidenceDemand;
  at: string;
  set: (part: Partial<EvidenceDemand>) => void;
}

function DemandForm({ one, at, set }: FormProps) {
  const { kind: said } = useWords();
  return (
    <>
      <BothItem label={said.name} at={`${at}.name`} value={one.name} onChange={(name) => set({ name })} />
      <div className="df-row">
        <TextItem
          label={said.code}
          at={`${at}.code`}
          value={one.code}
          onChange={(code) => set({ code: code.trim() })}
        />
        <Item label={said.acceptsTitle} at={`${at}.accepts`}>
          {(control) => (
            <Select
              {...control}
              mode="multiple"
              value={[...one.accepts]}
              options={ACCEPTS.map((value) => ({ value, label: said.accepts[value] }))}
              onChange={(accepts) => set({ accepts })}
              style={{ width: '100%' }}
            />
          )}
        </Item>
        <Item label={said.least} at={`${at}.least`}>
          {(control) => (
            <InputNumber<number>
              {...control}
              value={one.least}
              min={0}
              max={20}
              precision={0}
              onChange={(least) => set({ least: least ?? 0 })}
              style={{ width: '100%' }}
            />
          )}
        </Item>
      </div>
    </>
  );
}
