import { fileAt, serverPath } from '../../files/nodes';
import { isGuid, plainGuid } from '../../ids';
import { demandWrite, isVisible, readRow } from '../../items/write';
import type { Entity } from '../../odata/entity';
import type { Row } from '../../store/database';
import type { ListDef, WebDef } from '../../store/definitions';
import { badArgument, listMissing } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action } from '../resource';

interface End {
  web: WebDef;
  list: ListDef;
  id: number;
}

/** Most a page of related items has. */
const PAGE = 30;

/** The `SP.RelatedItemManager` of a web: links from an item to others, kept apart from the lists' columns. */
export function relatedItemChildren(web: WebDef): Record<string, () => Resource> {
  const add = (ends: (request: RestRequest) => [End, End]) => (): Resource => action((request) => {
    const [source, target] = ends(request);
    link(request, source, target);
    if (request.json.TryAddReverseLink === true) {
      link(request, target, source);
    }
    return { kind: 'null' };
  });
  const list = (most: number) => (): Resource => action((request) => {
    const source = itemEnd(request, web, 'Source');
    demandSeen(request, source);
    return { kind: 'collection', entities: related(request, source).slice(0, most), path: 'RelatedItems', type: 'SP.RelatedItem' };
  });
  return {
    'sp.relateditemmanager.addsinglelink': add((request) => [itemEnd(request, web, 'Source'), itemEnd(request, web, 'Target')]),
    'sp.relateditemmanager.addsinglelinktourl': add((request) =>
      [itemEnd(request, web, 'Source'), urlEnd(request, request.json.TargetItemUrl)]),
    'sp.relateditemmanager.addsinglelinkfromurl': add((request) =>
      [urlEnd(request, request.json.SourceItemUrl), itemEnd(request, web, 'Target')]),
    'sp.relateditemmanager.deletesinglelink': () => action((request) => {
      const source = itemEnd(request, web, 'Source');
      const target = itemEnd(request, web, 'Target');
      unlink(request, source, target);
      if (request.json.TryDeleteReverseLink === true) {
        unlink(request, target, source);
      }
      return { kind: 'null' };
    }),
    'sp.relateditemmanager.getrelateditems': list(Infinity),
    'sp.relateditemmanager.getpageonerelateditems': list(PAGE)
  };
}

function itemEnd(request: RestRequest, web: WebDef, part: 'Source' | 'Target'): End {
  const { json, site } = request;
  const name = String(json[`${part}ListName`] ?? '');
  const webUrl = json[`${part}WebUrl`];
  const at = typeof webUrl === 'string' && webUrl !== '' ? site.catalog.webByUrl(serverPath(webUrl)) : web;
  if (!at) {
    throw badArgument();
  }
  const id = plainGuid(name);
  const list = isGuid(id) ? site.catalog.listById(id) : site.catalog.listByTitle(at, name);
  if (!list || list.webNo !== at.no) {
    throw listMissing(name);
  }
  return { web: at, list, id: Number(json[`${part}ItemID`] ?? 0) };
}

function urlEnd(request: RestRequest, url: unknown): End {
  const node = fileAt(request.site, serverPath(String(url ?? '')));
  if (node.listNo === null || node.itemId === null) {
    throw badArgument();
  }
  return { web: request.site.catalog.webByNo(node.webNo), list: request.site.catalog.list(node.listNo), id: node.itemId };
}

/** @throws SharePointError 404 where the item is not there for whoever asks. */
function demandSeen(request: RestRequest, { web, list, id }: End): Row {
  const row = readRow(request.site, list, id);
  request.demand({ web, list, item: { id, scopeNo: row.scope_no == null ? null : Number(row.scope_no) } }, 'ViewListItems');
  return row;
}

function link(request: RestRequest, source: End, target: End): void {
  const { site, user } = request;
  demandSeen(request, target);
  demandWrite({ site, web: source.web, list: source.list, user }, readRow(site, source.list, source.id), 'EditListItems');
  site.db.run('INSERT OR IGNORE INTO related_items VALUES (?, ?, ?, ?)', source.list.no, source.id, target.list.no, target.id);
}

function unlink(request: RestRequest, source: End, target: End): void {
  const { site, user } = request;
  demandWrite({ site, web: source.web, list: source.list, user }, readRow(site, source.list, source.id), 'EditListItems');
  site.db.run('DELETE FROM related_items WHERE list_no = ? AND item_id = ? AND target_list = ? AND target_item = ?', source.list.no,
    source.id, target.list.no, target.id);
}

/** What an item is linked to, as far as it is still there and to be seen. */
function related(request: RestRequest, source: End): Entity[] {
  const { site, user } = request;
  return site.db.all('SELECT target_list, target_item FROM related_items WHERE list_no = ? AND item_id = ? ORDER BY rowid',
    source.list.no, source.id).flatMap((found) => {
    const list = site.catalog.findList(Number(found.target_list));
    const row = list && site.db.get(`SELECT * FROM list_${list.no} WHERE id = ?`, Number(found.target_item));
    if (!list || !row) {
      return [];
    }
    const web = site.catalog.webByNo(list.webNo);
    if (!isVisible({ site, web, list, user }, row)) {
      return [];
    }
    const title = list.fields.find((field) => field.name === 'Title')?.column ?? 'leaf';
    return [{
      type: 'SP.RelatedItem', path: 'RelatedItem',
      values: { IconUrl: '/_layouts/15/images/generic.png', ItemId: Number(row.id), ListId: list.id, Title: String(row[title] ?? row.leaf),
        Url: `${list.url}/DispForm.aspx?ID=${Number(row.id)}`, WebId: web.id }
    }];
  });
}
