import type { RouteObject } from 'react-router';

/** Documents and their review. */
export const documentRoutes: RouteObject[] = [
  {
    path: '/documents',
    lazy: async () => ({ Component: (await import('./document-list-page.tsx')).DocumentListPage }),
  },
  { path: '/documents/:id', lazy: async () => ({ Component: (await import('./document-page.tsx')).DocumentPage }) },
];
