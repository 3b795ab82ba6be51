import type { RouteObject } from 'react-router';

/** Sheets into the ledger. */
export const exchangeRoutes: RouteObject[] = [
  {
    path: '/ledger/import',
    lazy: async () => ({ Component: (await import('./import-list-page.tsx')).ImportListPage }),
  },
  { path: '/ledger/import/:id', lazy: async () => ({ Component: (await import('./import-page.tsx')).ImportPage }) },
];
