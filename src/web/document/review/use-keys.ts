import { useEffect, useRef } from 'react';

/** What a key of the review does. */
export interface ReviewKeys {
  next: () => void;
  previous: () => void;
  accept: () => void;
  acceptAll: () => void;
  reject: () => void;
  reopen: () => void;
  correct: () => void;
  link: () => void;
  select: () => void;
  add: () => void;
  undo: () => void;
  help: () => void;
  escape: () => void;
}

const KEYS: Record<string, keyof ReviewKeys> = {
  j: 'next',
  k: 'previous',
  a: 'accept',
  A: 'acceptAll',
  x: 'reject',
  e: 'correct',
  u: 'reopen',
  l: 'link',
  n: 'add',
  z: 'undo',
  '?': 'help',
  Escape: 'escape',
};

/** Listens for the keys of the review while nobody types and nothing stands above the page. */
export function useKeys(keys: ReviewKeys, enabled: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent) => {
      const name = nameOf(event);
      if (name === null) return;
      event.preventDefault();
      latest.current[name]();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [enabled]);
}

function nameOf(event: KeyboardEvent): keyof ReviewKeys | null {
  if (event.defaultPrevented || event.isComposing) return null;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (
    target?.closest(
      'input:not([type=checkbox]), textarea, select, [contenteditable=true], .ant-modal, .ant-drawer, .ant-popover',
    )
  )
    return null;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'z') return 'undo';
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    // In the original the arrows scroll, as everywhere.
    if (target?.closest('.rv-original') !== null && target?.closest('.rv-original') !== undefined) return null;
    return event.key === 'ArrowDown' ? 'next' : 'previous';
  }
  if (event.key === ' ') return target?.matches('[data-row]') === true ? 'select' : null;
  // With caps lock on, the letters mean what they say; only Shift makes the large A.
  const key = event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key;
  return KEYS[key] ?? null;
}
