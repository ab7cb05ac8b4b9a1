import type { ListName } from '../../domain';
import type { PlanWriter } from '../ports';
import type { SiteRows } from './rows';
import { withReviewedVersions } from './site';
import { TABLES } from './tables';

/** Every list. */
export const ALL_LISTS: readonly ListName[] = TABLES.map(({ list }) => list);

/** The site's rows as imports and exports have them. */
export async function readSite(
  writer: PlanWriter, lists: readonly ListName[] = ALL_LISTS, onProgress?: (done: number, total: number) => void
): Promise<SiteRows> {
  return withReviewedVersions(await writer.readRows(lists, onProgress));
}
