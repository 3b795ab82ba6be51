import type { RouteObject } from 'react-router';

/** Units. */
export const unitRoutes: RouteObject[] = [
  { path: '/units', lazy: async () => ({ Component: (await import('./unit-list-page.tsx')).UnitListPage }) },
  { path: '/units/:id', lazy: async () => ({ Component: (await import('./unit-page.tsx')).UnitPage }) },
];
