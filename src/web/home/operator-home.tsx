import { Link } from 'react-router';
import { people } from '../../contract/people.ts';
import { units } from '../../contract/unit.ts';
import { actLog } from '../../contract/work.ts';
import { numberText } from '../client/format.ts';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { ActSubject, ActWho } from '../act/act-names.tsx';
import { Load } from '../parts/load.tsx';
import { Section } from '../parts/section.tsx';
import { MomentText } from '../parts/texts.tsx';

/** As many people as one answer holds; beyond, the number is shown with a plus. */
const COUNTED = 200;
const LATEST = 8;

/** The first page of an operator: how the house stands, the next steps, what was done last. */
export function OperatorHome() {
  const may = useMay();
  const tree = useRead(units, {});
  const all = useRead(people, { query: { limit: COUNTED } }, { enabled: may('people.read') });
  const fewPeople = (all.data?.items.length ?? 0) < 2;
  return (
    <>
      <Counts
        units={tree.data?.items.length ?? null}
        people={all.data === undefined ? null : all.data.items.length}
        without={all.data === undefined ? null : all.data.items.filter((one) => one.login === null).length}
        more={all.data?.next !== null}
      />
      {fewPeople && all.data !== undefined ? <Steps first /> : null}
      {may('log.read') ? <LatestActs /> : null}
      {fewPeople ? null : <Steps />}
    </>
  );
}

function Counts(of: { units: number | null; people: number | null; without: number | null; more: boolean }) {
  const { teach } = useWords().home;
  const plus = of.more ? '+' : '';
  const stats = [
    { label: teach.unitsCount, value: of.units, to: '/units', plus: '' },
    { label: teach.peopleCount, value: of.people, to: '/people', plus },
    { label: teach.noAccount, value: of.without, to: '/people', plus },
  ];
  return (
    <div className="bf-stats">
      {stats.map((one) => (
        <Link key={one.label} className="bf-stat" to={one.to}>
          <b>{one.value === null ? '…' : `${numberText(one.value)}${one.plus}`}</b>
          <span>{one.label}</span>
        </Link>
      ))}
    </div>
  );
}

function Steps({ first = false }: { first?: boolean }) {
  const { teach } = useWords().home;
  return (
    <div className="bf-sheet" style={{ marginBottom: 16 }}>
      {first ? (
        <>
          <h2 style={{ fontSize: 18 }}>{teach.set}</h2>
          <p className="bf-quiet" style={{ marginBottom: 16 }}>
            {teach.setText}
          </p>
        </>
      ) : null}
      <ul className="bf-links">
        <li>
          <Link to="/units">{teach.units}</Link>
          <span>{teach.unitsText}</span>
        </li>
        <li>
          <Link to="/people">{teach.people}</Link>
          <span>{teach.peopleText}</span>
        </li>
      </ul>
    </div>
  );
}

function LatestActs() {
  const { home, log } = useWords();
  const read = useRead(actLog, { query: { limit: LATEST } });
  return (
    <Section title={home.teach.latestActs} extra={<Link to="/log">{home.teach.allActs}</Link>} flush>
      <Load read={read} rows={3}>
        {(data) => (
          <ul className="bf-rows">
            {data.items.map((one) => (
              <li key={one.id}>
                <div className="bf-row-main">
                  {log.acts[one.act] ?? one.act} <ActSubject entry={one} />
                </div>
                <div>
                  <ActWho entry={one} />
                </div>
                <span className="bf-quiet bf-small">
                  <MomentText at={one.at} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Load>
    </Section>
  );
}
