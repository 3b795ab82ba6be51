import type { RouteObject } from 'react-router';

/** Facts. */
export const factRoutes: RouteObject[] = [
  { path: '/facts', lazy: async () => ({ Component: (await import('./fact-list-page.tsx')).FactListPage }) },
];
