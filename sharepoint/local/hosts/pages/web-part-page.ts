import type { PageData } from '../client/page-data';
import type { Html } from '../html';
import { html, scriptJson } from '../html';
import type { ComponentManifest, WebPartManifest } from '../runtime/manifest';
import { themes } from '../themes';
import type { ThemeName } from '../themes';
import { barePage, sitePage } from './frame';
import type { PersonChoice, SitePage } from './frame';

export interface WebPartPageInput {
  readonly webPart: WebPartManifest;
  /** Every manifest the loader may need, with the folder its files are in. */
  readonly manifests: readonly ComponentManifest[];
  readonly context: Record<string, unknown>;
  /** Folder of the runtime's files, ending in `/`. */
  readonly runtimeBase: string;
  readonly nonce: string;
  readonly now: Date;
  readonly locale: string;
  readonly theme: ThemeName;
  readonly edit: boolean;
  readonly openPropertyPane: boolean;
  readonly path: string;
  /** Under which name the browser keeps what is set in the property pane. */
  readonly place: string;
  readonly webTitle: string;
  readonly pages: readonly SitePage[];
  readonly choice: PersonChoice;
}

/** Scripts that start Microsoft's loader with what a SharePoint page gives it. */
function loader(input: WebPartPageInput): Html {
  const preloaded = {
    clientSideApplicationId: '00000000-0000-4000-a000-000000000001',
    buildNumber: 'local',
    manifests: input.manifests,
    spPageContextInfo: input.context
  };
  const theme = themes[input.theme];
  return html`<script nonce="${input.nonce}">
window.ENVIRONMENTTYPE = 'SharePoint';
window.FabricConfig = { fontBaseUrl: '' }; // or Fluent would ask Microsoft's CDN for Segoe UI
window.CSPSettings = { nonce: ${scriptJson(input.nonce)} };
window.__themeState__ = { theme: ${scriptJson({ ...theme.palette, ...theme.semanticColors })}, registeredStyles: [] };
</script>
<script src="${input.runtimeBase}sp-loader-assembly_en-us.js"></script>
<script nonce="${input.nonce}">
spModuleLoader._isTelemetryDisabled = true;
spModuleLoader.start(${scriptJson(preloaded)}, function (error) { console.error('[host] loader', error); }).then(
  function () { document.body.dataset.ready = 'yes'; },
  function (error) { console.error('[host] start', error); document.body.dataset.ready = 'failed'; });
</script>`;
}

/** A SharePoint page with the web part on it. `input.bare`: as Teams frames it. */
export function webPartPage(input: WebPartPageInput, bare: boolean): Html {
  const title = input.webPart.preconfiguredEntries[0]?.title.default ?? input.webPart.alias;
  const data: PageData = {
    componentId: input.webPart.id,
    runtimeBase: input.runtimeBase,
    themes,
    theme: input.theme,
    edit: input.edit,
    openPropertyPane: input.openPropertyPane,
    propertiesKey: `host:properties:${input.place}:${input.webPart.id}`
  };
  // Microsoft's property pane looks for these two ids, side by side.
  const canvas = html`<div class="canvas">
  <div id="spPageChromeAppDiv"><main id="section" class="section"><div id="web-part"></div></main></div>
  <div id="spPropertyPaneContainer"></div>
</div>`;
  const frame = { title, nonce: input.nonce, now: input.now, locale: input.locale, data, scripts: loader(input) };
  if (bare) return barePage({ ...frame, main: canvas });
  const commands = input.edit
    ? html`<button type="button" id="publish" class="primary" data-to="${input.path}">Publicar</button>
  <button type="button" id="edit-web-part">Editar elemento web</button>
  <a class="button" href="${input.path}">Descartar cambios</a>`
    : html`<a class="button" href="${input.path}?Mode=Edit">Editar</a>`;
  return sitePage({
    ...frame,
    webTitle: input.webTitle,
    choice: input.choice,
    pages: input.pages,
    here: input.path,
    className: 'page',
    main: html`<section class="command-bar" aria-label="Página">${commands}</section>
${canvas}`
  });
}
