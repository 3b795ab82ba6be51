import type { RouteObject } from 'react-router';

/** Kinds of ledger entry: what they say, their versions, the editor. */
export const kindRoutes: RouteObject[] = [
  { path: '/kinds', lazy: async () => ({ Component: (await import('./kind-list-page.tsx')).KindListPage }) },
  { path: '/kinds/new', lazy: async () => ({ Component: (await import('./kind-edit-page.tsx')).NewKindPage }) },
  { path: '/kinds/:code', lazy: async () => ({ Component: (await import('./kind-page.tsx')).KindPage }) },
  { path: '/kinds/:code/edit', lazy: async () => ({ Component: (await import('./kind-edit-page.tsx')).EditKindPage }) },
  { path: '/kinds/:code/compare', lazy: async () => ({ Component: (await import('./compare-page.tsx')).ComparePage }) },
];
