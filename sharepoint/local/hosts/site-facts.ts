/** Who asks, as the REST engine knows them on this site. */
export interface PersonFacts {
  /** User id on this site. */
  readonly id: number;
  /** Name used by the cookie and the header: `coop@…`. */
  readonly userName: string;
  /** Claims login name: `i:0#.f|membership|…`. */
  readonly loginName: string;
  readonly title: string;
  readonly email: string;
  readonly isSiteAdmin: boolean;
  /** The person's permission mask on the web, each half an unsigned 32-bit number. */
  readonly permissions: { readonly high: number; readonly low: number };
}

export interface WebFacts {
  readonly siteId: string;
  readonly webId: string;
  readonly title: string;
  /** `/` for the root site. */
  readonly serverRelativeUrl: string;
  /** LCID, e.g. 3082. */
  readonly language: number;
}

/** What the pages have to know of the site; the REST engine answers it. */
export interface SiteFacts {
  person(request: Request): Promise<PersonFacts>;
  web(request: Request): Promise<WebFacts>;
  /** People that a tester can become, in the order to offer them. */
  people(): Promise<readonly { readonly userName: string; readonly title: string }[]>;
  /** A library's file at a server-relative path, if the person may open it. */
  file(request: Request, path: string): Promise<{ readonly name: string; readonly content: Uint8Array } | undefined>;
  /** True when a list or library lies at the server-relative path. */
  isList(request: Request, path: string): Promise<boolean>;
  /** A form digest that the REST engine accepts from this person. */
  digest(request: Request): Promise<string>;
}

/** `ViewPages` (0x20000) and `Open` (0x10000): what SharePoint asks for before it shows a page. */
const OPEN_PAGES = 0x20000 | 0x10000;

export function mayOpenPages(person: PersonFacts): boolean {
  return (person.permissions.low & OPEN_PAGES) === OPEN_PAGES;
}
