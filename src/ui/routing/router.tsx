import * as React from 'react';
import { formatRoute, parseRoute, queryWithRoute, routeInQuery } from './route';
import type { PageName, Route } from './route';
import { restorePlace, scrollerOf, showTop } from './scroll-position';

export interface NavigateOptions {
  /** Change the address without a step to go back to: while filtering and typing. */
  readonly replace?: boolean;
}

/** @param go leaves, without asking again */
export type LeaveGuard = (go: () => void) => void;

export interface Router {
  readonly route: Route;
  /** Goes to a route: `2021-2023/matriz?proceso=COM`. A step that the host's back button undoes. */
  navigate(route: string, options?: NavigateOptions): void;
  /** Changes parameters of the route on screen; `null` takes one away. */
  setParams(patch: Readonly<Record<string, string | null>>, options?: NavigateOptions): void;
  /** Opens something over the page, such as the check-in panel, as a step of its own: back closes it. */
  openOver(params: Readonly<Record<string, string>>): void;
  /** Takes back the step that led to this page, to find what was before exactly as it was; a page opened by a link goes to `otherwise`. */
  leave(otherwise: string): void;
  /** Closes what {@link openOver} opened. */
  closeOver(names: readonly string[]): void;
  /** Asked before another page is shown: it may keep the person where they are, and calls `go` once they may leave. `null` takes it away. */
  guard(ask: LeaveGuard | null): void;
  /** Address of a route, for `href`. */
  href(route: string): string;
  /** Text of a route in the plan on screen. */
  textOf(route: Partial<Route>): string;
}

/** What the browser's history keeps of ours, beside whatever the host keeps there. */
interface Place {
  readonly scroll: number;
  readonly focus: string | null;
  /** The step opened something over the page. */
  readonly over: boolean;
  /** Steps of ours that can be taken back. */
  readonly depth: number;
}

const STATE_KEY = 'sigaciOkr';
const RouterContext = React.createContext<Router | null>(null);

function placeIn(state: unknown): Place | null {
  const place = typeof state === 'object' && state !== null ? (state as Record<string, unknown>)[STATE_KEY] : undefined;
  return typeof place === 'object' && place !== null ? place as Place : null;
}

function depthOf(place: Place | null): number {
  return (place && place.depth) || 0;
}

function stateWith(place: Place): unknown {
  const state: unknown = window.history.state;
  return { ...(typeof state === 'object' && state !== null ? state : {}), [STATE_KEY]: place };
}

function samePage(one: Route, other: Route): boolean {
  return one.page === other.page && one.keyResult === other.keyResult && one.part === other.part && (one.plan || other.plan) === (other.plan || one.plan);
}

/** Takes back the last step within the app. @returns false when there is none, and the host should go back itself */
export function stepBack(): boolean {
  const place = placeIn(window.history.state);
  if (!place || !(place.depth > 0)) return false;
  window.history.back();
  return true;
}

export interface RouterProviderProps {
  /** Where a link from outside leads, when the address says nothing. */
  readonly initialRoute: string | null;
  /** The page of an address that names none. */
  readonly home: PageName;
  /** Code of the plan on screen, once it is known: whoever reads the plan writes it here. */
  readonly plan: Readonly<React.MutableRefObject<string>>;
  /** What scrolls and takes the focus. */
  readonly root: React.RefObject<HTMLElement>;
}

