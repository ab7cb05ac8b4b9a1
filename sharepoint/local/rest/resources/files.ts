import { done, entityAnswer, nothing, valueAnswer } from '../../odata/entity';
import { contentOf, createFolder, demandNode, demandNotLocked, keepFileVersion, nextUiVersion, putFile, removeNode, rowsBelow, touchItem,
  visibleChildren, writeContent } from '../../files/library';
import { copyNode, moveNode } from '../../files/move';
import type { Node} from '../../files/nodes';
import { cleanPath, fileAt, findNode, folderAt, saveNode, serverPath } from '../../files/nodes';
import { appendPart, dropUpload, finishUpload } from '../../files/uploads';
import { isVisible } from '../../items/write';
import { fileVersions } from './file-versions';
import type { WebDef } from '../../store/definitions';
import type { Segment } from '../../odata/segments';
import { checkedOut, etagMismatch, itemMissing, notCheckedOut } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action, query } from '../resource';
import { fileEntity, folderEntity, propertiesEntity } from '../entities/files';
import { userEntity } from '../entities/people';
import { changes } from './changes';
import { item } from './items';

type Find = (request: RestRequest) => Node;

/** Path of an argument: server-relative, or relative to a folder. */
export function pathArgument(request: RestRequest, segment: Segment, base: string, name: string): string {
  const text = request.text(segment, 0, name);
  if (/^https?:\/\//i.test(text)) {
    return serverPath(text);
  }
  return cleanPath(text.startsWith('/') ? text : `${base}/${text}`);
}

/** The item behind a folder or file; nothing for a root folder. */
function listItem(web: WebDef, node: Node, request: RestRequest): Resource {
  return node.listNo === null || node.itemId === null ? query(() => ({ kind: 'null' })) : item(web, request.site.catalog.list(node.listNo),
    node.itemId);
}

function checkFileEtag(request: RestRequest, node: Node): void {
  const given = request.header('if-match');
  if (given && given !== '*' && !new RegExp(`,${node.version}"?$`).test(given)) {
    throw etagMismatch(given, `"{${node.uniqueId.toUpperCase()}},${node.version}"`);
  }
}

/** `folders` below a folder. */
export function folders(web: WebDef, parent: Find): Resource {
  const add = (request: RestRequest, path: string): ReturnType<NonNullable<Resource['post']>> =>
    entityAnswer(folderEntity(request.site, createFolder(request.site, request.user, cleanPath(path)), request.user), 201);
  return {
    get: (request) => {
      const node = parent(request);
      demandNode(request.site, request.user, node, 'ViewListItems');
      return { kind: 'collection', entities: visibleChildren(request.site, request.user, node, true).map((one) =>
        folderEntity(request.site, one, request.user)),
        path: 'Folders', type: 'SP.Folder' };
    },
    post: (request) => {
      const url = String(request.json.ServerRelativeUrl ?? '');
      return add(request, url.startsWith('/') ? url : `${parent(request).path}/${url}`);
    },
    call: (segment) => folder(web, (request) => folderAt(request.site, pathArgument(request, segment, parent(request).path, 'url'))),
    children: {
      add: (segment) => action((request) => add(request, pathArgument(request, segment, parent(request).path, 'url'))),
      addusingpath: (segment) => action((request) => add(request, pathArgument(request, segment, parent(request).path, 'DecodedUrl'))),
      getbyurl: (segment) => folder(web, (request) => folderAt(request.site, pathArgument(request, segment, parent(request).path, 'url'))),
      getbypath: (segment) => folder(web, (request) => folderAt(request.site,
        pathArgument(request, segment, parent(request).path, 'DecodedUrl')))
    }
  };
}

