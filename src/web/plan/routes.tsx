import type { RouteObject } from 'react-router';

/** Plans. */
export const planRoutes: RouteObject[] = [
  { path: '/plans', lazy: async () => ({ Component: (await import('./plan-list-page.tsx')).PlanListPage }) },
  { path: '/plans/:id', lazy: async () => ({ Component: (await import('./plan-page.tsx')).PlanPage }) },
];
