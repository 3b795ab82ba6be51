import { App, Form, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { entries } from '../../../contract/ledger.ts';
import { tieEntry } from '../../../contract/ledger-acts.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { ActForm } from '../../parts/act-form.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { yuanText } from '../form/amount.ts';
import type { Entry } from './entry-data.ts';

interface TieProps {
  entry: Entry;
  open: boolean;
  onClose: () => void;
}
interface TieValues {
  to?: string | null;
  reason?: string;
}

/** Another entry of the county tells of the same transfer: that one counts, this one stands beside it. */
export function TieDrawer({ entry, open, onClose }: TieProps) {
  const { ledger } = useWords();
  return (
    <FormDrawer title={ledger.act.tie} open={open} onClose={onClose} lead={ledger.lead.tie}>
      <TieForm entry={entry} onClose={onClose} />
    </FormDrawer>
  );
}

function TieForm({ entry, onClose }: Omit<TieProps, 'open'>) {
  const { ledger, common } = useWords();
  const { message } = App.useApp();
  return (
    <ActForm<typeof tieEntry, TieValues>
      route={tieEntry}
      initial={{}}
      toInput={({ to, reason }) => ({
        params: { countyId: entry.countyId, id: entry.id },
        body: { revision: entry.revision, to: to ?? '', reason: reason ?? '' },
      })}
      onDone={() => {
        void message.success(ledger.done.tie);
        onClose();
      }}
      onCancel={onClose}
      submit={ledger.act.tie}
    >
      <Form.Item name="to" label={ledger.relation.other} required extra={ledger.relation.otherHelp}>
        <EntrySelect entry={entry} />
      </Form.Item>
      <Form.Item name="reason" label={common.reason} required>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
    </ActForm>
  );
}

interface SelectProps {
  entry: Entry;
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
}

/** Another entry of the same county, by the beginning of its number or voucher; at first those with the same amount. */
function EntrySelect({ entry, id, value, onChange }: SelectProps) {
  const { ledger, common } = useWords();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const amount = entry.amountFen === null ? {} : { minAmountFen: entry.amountFen, maxAmountFen: entry.amountFen };
  const found = useRead(
    entries,
    { query: { countyId: entry.countyId, limit: 20, ...(q === '' ? amount : { q }) } },
    { keep: true },
  );
  const options = (found.data?.items ?? [])
    .filter((one) => one.id !== entry.id && one.state !== 'tied' && one.state !== 'withdrawn')
    .map((one) => ({
      value: one.id,
      label: [
        one.number ?? ledger.noNumber,
        one.unitName,
        one.payee,
        one.amountFen === null ? null : `${yuanText(one.amountFen)} ${ledger.unit.yuan}`,
      ]
        .filter(Boolean)
        .join(' · '),
    }));
  return (
    <Select
      id={id}
      value={value ?? undefined}
      options={options}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      allowClear
      placeholder={common.typeToSearch}
      notFoundContent={found.isFetching ? common.loading : common.noResult}
      style={{ width: '100%' }}
    />
  );
}