/** One folder. */
export function folder(web: WebDef, find: Find): Resource {
  const see: Find = (request) => {
    const node = find(request);
    demandNode(request.site, request.user, node, 'ViewListItems');
    return node;
  };
  return {
    entity: (request) => folderEntity(request.site, see(request), request.user),
    get: (request) => entityAnswer(folderEntity(request.site, see(request), request.user)),
    merge: (request) => {
      const node = find(request);
      demandNode(request.site, request.user, node, 'EditListItems');
      const { Name, WelcomePage } = request.json;
      const named = typeof Name === 'string' && Name !== node.name
        ? moveNode(request, node, `${node.dir === '/' ? '' : node.dir}/${Name}`) : node;
      saveNode(request.site, { ...named, modified: request.site.now(),
        props: { ...named.props, ...(typeof WelcomePage === 'string' ? { welcomePage: WelcomePage } : {}) } });
      return nothing();
    },
    remove: (request) => {
      removeNode(request.site, request.user, find(request), false);
      return done();
    },
    children: {
      folders: () => folders(web, find),
      files: () => files(web, find),
      listitemallfields: (_segment, request) => listItem(web, find(request), request),
      getchanges: (_segment, request) => {
        const { listNo } = find(request);
        return listNo === null ? undefined : changes(web, request.site.catalog.list(listNo), (asked) => itemsWithin(asked, see(asked)));
      },
      parentfolder: () => folder(web, (request) => folderAt(request.site, find(request).dir)),
      properties: () => query((request) => entityAnswer(propertiesEntity(request.site, see(request)))),
      storagemetrics: () => query((request) => {
        const node = see(request);
        const below = `${node.path.replace(/[\\%_]/g, (char) => `\\${char}`)}/%`;
        const total = request.site.db.number("SELECT coalesce(sum(length), 0) FROM nodes WHERE path LIKE ? ESCAPE '\\'", below);
        const count = request.site.db.number("SELECT count(*) FROM nodes WHERE folder = 0 AND path LIKE ? ESCAPE '\\'", below);
        return entityAnswer({
          type: 'SP.StorageMetrics', path: 'StorageMetrics', values: { AdditionalFileStreamSize: '0', LastModified: node.modified,
            TotalFileCount: String(count), TotalFileStreamSize: String(total), TotalSize: String(total) }
        });
      }),
      moveto: (segment) => action((request) => {
        const node = find(request);
        moveNode(request, node, pathArgument(request, segment, node.dir, 'newurl'));
        return { kind: 'null' };
      }),
      movetousingpath: (segment) => action((request) => {
        const node = find(request);
        moveNode(request, node, pathArgument(request, segment, node.dir, 'DecodedUrl'));
        return { kind: 'null' };
      }),
      recycle: () => action((request) => valueAnswer('Recycle', removeNode(request.site, request.user, find(request), true), 'Edm.Guid')),
      deletewithparameters: () => action((request) => {
        removeNode(request.site, request.user, find(request), false);
        return { kind: 'null' };
      }),
      addsubfolderusingpath: (segment) => action((request) => {
        const leaf = request.argument(segment, 0, 'DecodedUrl')?.value
          ?? (request.json.leafPath as { DecodedUrl?: unknown } | undefined)?.DecodedUrl;
        createFolder(request.site, request.user, cleanPath(`${find(request).path}/${String(leaf ?? '')}`), true);
        return { kind: 'null' };
      })
    }
  };
}

/** Ids of a folder's own item and of all in it that somebody may see; undefined for the whole list. */
function itemsWithin({ site, user }: RestRequest, node: Node): number[] | undefined {
  if (node.listNo === null || node.itemId === null) {
    return undefined;
  }
  const list = site.catalog.list(node.listNo);
  const web = site.catalog.webByNo(node.webNo);
  return [node.itemId, ...rowsBelow(site, list, node.path).filter((row) => isVisible({ site, web, list, user }, row))
    .map((row) => Number(row.id))];
}

/** `files` of a folder. */
export function files(web: WebDef, parent: Find): Resource {
  const add = (segment: Segment, name: string) => (request: RestRequest): ReturnType<NonNullable<Resource['post']>> => {
    const base = parent(request).path;
    let path = pathArgument(request, segment, base, name);
    if (request.flag(segment, 9, 'EnsureUniqueFileName')) {
      const dot = path.lastIndexOf('.');
      for (let i = 1, stem = path; findNode(request.site, path); i += 1) {
        path = dot > stem.lastIndexOf('/') ? `${stem.slice(0, dot)}${i}${stem.slice(dot)}` : `${stem}${i}`;
      }
    }
    const made = putFile(request.site, request.user, path, request.content, request.flag(segment, 9, 'overwrite'));
    return entityAnswer(fileEntity(request.site, made, request.user));
  };
  const byUrl = (segment: Segment, name: string): Resource => file(web, (request) =>
    fileAt(request.site, pathArgument(request, segment, parent(request).path, name)));
  return {
    get: (request) => {
      const node = parent(request);
      demandNode(request.site, request.user, node, 'ViewListItems');
      const visible = visibleChildren(request.site, request.user, node, false);
      return { kind: 'collection', entities: visible.map((one) => fileEntity(request.site, one, request.user)), path: 'Files',
        type: 'SP.File' };
    },
    call: (segment) => byUrl(segment, 'url'),
    children: {
      add: (segment) => action(add(segment, 'url')),
      addusingpath: (segment) => action(add(segment, 'decodedurl')),
      addtemplatefile: (segment) => action(add(segment, 'urloffile')),
      getbyurl: (segment) => byUrl(segment, 'url'),
      getbypath: (segment) => byUrl(segment, 'decodedurl')
    }
  };
}

