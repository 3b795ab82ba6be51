import { useEffect, type ReactNode } from 'react';
import { useWords } from '../client/use-words.ts';
import { useTrail, type Crumb } from './trail.tsx';

interface PageHeadProps {
  title: string;
  /** Pages above this one, outermost first. */
  trail?: Crumb[];
  lead?: ReactNode;
  tags?: ReactNode;
  actions?: ReactNode;
}

/** The head of a page: its name, where it stands, what can be done here. */
export function PageHead({ title, trail = [], lead, tags, actions }: PageHeadProps) {
  const { shell } = useWords();
  useTrail(trail, title);
  useEffect(() => {
    document.title = `${title} · ${shell.brand}`;
  }, [title, shell.brand]);
  return (
    <header className="bf-head">
      <div className="bf-head-text">
        <h1>
          <span>{title}</span>
          {tags}
        </h1>
        {lead === undefined ? null : <p>{lead}</p>}
      </div>
      {actions === undefined ? null : <div className="bf-head-actions">{actions}</div>}
    </header>
  );
}
