/** Query parameter of a SharePoint page that names what is open, `2021-2023/kr/OE1-OT2-R5`. */
export const ROUTE_PARAMETER = 'okr';

/** Address of the page the person is on, opened at `route`. */
export function pageLink(href: string, route: string): string {
  const url = new URL(href);
  url.searchParams.set(ROUTE_PARAMETER, route);
  return url.toString();
}

/**
 * Teams deep link to a tab.
 * @param appId id of the Teams app; @param pageId the tab's entity id; @param label shown where the tab cannot be opened; @param webUrl where else to go
 */
export function teamsLink(appId: string, pageId: string, route: string, label: string, webUrl: string): string {
  const query = new URLSearchParams({ webUrl, label, context: JSON.stringify({ subEntityId: route }) });
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${encodeURIComponent(pageId)}?${query.toString()}`;
}
