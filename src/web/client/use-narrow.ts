import { useEffect, useState } from 'react';

/** Whether the window is narrower than so many pixels (a phone: 768). */
export function useNarrow(pixels = 768): boolean {
  const query = `(max-width: ${pixels - 1}px)`;
  const [narrow, setNarrow] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const listen = () => setNarrow(list.matches);
    listen();
    list.addEventListener('change', listen);
    return () => list.removeEventListener('change', listen);
  }, [query]);
  return narrow;
}
