import { queryWithRoute } from '../../ui/routing';
import type { HostBridge } from '../../ui/host';
import type { TeamsHost } from './teams-host';

/** Pages of the site that carry the web parts, by the names the README gives them. */
export type PageTitle = 'Seguimiento' | 'Tablero' | 'Mantenimiento';

/** Teams deep link to the tab at a route; where Teams is missing it leads to the page. */
function teamsAddress(teams: TeamsHost, appId: string, route: string, label: string, page: string): string {
  const query = new URLSearchParams({ webUrl: page, label, context: JSON.stringify({ subEntityId: route }) });
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${encodeURIComponent(teams.pageId)}?${query.toString()}`;
}

/** @param webUrl the site with the lists, without a slash at the end; @param title page of the site that carries this web part */
export function makeHostBridge(teams: TeamsHost | null, webUrl: string, title: PageTitle): HostBridge {
  const pageAddress = (route: string, site = webUrl): string => `${site.replace(/\/+$/, '')}/SitePages/${title}.aspx${queryWithRoute('', route)}`;
  if (teams) {
    return {
      kind: 'teams',
      shareLink: (route, label, site) => {
        const page = pageAddress(route, site);
        return teams.appId ? teamsAddress(teams, teams.appId, route, label, page) : page;
      },
      openInBrowser: (route, site) => { window.open(pageAddress(route, site), '_blank', 'noopener'); }
    };
  }
  return {
    kind: 'sharepoint',
    shareLink: (route) => window.location.origin + window.location.pathname + queryWithRoute(window.location.search, route),
    openInBrowser: (route) => { window.open(window.location.pathname + queryWithRoute(window.location.search, route), '_blank', 'noopener'); }
  };
}
