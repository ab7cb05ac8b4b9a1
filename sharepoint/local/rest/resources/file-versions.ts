import type { Entity} from '../../odata/entity';
import { done, entityAnswer } from '../../odata/entity';
import { demandNode, writeContent } from '../../files/library';
import type { Node } from '../../files/nodes';
import type { Site } from '../../site';
import { toBuffer } from '../../store/database';
import { fileMissing } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action } from '../resource';
import { userEntity } from '../entities/people';

/** Earlier versions of a file as entities. */
export function fileVersionEntities(site: Site, node: Node): Entity[] {
  return site.db.all(
    'SELECT ui_version, created, author, length, comment FROM file_versions WHERE node_no = ? ORDER BY ui_version',
      node.no).map((row) => {
    const id = Number(row.ui_version);
    const author = site.principals.find(Number(row.author));
    return {
      type: 'SP.FileVersion',
      path: `Web/GetFileById('${node.uniqueId}')/Versions(${id})`,
      values: {
        CheckInComment: String(row.comment), Created: String(row.created), ID: id, IsCurrentVersion: false, Length: String(row.length),
        Size: Number(row.length),
        Url: `_vti_history/${id}${node.path}`, VersionLabel: `${Math.floor(id / 512)}.${id % 512}`
      },
      links: { CreatedBy: () => (author ? userEntity(author) : null) }
    };
  });
}

/** Earlier versions of a file. */
export function fileVersions(find: (request: RestRequest) => Node): Resource {
  const entities = (request: RestRequest): Entity[] => {
    const node = find(request);
    demandNode(request.site, request.user, node, 'ViewVersions');
    return fileVersionEntities(request.site, node);
  };
  const drop = (request: RestRequest, test: (entity: Entity) => boolean): void => {
    const node = find(request);
    demandNode(request.site, request.user, node, 'DeleteVersions');
    for (const entity of entities(request).filter(test)) {
      request.site.db.run('DELETE FROM file_versions WHERE node_no = ? AND ui_version = ?', node.no, Number(entity.values.ID));
    }
  };
  const content = (request: RestRequest, id: number): Buffer => {
    const node = find(request);
    demandNode(request.site, request.user, node, 'ViewVersions');
    const row = request.site.db.get('SELECT content FROM file_versions WHERE node_no = ? AND ui_version = ?', node.no, id);
    if (!row) {
      throw fileMissing(String(id));
    }
    return toBuffer(row.content);
  };
  const version = (id: number): Resource => {
    const one = (request: RestRequest): Entity => {
      const found = entities(request).find((entity) => entity.values.ID === id);
      if (!found) {
        throw fileMissing(String(id));
      }
      return found;
    };
    return {
      entity: one,
      get: (request) => entityAnswer(one(request)),
      remove: (request) => {
        drop(request, (entity) => entity.values.ID === id);
        return done();
      },
      children: { $value: () => ({ get: (request) => ({ kind: 'raw', status: 200, headers: { 'Content-Type': 'application/octet-stream' },
        body: content(request, id) }) }) }
    };
  };
  const dropping = (test: (request: RestRequest) => (entity: Entity) => boolean): Resource => action((request) => {
    drop(request, test(request));
    return { kind: 'null' };
  });
  const byId: NonNullable<Resource['call']> = (segment) => dropping((request) => (entity) =>
    entity.values.ID === request.whole(segment, 0, 'vid'));
  const byLabel: NonNullable<Resource['call']> = (segment) => dropping((request) => (entity) =>
    entity.values.VersionLabel === request.text(segment, 0, 'versionlabel'));
  return {
    get: (request) => ({ kind: 'collection', entities: entities(request), path: 'Versions', type: 'SP.FileVersion' }),
    call: (segment, request) => version(request.whole(segment, 0)),
    children: {
      getbyid: (segment, request) => version(request.whole(segment, 0)),
      deleteall: () => dropping(() => () => true),
      deletebyid: byId,
      recyclebyid: byId,
      deletebylabel: byLabel,
      recyclebylabel: byLabel,
      restorebylabel: (segment) => action((request) => {
        const label = request.text(segment, 0, 'versionlabel');
        const found = entities(request).find((entity) => entity.values.VersionLabel === label);
        writeContent(request.site, request.user, find(request), content(request, Number(found?.values.ID ?? 0)));
        return { kind: 'null' };
      })
    }
  };
}
