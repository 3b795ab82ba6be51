import { Link } from 'react-router';
import { Empty } from '../parts/empty.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { useWords } from '../client/use-words.ts';

/** An address that leads nowhere. */
export function NoSuchPage() {
  const { common, problem } = useWords();
  return (
    <>
      <PageHead title={common.missingTitle} />
      <Empty text={problem.not_found} action={<Link to="/">{common.home}</Link>} />
    </>
  );
}
