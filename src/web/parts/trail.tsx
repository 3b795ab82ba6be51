import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

/** One step of the way to a page. */
export interface Crumb {
  label: string;
  to?: string;
}

interface TrailState {
  trail: Crumb[];
  set: (trail: Crumb[]) => void;
}

const Context = createContext<TrailState>({ trail: [], set: () => undefined });

/** Lets a page tell the header where it stands. */
export function TrailProvider({ children }: { children: ReactNode }) {
  const [trail, set] = useState<Crumb[]>([]);
  const state = useMemo(() => ({ trail, set }), [trail]);
  return <Context value={state}>{children}</Context>;
}

/** The way to the page that is shown. */
export function useTrailShown(): Crumb[] {
  return useContext(Context).trail;
}

/** Tells the header the way to this page. */
export function useTrail(above: Crumb[], title: string): void {
  const { set } = useContext(Context);
  const key = JSON.stringify([above, title]);
  useEffect(() => {
    const [crumbs, own] = JSON.parse(key) as [Crumb[], string];
    set([...crumbs, { label: own }]);
  }, [key, set]);
}
