import type { z } from 'zod';
import type { figureScope } from '../../contract/figure.ts';
import { momentText } from '../client/format.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { CaliberMark, usePeriodText } from './value.tsx';

interface LineProps {
  scope: z.output<typeof figureScope>;
  period: string;
  knownOn: string;
  /** True: an earlier moment was asked for. */
  then: boolean;
  /** True: none of the calibers shown is verified. */
  unverified?: boolean;
}

/** Says what figures are of, and as known when. */
export function ScopeLine({ scope, period, knownOn, then, unverified = false }: LineProps) {
  const { figure: said } = useWords();
  const periodText = usePeriodText();
  const where = [scope.unitName ?? said.allUnits, scope.placeName ?? said.allCounties];
  const whole = scope.unitName === null && scope.placeName === null ? said.everything : where.join(' · ');
  const moment = momentText(knownOn);
  return (
    <p className={then ? 'fg-scope is-then' : 'fg-scope'}>
      <b>{periodText(period)}</b>
      <span>{fill(said.scope, { scope: whole })}</span>
      <span>{fill(then ? said.asKnown : said.asOf, { moment })}</span>
      <CaliberMark when={unverified} />
      {scope.citable && (scope.unitId === null || scope.unitName !== null) ? null : <span>{said.inReach}</span>}
    </p>
  );
}
