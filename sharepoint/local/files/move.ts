import { isLibrary } from '../lists/templates';
import { badArgument, fileExists } from '../rest/errors';
import type { RestRequest } from '../rest/request';
import { checkName, contentOf, createFolder, demandNode, demandNotLocked, maySee, putFile, removeNode, rowsBelow, securableOfNode,
  touchItem } from './library';
import { tableOf } from '../store/list-table';
import { folderScope, ownerOfScope, setItemScope } from '../security/item-scopes';
import type { Node} from './nodes';
import { findNode, folderAt, nodesBelow, parentPath, saveNode } from './nodes';

export interface MoveOptions {
  overwrite?: boolean;
  /** Gives the copy another name where its own is taken. */
  keepBoth?: boolean;
}

/** Moves or renames a file or a folder, with all in it. Between libraries it is copied and then removed. */
export function moveNode(request: RestRequest, node: Node, target: string, options: MoveOptions = {}): Node {
  const { site, user } = request;
  const path = freePath(request, node, target, options);
  const parent = folderAt(site, parentPath(path));
  if (node.isFolder && `${path}/`.toLowerCase().startsWith(`${node.path}/`.toLowerCase()) && path.length > node.path.length) {
    throw badArgument();
  }
  demandNode(site, user, node, 'EditListItems');
  if (parent.path !== node.dir) {
    demandNode(site, user, parent, 'AddListItems');
  }
  demandNotLocked(node, user);
  if (parent.listNo !== node.listNo) {
    const copy = copyNode(request, node, path, options);
    removeNode(site, user, node, false);
    return copy;
  }
  const below = node.isFolder ? nodesBelow(site, node.path) : [];
  const moved = relocate(request, node, path);
  const list = node.isFolder && node.listNo !== null ? site.catalog.list(node.listNo) : undefined;
  if (list && !isLibrary(list)) {
    // The items of a list that is no library are rows alone, without a file to follow.
    rowsBelow(site, list, node.path).forEach((row) => {
      const dir = `${path}${String(row.dir).slice(node.path.length)}`;
      site.db.run(`UPDATE ${tableOf(list.no)} SET dir = ? WHERE id = ?`, dir, row.id);
    });
  }
  below.forEach((one) => relocate(request, one, `${path}${one.path.slice(node.path.length)}`));
  return moved;
}

/** Copies a file or a folder, with all in it. */
export function copyNode(request: RestRequest, node: Node, target: string, options: MoveOptions = {}): Node {
  const { site, user } = request;
  const path = freePath(request, node, target, options);
  demandNode(site, user, node, 'OpenItems');
  if (!node.isFolder) {
    return putFile(site, user, path, contentOf(site, node), options.overwrite === true);
  }
  if (node.listNo !== null && node.itemId !== null && !isLibrary(site.catalog.list(node.listNo))) {
    // Assumption: only what consists of files is copied.
    throw badArgument();
  }
  const copy = createFolder(site, user, path);
  for (const one of nodesBelow(site, node.path).filter((below) => maySee(site, user, below))) {
    const place = `${path}${one.path.slice(node.path.length)}`;
    if (one.isFolder) {
      createFolder(site, user, place);
    } else {
      putFile(site, user, place, contentOf(site, one), options.overwrite === true);
    }
  }
  return copy;
}

function freePath(request: RestRequest, node: Node, target: string, { overwrite, keepBoth }: MoveOptions): string {
  const name = target.slice(target.lastIndexOf('/') + 1);
  checkName(name);
  const there = findNode(request.site, target);
  if (!there || there.no === node.no) {
    return target;
  }
  if (keepBoth) {
    const dot = node.isFolder ? -1 : name.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    for (let i = 1; ; i += 1) {
      const candidate = `${parentPath(target)}/${stem}${i}${ending}`;
      if (!findNode(request.site, candidate)) {
        return candidate;
      }
    }
  }
  if (!overwrite || there.isFolder) {
    throw fileExists(name);
  }
  removeNode(request.site, request.user, there, false);
  return target;
}

function relocate({ site, user }: RestRequest, node: Node, path: string): Node {
  const moved = { ...node, path, dir: parentPath(path), name: path.slice(path.lastIndexOf('/') + 1) };
  saveNode(site, moved);
  touchItem(site, user, moved);
  if (moved.listNo !== null && moved.itemId !== null) {
    const { item } = securableOfNode(site, moved);
    // What has rights of its own takes them along; all else gets those of its new folder.
    if (item && (item.scopeNo === null || ownerOfScope(site.db, item.scopeNo) !== item.id)) {
      setItemScope(site.db, moved.listNo, moved.itemId, folderScope(site.db, moved.listNo, moved.dir));
    }
  }
  return moved;
}
