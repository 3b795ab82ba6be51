import { useEffect } from 'react';

const EVERY_MS = 1000;

/** Reads again every second while something goes on. */
export function usePoll(going: boolean, refetch: () => unknown): void {
  useEffect(() => {
    if (!going) return;
    const timer = setInterval(() => void refetch(), EVERY_MS);
    return () => clearInterval(timer);
  }, [going, refetch]);
}
