import type { Entity } from '../../odata/entity';
import { Complex } from '../../odata/entity';
import type { Node } from '../../files/nodes';
import { demandNode, visibleChildren } from '../../files/library';
import type { Principal } from '../../security/principals';
import { isLibrary } from '../../lists/templates';
import type { Site } from '../../site';
import { tableOf } from '../../store/list-table';
import { fileVersionEntities } from '../resources/file-versions';
import { itemOf } from '../resources/items';
import { userEntity } from './people';

const quoted = (path: string): string => encodeURIComponent(path.replace(/'/g, "''"));
const resource = (path: string): Complex => new Complex('SP.ResourcePath', { DecodedUrl: path });

export function folderEntity(site: Site, node: Node, viewer: Principal): Entity {
  return {
    type: 'SP.Folder',
    path: `Web/GetFolderByServerRelativePath(decodedurl='${quoted(node.path)}')`,
    values: {
      Exists: true, ExistsAllowThrowForPolicyFailures: true, ExistsWithException: true, IsWOPIEnabled: false,
      ItemCount: itemCount(site, node), Name: node.name,
      ProgID: null,
      ServerRelativeUrl: node.path, TimeCreated: node.created, TimeLastModified: node.modified, UniqueId: node.uniqueId,
      WelcomePage: node.props.welcomePage ?? ''
    },
    extra: { ServerRelativePath: () => resource(node.path), ContentTypeOrder: () => null, UniqueContentTypeOrder: () => null },
    links: {
      Folders: () => visibleChildren(site, viewer, node, true).map((one) => folderEntity(site, one, viewer)),
      Files: () => visibleChildren(site, viewer, node, false).map((one) => fileEntity(site, one, viewer)),
      ListItemAllFields: () => listItem(site, node, viewer),
      Properties: () => propertiesEntity(site, node)
    }
  };
}

/** Folders and files of a folder; of a list that is no library its folders and items. */
function itemCount(site: Site, { listNo, path }: Node): number {
  return listNo === null || isLibrary(site.catalog.list(listNo))
    ? site.db.number('SELECT count(*) FROM nodes WHERE dir = ? AND path <> ?', path, path)
    : site.db.number(`SELECT count(*) FROM ${tableOf(listNo)} WHERE dir = ?`, path);
}

export function fileEntity(site: Site, node: Node, viewer: Principal): Entity {
  const { props } = node;
  const major = Math.floor(node.uiVersion / 512);
  const etag = `"{${node.uniqueId.toUpperCase()}},${node.version}"`;
  const person = (id: number) => (): Entity | null => {
    const user = site.principals.find(id);
    return user ? userEntity(user) : null;
  };
  return {
    type: 'SP.File',
    path: `Web/GetFileByServerRelativePath(decodedurl='${quoted(node.path)}')`,
    values: {
      CheckInComment: props.checkInComment ?? '', CheckOutType: props.checkedOutBy === undefined ? 2 : 0,
      ContentTag: `{${node.uniqueId.toUpperCase()}},${node.version},${node.version}`,
      CustomizedPageStatus: 0, ETag: etag, Exists: true, ExistsAllowThrowForPolicyFailures: true, ExistsWithException: true,
      IrmEnabled: false, Length: String(node.length), Level: 1, LinkingUri: null,
      LinkingUrl: '', MajorVersion: major, MinorVersion: node.uiVersion % 512, Name: node.name, ServerRelativeUrl: node.path,
      TimeCreated: node.created,
      TimeLastModified: node.modified, Title: null, UIVersion: node.uiVersion, UIVersionLabel: `${major}.${node.uiVersion % 512}`,
      UniqueId: node.uniqueId
    },
    extra: { ServerRelativePath: () => resource(node.path), ListId: () => (node.listNo === null ? null : site.catalog.list(node.listNo).id),
      SiteId: () => site.siteId,
      // Assumption: clients that ask a file for its Id mean the unique one.
      Id: () => node.uniqueId },
    links: {
      Author: person(node.author),
      ModifiedBy: person(node.editor),
      Versions: () => {
        demandNode(site, viewer, node, 'ViewVersions');
        return fileVersionEntities(site, node);
      },
      CheckedOutByUser: props.checkedOutBy === undefined ? () => null : person(props.checkedOutBy),
      ListItemAllFields: () => listItem(site, node, viewer),
      Properties: () => propertiesEntity(site, node)
    }
  };
}

/** The item behind a folder or file; null for a root folder. */
const listItem = (site: Site, { listNo, itemId, webNo }: Node, user: Principal): Entity | null => (listNo === null || itemId === null
  ? null : itemOf({ site, user }, site.catalog.webByNo(webNo), site.catalog.list(listNo), itemId));

export function propertiesEntity(site: Site, node: Node): Entity {
  const list = node.listNo === null ? undefined : site.catalog.list(node.listNo);
  return {
    type: 'SP.PropertyValues',
    path: `Web/GetFolderByServerRelativePath(decodedurl='${quoted(node.path)}')/Properties`,
    values: { ...(list ? { vti_x005f_listname: `{${list.id.toUpperCase()}}` } : {}), vti_x005f_foldersubfolderitemcount: 0,
      ...node.props.bag },
    open: true
  };
}
