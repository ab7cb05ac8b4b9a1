import type { ListName } from '../../domain';
import type { SiteRows, StoredRow } from './rows';
import { textOf } from './rows';

/** How a review names the version of its check-in: numbers differ from site to site, being the current one does not. */
export const CURRENT_VERSION = 'actual';
const FORMER = 'anterior';

/** Looks rows up by list and key. Of two with the same key the oldest stands. */
export class SiteIndex {
  private readonly rows = new Map<ListName, Map<string, StoredRow>>();
  private readonly inLowerCase = new Map<ListName, Map<string, string>>();

  public constructor(site: SiteRows) {
    site.forEach((rows, list) => {
      const byKey = new Map<string, StoredRow>();
      for (const row of rows) if (!byKey.has(row.key)) byKey.set(row.key, row);
      this.rows.set(list, byKey);
      this.inLowerCase.set(list, new Map(Array.from(byKey.keys(), (key): [string, string] => [key.toLowerCase(), key])));
    });
  }

  public get(list: ListName, key: string): StoredRow | undefined {
    return this.rows.get(list)?.get(key);
  }

  /** The key as the site writes it, for one typed in another case; `undefined` when there is none. */
  public findLike(list: ListName, key: string): string | undefined {
    return this.get(list, key) ? key : this.inLowerCase.get(list)?.get(key.toLowerCase());
  }

  public keys(list: ListName): string[] {
    return Array.from(this.rows.get(list)?.keys() || []);
  }
}

/** The rows with reviews that name their check-in's version by what it is, not by its number. */
export function withReviewedVersions(site: SiteRows): SiteRows {
  const versions = new Map((site.get('CheckIns') || []).map(row => [row.key, row.version]));
  const reviews = (site.get('Reviews') || []).map((row): StoredRow => {
    const judged = textOf(row.values, 'Version0');
    const current = versions.get(textOf(row.values, 'CheckIn'));
    const named = judged === current || judged === CURRENT_VERSION ? CURRENT_VERSION : judged.indexOf(FORMER) === 0 ? judged : `${FORMER} ${judged}`;
    return { ...row, key: `${textOf(row.values, 'CheckIn')}/${named}`, values: { ...row.values, Version0: named } };
  });
  const all = new Map(site);
  if (site.has('Reviews')) all.set('Reviews', reviews);
  return all;
}
