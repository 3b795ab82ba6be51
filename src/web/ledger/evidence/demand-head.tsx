import type { EvidenceDemand } from '../../../core/ledger/kind.ts';
import { OTHER_DEMAND } from '../../../core/ledger/evidence.ts';
import { fill } from '../../../words/words.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { useWords } from '../../client/use-words.ts';
import { Mark } from '../../parts/mark.tsx';

/** The name of a demand in the reader's language. */
export function useDemandName(): (demand: EvidenceDemand) => string {
  const { language } = usePreferences().preferences;
  return ({ name }) => (language === 'en' && name.en !== '' ? name.en : name.zh);
}

/** What is demanded, and whether it is met. */
export function DemandHead({ demand, have, hint = false }: { demand: EvidenceDemand; have: number; hint?: boolean }) {
  const said = useWords().evidence;
  const nameOf = useDemandName();
  const { least } = demand;
  const kinds = demand.accepts.map((kind) => said.kinds[kind]).join(said.or);
  const note = demand.code === OTHER_DEMAND ? said.otherHint : fill(said.accepts, { kinds });
  return (
    <div className="ev-demand-head">
      <h4>{nameOf(demand)}</h4>
      {have >= least ? (
        have > 0 ? (
          <Mark tone="good">{fill(said.met, { have })}</Mark>
        ) : (
          <Mark tone="quiet">{said.optional}</Mark>
        )
      ) : (
        <Mark tone="warn">{fill(said.needs, { have, least })}</Mark>
      )}
      {hint ? <span className="bf-quiet bf-small">{note}</span> : null}
    </div>
  );
}
