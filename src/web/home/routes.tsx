import type { RouteObject } from 'react-router';

/** The first page. */
export const homeRoutes: RouteObject[] = [
  { path: '/', lazy: async () => ({ Component: (await import('./home-page.tsx')).HomePage }) },
];
