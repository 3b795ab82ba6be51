import type { RouteObject } from 'react-router';

/** Counties, pairings and postings. */
export const pairingRoutes: RouteObject[] = [
  { path: '/counties', lazy: async () => ({ Component: (await import('./county-list-page.tsx')).CountyListPage }) },
  { path: '/counties/:id', lazy: async () => ({ Component: (await import('./county-page.tsx')).CountyPage }) },
  { path: '/postings', lazy: async () => ({ Component: (await import('./posting-list-page.tsx')).PostingListPage }) },
];
