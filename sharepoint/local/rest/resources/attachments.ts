import type { Entity} from '../../odata/entity';
import { Complex, done, entityAnswer, nothing } from '../../odata/entity';
import { newGuid } from '../../ids';
import { isLibrary } from '../../lists/templates';
import { demandWrite, isVisible, readRow } from '../../items/write';
import type { Site } from '../../site';
import { toBuffer } from '../../store/database';
import type { ListDef, WebDef } from '../../store/definitions';
import { tableOf } from '../../store/list-table';
import { badFileName, fileExists, fileMissing, itemMissing, listReadOnly } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action, query } from '../resource';

/** Characters no file name may have. */
export const BAD_NAME = /["*:<>?/\\|\u0000-\u001f\u007f]/;

export function attachmentEntities(site: Site, list: ListDef, id: number, path: string): Entity[] {
  return site.db.all('SELECT name FROM attachments WHERE list_no = ? AND item_id = ? ORDER BY name', list.no, id).map((row) => {
    const name = String(row.name);
    const url = `${list.url}/Attachments/${id}/${name}`;
    return {
      type: 'SP.Attachment',
      path: `${path}/AttachmentFiles('${encodeURIComponent(name.replace(/'/g, "''"))}')`,
      values: {
        FileName: name, FileNameAsPath: new Complex('SP.ResourcePath', { DecodedUrl: name }),
        ServerRelativePath: new Complex('SP.ResourcePath', { DecodedUrl: url }), ServerRelativeUrl: url
      }
    };
  });
}

/** What an item's attachments, and each of them, are reached through. */
interface Attachments {
  see(request: RestRequest): void;
  demand(request: RestRequest): void;
  /** Counts them anew, and says when and by whom the item was changed. */
  touched(request: RestRequest): void;
  find(request: RestRequest, name: string): Entity;
  attachment(name: string): Resource;
}

function attachmentsOf(web: WebDef, list: ListDef, id: number): Attachments {
  const path = `Web/Lists(guid'${list.id}')/Items(${id})`;
  const see = (request: RestRequest): void => {
    if (!isVisible({ site: request.site, web, list, user: request.user }, readRow(request.site, list, id))) {
      throw itemMissing();
    }
  };
  const demand = (request: RestRequest): void => demandWrite({ site: request.site, web, list, user: request.user },
    readRow(request.site, list, id), 'EditListItems');
  const touched = (request: RestRequest): void => {
    const count = request.site.db.number('SELECT count(*) FROM attachments WHERE list_no = ? AND item_id = ?', list.no, id);
    request.site.db.run(`UPDATE ${tableOf(list.no)} SET attachments = ?, version = version + 1, modified = ?, editor = ? WHERE id = ?`,
      count, request.site.now(), request.user.id, id);
  };
  const find = (request: RestRequest, name: string): Entity => {
    see(request);
    const found = attachmentEntities(request.site, list, id, path).find((one) =>
      String(one.values.FileName).toLowerCase() === name.toLowerCase());
    if (!found) {
      throw fileMissing(name);
    }
    return found;
  };
  const attachment = (name: string): Resource => ({
    entity: (request) => find(request, name),
    get: (request) => entityAnswer(find(request, name)),
    remove: (request) => {
      demand(request);
      find(request, name);
      request.site.db.run('DELETE FROM attachments WHERE list_no = ? AND item_id = ? AND name = ?', list.no, id, name);
      touched(request);
      return done();
    },
    children: {
      recycleobject: () => ({ ...action((request) => attachment(name).remove?.(request) ?? done()), remove: (request) =>
        attachment(name).remove?.(request) ?? done() }),
      $value: () => ({
        get: (request) => {
          find(request, name);
          const row = request.site.db.get('SELECT content FROM attachments WHERE list_no = ? AND item_id = ? AND name = ?', list.no, id,
            name);
          return { kind: 'raw', status: 200, headers: { 'Content-Type': 'application/octet-stream' }, body: toBuffer(row?.content) };
        },
        put: (request) => {
          demand(request);
          find(request, name);
          request.site.db.run('UPDATE attachments SET content = ? WHERE list_no = ? AND item_id = ? AND name = ?', request.content, list.no,
            id, name);
          touched(request);
          return nothing();
        }
      })
    }
  });
  return { see, demand, touched, find, attachment };
}

/** The attachment at `<list>/Attachments/<id>/<name>`, as the file it is too; undefined where the path speaks of no item of a list. */
export function attachmentAt(site: Site, web: WebDef, path: string): Resource | undefined {
  const [, listUrl, id, name] = /^(.+)\/Attachments\/(\d+)\/([^/]+)$/i.exec(path) ?? [];
  const list = listUrl === undefined ? undefined : site.catalog.listByUrl(web, listUrl);
  if (!list || isLibrary(list)) {
    return undefined;
  }
  const { find, attachment } = attachmentsOf(web, list, Number(id));
  const entity = (request: RestRequest): Entity => fileEntityOf(request.site, list, Number(id), String(find(request, name).values.FileName));
  const found = attachment(name);
  return {
    ...found, entity, get: (request) => entityAnswer(entity(request)),
    children: {
      ...found.children,
      savebinarystream: () => action((request) => {
        found.children?.$value({ name: '$value' }, request)?.put?.(request);
        return { kind: 'null' };
      }),
      listitemallfields: () => query((request) => {
        find(request, name);
        return { kind: 'null' };
      })
    }
  };
}

/** An attachment with the properties of SP.File: it has neither versions nor an item of its own, and follows its item in time. */
function fileEntityOf(site: Site, list: ListDef, id: number, name: string): Entity {
  const row = readRow(site, list, id);
  const kept = site.db.get('SELECT unique_id, length(content) AS size FROM attachments WHERE list_no = ? AND item_id = ? AND name = ?',
    list.no, id, name);
  const uniqueId = String(kept?.unique_id);
  const url = `${list.url}/Attachments/${id}/${name}`;
  return {
    type: 'SP.File',
    path: `Web/GetFileByServerRelativePath(decodedurl='${encodeURIComponent(url.replace(/'/g, "''"))}')`,
    values: {
      CheckInComment: '', CheckOutType: 2, ContentTag: `{${uniqueId.toUpperCase()}},1,1`, CustomizedPageStatus: 0,
      ETag: `"{${uniqueId.toUpperCase()}},1"`, Exists: true, IrmEnabled: false, Length: String(kept?.size ?? 0), Level: 1,
      LinkingUri: null, LinkingUrl: '', MajorVersion: 1, MinorVersion: 0, Name: name, ServerRelativeUrl: url,
      TimeCreated: row.created, TimeLastModified: row.modified, Title: null, UIVersion: 512, UIVersionLabel: '1.0', UniqueId: uniqueId
    },
    extra: { ServerRelativePath: () => new Complex('SP.ResourcePath', { DecodedUrl: url }), ListId: () => list.id, SiteId: () => site.siteId }
  };
}

/** `items(n)/AttachmentFiles` */
export function attachments(web: WebDef, list: ListDef, id: number): Resource {
  const path = `Web/Lists(guid'${list.id}')/Items(${id})`;
  const { see, demand, touched, find, attachment } = attachmentsOf(web, list, id);
  return {
    get: (request) => {
      see(request);
      return { kind: 'collection', entities: attachmentEntities(request.site, list, id, path), path: `${path}/AttachmentFiles`,
        type: 'SP.Attachment' };
    },
    call: (segment, request) => attachment(request.text(segment, 0)),
    children: {
      add: (segment) => action((request) => {
        demand(request);
        const name = request.text(segment, 0, 'FileName');
        if (!list.props.enableAttachments) {
          throw listReadOnly();
        }
        if (name === '' || name.length > 255 || BAD_NAME.test(name)) {
          throw badFileName();
        }
        if (request.site.db.get('SELECT 1 FROM attachments WHERE list_no = ? AND item_id = ? AND name = ?', list.no, id, name)) {
          throw fileExists(name);
        }
        request.site.db.run('INSERT INTO attachments VALUES (?, ?, ?, ?, ?)', list.no, id, name, newGuid(), request.content);
        touched(request);
        return entityAnswer(find(request, name));
      }),
      getbyfilename: (segment, request) => attachment(request.text(segment, 0)),
      deleteall: () => action((request) => {
        demand(request);
        request.site.db.run('DELETE FROM attachments WHERE list_no = ? AND item_id = ?', list.no, id);
        touched(request);
        return { kind: 'null' };
      })
    }
  };
}
