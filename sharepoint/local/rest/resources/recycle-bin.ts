import { plainGuid } from '../../ids';
import type { Stages } from '../../lists/recycle';
import { purgeEntry, recycleEntries, restore } from '../../lists/recycle';
import type { Entity } from '../../odata/entity';
import { entityAnswer } from '../../odata/entity';
import type { WebDef } from '../../store/definitions';
import { badArgument } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action } from '../resource';

const toSecondStage = (request: RestRequest, id: string): void => {
  request.site.db.run('UPDATE recycle_bin SET stage = 2 WHERE id = ?', id);
};

/** `recyclebin` of a web: the first stage. What lies in the second is found by its id, or in the site's bin. */
export const recycleBin = (web: WebDef): Resource => bin(() => [web], 'first');

/** `site/recyclebin`: both stages of all webs, for who holds the root web. */
export const siteRecycleBin = (): Resource => bin((request) => {
  request.demand({ web: request.site.catalog.rootWeb }, 'ManageWeb');
  return request.site.catalog.webs;
}, 'both');

function bin(webs: (request: RestRequest) => readonly WebDef[], shown: Stages): Resource {
  const entries = (request: RestRequest, stages: Stages): { web: WebDef; entity: Entity }[] => webs(request).flatMap((web) =>
    recycleEntries(request.site, web, request.user, stages).map((entity) => ({ web, entity })));
  const one = (id: (request: RestRequest) => string): Resource => {
    const find = (request: RestRequest): { web: WebDef; entity: Entity } => {
      const found = entries(request, 'both').find(({ entity }) => entity.values.Id === plainGuid(id(request)));
      if (!found) {
        throw badArgument();
      }
      return found;
    };
    const doing = (work: (request: RestRequest, web: WebDef, id: string) => void) => (): Resource => action((request) => {
      const { web, entity } = find(request);
      work(request, web, String(entity.values.Id));
      return { kind: 'null' };
    });
    return {
      entity: (request) => find(request).entity,
      get: (request) => entityAnswer(find(request).entity),
      children: {
        restore: doing((request, web, entry) => restore(request.site, web, request.user, entry)),
        deleteobject: doing((request, _web, entry) => purgeEntry(request.site, entry)),
        movetosecondstage: doing((request, _web, entry) => toSecondStage(request, entry))
      }
    };
  };
  const all = (stages: Stages, work: (request: RestRequest, web: WebDef, id: string) => void) => (): Resource => action((request) => {
    entries(request, stages).forEach(({ web, entity }) => work(request, web, String(entity.values.Id)));
    return { kind: 'null' };
  });
  return {
    get: (request) => ({ kind: 'collection', entities: entries(request, shown).map(({ entity }) => entity), path: 'Web/RecycleBin',
      type: 'SP.RecycleBinItem' }),
    call: (segment) => one((request) => request.text(segment, 0)),
    children: {
      getbyid: (segment) => one((request) => request.text(segment, 0)),
      restoreall: all(shown, (request, web, id) => restore(request.site, web, request.user, id)),
      deleteall: all(shown, (request, _web, id) => purgeEntry(request.site, id)),
      movealltosecondstage: all('first', (request, _web, id) => toSecondStage(request, id)),
      deleteallsecondstageitems: all('second', (request, _web, id) => purgeEntry(request.site, id))
    }
  };
}
