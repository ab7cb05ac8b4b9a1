import { findNode } from '../files/nodes';
import { newGuid } from '../ids';
import { logChange } from '../items/changes';
import { listExists } from '../rest/errors';
import type { Principal } from '../security/principals';
import type { Site } from '../site';
import type { ListDef, WebDef } from '../store/definitions';
import { demandDeletable, purgeList } from './lists';

/** SP.RecycleBinItemType.List */
const LIST = 4;

/** What the bin keeps of a list: it is all still there, out of sight, under a web number below zero. */
export interface KeptList {
  recycledList: number;
  url: string;
  title: string;
}

/** Puts a list with all it holds into the recycle bin. Has to run inside a transaction. @returns the bin's id of it. */
export function recycleList(site: Site, web: WebDef, list: ListDef, user: Principal): string {
  demandDeletable(site, web, list, user);
  const id = newGuid();
  const kept: KeptList = { recycledList: list.no, url: list.url, title: list.title };
  moveAway(site, list.no, list.url, hiddenUrl(id));
  const cut = list.url.lastIndexOf('/');
  site.db.run(
    `INSERT INTO recycle_bin (id, web_no, kind, title, dir, leaf, size, deleted, deleted_by, author, stage, payload)
     VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, 1, ?)`,
    id, web.no, LIST, list.title, list.url.slice(1, Math.max(1, cut)), list.url.slice(cut + 1), site.now(), user.id, list.props.author,
    JSON.stringify(kept)
  );
  logChange(site, { web, list, object: 'List', kind: 'DeleteObject', user });
  return id;
}

/** Puts a list back. @throws SharePointError where its address or its title is another one's by now */
export function restoreList(site: Site, web: WebDef, user: Principal, id: string, kept: KeptList): void {
  site.permissions.demand(user, { web }, 'ManageLists');
  if (site.catalog.listByUrl(web, kept.url) || site.catalog.listByTitle(web, kept.title) || findNode(site, kept.url)) {
    throw listExists();
  }
  moveAway(site, kept.recycledList, hiddenUrl(id), kept.url);
  site.db.run('DELETE FROM recycle_bin WHERE id = ?', id);
  logChange(site, { web, list: site.catalog.list(kept.recycledList), object: 'List', kind: 'Restore', user });
}

/** Takes a list in the bin away for good. */
export const purgeKeptList = (site: Site, id: string, kept: KeptList): void =>
  purgeList(site, { no: kept.recycledList, url: hiddenUrl(id) });

const hiddenUrl = (id: string): string => `/_recycled/${id}`;

/** Turns the number of the web over and gives list, folders and files their other address. */
function moveAway(site: Site, listNo: number, from: string, to: string): void {
  site.db.run('UPDATE lists SET web_no = -web_no, url = ? WHERE no = ?', to, listNo);
  const parent = to.slice(0, to.lastIndexOf('/')) || '/';
  site.db.run(
    `UPDATE nodes SET web_no = -web_no, dir = CASE WHEN path = ?1 THEN ?3 ELSE ?2 || substr(dir, length(?1) + 1) END,
     path = ?2 || substr(path, length(?1) + 1) WHERE path = ?1 OR path LIKE ?4 ESCAPE '\\'`,
    from, to, parent, `${from.replace(/[\\%_]/g, (char) => `\\${char}`)}/%`
  );
  site.catalog.forget();
}
