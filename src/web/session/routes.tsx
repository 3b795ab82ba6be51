import type { RouteObject } from 'react-router';

/** Pages for whoever is not signed in. */
export const sessionRoutes: RouteObject[] = [
  { path: '/start', lazy: async () => ({ Component: (await import('./start-page.tsx')).StartPage }) },
  { path: '/sign-in', lazy: async () => ({ Component: (await import('./sign-in-page.tsx')).SignInPage }) },
  { path: '/set-password', lazy: async () => ({ Component: (await import('./set-password-page.tsx')).SetPasswordPage }) },
];
