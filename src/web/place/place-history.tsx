import type { z } from 'zod';
import type { placeFlag, placeName } from '../../contract/place.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Empty } from '../parts/empty.tsx';
import { Section } from '../parts/section.tsx';
import { UnverifiedTag } from '../parts/texts.tsx';

/** The names a place had and the lists it stands on, with their sources. */
export function PlaceHistory({
  names,
  flags,
}: {
  names: z.output<typeof placeName>[];
  flags: z.output<typeof placeFlag>[];
}) {
  const { county, place, common } = useWords();
  const former = names.filter((one) => one.kind !== 'current');
  const years = (one: { from: number | null; to: number | null }) => {
    if (one.from === null) return one.to === null ? '' : fill(common.until, { day: one.to });
    return one.to === null
      ? fill(common.since, { day: one.from })
      : fill(common.from_to, { from: one.from, to: one.to });
  };
  return (
    <>
      <Section title={county.flags} flush>
        {flags.length === 0 ? <Empty small text={place.noFlags} /> : null}
        <ul className="bf-rows">
          {flags.map((one) => (
            <li key={one.flag}>
              <div className="bf-row-main">
                {county.flag[one.flag] ?? one.flag}{' '}
                {one.exitYear === null ? null : (
                  <span className="bf-quiet">{fill(county.exitYear, { year: one.exitYear })}</span>
                )}{' '}
                {one.doubt === null ? null : <UnverifiedTag doubt={one.doubt} />}
                <div className="bf-source">
                  {fill(county.listedAs, { name: one.nameInSource })}
                  {common.semicolon}
                  {common.source}
                  {common.colon}
                  {one.sources.join(common.semicolon)}
                </div>
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={county.names} flush>
        {former.length === 0 ? <Empty small text={place.onlyToday} /> : null}
        <ul className="bf-rows">
          {(former.length === 0 ? [] : names).map((one) => (
            <li key={`${one.name}${one.code ?? ''}${one.to ?? ''}`}>
              <div className="bf-row-main">
                {one.name} <span className="bf-quiet bf-num">{one.code}</span>{' '}
                {one.doubt === null ? null : <UnverifiedTag doubt={one.doubt} />}
                <div className="bf-source">
                  {years(one)}
                  {one.kind === 'merged' ? ` · ${county.mergedName}` : ''}
                  {common.semicolon}
                  {common.source}
                  {common.colon}
                  {one.source}
                </div>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
