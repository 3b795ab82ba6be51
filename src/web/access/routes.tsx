import type { RouteObject } from 'react-router';

/** Pages for whoever is not signed in. */
export const openRoutes: RouteObject[] = [
  { path: '/start', lazy: async () => ({ Component: (await import('./start-page.tsx')).StartPage }) },
  { path: '/sign-in', lazy: async () => ({ Component: (await import('./sign-in-page.tsx')).SignInPage }) },
  {
    path: '/set-password',
    lazy: async () => ({ Component: (await import('./set-password-page.tsx')).SetPasswordPage }),
  },
];

/** Units, people, and the account of whoever is signed in. */
export const accessRoutes: RouteObject[] = [
  { path: '/units', lazy: async () => ({ Component: (await import('./unit-list-page.tsx')).UnitListPage }) },
  { path: '/units/:id', lazy: async () => ({ Component: (await import('./unit-page.tsx')).UnitPage }) },
  { path: '/people', lazy: async () => ({ Component: (await import('./people-list-page.tsx')).PeopleListPage }) },
  { path: '/people/:id', lazy: async () => ({ Component: (await import('./person-page.tsx')).PersonPage }) },
  { path: '/open-api', lazy: async () => ({ Component: (await import('./api-page.tsx')).ApiPage }) },
  { path: '/account', lazy: async () => ({ Component: (await import('./account-page.tsx')).AccountPage }) },
];
