import type { Entity} from '../../odata/entity';
import { done, entityAnswer, nothing, valueAnswer } from '../../odata/entity';
import type { ContentTypeDef} from '../../lists/content-types';
import { addToList, contentTypes, parentOf, insert, pushToChildren, removeContentType, saveContentType } from '../../lists/content-types';
import { logChange } from '../../items/changes';
import { newGuid } from '../../ids';
import type { ListDef, WebDef } from '../../store/definitions';
import { badArgument, contentTypeMissing } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action, query } from '../resource';
import { contentTypeEntity } from '../entities/content-type';

/** `contenttypes` of the web or of a list. */
export function contentTypeResource(web: WebDef, list?: ListDef): Resource {
  const securable = { web, ...(list ? { list } : {}) };
  const find = (request: RestRequest, id: string): ContentTypeDef => {
    const found = contentTypes(request.site, web, list).find((type) => type.id.toLowerCase() === id.toLowerCase());
    if (!found) {
      throw contentTypeMissing();
    }
    return found;
  };
  const log = ({ site, user }: RestRequest, contentTypeId: string, kind: 'Add' | 'Update' | 'DeleteObject'): void =>
    logChange(site, { ...securable, object: 'ContentType', kind, user, more: { contentTypeId } });
  const one = (id: (request: RestRequest) => string): Resource => {
    const entity = (request: RestRequest): Entity => contentTypeEntity(find(request, id(request)), list);
    return {
      entity,
      get: (request) => entityAnswer(entity(request)),
      merge: (request) => {
        request.demand(securable, 'ManageLists');
        const type = find(request, id(request));
        const { Name, ...rest } = request.json;
        saveContentType(request.site, { ...type, name: typeof Name === 'string' ? Name : type.name, props: { ...type.props, ...rest } });
        log(request, type.id, 'Update');
        return nothing();
      },
      remove: (request) => {
        request.demand(securable, 'ManageLists');
        const type = find(request, id(request));
        removeContentType(request.site, type);
        log(request, type.id, 'DeleteObject');
        return done();
      },
      children: {
        update: () => action((request) => {
          request.demand(securable, 'ManageLists');
          const type = find(request, id(request));
          if (request.json.updateChildren === true) {
            pushToChildren(request.site, type);
          }
          log(request, type.id, 'Update');
          return { kind: 'null' };
        }),
        nameresource: () => resourceText('Name', (request) => find(request, id(request))),
        descriptionresource: () => resourceText('Description', (request) => find(request, id(request))),
        parent: () => query((request) => {
          const parent = find(request, id(request)).props.parent;
          return entityAnswer(contentTypeEntity(contentTypes(request.site, web).find((type) => type.id === parent)
            ?? find(request, id(request))));
        }),
        workflowassociations: () => query(() => ({ kind: 'collection', entities: [], path: 'WorkflowAssociations',
          type: 'SP.Workflow.WorkflowAssociation' })),
        fieldlinks: () => query((request) => ({
          kind: 'collection', path: 'FieldLinks', type: 'SP.FieldLink',
          entities: ((entity(request).links?.Fields() ?? []) as Entity[]).map((field) => ({
            type: 'SP.FieldLink', path: `FieldLinks(guid'${String(field.values.Id)}')`,
            values: { FieldInternalName: field.values.InternalName, Hidden: field.values.Hidden, Id: field.values.Id,
            Name: field.values.InternalName, Required: field.values.Required }
          }))
        }))
      }
    };
  };
  // A text in several languages: the type's own where there is none for a language.
  const resourceText = (name: 'Name' | 'Description', type: (request: RestRequest) => ContentTypeDef): Resource => {
    const own = (request: RestRequest): string => (name === 'Name' ? type(request).name : String(type(request).props.Description ?? ''));
    const kept = (request: RestRequest): Record<string, string> =>
      (type(request).props[`translated${name}`] ?? {}) as Record<string, string>;
    const culture = (request: RestRequest): string => {
      const { cultureName } = request.json;
      if (typeof cultureName !== 'string' || !/^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(cultureName)) {
        throw badArgument();
      }
      return cultureName.toLowerCase();
    };
    const entity = (request: RestRequest): Entity => ({ type: 'SP.UserResource', path: `Web/ContentTypes('${type(request).id}')/${name}Resource`,
      values: { Value: own(request) } });
    return {
      entity, get: (request) => entityAnswer(entity(request)),
      children: {
        getvalueforuiculture: () => query((request) =>
          valueAnswer('GetValueForUICulture', kept(request)[culture(request)] ?? own(request), 'Edm.String')),
        setvalueforuiculture: () => action((request) => {
          request.demand(securable, 'ManageLists');
          const found = type(request);
          saveContentType(request.site, { ...found, props: { ...found.props,
            [`translated${name}`]: { ...kept(request), [culture(request)]: String(request.json.value ?? '') } } });
          return { kind: 'null' };
        })
      }
    };
  };
  return {
    get: (request) => ({ kind: 'collection', entities: contentTypes(request.site, web, list).map((type) => contentTypeEntity(type, list)),
      path: 'ContentTypes', type: 'SP.ContentType' }),
    post: (request) => {
      request.demand(securable, 'ManageLists');
      const { Id, Name, ...rest } = request.json;
      const given = (Id as { StringValue?: unknown } | undefined)?.StringValue;
      const id = typeof given === 'string' && given !== '' ? given : `0x0100${newGuid().replace(/-/g, '').toUpperCase()}`;
      insert(request.site, web.no, list?.no ?? null, id, String(Name ?? ''), { parent: parentOf(id), ...rest });
      log(request, id, 'Add');
      return entityAnswer(contentTypeEntity(find(request, id), list), 201);
    },
    call: (segment) => one((request) => request.text(segment, 0)),
    children: {
      getbyid: (segment) => one((request) => request.text(segment, 0)),
      addavailablecontenttype: () => action((request) => {
        request.demand(securable, 'ManageLists');
        const wanted = String(request.json.contentTypeId ?? '');
        const source = contentTypes(request.site, request.site.catalog.rootWeb).find((type) =>
          type.id.toLowerCase() === wanted.toLowerCase());
        if (!source || !list) {
          throw contentTypeMissing();
        }
        const added = addToList(request.site, web, list, source);
        log(request, added.id, 'Add');
        return entityAnswer(contentTypeEntity(added, list));
      })
    }
  };
}
