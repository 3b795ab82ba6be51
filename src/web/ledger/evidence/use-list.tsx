import { Link } from 'react-router';
import type { EvidenceUse } from '../../../contract/evidence.ts';
import { dayText } from '../../client/format.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { useWords } from '../../client/use-words.ts';

/** Entries that use a file, each a link; following one closes what it stands in. */
export function UseList({ uses, onLeave }: { uses: readonly EvidenceUse[]; onLeave: () => void }) {
  const { evidence: said } = useWords();
  const { language } = usePreferences().preferences;
  return (
    <ul className="ev-uses">
      {uses.map((use) => (
        <li key={`${use.countyId} ${use.entryId}`}>
          <Link to={`/ledger/${use.countyId}/${use.entryId}`} onClick={onLeave}>
            {use.number ?? said.draft} {language === 'en' && use.kindName.en !== '' ? use.kindName.en : use.kindName.zh}
          </Link>{' '}
          <span className="bf-quiet bf-small">
            {[use.countyName, use.unitName, dayText(use.occurredOn, language)].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
