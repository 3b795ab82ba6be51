import { accessRoutes, openRoutes } from './access/routes.tsx';
import { actRoutes } from './act/routes.tsx';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { documentRoutes } from './document/routes.tsx';
import { exchangeRoutes } from './exchange/routes.tsx';
import { factRoutes } from './fact/routes.tsx';
import { indicatorRoutes } from './indicator/routes.tsx';
import { homeRoutes } from './home/routes.tsx';
import { ledgerRoutes } from './ledger/routes.tsx';
import { pairingRoutes } from './pairing/routes.tsx';
import { kindRoutes } from './kind/routes.tsx';
import { meetingRoutes } from './meeting/routes.tsx';
import { RouteCrashed } from './parts/error-boundary.tsx';
import { Waiting } from './parts/load.tsx';
import { periodRoutes } from './period/routes.tsx';
import { placeRoutes } from './place/routes.tsx';
import { planRoutes } from './plan/routes.tsx';
import { NoSuchPage } from './shell/no-such-page.tsx';

/** Pages inside the frame, for whoever is signed in. Each noun brings its own. */
const inside: RouteObject[] = [
  ...homeRoutes,
  ...documentRoutes,
  ...meetingRoutes,
  ...planRoutes,
  ...factRoutes,
  ...indicatorRoutes,
  ...exchangeRoutes,
  ...ledgerRoutes,
  ...periodRoutes,
  ...pairingRoutes,
  ...kindRoutes,
  ...placeRoutes,
  ...accessRoutes,
  ...actRoutes,
  { path: '*', element: <NoSuchPage /> },
];

/** Every page there is. */
export const router = createBrowserRouter([
  ...openRoutes.map((route) => ({
    ...route,
    errorElement: <RouteCrashed />,
    hydrateFallbackElement: <Waiting rows={3} />,
  })),
  {
    lazy: async () => ({ Component: (await import('./shell/frame.tsx')).Frame }),
    errorElement: <RouteCrashed />,
    hydrateFallbackElement: <Waiting rows={3} />,
    children: [{ errorElement: <RouteCrashed />, children: inside }],
  },
]);
