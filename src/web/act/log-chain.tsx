import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import type { AnswerOf } from '../../contract/route.ts';
import { readPlace } from '../../contract/place.ts';
import { verifyLog } from '../../contract/work.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { Mark } from '../parts/mark.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Section } from '../parts/section.tsx';
import { NO_COUNTY } from './no-county.ts';

type Chain = AnswerOf<typeof verifyLog>;

/** Walks the sealed chains of the log when asked, and says whether they are whole. */
export function LogChain() {
  const { log } = useWords();
  const said = log.chain;
  const read = useRead(verifyLog, {}, { enabled: false });
  const walk = (
    <Button onClick={() => void read.refetch()} loading={read.isFetching}>
      {read.isFetching ? said.walking : read.data === undefined ? said.walk : said.again}
    </Button>
  );
  return (
    <Section title={said.title} extra={walk}>
      <p className="bf-quiet">{said.text}</p>
      <div aria-live="polite" className="bf-chain">
        {read.error === null ? null : <ProblemAlert error={read.error} />}
        {read.data === undefined || read.error !== null ? null : <Walked chain={read.data} />}
      </div>
    </Section>
  );
}

function Walked({ chain }: { chain: Chain }) {
  const said = useWords().log.chain;
  if (chain.breaks.length === 0) {
    if (chain.links === 0) return <Alert type="info" showIcon title={said.none} />;
    return <Alert type="success" showIcon title={fill(said.whole, { count: chain.links })} />;
  }
  return (
    <Alert
      type="error"
      showIcon
      title={fill(said.breaks, { count: chain.links, breaks: chain.breaks.length })}
      description={
        <>
          <ul className="bf-breaks">
            {chain.breaks.map((one) => (
              <BreakLine key={`${one.countyId} ${one.seq} ${one.kind}`} broken={one} />
            ))}
          </ul>
          <p>{said.advice}</p>
        </>
      }
    />
  );
}

function BreakLine({ broken }: { broken: Chain['breaks'][number] }) {
  const { chain } = useWords().log;
  const [before = '', after = ''] = fill(chain.place, { seq: broken.seq }).split('{county}');
  return (
    <li>
      <Mark tone="late">{chain.broken[broken.kind]}</Mark>
      {before}
      {broken.countyId === NO_COUNTY ? chain.general : <PlaceById id={broken.countyId} />}
      {after}
      {broken.actId === null ? null : (
        <span className="bf-quiet bf-small"> · {fill(chain.act, { id: broken.actId })}</span>
      )}
    </li>
  );
}

function PlaceById({ id }: { id: string }) {
  const read = useRead(readPlace, { params: { id } });
  return <Link to={`/places/${id}`}>{read.data?.name ?? id}</Link>;
}
