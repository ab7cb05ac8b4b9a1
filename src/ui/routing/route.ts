import type { KeyResultCode } from '../../domain/model';

export type PageName = 'myResults' | 'matrix' | 'keyResult' | 'unknown';

/** Where the person is. Its text, `2021-2023/kr/OE1-OT2-R5?proceso=COM`, is what links carry. */
export interface Route {
  /** `null`: the plan that the site shows by default. */
  readonly plan: string | null;
  readonly page: PageName;
  /** On a key result's page. */
  readonly keyResult: KeyResultCode | null;
  /** Filters and what is open, by name. */
  readonly params: Readonly<Record<string, string>>;
}

export const MY_RESULTS: Route = { plan: null, page: 'myResults', keyResult: null, params: {} };

const WORDS: Readonly<Record<Exclude<PageName, 'unknown'>, string>> = { myResults: 'mis-resultados', matrix: 'matriz', keyResult: 'kr' };

/** Never throws: what cannot be read is the page `unknown`, which says so. */
export function parseRoute(text: string | null | undefined): Route {
  const [path, query = ''] = (text || '').trim().split('?');
  const [plan = '', word = '', code = '', ...rest] = path.split('/').filter((part) => part !== '');
  const params: Record<string, string> = {};
  new URLSearchParams(query).forEach((value, name) => { params[name] = value; });
  if (plan === '') return { ...MY_RESULTS, params };
  const unknown: Route = { plan, page: 'unknown', keyResult: null, params };
  if (rest.length > 0) return unknown;
  if (word === '' || (word === WORDS.myResults && code === '')) return { plan, page: 'myResults', keyResult: null, params };
  if (word === WORDS.matrix && code === '') return { plan, page: 'matrix', keyResult: null, params };
  if (word === WORDS.keyResult && code !== '') return { plan, page: 'keyResult', keyResult: code, params };
  return unknown;
}

function queryOf(params: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams();
  for (const name of Object.keys(params).sort()) if (params[name] !== '') search.set(name, params[name]);
  return search.toString();
}

/** @param plan code of the plan on screen, for a route that names none */
export function formatRoute(route: Route, plan: string): string {
  const word = route.page === 'unknown' ? WORDS.myResults : WORDS[route.page];
  const path = [route.plan || plan, word, route.page === 'keyResult' ? route.keyResult : null].filter(Boolean).join('/');
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
