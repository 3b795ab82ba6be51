import type { ReactNode } from 'react';

interface SectionProps {
  title: ReactNode;
  id?: string;
  extra?: ReactNode;
  /** True: the content draws its own edges (tables, lists). */
  flush?: boolean;
  children: ReactNode;
}

/** A part of a page under its own heading. */
export function Section({ title, id, extra, flush = false, children }: SectionProps) {
  return (
    <section className="bf-section" id={id}>
      <div className="bf-section-head">
        <h2>{title}</h2>
        {extra}
      </div>
      <div className={flush ? 'bf-section-body is-flush' : 'bf-section-body'}>{children}</div>
    </section>
  );
}

/** The sheet of a section without a heading: what its tab is called says enough. */
export function Sheet({ children }: { children: ReactNode }) {
  return <div className="bf-section">{children}</div>;
}
