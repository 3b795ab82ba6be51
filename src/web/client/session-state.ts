import { useSyncExternalStore } from 'react';

const watchers = new Set<() => void>();
let lost = false;

/** Whether the server has said, in the middle of things, that nobody is signed in. */
export const sessionLost = {
  set(value: boolean): void {
    if (lost === value) return;
    lost = value;
    for (const watcher of watchers) watcher();
  },
  get: (): boolean => lost,
};

/** The same as a hook. */
export function useSessionLost(): boolean {
  return useSyncExternalStore((watcher) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }, sessionLost.get);
}
