import { Link } from 'react-router';
import { useMay } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';
import { numberText } from '../client/format.ts';
import type { HomeData } from './home-data.ts';

/** The numbers first looked for, each leading to what it counts. */
export function HomeStats({ home }: { home: HomeData }) {
  const { home: said } = useWords();
  const may = useMay();
  const stats = [
    ...(may('document.write')
      ? [{ label: said.waiting, value: home.waitingCount, to: '/documents?state=review', late: false }]
      : []),
    { label: said.late, value: home.lateCount, to: '#late', late: home.lateCount > 0 },
    { label: said.counties, value: home.counties.length, to: '/counties', late: false },
    ...(may('pairing.read')
      ? [{ label: said.endingPostings, value: home.endingPostings, to: '/postings?show=ending', late: false }]
      : []),
  ];
  return (
    <div className="bf-stats">
      {stats.map((one) => {
        const inner = (
          <>
            <b>{numberText(one.value)}</b>
            <span>{one.label}</span>
          </>
        );
        const name = one.late ? 'bf-stat is-late' : 'bf-stat';
        return one.to.startsWith('#') ? (
          <a key={one.label} className={name} href={one.to}>
            {inner}
          </a>
        ) : (
          <Link key={one.label} className={name} to={one.to}>
            {inner}
          </Link>
        );
      })}
    </div>
  );
}
