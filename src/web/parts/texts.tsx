import { Tooltip } from 'antd';
import { Link } from 'react-router';
import { dayText, momentText, numberText, type Precision } from '../client/format.ts';
import { usePreferences } from '../client/preferences.tsx';
import { useMay } from '../client/use-me.ts';
import { useHelpedCounties, usePeopleInReach, useUnitsInReach } from '../client/use-in-reach.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Mark } from './mark.tsx';

/** A day, no more exact than it is known. */
export function DayText({ day, precision = 'day' }: { day: string | null; precision?: Precision }) {
  const { preferences } = usePreferences();
  const text = dayText(day, preferences.language, precision);
  return day === null ? (
    <span className="bf-quiet">{text}</span>
  ) : (
    <time dateTime={day} className="bf-num">
      {text}
    </time>
  );
}

/** A moment, in Shanghai, to the minute. */
export function MomentText({ at }: { at: string }) {
  return (
    <time dateTime={at} className="bf-num">
      {momentText(at)}
    </time>
  );
}

/** A number; with `to`, the way to what it counts. Zero leads nowhere. */
export function NumberText({ value, to }: { value: number | string; to?: string }) {
  const text = <span className="bf-num">{numberText(value)}</span>;
  return to === undefined || value === 0 ? text : <Link to={to}>{text}</Link>;
}

/** The name of a county, leading to its page, or where that is out of reach to the division. */
export function CountyName({ id, name }: { id: string; name: string }) {
  const helped = useHelpedCounties();
  return <Link to={helped.has(id) ? `/counties/${id}` : `/places/${id}`}>{name}</Link>;
}

/** The name of a place, leading to its page; `path` are the names above it. */
export function PlaceName({ id, name, path }: { id: string; name: string; path?: string[] }) {
  const above = path?.filter((one) => one !== name).join(' ');
  return (
    <>
      {above === undefined || above === '' ? null : <span className="bf-quiet">{above} </span>}
      <Link to={`/places/${id}`}>{name}</Link>
    </>
  );
}

/** The name of a unit, leading to its page where the unit is within reach. */
export function UnitName({ id, name }: { id: string; name: string }) {
  const known = useUnitsInReach();
  return known.has(id) ? <Link to={`/units/${id}`}>{name}</Link> : <>{name}</>;
}

/** The name of a person, leading to the page where the person may see people. */
export function PersonName({ id, name }: { id: string; name: string }) {
  const may = useMay();
  return may('people.read') ? <Link to={`/people/${id}`}>{name}</Link> : <>{name}</>;
}

/** The name of whoever is posted, leading to the page of the person where that is within reach. */
export function PostedName({ id, name }: { id: string; name: string }) {
  return usePeopleInReach().has(id) ? <Link to={`/people/${id}`}>{name}</Link> : <>{name}</>;
}

/** Marks what was made up for the worked example (示例). */
export function SampleTag({ when = true }: { when?: boolean }) {
  const { common } = useWords();
  if (!when) return null;
  return (
    <Tooltip title={common.sampleWhy}>
      <Mark tone="sample" tabIndex={0}>
        {common.sample}
      </Mark>
    </Tooltip>
  );
}

/** Marks what stands on a source that nobody has verified yet (待核). */
export function UnverifiedTag({ doubt }: { doubt?: string | null }) {
  const { common } = useWords();
  const why =
    doubt === undefined || doubt === null || doubt === ''
      ? common.unverifiedPlain
      : fill(common.unverifiedWhy, { doubt });
  return (
    <Tooltip title={why}>
      <Mark tone="warn" tabIndex={0}>
        {common.unverified}
      </Mark>
    </Tooltip>
  );
}