/** Keeps the route in the page's address, and each place's scroll and focus in the browser's history. */
export const RouterProvider: React.FC<RouterProviderProps> = ({ initialRoute, home, plan, root, children }) => {
  const read = React.useCallback(() => parseRoute(routeInQuery(window.location.search) || initialRoute, home), [initialRoute, home]);
  const [route, setRoute] = React.useState(read);
  const routeRef = React.useRef(route);
  const stopRestoring = React.useRef<() => void>(() => undefined);
  const afterRender = React.useRef<(() => void) | null>(null);
  const guardRef = React.useRef<LeaveGuard | null>(null);

  const show = React.useCallback((next: Route, then: () => void) => {
    routeRef.current = next;
    afterRender.current = then;
    setRoute(next);
  }, []);

  const navigateRef = React.useRef<(text: string) => void>(() => undefined);
  React.useLayoutEffect(() => {
    const then = afterRender.current;
    afterRender.current = null;
    if (then) then();
  }, [route]);

  React.useEffect(() => {
    const onPopState = (event: PopStateEvent): void => {
      const next = read();
      const moved = !samePage(next, routeRef.current);
      const place = placeIn(event.state);
      const ask = moved ? guardRef.current : null;
      if (ask) {
        // The browser has gone already: the address of what stays on screen is put back as a step of its own.
        const here = window.location.pathname + queryWithRoute(window.location.search, formatRoute(routeRef.current, plan.current));
        window.history.pushState(stateWith({ scroll: 0, focus: null, over: false, depth: depthOf(place) + 1 }), '', here + window.location.hash);
        ask(() => {
          guardRef.current = null;
          navigateRef.current(formatRoute(next, plan.current));
        });
        return;
      }
      stopRestoring.current();
      show(next, () => {
        if (moved && root.current) stopRestoring.current = restorePlace(root.current, place ? place.scroll : 0, place ? place.focus : null);
      });
    };
    window.addEventListener('popstate', onPopState);
    return () => {
      window.removeEventListener('popstate', onPopState);
      stopRestoring.current();
    };
  }, [read, root, show, plan]);

  const router = React.useMemo<Router>(() => {
    const href = (text: string): string => window.location.pathname + queryWithRoute(window.location.search, text) + window.location.hash;

    const remember = (): void => {
      const focused = document.activeElement;
      const place = placeIn(window.history.state);
      const here: Place = {
        scroll: scrollerOf(root.current).scrollTop, focus: (focused && focused.id) || null, over: Boolean(place && place.over),
        depth: depthOf(place)
      };
      window.history.replaceState(stateWith(here), '');
    };

    const go = (next: Route, { replace = false }: NavigateOptions, over: boolean): void => {
      const moved = !samePage(next, routeRef.current);
      const ask = moved ? guardRef.current : null;
      if (ask) {
        ask(() => {
          guardRef.current = null;
          go(next, { replace }, over);
        });
        return;
      }
      const address = href(formatRoute(next, plan.current));
      stopRestoring.current();
      if (replace) {
        window.history.replaceState(window.history.state, '', address);
      } else {
        remember();
        const depth = depthOf(placeIn(window.history.state)) + 1;
        window.history.pushState(stateWith({ scroll: 0, focus: null, over, depth }), '', address);
      }
      show(next, () => {
        if (!moved || !root.current) return;
        showTop(root.current);
        const main = root.current.querySelector<HTMLElement>('[data-main]');
        if (main) main.focus({ preventScroll: true });
      });
    };

    const patched = (patch: Readonly<Record<string, string | null>>): Route => {
      const params: Record<string, string> = { ...routeRef.current.params };
      for (const [name, value] of Object.entries(patch)) {
        if (value === null || value === '') delete params[name];
        else params[name] = value;
      }
      return { ...routeRef.current, params };
    };

    navigateRef.current = (text) => go(parseRoute(text, home), {}, false);
    return {
      route,
      guard: (ask) => { guardRef.current = ask; },
      navigate: (text, options = {}) => go(parseRoute(text, home), options, false),
      setParams: (patch, options = {}) => go(patched(patch), options, false),
      openOver: (params) => go(patched(params), {}, true),
      leave: (otherwise) => {
        if (!stepBack()) go(parseRoute(otherwise, home), { replace: true }, false);
      },
      closeOver: (names) => {
        const place = placeIn(window.history.state);
        // Taking the step back leaves no trace of the panel; a link straight into it has no step to take back.
        if (place && place.over) window.history.back();
        else go(patched(names.reduce<Record<string, null>>((patch, name) => ({ ...patch, [name]: null }), {})), { replace: true }, false);
      },
      href,
      textOf: (part) => formatRoute({ plan: null, page: home, keyResult: null, part: null, params: {}, ...part }, plan.current)
    };
  }, [route, home, root, plan, show]);

  return <RouterContext.Provider value={router}>{children}</RouterContext.Provider>;
};

/** The router. Throws outside a {@link RouterProvider}. */
export function useRouter(): Router {
  const router = React.useContext(RouterContext);
  if (!router) throw new Error('useRouter outside RouterProvider');
  return router;
}

export interface RouteLinkProps extends Omit<React.AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** Text of the route. */
  readonly to: string;
}

/** A link within the app: a real address, so that it can be opened beside; a plain click stays in the app. */
export const RouteLink: React.FC<RouteLinkProps> = ({ to, onClick, children, ...rest }) => {
  const router = useRouter();
  return (
    <a
      {...rest}
      href={router.href(to)}
      // SharePoint would take the click for a page change of its own.
      data-interception="off"
      onClick={(event) => {
        if (onClick) onClick(event);
        if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        router.navigate(to);
      }}
    >
      {children}
    </a>
  );
};
