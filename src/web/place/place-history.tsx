import type { z } from 'zod';
import type { placeFlag, placeName } from '../../contract/place.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Empty } from '../parts/empty.tsx';
import { Section } from '../parts/section.tsx';
import { UnverifiedTag } from '../parts/texts.tsx';

type Flag = z.output<typeof placeFlag>;
type Name = z.output<typeof placeName>;

/** The lists a place stands on and the names it had, with their sources. */
export function PlaceHistory({ names, flags }: { names: Name[]; flags: Flag[] }) {
  const { county, place } = useWords();
  const renamed = names.some((one) => one.kind !== 'current');
  return (
    <>
      <Section title={county.flags} flush>
        {flags.length === 0 ? <Empty small text={place.noFlags} /> : null}
        <ul className="bf-rows">
          {flags.map((one) => (
            <FlagRow key={one.flag} flag={one} />
          ))}
        </ul>
      </Section>
      <Section title={county.names} flush>
        {renamed ? null : <Empty small text={place.onlyToday} />}
        <ul className="bf-rows">
          {(renamed ? names : []).map((one) => (
            <NameRow key={`${one.name}${one.code ?? ''}${one.to ?? ''}`} name={one} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function FlagRow({ flag }: { flag: Flag }) {
  const { county, common } = useWords();
  return (
    <li>
      <div className="bf-row-main">
        {county.flag[flag.flag] ?? flag.flag}{' '}
        {flag.exitYear === null ? null : (
          <span className="bf-quiet">{fill(county.exitYear, { year: flag.exitYear })} </span>
        )}
        {flag.doubt === null ? null : <UnverifiedTag doubt={flag.doubt} />}
        <div className="bf-source">
          {fill(county.listedAs, { name: flag.nameInSource })}
          {common.semicolon}
          {common.source}
          {common.colon}
          {flag.sources.join(common.semicolon)}
        </div>
      </div>
    </li>
  );
}

function NameRow({ name }: { name: Name }) {
  const { county, common } = useWords();
  const parts = [yearsOf(name, common), name.kind === 'merged' ? county.mergedName : ''].filter((one) => one !== '');
  return (
    <li>
      <div className="bf-row-main">
        {name.name} <span className="bf-quiet bf-num">{name.code} </span>
        {name.doubt === null ? null : <UnverifiedTag doubt={name.doubt} />}
        <div className="bf-source">
          {[parts.join(' · '), `${common.source}${common.colon}${name.source}`]
            .filter((one) => one !== '')
            .join(common.semicolon)}
        </div>
      </div>
    </li>
  );
}

function yearsOf(name: Name, common: { until: string; since: string; from_to: string }): string {
  if (name.from === null) return name.to === null ? '' : fill(common.until, { day: name.to });
  return name.to === null
    ? fill(common.since, { day: name.from })
    : fill(common.from_to, { from: name.from, to: name.to });
}
