import { Button } from 'antd';
import { useState } from 'react';
import { suspectsOfEntry } from '../../../contract/suspect.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { MomentText } from '../../parts/texts.tsx';
import type { Entry } from '../entry/entry-data.ts';
import { useSay } from '../use-say.ts';
import { FindingText, useRuleName, type Found } from './finding-text.tsx';
import { SettleDrawer } from './settle-drawer.tsx';
import './suspect.css';

/** What a person should look at in an entry: what is open can be settled, what was settled says how. It decides nothing. */
export function Findings({ entry }: { entry: Entry }) {
  const { ledger, kind: kindWords } = useWords();
  const say = useSay();
  const read = useRead(suspectsOfEntry, { params: { countyId: entry.countyId, id: entry.id } });
  const [settling, setSettling] = useState<Found | null>(null);
  const kept = read.data?.items ?? [];
  // What the night's search has not kept yet: said, with nothing to settle.
  const fresh = entry.suspectList.filter((one) => kept.every((row) => row.code !== one.code) && one.at !== null);
  if (kept.length === 0 && fresh.length === 0) return null;
  const open = kept.some((one) => one.outcome === null) || fresh.length > 0;
  const sentences: Partial<Record<string, string>> = kindWords.suspect;
  return (
    <div className={`lg-banner${open ? ' is-look' : ''}`} role="note">
      <b>{ledger.suspects}</b>
      <ul className="lg-findings">
        {kept.map((one) => (
          <OneFinding key={one.id} one={one} onSettle={() => setSettling(one)} />
        ))}
        {fresh.map((one) => (
          <li key={one.code}>{one.text === null ? (sentences[one.code] ?? one.code) : say(one.text)}</li>
        ))}
      </ul>
      <SettleDrawer found={settling} onClose={() => setSettling(null)} />
    </div>
  );
}

function OneFinding({ one, onSettle }: { one: Found; onSettle: () => void }) {
  const { suspect: said } = useWords();
  const ruleName = useRuleName();
  return (
    <li className={one.outcome === null ? '' : 'is-settled'}>
      <span>
        <b>{ruleName(one.code)}</b> <FindingText of={one} />
        <Settled one={one} />
      </span>
      {one.can.settle ? (
        <Button size="small" onClick={onSettle}>
          {said.settle}
        </Button>
      ) : null}
    </li>
  );
}

/** How a finding was settled, by whom and why. */
export function Settled({ one }: { one: Found }) {
  const { suspect: said } = useWords();
  if (one.outcome === null || one.settledAt === null) return null;
  return (
    <div className="bf-source">
      {fill(said.settledBy, {
        name: one.settledBy ?? '',
        outcome: said.outcome[one.outcome],
        reason: one.reason ?? '',
      })}{' '}
      <MomentText at={one.settledAt} />
    </div>
  );
}
