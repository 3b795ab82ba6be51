import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../client/use-words.ts';
import { Empty } from '../parts/empty.tsx';
import { SourceTag } from '../parts/quote.tsx';
import { Section } from '../parts/section.tsx';
import { DayText, SampleTag, UnitName } from '../parts/texts.tsx';
import type { County } from './county-page.tsx';
import { EndPairingDrawer } from './end-pairing-drawer.tsx';

type Pairing = County['pairings'][number];

/** Which units help the county, since when, and where that stands. */
export function CountyPairings({ county }: { county: County }) {
  const { county: said, common } = useWords();
  const [ending, setEnding] = useState<Pairing | null>(null);
  return (
    <Section title={said.pairings} flush>
      {county.pairings.length === 0 ? <Empty small text={said.pairingsEmpty} /> : null}
      <ul className="bf-rows">
        {county.pairings.map((one) => (
          <li key={one.id}>
            <div className="bf-row-main">
              <UnitName id={one.unitId} name={one.unitName} /> <SampleTag when={one.example} />
              <div className="bf-quiet">
                <DayText day={one.fromOn} precision={one.fromPrecision} /> —{' '}
                {one.toOn === null ? common.open : <DayText day={one.toOn} />}
              </div>
              <SourceTag source={one.source} documentId={one.documentId} itemId={one.itemId} />
            </div>
            {county.can.manage && one.toOn === null ? (
              <Button type="link" size="small" onClick={() => setEnding(one)}>
                {said.pairing.end}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <EndPairingDrawer pairing={ending} onClose={() => setEnding(null)} />
    </Section>
  );
}
