import type { ReactNode } from 'react';

/** Nothing here yet: says why, and what to do next. `small` inside a section of a page. */
export function Empty({
  title,
  text,
  action,
  small = false,
}: {
  title?: string;
  text: string;
  action?: ReactNode;
  small?: boolean;
}) {
  return (
    <div className={small ? 'bf-empty is-small' : 'bf-empty'}>
      {title === undefined ? null : <h3>{title}</h3>}
      <p>{text}</p>
      {action}
    </div>
  );
}
