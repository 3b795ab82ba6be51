import type { RouteObject } from 'react-router';

/** Closing of periods. */
export const periodRoutes: RouteObject[] = [
  { path: '/ledger/periods', lazy: async () => ({ Component: (await import('./period-page.tsx')).PeriodPage }) },
];
