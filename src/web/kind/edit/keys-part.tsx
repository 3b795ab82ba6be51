import { Select, Switch } from 'antd';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { isKeyPart } from '../../../core/ledger/operands.ts';
import { useWords } from '../../client/use-words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { nameOfPart } from '../naming.ts';
import { Item, TextItem } from '../../parts/definition/item.tsx';
import { useDraft } from './draft.tsx';

const PARTS = ['voucher', 'payee', 'amount', 'quantity', 'occurred_on', 'unit'];

/** What roll-ups are split by, and what must not count twice. */
export function KeysPart() {
  const { kind: said } = useWords();
  const say = useSay();
  const { definition: d, change } = useDraft();
  const named = (code: string) => ({ value: code, label: nameOfPart(d, code, said, say) });
  const choices = d.fields.filter((field) => field.type === 'choice' || field.type === 'yes_no');
  return (
    <>
      <Item label={said.facets} at="facets" extra={said.facetsHelp}>
        {(control) => (
          <Select
            {...control}
            mode="multiple"
            value={[...d.facets]}
            options={choices.map((field) => named(field.code))}
            onChange={(facets: string[]) => change({ facets })}
            style={{ width: '100%' }}
          />
        )}
      </Item>
      <div className="df-item">
        <label>
          <Switch
            checked={d.once !== null}
            onChange={(on) => change({ once: on ? { group: d.code || 'group', key: defaultKey(d) } : null })}
          />{' '}
          {said.once}
        </label>
      </div>
      {d.once === null ? null : (
        <>
          <TextItem
            label={said.onceGroup}
            at="once.group"
            value={d.once.group}
            extra={said.onceGroupHelp}
            onChange={(group) => change({ once: { group: group.trim(), key: d.once?.key ?? [] } })}
          />
          <Item label={said.onceKey} at="once.key">
            {(control) => (
              <Select
                {...control}
                mode="multiple"
                value={[...(d.once?.key ?? [])]}
                options={[...PARTS.filter((code) => isKeyPart(d, code)), ...d.fields.map((field) => field.code)].map(
                  named,
                )}
                onChange={(key: string[]) => change({ once: { group: d.once?.group ?? '', key } })}
                style={{ width: '100%' }}
              />
            )}
          </Item>
        </>
      )}
    </>
  );
}

const defaultKey = (d: KindDefinition): string[] =>
  ['voucher', 'payee', 'amount', 'occurred_on'].filter((code) => isKeyPart(d, code));
