import { queryWithRoute } from '../../ui/routing';
import type { HostBridge } from '../../ui/host';
import type { TeamsHost } from './teams-host';

/** Page of the site that carries the web part, by the name the README gives it. */
const PAGE = '/SitePages/Seguimiento.aspx';

/** Address of the site's page at a route. */
function pageAddress(webUrl: string, route: string): string {
  return `${webUrl}${PAGE}${queryWithRoute('', route)}`;
}

/** Teams deep link to the tab at a route; where Teams is missing it leads to the page. */
function teamsAddress(teams: TeamsHost, appId: string, route: string, label: string, webUrl: string): string {
  const query = new URLSearchParams({ webUrl: pageAddress(webUrl, route), label, context: JSON.stringify({ subEntityId: route }) });
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${encodeURIComponent(teams.pageId)}?${query.toString()}`;
}

/** @param webUrl the site with the lists, without a slash at the end */
export function makeHostBridge(teams: TeamsHost | null, webUrl: string): HostBridge {
  if (teams) {
    return {
      kind: 'teams',
      shareLink: (route, label) => (teams.appId ? teamsAddress(teams, teams.appId, route, label, webUrl) : pageAddress(webUrl, route)),
      openInBrowser: (route) => { window.open(pageAddress(webUrl, route), '_blank', 'noopener'); }
    };
  }
  return {
    kind: 'sharepoint',
    shareLink: (route) => window.location.origin + window.location.pathname + queryWithRoute(window.location.search, route),
    openInBrowser: (route) => { window.open(window.location.pathname + queryWithRoute(window.location.search, route), '_blank', 'noopener'); }
  };
}
