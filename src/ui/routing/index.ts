export { formatRoute, parseRoute, queryWithRoute, routeInQuery } from './route';
export type { PageName, Route } from './route';
export { RouteLink, RouterProvider, useRouter } from './router';
export type { NavigateOptions, RouteLinkProps, Router } from './router';
