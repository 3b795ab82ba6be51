import type { RouteObject } from 'react-router';

/** Boards, one figure, a cited figure; the definitions with their editor. */
export const indicatorRoutes: RouteObject[] = [
  { path: '/figures', lazy: async () => ({ Component: (await import('./board-page.tsx')).BoardPage }) },
  { path: '/figures/:code', lazy: async () => ({ Component: (await import('./figure-page.tsx')).FigurePage }) },
  { path: '/f/:figureId', lazy: async () => ({ Component: (await import('./cited-page.tsx')).CitedPage }) },
  {
    path: '/indicators',
    lazy: async () => ({ Component: (await import('./define/list-page.tsx')).IndicatorListPage }),
  },
  {
    path: '/indicators/new',
    lazy: async () => ({ Component: (await import('./define/edit-page.tsx')).NewIndicatorPage }),
  },
  {
    path: '/indicators/:code',
    lazy: async () => ({ Component: (await import('./define/definition-page.tsx')).IndicatorPage }),
  },
  {
    path: '/indicators/:code/edit',
    lazy: async () => ({ Component: (await import('./define/edit-page.tsx')).EditIndicatorPage }),
  },
];
