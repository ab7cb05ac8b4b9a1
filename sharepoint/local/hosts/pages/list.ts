import type { ListPageData } from '../client/lists/page-data';
import type { Html } from '../html';
import { html } from '../html';
import { LIBRARY_PAGE, LISTS_PAGE, sitePage } from './frame';
import type { PersonChoice, SitePage } from './frame';

/** Which list page an address means; `null` where it means none. */
export function listPageFor(path: string, query: URLSearchParams): ListPageData | null {
  const id = Number(query.get('ID') ?? query.get('id') ?? '');
  const file = /^(\/Lists\/[^/]+)\/([^/]+)\.aspx$/i.exec(path);
  if (file?.[1] && file[2]) {
    const listUrl = file[1];
    if (/^NewForm$/i.test(file[2])) return { kind: 'new', listUrl };
    if (/^(Disp|Edit)Form$/i.test(file[2])) return { kind: /^Disp/i.test(file[2]) ? 'display' : 'edit', listUrl, id };
    return { kind: 'view', listUrl, viewUrl: path };
  }
  const library = /^(\/[^/]+)\/Forms\/[^/]+\.aspx$/i.exec(path);
  if (library?.[1]) return { kind: 'library', libraryUrl: library[1], folder: query.get('RootFolder') ?? query.get('id') ?? library[1] };
  if (/^\/_layouts\/15\/viewlsts\.aspx$/i.test(path)) return { kind: 'lists' };
  const settings = /^\/_layouts\/15\/listedit\.aspx$/i.test(path) ? query.get('List') : null;
  const listId = /^\{?([0-9a-f-]{36})\}?$/i.exec(settings ?? '')?.[1];
  return listId ? { kind: 'settings', listId } : null;
}

export interface ListPageInput {
  readonly page: ListPageData;
  readonly nonce: string;
  readonly choice: PersonChoice;
  readonly now: Date;
  readonly webTitle: string;
  readonly pages: readonly SitePage[];
}

/** The shell of a list page; its script fills it over the site's own REST. */
export function listPage({ page, nonce, choice, now, webTitle, pages }: ListPageInput): Html {
  return sitePage({
    title: page.kind === 'library' ? 'SIGACI' : 'Listas',
    webTitle,
    pages,
    nonce,
    now,
    choice,
    locale: 'es',
    here: (page.kind === 'library' ? LIBRARY_PAGE : LISTS_PAGE).href,
    className: 'list-page',
    data: page,
    main: html`<main id="list-page" aria-busy="true"><p class="quiet">Cargando…</p></main>`,
    scripts: html`<script src="/_hosts/files/list-page.js"></script>`
  });
}
