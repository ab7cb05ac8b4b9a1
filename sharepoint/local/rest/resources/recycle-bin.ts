import { plainGuid } from '../../ids';
import type { Stages } from '../../lists/recycle';
import { purgeEntry, recycleEntries, restore } from '../../lists/recycle';
import type { Entity } from '../../odata/entity';
import { entityAnswer } from '../../odata/entity';
import type { WebDef } from '../../store/definitions';
import { badArgument } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action, query } from '../resource';

const toSecondStage = (request: RestRequest, id: string): void => {
  request.site.db.run('UPDATE recycle_bin SET stage = 2 WHERE id = ?', id);
};

/** `recyclebin` of a web: the first stage. What lies in the second is found by its id, or in the site's bin. */
export const recycleBin = (web: WebDef): Resource => bin(() => [web], 'first');

/** `site/recyclebin`: both stages of all webs, for who holds the root web. */
export const siteRecycleBin = (): Resource => bin((request) => wholeSite(request), 'both');

/** SP.RecycleBinOrderBy, by number. */
const ORDER = ['Title', 'DirName', 'AuthorName', 'DeletedDate', 'Size', 'DeletedByName'] as const;

/**
 * `GetRecycleBinItems` of a web or of the site: the second stage (2), or the first (1, and 0 as SharePoint
 * does), in some order, so many. PagingInfo is the id of the last entry of the page before (assumption).
 */
export const recycleBinItems = (webs: (request: RestRequest) => readonly WebDef[]): Resource => query((request) => {
  const asked = (request.json.queryInfo ?? request.json) as Record<string, unknown>;
  const given = new Map(Object.entries(asked).map(([name, value]) => [name.toLowerCase(), value]));
  const stage = (['first', 'first', 'second'] as const)[Number(given.get('itemstate') ?? 0)];
  const limit = Number(given.get('rowlimit') ?? 100);
  const order = given.get('orderby');
  const by = order === null || order === undefined ? undefined : ORDER[Number(order)];
  if (!stage || !Number.isInteger(limit) || limit < 1) {
    throw badArgument();
  }
  const all = webs(request).flatMap((web) => recycleEntries(request.site, web, request.user, stage))
    .filter(({ values }) => given.get('showonlymyitems') !== true || values.DeletedByEmail === request.user.email);
  const down = given.get('isascending') === false ? -1 : 1;
  if (by) {
    const text = ({ values }: Entity): string => String(values[by] ?? '');
    all.sort((a, b) => down * (by === 'Size' ? Number(a.values.Size) - Number(b.values.Size) : text(a).localeCompare(text(b))));
  }
  const after = given.get('paginginfo');
  const start = typeof after === 'string' && after !== '' ? all.findIndex(({ values }) => values.Id === plainGuid(after)) + 1 : 0;
  return { kind: 'collection', entities: all.slice(start, start + limit), path: 'Web/RecycleBin', type: 'SP.RecycleBinItem' };
});

/** All webs, for who holds the root web. */
export const wholeSite = (request: RestRequest): readonly WebDef[] => {
  request.demand({ web: request.site.catalog.rootWeb }, 'ManageWeb');
  return request.site.catalog.webs;
};

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
