import { createBrowserRouter, type RouteObject } from 'react-router';
import { accountRoutes } from './account/routes.tsx';
import { countyRoutes } from './county/routes.tsx';
import { documentRoutes } from './document/routes.tsx';
import { homeRoutes } from './home/routes.tsx';
import { logRoutes } from './log/routes.tsx';
import { meetingRoutes } from './meeting/routes.tsx';
import { RouteCrashed } from './parts/error-boundary.tsx';
import { peopleRoutes } from './people/routes.tsx';
import { placeRoutes } from './place/routes.tsx';
import { planRoutes } from './plan/routes.tsx';
import { sessionRoutes } from './session/routes.tsx';
import { Frame } from './shell/frame.tsx';
import { NoSuchPage } from './shell/no-such-page.tsx';
import { unitRoutes } from './unit/routes.tsx';

/** Pages inside the frame, for whoever is signed in. Each noun brings its own. */
const inside: RouteObject[] = [
  ...homeRoutes, ...documentRoutes, ...meetingRoutes, ...planRoutes, ...countyRoutes, ...unitRoutes, ...peopleRoutes, ...placeRoutes, ...logRoutes,
  ...accountRoutes, { path: '*', element: <NoSuchPage /> },
];

/** Every page there is. */
export const router = createBrowserRouter([
  ...sessionRoutes.map((route) => ({ ...route, errorElement: <RouteCrashed /> })),
  { element: <Frame />, errorElement: <RouteCrashed />, children: [{ errorElement: <RouteCrashed />, children: inside }] },
]);
