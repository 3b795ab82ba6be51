import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useMay } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';

/** Nothing is here yet: the way to begin, by what the person may do. */
export function Teach() {
  const may = useMay();
  if (may('document.write')) return <TeachDocument />;
  if (may('unit.manage') || may('people.manage')) return <TeachOperator />;
  return <TeachWait />;
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

function TeachOperator() {
  const { teach } = useWords().home;
  return (
    <div className="bf-sheet">
      <h2 style={{ fontSize: 18 }}>{teach.set}</h2>
      <p className="bf-quiet">{teach.setText}</p>
      <ol className="bf-steps" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', marginBottom: 0 }}>
        <li>
          <b>
            <Link to="/units">{teach.units}</Link>
          </b>
          <span>{teach.unitsText}</span>
        </li>
        <li>
          <b>
            <Link to="/people">{teach.people}</Link>
          </b>
          <span>{teach.peopleText}</span>
        </li>
      </ol>
    </div>
  );
}

function TeachWait() {
  const { home } = useWords();
  return (
    <div className="bf-sheet">
      <p>{home.teach.wait}</p>
    </div>
  );
}