/** One file. */
export function file(web: WebDef, find: Find): Resource {
  const see: Find = (request) => {
    const node = find(request);
    demandNode(request.site, request.user, node, 'ViewListItems');
    return node;
  };
  const change = (work: (request: RestRequest, node: Node, segment: Segment) => Node | void) => (segment: Segment): Resource =>
    action((request) => {
    const node = find(request);
    demandNode(request.site, request.user, node, 'EditListItems');
    const changed = work(request, node, segment);
    if (changed) {
      saveNode(request.site, changed);
      touchItem(request.site, request.user, changed);
    }
    return { kind: 'null' };
  });
  const upload = (work: (request: RestRequest, node: Node, id: string) => ReturnType<NonNullable<Resource['post']>>) =>
    (segment: Segment): Resource => action((request) => {
    const node = find(request);
    demandNode(request.site, request.user, node, 'EditListItems');
    return work(request, node, request.text(segment, 0, 'uploadId').toLowerCase());
  });
  return {
    entity: (request) => fileEntity(request.site, see(request), request.user),
    get: (request) => entityAnswer(fileEntity(request.site, see(request), request.user), 200,
      { ETag: `"{${see(request).uniqueId.toUpperCase()}},${see(request).version}"` }),
    remove: (request) => {
      checkFileEtag(request, find(request));
      removeNode(request.site, request.user, find(request), false);
      return done();
    },
    children: {
      $value: () => ({
        get: (request) => {
          const node = see(request);
          return { kind: 'raw', status: 200, headers: { 'Content-Type': 'application/octet-stream',
            ETag: `"{${node.uniqueId.toUpperCase()}},${node.version}"` }, body: contentOf(request.site, node) };
        },
        put: (request) => {
          checkFileEtag(request, find(request));
          writeContent(request.site, request.user, find(request), request.content);
          return nothing();
        }
      }),
      savebinarystream: () => action((request) => {
        writeContent(request.site, request.user, find(request), request.content);
        return { kind: 'null' };
      }),
      listitemallfields: (_segment, request) => listItem(web, find(request), request),
      properties: () => query((request) => entityAnswer(propertiesEntity(request.site, see(request)))),
      versions: () => fileVersions(find),
      lockedbyuser: () => query(() => ({ kind: 'null' })),
      checkedoutbyuser: () => query((request) => {
        const holder = see(request).props.checkedOutBy;
        return holder === undefined ? { kind: 'null' } : entityAnswer(userEntity(request.site.principals.user(holder)));
      }),
      recycle: () => action((request) => valueAnswer('Recycle', removeNode(request.site, request.user, find(request), true), 'Edm.Guid')),
      deletewithparameters: () => action((request) => {
        removeNode(request.site, request.user, find(request), false);
        return { kind: 'null' };
      }),
      checkout: change((request, node) => {
        if (node.props.checkedOutBy !== undefined) {
          throw checkedOut(node.name);
        }
        return { ...node, props: { ...node.props, checkedOutBy: request.user.id } };
      }),
      checkin: change((request, node, segment) => {
        if (node.props.checkedOutBy === undefined) {
          throw notCheckedOut(node.name);
        }
        demandNotLocked(node, request.user);
        keepFileVersion(request.site, node);
        const { checkedOutBy: _holder, ...props } = node.props;
        return {
          ...node, modified: request.site.now(), version: node.version + 1, uiVersion: nextUiVersion(request.site, node),
          props: { ...props, checkInComment: request.argument(segment, 0, 'comment')?.value ?? '' }
        };
      }),
      undocheckout: change((request, node) => {
        if (node.props.checkedOutBy === undefined) {
          throw notCheckedOut(node.name);
        }
        if (node.props.checkedOutBy !== request.user.id) {
          demandNode(request.site, request.user, node, 'CancelCheckout');
        }
        const { checkedOutBy: _holder, ...props } = node.props;
        return { ...node, props };
      }),
      publish: change((request, node, segment) => ({ ...node, props: { ...node.props,
        checkInComment: request.argument(segment, 0, 'comment')?.value ?? '' } })),
      unpublish: change((_request, node) => node),
      approve: change((_request, node) => node),
      deny: change((_request, node) => node),
      moveto: change((request, node, segment) => {
        moveNode(request, node, pathArgument(request, segment, node.dir, 'newurl'),
          { overwrite: (Number(request.argument(segment, 1, 'flags')?.value ?? 0) & 1) === 1 });
      }),
      copyto: (segment) => action((request) => {
        copyNode(request, find(request), pathArgument(request, segment, find(request).dir, 'strnewurl'),
          { overwrite: request.flag(segment, 1, 'boverwrite') });
        return { kind: 'null' };
      }),
      startupload: upload((request, node, id) => valueAnswer('StartUpload', appendPart(request.site, node, id, 0, request.content),
        'Edm.Int64')),
      continueupload: (segment) => upload((request, node, id) =>
        valueAnswer('ContinueUpload', appendPart(request.site, node, id, request.whole(segment, 1, 'fileOffset'), request.content),
        'Edm.Int64'))(segment),
      finishupload: (segment) => upload((request, node, id) => {
        const content = finishUpload(request.site, node, id, request.whole(segment, 1, 'fileOffset'), request.content);
        return entityAnswer(fileEntity(request.site, writeContent(request.site, request.user, node, content), request.user));
      })(segment),
      cancelupload: upload((request, _node, id) => {
        dropUpload(request.site, id);
        return { kind: 'null' };
      })
    }
  };
}

export const missingItem = itemMissing;
