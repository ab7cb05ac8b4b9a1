import type { SiteLinks } from '../application/ports';
import type { SiteConnection } from './connection';

/** Addresses of SharePoint's own pages of the lists. */
export function siteLinks({ webUrl }: SiteConnection): SiteLinks {
  return {
    list: list => `${webUrl}/Lists/${encodeURIComponent(list)}/AllItems.aspx`,
    row: (list, id) => `${webUrl}/Lists/${encodeURIComponent(list)}/EditForm.aspx?ID=${id}`
  };
}
