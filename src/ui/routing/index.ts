export { formatRoute, parseRoute, queryWithRoute, routeInQuery } from './route';
export type { PageName, Route } from './route';
export { RouteLink, RouterProvider, stepBack, useRouter } from './router';
export type { NavigateOptions, RouteLinkProps, Router } from './router';
