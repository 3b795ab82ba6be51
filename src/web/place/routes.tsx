import type { RouteObject } from 'react-router';

/** Divisions. */
export const placeRoutes: RouteObject[] = [
  { path: '/places', lazy: async () => ({ Component: (await import('./place-list-page.tsx')).PlaceListPage }) },
  { path: '/places/:id', lazy: async () => ({ Component: (await import('./place-page.tsx')).PlacePage }) },
];
