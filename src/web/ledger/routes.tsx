import type { RouteObject } from 'react-router';

/** The ledger: list, entering, one entry and what is done with it. */
export const ledgerRoutes: RouteObject[] = [
  { path: '/ledger', lazy: async () => ({ Component: (await import('./entry-list-page.tsx')).EntryListPage }) },
  { path: '/ledger/new', lazy: async () => ({ Component: (await import('./new-entry-page.tsx')).NewEntryPage }) },
  { path: '/ledger/bulk/:id', lazy: async () => ({ Component: (await import('./bulk/bulk-page.tsx')).BulkPage }) },
  {
    path: '/ledger/suspects',
    lazy: async () => ({ Component: (await import('./suspect/suspect-list-page.tsx')).SuspectListPage }),
  },
  { path: '/ledger/:countyId/:id', lazy: async () => ({ Component: (await import('./entry-page.tsx')).EntryPage }) },
  {
    path: '/ledger/:countyId/:id/change',
    lazy: async () => ({ Component: (await import('./change-entry-page.tsx')).ChangeEntryPage }),
  },
  {
    path: '/ledger/:countyId/:id/correct',
    lazy: async () => ({ Component: (await import('./correct-entry-page.tsx')).CorrectEntryPage }),
  },
];
