import { useMedia } from './use-media.ts';

/** Whether the window is narrower than so many pixels (a phone: 768). */
export const useNarrow = (pixels = 768): boolean => useMedia(`(max-width: ${pixels - 1}px)`);
