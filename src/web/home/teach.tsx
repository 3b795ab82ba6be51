import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useMay, useMe } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';
import { MyPostings } from './my-county.tsx';
import { OperatorHome } from './operator-home.tsx';

/** Nothing is here yet: the way to begin, by what the person may do. */
export function Teach() {
  const may = useMay();
  if (may('document.write')) return <TeachDocument />;
  if (may('unit.manage') || may('people.manage')) return <OperatorHome />;
  return (
    <>
      <MyPostings />
      <TeachWait />
    </>
  );
}

function TeachDocument() {
  const { teach } = useWords().home;
  const may = useMay();
  const go = useNavigate();
  return (
    <div className="bf-sheet">
      <h2 style={{ fontSize: 18 }}>{teach.title}</h2>
      <p className="bf-quiet" style={{ maxWidth: '56em' }}>
        {teach.lead}
      </p>
      <ol className="bf-steps">
        <li>
          <b>{teach.bring}</b>
          <span>{teach.bringText}</span>
        </li>
        <li>
          <b>{teach.review}</b>
          <span>{teach.reviewText}</span>
        </li>
        <li>
          <b>{teach.accept}</b>
          <span>{teach.acceptText}</span>
        </li>
      </ol>
      <Button type="primary" size="large" onClick={() => void go('/documents?bring=1')}>
        {teach.go}
      </Button>
      {may('unit.manage') ? (
        <p className="bf-quiet" style={{ marginTop: 16 }}>
          <Link to="/units">{teach.units}</Link> · <Link to="/people">{teach.people}</Link>
        </p>
      ) : null}
    </div>
  );
}

function TeachWait() {
  const { home, shell } = useWords();
  const { teach } = home;
  const may = useMay();
  const me = useMe();
  if (me?.posts.length === 0)
    return (
      <div className="bf-sheet">
        <p>{teach.nothing}</p>
      </div>
    );
  const pages = [
    { to: '/postings', name: shell.nav.postings, text: teach.seen.postings, shown: may('pairing.read') },
    { to: '/units', name: shell.nav.units, text: teach.seen.units, shown: may('unit.read') },
    { to: '/places', name: shell.nav.places, text: teach.seen.places, shown: true },
  ];
  return (
    <div className="bf-sheet">
      <h2 style={{ fontSize: 18 }}>{teach.waitTitle}</h2>
      <p className="bf-quiet">{teach.wait}</p>
      <ul className="bf-links">
        {pages
          .filter((one) => one.shown)
          .map((one) => (
            <li key={one.to}>
              <Link to={one.to}>{one.name}</Link>
              <span>{one.text}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}
