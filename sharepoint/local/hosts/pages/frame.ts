import type { Html } from '../html';
import { html, scriptJson } from '../html';
import { clockScript, clockText } from './clock';

/** People to become, and who one is. */
export interface PersonChoice {
  readonly people: readonly { readonly userName: string; readonly title: string }[];
  readonly current: string;
  /** Where to go on after the change: path and query. */
  readonly returnTo: string;
}

/** A form that makes the browser's person somebody else. `person-switch.ts` sends it on a change; without scripts its button does. */
export function personSwitch({ people, current, returnTo }: PersonChoice): Html {
  return html`<form class="person-switch" method="post" action="/_hosts/person">
  <input type="hidden" name="to" value="${returnTo}">
  <label><span>Persona</span>
    <select name="user">${people.map(
      ({ userName, title }) => html`<option value="${userName}"${userName === current ? html` selected` : ''}>${title}</option>`
    )}</select>
  </label>
  <noscript><button>Cambiar</button></noscript>
</form>`;
}

export interface FrameInput {
  readonly title: string;
  readonly webTitle: string;
  /** Pages of the site, for its navigation. */
  readonly pages: readonly SitePage[];
  readonly nonce: string;
  readonly now: Date;
  readonly choice: PersonChoice;
  /** Address of the link of the navigation that is open. */
  readonly here: string;
  readonly main: Html;
  /** After the body's markup: scripts of the page. */
  readonly scripts?: Html;
  /** Data for the page's script. */
  readonly data?: unknown;
  readonly className?: string;
  /** `es-es` */
  readonly locale: string;
}

/** A page of the site: where it is and what it is called. */
export interface SitePage {
  readonly href: string;
  readonly label: string;
}

export const LISTS_PAGE: SitePage = { href: '/_layouts/15/viewlsts.aspx', label: 'Listas' };
export const LIBRARY_PAGE: SitePage = { href: '/SIGACI/Forms/AllItems.aspx', label: 'SIGACI' };

function head(title: string, nonce: string, now: Date): Html {
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_hosts/files/site.css">
${clockScript(now, nonce)}`;
}

function hostData(data: unknown): Html | null {
  return data === undefined ? null : html`<script type="application/json" id="host-data">${scriptJson(data)}</script>`;
}

/** A page of the site with SharePoint's bars around it. */
export function sitePage(input: FrameInput): Html {
  return html`<html lang="${input.locale}"><head>${head(input.title, input.nonce, input.now)}</head>
<body class="${input.className ?? ''}">
<header class="suite-bar">
  <a class="product" href="/">SharePoint</a>
  <span class="clock">Reloj del sitio: ${clockText(input.now)}</span>
  ${personSwitch(input.choice)}
</header>
<nav class="site-bar" aria-label="Sitio">
  <a class="site-title" href="/">${input.webTitle}</a>
  ${[...input.pages, LISTS_PAGE, LIBRARY_PAGE].map(
    ({ href, label }) => html`<a href="${href}"${href === input.here ? html` aria-current="page"` : ''}>${label}</a>`
  )}
</nav>
${input.main}
${hostData(input.data)}
<script src="/_hosts/files/person-switch.js"></script>
${input.scripts}
</body></html>`;
}

/** A page without bars around it: what a Teams tab shows. */
export function barePage(input: Pick<FrameInput, 'title' | 'nonce' | 'now' | 'main' | 'scripts' | 'data' | 'locale'>): Html {
  return html`<html lang="${input.locale}"><head>${head(input.title, input.nonce, input.now)}</head>
<body class="bare">
${input.main}
${hostData(input.data)}
${input.scripts}
</body></html>`;
}
