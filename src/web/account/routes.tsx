import type { RouteObject } from 'react-router';

/** The account of whoever is signed in. */
export const accountRoutes: RouteObject[] = [{ path: '/account', lazy: async () => ({ Component: (await import('./account-page.tsx')).AccountPage }) }];
