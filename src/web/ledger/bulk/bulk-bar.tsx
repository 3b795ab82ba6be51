import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { bulkCount } from '../../../contract/bulk.ts';
import { BULK_STEPS, statesOf } from '../../../core/ledger/bulk.ts';
import { numberText } from '../../client/format.ts';
import { useMay } from '../../client/use-me.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import type { Row } from '../list/entry-cells.tsx';
import { rowKeyOf } from '../list/entry-table.tsx';
import type { EntryQuery } from '../list/filter.ts';
import { BulkDialog, type BulkAsked } from './bulk-dialog.tsx';
import { useStepName } from './step-name.ts';
import './bulk.css';

interface BulkProps {
  /** `countyId/id` of the chosen rows. */
  chosen: readonly string[];
  /** The rows that are shown, the chosen ones among them. */
  rows: readonly Row[];
  query: EntryQuery;
  onClear: () => void;
}

/** Acts on many entries at once: on the chosen ones, else on everything under the filter. */
export function BulkBar(props: BulkProps) {
  const may = useMay();
  const acts = may('ledger.confirm') || may('ledger.review') || may('ledger.post');
  return acts ? <Bar {...props} /> : null;
}

function Bar({ chosen, rows, query, onClear }: BulkProps) {
  const { bulk: said } = useWords();
  const counts = useRead(bulkCount, { query }, { keep: true });
  const [asked, setAsked] = useState<BulkAsked | null>(null);
  const picked = rows.filter((row) => chosen.includes(rowKeyOf(row)));
  const some = picked.length > 0;
  const asks = BULK_STEPS.flatMap((step): BulkAsked[] => {
    const under = counts.data?.steps[step] ?? { count: 0, mine: 0 };
    if (under.count === 0) return [];
    if (!some) return [{ step, ...under, chosen: null }];
    const fitting = picked.filter((row) => statesOf(step).includes(row.state));
    const keys = fitting.map(({ countyId, id }) => ({ countyId, id }));
    return keys.length === 0 ? [] : [{ step, count: keys.length, mine: keys.length, chosen: keys }];
  });
  if (asks.length === 0 && !some) return null;
  const first = asks.filter((one) => one.step !== 'return' && one.mine > 0);
  const rest = asks.filter((one) => !first.includes(one));
  return (
    <div className="lg-bulk">
      {some ? (
        <>
          <b>{fill(said.chosen, { count: chosen.length })}</b>
          <Button type="link" size="small" onClick={onClear}>
            {said.clear}
          </Button>
        </>
      ) : null}
      {first.map((one) => (
        <Button key={one.step} onClick={() => setAsked(one)}>
          <Label of={one} />
        </Button>
      ))}
      {rest.length === 0 ? null : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((one) => ({ key: one.step, label: <Label of={one} />, onClick: () => setAsked(one) })),
          }}
        >
          <Button type={first.length === 0 ? 'default' : 'text'}>
            {said.menu} <DownOutlined />
          </Button>
        </Dropdown>
      )}
      <BulkDialog
        asked={asked}
        query={query}
        most={counts.data?.most ?? 0}
        onClose={() => setAsked(null)}
        onStale={() => {
          setAsked(null);
          void counts.refetch();
        }}
      />
    </div>
  );
}

function Label({ of }: { of: BulkAsked }) {
  const { bulk: said } = useWords();
  const stepName = useStepName();
  const params = { step: stepName(of.step), count: numberText(of.count) };
  return <>{fill(of.chosen === null ? said.all : said.some, params)}</>;
}
