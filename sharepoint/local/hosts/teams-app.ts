import { existsSync, readFileSync } from 'node:fs';
import type { TeamsTab } from './client/teams/shell-data';
import type { WebPartManifest } from './runtime/manifest';

/** The Teams app as its manifest describes it. */
export interface TeamsApp {
  readonly id: string;
  readonly name: string;
  readonly personalTabs: readonly TeamsTab[];
  readonly channelTabs: readonly TeamsTab[];
}

interface TeamsManifest {
  readonly id: string;
  readonly name: { readonly short: string };
  readonly staticTabs?: readonly { readonly entityId: string; readonly name: string; readonly contentUrl?: string }[];
  readonly configurableTabs?: readonly { readonly configurationUrl: string }[];
}

const SIGN_IN = 'https://{teamSiteDomain}{teamSitePath}/_layouts/15/TeamsLogon.aspx?SPFX=true&dest={teamSitePath}/_layouts/15/teamshostedapp.aspx';

function componentOf(url: string): string | undefined {
  return /componentId(?:=|%3D)([0-9a-f-]{36})/i.exec(url)?.[1];
}

/** A channel tab: once set up, it shows the page that set it up, less its property pane. */
function channelTab(configurationUrl: string, titles: ReadonlyMap<string, string>, fallback: string): TeamsTab {
  const entityId = componentOf(configurationUrl) ?? fallback;
  return {
    entityId,
    name: titles.get(entityId) ?? fallback,
    contentUrl: configurationUrl.replace(/openPropertyPane(?:=|%3D)true(?:&|%26)/i, ''),
    configurationUrl
  };
}

/** The app that "Sync to Teams" makes where the solution brings no manifest of its own: a tab for each web part that supports it. */
function generatedApp(webParts: readonly WebPartManifest[]): TeamsApp {
  const page = (id: string, query: string): string => `${SIGN_IN}%3F${query}%26componentId=${id}%26forceLocale={locale}`;
  const inHost = (host: string): readonly WebPartManifest[] => webParts.filter((webPart) => webPart.supportedHosts.includes(host));
  const title = (webPart: WebPartManifest): string => webPart.preconfiguredEntries[0]?.title.default ?? webPart.alias;
  const titles = new Map(webParts.map((webPart) => [webPart.id, title(webPart)]));
  const [first] = webParts;
  return {
    id: first?.id ?? '',
    name: first ? title(first) : '',
    personalTabs: inHost('TeamsPersonalApp').map((webPart) => ({ entityId: webPart.id, name: title(webPart), contentUrl: page(webPart.id, 'teams%26personal') })),
    channelTabs: inHost('TeamsTab').map((webPart) => channelTab(page(webPart.id, 'openPropertyPane=true%26teams'), titles, title(webPart)))
  };
}

/** Reads the solution's Teams manifest; where there is none, makes what SharePoint would. */
export function readTeamsApp(manifestPath: string, webParts: readonly WebPartManifest[]): TeamsApp {
  if (!existsSync(manifestPath)) return generatedApp(webParts);
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as TeamsManifest;
  const titles = new Map(webParts.map((webPart) => [webPart.id, webPart.preconfiguredEntries[0]?.title.default ?? webPart.alias]));
  return {
    id: manifest.id,
    name: manifest.name.short,
    personalTabs: (manifest.staticTabs ?? []).flatMap(({ entityId, name, contentUrl }) => (contentUrl ? [{ entityId, name, contentUrl }] : [])),
    channelTabs: (manifest.configurableTabs ?? []).map(({ configurationUrl }) => channelTab(configurationUrl, titles, manifest.name.short))
  };
}
