import type { KeyResultCode } from '../../domain/model';

export type PageName = 'myResults' | 'matrix' | 'keyResult' | 'dashboard' | 'meeting' | 'maintenance' | 'unknown';

/** Where the person is. Its text, `2021-2023/kr/OE1-OT2-R5?proceso=COM`, is what links carry. */
export interface Route {
  /** `null`: the plan that the site shows by default. */
  readonly plan: string | null;
  readonly page: PageName;
  /** On a key result's page. */
  readonly keyResult: KeyResultCode | null;
  /** Which part of a page: the dashboard's closed quarter, the meeting's objective, a section of Mantenimiento. */
  readonly part: string | null;
  /** Filters and what is open, by name. */
  readonly params: Readonly<Record<string, string>>;
}

const WORDS: Readonly<Record<Exclude<PageName, 'unknown'>, string>> = {
  myResults: 'mis-resultados', matrix: 'matriz', keyResult: 'kr', dashboard: 'tablero', meeting: 'reunion', maintenance: 'mantenimiento'
};
/** Pages whose address may name a part. */
const WITH_PART: readonly PageName[] = ['dashboard', 'meeting', 'maintenance'];

function pageOf(word: string): Exclude<PageName, 'unknown'> | undefined {
  return (Object.keys(WORDS) as Exclude<PageName, 'unknown'>[]).find((page) => WORDS[page] === word);
}

/**
 * Never throws: what cannot be read is the page `unknown`, which says so.
 * @param home the page of a route that names none
 */
export function parseRoute(text: string | null | undefined, home: PageName = 'myResults'): Route {
  const [path, query = ''] = (text || '').trim().split('?');
  const [plan = '', word = '', name = '', ...rest] = path.split('/').filter((part) => part !== '');
  const params: Record<string, string> = {};
  new URLSearchParams(query).forEach((value, key) => { params[key] = value; });
  const route: Route = { plan: plan || null, page: home, keyResult: null, part: null, params };
  if (word === '') return route;
  const page = pageOf(word);
  if (page === undefined || rest.length > 0) return { ...route, page: 'unknown' };
  if (page === 'keyResult') return name === '' ? { ...route, page: 'unknown' } : { ...route, page, keyResult: name };
  if (name !== '' && WITH_PART.indexOf(page) < 0) return { ...route, page: 'unknown' };
  return { ...route, page, part: name || null };
}

function queryOf(params: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams();
  for (const name of Object.keys(params).sort()) if (params[name] !== '') search.set(name, params[name]);
  return search.toString();
}

/** @param plan code of the plan on screen, for a route that names none */
export function formatRoute(route: Route, plan: string): string {
  const word = route.page === 'unknown' ? null : WORDS[route.page];
  const name = route.page === 'keyResult' ? route.keyResult : WITH_PART.indexOf(route.page) >= 0 ? route.part : null;
  const path = [route.plan || plan, word, name].filter(Boolean).join('/');
  const query = queryOf(route.params);
  return query === '' ? path : `${path}?${query}`;
}

/** Parameter of the page's address that holds the route; the route's own parameters follow with a prefix, so that none collides with the page's. */
const PARAMETER = 'okr';
const PREFIX = 'okr-';

/** The route in a page's query, `null` when there is none. */
export function routeInQuery(search: string): string | null {
  const query = new URLSearchParams(search);
  const path = query.get(PARAMETER);
  if (path === null) return null;
  const params: Record<string, string> = {};
  query.forEach((value, name) => { if (name.indexOf(PREFIX) === 0) params[name.slice(PREFIX.length)] = value; });
  const own = queryOf(params);
  return own === '' ? path : `${path}?${own}`;
}

/** The page's query with the route in it; the page's own parameters stay. */
export function queryWithRoute(search: string, route: string): string {
  const query = new URLSearchParams(search);
  Array.from(query.keys()).forEach((name) => { if (name === PARAMETER || name.indexOf(PREFIX) === 0) query.delete(name); });
  const [path, own = ''] = route.split('?');
  query.set(PARAMETER, path);
  new URLSearchParams(own).forEach((value, name) => query.set(PREFIX + name, value));
  // Slashes and commas may stand in a query as they are, and a link is read by people too.
  return `?${query.toString().replace(/%2F/g, '/').replace(/%2C/g, ',')}`;
}
