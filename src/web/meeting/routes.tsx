import type { RouteObject } from 'react-router';

/** Meetings. */
export const meetingRoutes: RouteObject[] = [
  { path: '/meetings', lazy: async () => ({ Component: (await import('./meeting-list-page.tsx')).MeetingListPage }) },
  { path: '/meetings/:id', lazy: async () => ({ Component: (await import('./meeting-page.tsx')).MeetingPage }) },
];
