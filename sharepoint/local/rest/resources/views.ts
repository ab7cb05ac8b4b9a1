import { done, entityAnswer, nothing } from '../../odata/entity';
import { plainGuid } from '../../ids';
import { logChange } from '../../items/changes';
import { createView, deleteView, save, updateView, viewById, viewXml } from '../../lists/views';
import type { ListDef, ViewDef, WebDef } from '../../store/definitions';
import { badArgument, fieldMissing, viewMissing } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action, query } from '../resource';
import { viewEntity, viewFieldsEntity } from '../entities/list';

/** `views` of a list. */
export function views(web: WebDef, list: ListDef): Resource {
  return {
    get: (request) => {
      request.demandLook({ web, list });
      const visible = request.site.catalog.views(list).filter((one) => !one.props.personal || one.props.owner === request.user.id);
      return { kind: 'collection', entities: visible.map((one) => viewEntity(list, one)), path: 'Views', type: 'SP.View' };
    },
    post: (request) => {
      return addView(request, web, list, request.json);
    },
    call: (segment) => view(web, list, (request) => shown(request, viewById(request.site, list, plainGuid(request.text(segment, 0))))),
    children: {
      add: () => action((request) => {
        const body = (request.json.parameters ?? {}) as Record<string, unknown>;
        return addView(request, web, list, viewBody(body));
      }),
      getbyid: (segment) => view(web, list, (request) => shown(request, viewById(request.site, list,
        plainGuid(request.text(segment, 0))))),
      getbytitle: (segment) => view(web, list, (request) => {
        const title = request.text(segment, 0).toLowerCase();
        const found = request.site.catalog.views(list).find((one) => one.title.toLowerCase() === title);
        if (!found) {
          throw viewMissing();
        }
        return shown(request, found);
      })
    }
  };
}

function addView(request: RestRequest, web: WebDef, list: ListDef, body: Record<string, unknown>): ReturnType<typeof entityAnswer> {
  request.demand({ web, list }, body.PersonalView === true ? 'ManagePersonalViews' : 'ManageLists');
  const made = createView(request.site, list, request.user, body);
  logView(request, web, list, made, 'Add');
  return entityAnswer(viewEntity(list, made), 201);
}

/** The change log tells of personal views too, by their ids alone (assumption). */
function logView({ site, user }: RestRequest, web: WebDef, list: ListDef, found: ViewDef, kind: 'Add' | 'Update' | 'DeleteObject'): void {
  logChange(site, { web, list, object: 'View', kind, user, more: { viewId: found.id } });
}

/** SP.ViewCreationInformation says some things by other names than a view does. */
function viewBody(given: Record<string, unknown>): Record<string, unknown> {
  const { Query, SetAsDefaultView, ViewTypeKind, baseViewId: _base, CalendarViewStyles: _calendar, AssociatedContentTypeId: _type,
    ...rest } = given;
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)),
    ...(typeof Query === 'string' ? { ViewQuery: Query } : {}),
    ...(SetAsDefaultView === true ? { DefaultView: true } : {}), ...(typeof ViewTypeKind === 'number' ? { ViewTypeKind } : {})
  };
}

/** Somebody's own view is theirs alone. @throws SharePointError 404 */
function shown(request: RestRequest, found: ViewDef): ViewDef {
  if (found.props.personal && found.props.owner !== request.user.id) {
    throw viewMissing();
  }
  return found;
}

export function view(web: WebDef, list: ListDef, find: (request: RestRequest) => ViewDef): Resource {
  const demand = (request: RestRequest): ViewDef => {
    const found = find(request);
    const own = found.props.personal && found.props.owner === request.user.id;
    request.demand({ web, list }, own ? 'ManagePersonalViews' : 'ManageLists');
    return found;
  };
  const see = (request: RestRequest): ReturnType<typeof viewEntity> => {
    request.demandLook({ web, list });
    return viewEntity(list, find(request));
  };
  return {
    entity: see,
    get: (request) => entityAnswer(see(request)),
    merge: (request) => {
      const found = demand(request);
      updateView(request.site, list, found, request.json);
      logView(request, web, list, found, 'Update');
      return nothing();
    },
    remove: (request) => {
      const found = demand(request);
      deleteView(request.site, found);
      logView(request, web, list, found, 'DeleteObject');
      return done();
    },
    children: {
      viewfields: () => viewFields(web, list, find, demand),
      setviewxml: () => action((request) => {
        const found = demand(request);
        updateView(request.site, list, found, { ListViewXml: request.json.viewXml });
        logView(request, web, list, found, 'Update');
        return { kind: 'null' };
      }),
      renderashtml: () => query((request) => ({ kind: 'value', name: 'RenderAsHtml', value: viewXml(find(request)), type: 'Edm.String' }))
    }
  };
}

function viewFields(web: WebDef, list: ListDef, find: (request: RestRequest) => ViewDef,
  demand: (request: RestRequest) => ViewDef): Resource {
  const change = (request: RestRequest, make: (names: string[]) => string[]): ReturnType<NonNullable<Resource['post']>> => {
    const found = demand(request);
    save(request.site, { ...found, props: { ...found.props, fields: make([...found.props.fields]) } });
    logView(request, web, list, found, 'Update');
    return { kind: 'null' };
  };
  const internal = (request: RestRequest, name: string): string => {
    const fields = request.site.catalog.list(list.no).fields;
    const field = fields.find((one) => one.name === name) ?? fields.find((one) => one.title.toLowerCase() === name.toLowerCase());
    if (!field) {
      throw fieldMissing(name);
    }
    return field.name;
  };
  const entity = (request: RestRequest): ReturnType<typeof viewFieldsEntity> => {
    const found = find(request);
    return viewFieldsEntity(`Web/Lists(guid'${list.id}')/Views(guid'${found.id}')`, found);
  };
  return {
    entity,
    get: (request) => entityAnswer(entity(request)),
    children: {
      addviewfield: (segment) => action((request) => change(request, (names) => {
        const name = internal(request, request.text(segment, 0));
        return names.includes(name) ? names : [...names, name];
      })),
      removeviewfield: (segment) => action((request) => change(request, (names) =>
        names.filter((name) => name !== request.text(segment, 0)))),
      removeallviewfields: () => action((request) => change(request, () => [])),
      moveviewfieldto: () => action((request) => change(request, (names) => {
        const { field, index } = request.json;
        if (typeof field !== 'string' || typeof index !== 'number' || !names.includes(field)) {
          throw badArgument();
        }
        const rest = names.filter((name) => name !== field);
        rest.splice(index, 0, field);
        return rest;
      }))
    }
  };
}
