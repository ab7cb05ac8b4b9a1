import type { Entity} from '../../odata/entity';
import { Complex, done, entityAnswer, nothing } from '../../odata/entity';
import { newGuid } from '../../ids';
import { demandWrite, isVisible, readRow } from '../../items/write';
import type { Site } from '../../site';
import { toBuffer } from '../../store/database';
import type { ListDef, WebDef } from '../../store/definitions';
import { tableOf } from '../../store/list-table';
import { badFileName, fileExists, fileMissing, itemMissing, listReadOnly } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action } from '../resource';

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

/** `items(n)/AttachmentFiles` */
export function attachments(web: WebDef, list: ListDef, id: number): Resource {
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
