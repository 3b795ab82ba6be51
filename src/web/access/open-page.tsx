import { useEffect, type ReactNode } from 'react';
import { useWords } from '../client/use-words.ts';
import { DisplayMenu } from '../shell/display-menu.tsx';

/** The page of whoever is not signed in: a mark, a sheet, nothing else. */
export function OpenPage({
  title,
  lead,
  wide = false,
  children,
}: {
  title: string;
  lead?: string;
  wide?: boolean;
  children: ReactNode;
}) {
  const { shell } = useWords();
  useEffect(() => {
    document.title = `${title} · ${shell.brand}`;
  }, [title, shell.brand]);
  return (
    <div className="bf-open">
      <div className="bf-open-top">
        <DisplayMenu />
      </div>
      <main className={wide ? 'bf-open-box is-wide' : 'bf-open-box'}>
        <div className="bf-open-head">
          <span className="bf-seal" aria-hidden="true">
            {shell.brandMark}
          </span>
          <div>
            <h1>{title}</h1>
            <p>{lead ?? `${shell.brand} · ${shell.tagline}`}</p>
          </div>
        </div>
        <div className="bf-sheet">{children}</div>
      </main>
      <div className="bf-open-foot">
        {shell.brand} · {shell.tagline}
      </div>
    </div>
  );
}
