import type { RouteObject } from 'react-router';

/** The pages of this noun. */
export const documentRoutes: RouteObject[] = [];
