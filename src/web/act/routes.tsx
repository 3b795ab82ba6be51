import type { RouteObject } from 'react-router';

/** The log of acts. */
export const actRoutes: RouteObject[] = [
  { path: '/log', lazy: async () => ({ Component: (await import('./log-page.tsx')).LogPage }) },
];
