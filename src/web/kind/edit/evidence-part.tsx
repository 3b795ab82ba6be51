import { PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber, Select } from 'antd';
import type { EvidenceDemand } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { BothItem, Card, Item, TextItem } from './controls.tsx';
import { listOps, useDraft } from './draft.tsx';

const ACCEPTS = ['photo', 'pdf', 'office', 'invoice'] as const;

/** Which files prove an entry. */
export function EvidencePart() {
  const { kind: said } = useWords();
  const say = useSay();
  const { definition: d, change } = useDraft();
  const set = (i: number, part: Partial<EvidenceDemand>) => change({ evidence: listOps.set(d.evidence, i, part) });
  const added: EvidenceDemand = { code: '', name: { zh: '', en: '' }, accepts: ['photo', 'pdf'], least: 0 };
  return (
    <>
      {d.evidence.map((one, i) => (
        <Card
          key={i}
          at={`evidence.${i}`}
          title={say(one.name) || said.editor.unnamed}
          startOpen={one.code === ''}
          first={i === 0}
          last={i === d.evidence.length - 1}
          onRemove={() => change({ evidence: listOps.remove(d.evidence, i) })}
          onMove={(by) => change({ evidence: listOps.move(d.evidence, i, by) })}
        >
          <DemandForm one={one} at={`evidence.${i}`} set={(part) => set(i, part)} />
        </Card>
      ))}
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
      <div className="kd-three">
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
