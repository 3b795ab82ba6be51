import type { RouteObject } from 'react-router';

/** People. */
export const peopleRoutes: RouteObject[] = [
  { path: '/people', lazy: async () => ({ Component: (await import('./people-list-page.tsx')).PeopleListPage }) },
  { path: '/people/:id', lazy: async () => ({ Component: (await import('./person-page.tsx')).PersonPage }) },
];
