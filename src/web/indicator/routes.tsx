import type { RouteObject } from 'react-router';

/** Boards, one figure, a cited figure. */
export const indicatorRoutes: RouteObject[] = [
  { path: '/figures', lazy: async () => ({ Component: (await import('./board-page.tsx')).BoardPage }) },
  { path: '/figures/:code', lazy: async () => ({ Component: (await import('./figure-page.tsx')).FigurePage }) },
  { path: '/f/:figureId', lazy: async () => ({ Component: (await import('./cited-page.tsx')).CitedPage }) },
];
