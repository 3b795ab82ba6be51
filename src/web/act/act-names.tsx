import { Link } from 'react-router';
import type { AnswerOf } from '../../contract/route.ts';
import type { actLog } from '../../contract/work.ts';
import type { Ability } from '../../core/access/role.ts';
import { useMay } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';

/** A line of the log. */
export type Entry = AnswerOf<typeof actLog>['items'][number];

/** Pages that show the subject of an act. */
const PAGES: Partial<Record<string, { at: string; needs: Ability }>> = {
  unit: { at: '/units', needs: 'unit.read' },
  person: { at: '/people', needs: 'people.read' },
  document: { at: '/documents', needs: 'document.read' },
  meeting: { at: '/meetings', needs: 'meeting.read' },
  plan: { at: '/plans', needs: 'plan.read' },
};

/** Who did it, as which post. */
export function ActWho({ entry }: { entry: Entry }) {
  const { log, term } = useWords();
  if (entry.person === null) return <span className="bf-quiet">{log.system}</span>;
  const post = [entry.role === null ? null : term.role[entry.role], entry.post, entry.postUnit].filter(Boolean);
  return (
    <>
      {entry.person}
      {post.length === 0 ? null : <div className="bf-quiet bf-small">{post.join(' · ')}</div>}
    </>
  );
}

/** What it was done to: by name where it has one, leading to its page where it has one. */
export function ActSubject({ entry }: { entry: Entry }) {
  const { log } = useWords();
  const page = usePage(entry.subjectKind ?? '');
  if (entry.subjectKind === null) return null;
  const kind = log.subjects[entry.subjectKind] ?? entry.subjectKind;
  const name = entry.subjectName ?? kind;
  return (
    <>
      {page === null || entry.subjectId === null ? name : <Link to={`${page}/${entry.subjectId}`}>{name}</Link>}
      {entry.subjectName === null ? null : <span className="bf-quiet bf-small"> {kind}</span>}
      {entry.note === null ? null : <div className="bf-quiet bf-small">{entry.note}</div>}
    </>
  );
}

/** The page of a kind of subject, where the person may open it. */
function usePage(kind: string): string | null {
  const may = useMay();
  const page = PAGES[kind];
  return page !== undefined && may(page.needs) ? page.at : null;
}
