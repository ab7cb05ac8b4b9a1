import { done, entityAnswer, nothing } from '../../odata/entity';
import type { FieldPlace} from '../../fields/create';
import { availableFields, changeField, createField, deleteField, fieldsOf, NAME_HINT } from '../../fields/create';
import type { FieldDef, FieldXml} from '../../fields/definition';
import { isTrue } from '../../fields/definition';
import { readFieldProperties } from '../../fields/properties';
import { parseFieldXml } from '../../fields/schema-xml';
import { plainGuid } from '../../ids';
import type { ListDef, WebDef } from '../../store/definitions';
import { badArgument, fieldMissing } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action } from '../resource';
import { fieldEntity } from '../entities/field';

/** `fields` of a list or of the web; of the web, those of the root web too where that is asked for. */
export function fields(web: WebDef, list: ListDef | undefined, available = false): Resource {
  const place = ({ site, user }: RestRequest): FieldPlace => ({ site, web, ...(list ? { list: site.catalog.list(list.no) } : {}), user });
  const known = (request: RestRequest): FieldDef[] => (available ? availableFields(place(request)) : fieldsOf(place(request)));
  const find = (request: RestRequest, test: (field: FieldDef) => boolean, name: string): FieldDef => {
    const found = known(request).find(test);
    if (!found) {
      throw fieldMissing(name);
    }
    return found;
  };
  const add = (request: RestRequest, xml: FieldXml, options: number): ReturnType<NonNullable<Resource['post']>> =>
    entityAnswer(fieldEntity(createField(place(request), xml, options), list), 201);
  const byName = (segment: Parameters<NonNullable<Resource['call']>>[0], how: 'title' | 'internal' | 'both'): Resource => {
    return field(place, (request) => {
      const name = request.text(segment, 0);
      const internal = known(request).find((one) => one.name === name);
      const title = known(request).find((one) => one.title.toLowerCase() === name.toLowerCase());
      // SharePoint's own columns are known by their English title too, whatever the language.
      const plain = known(request).find((one) => one.builtIn && one.name.toLowerCase() === name.toLowerCase());
      const found = how === 'title' ? title ?? plain : how === 'internal' ? internal : internal ?? title;
      if (!found) {
        throw fieldMissing(name);
      }
      return found;
    }, list);
  };
  return {
    get: (request) => {
      demandSee(request, web, list);
      return { kind: 'collection', entities: known(request).map((one) => fieldEntity(one, list)), path: 'Fields',
        type: 'SP.Field' };
    },
    post: (request) => add(request, readFieldProperties(request.site, request.json), 0),
    call: (segment) => field(place, (request) => {
      const id = plainGuid(request.text(segment, 0));
      return find(request, (one) => one.id === id, id);
    }, list),
    children: {
      getbyid: (segment) => field(place, (request) => find(request, (one) => one.id === plainGuid(request.text(segment, 0)),
        request.text(segment, 0)), list),
      getbytitle: (segment) => byName(segment, 'title'),
      getbyinternalname: (segment) => byName(segment, 'internal'),
      getbyinternalnameortitle: (segment) => byName(segment, 'both'),
      addfield: () => action((request) => {
        const parameters = request.json.parameters as Record<string, unknown> | undefined;
        return add(request, readFieldProperties(request.site, parameters ?? {}), 0);
      }),
      createfieldasxml: () => action((request) => {
        const parameters = request.json.parameters as { SchemaXml?: unknown; Options?: unknown } | undefined;
        if (typeof parameters?.SchemaXml !== 'string') {
          throw badArgument();
        }
        return add(request, parseFieldXml(parameters.SchemaXml), Number(parameters.Options ?? 0));
      }),
      adddependentlookupfield: (segment) => action((request) => {
        const primaryId = plainGuid(request.text(segment, 1, 'primarylookupfieldid'));
        const primary = find(request, (one) => one.id === primaryId, primaryId);
        if (!primary.lookup || primary.lookup.primaryFieldId) {
          throw badArgument();
        }
        const xml: FieldXml = {
          attributes: {
            Type: 'Lookup', DisplayName: request.text(segment, 0, 'displayname'), List: `{${primary.lookup.listId}}`,
            ShowField: request.text(segment, 2, 'showfield'),
            FieldRef: primary.id, ReadOnly: 'TRUE'
          }
        };
        return add(request, xml, 0);
      })
    }
  };
}

/** The columns of a list are for who may look into it, those of a web for who may open it. */
function demandSee(request: RestRequest, web: WebDef, list: ListDef | undefined): void {
  if (list) {
    request.demandLook({ web, list });
  } else {
    request.demand({ web }, 'Open');
  }
}

function field(place: (request: RestRequest) => FieldPlace, find: (request: RestRequest) => FieldDef, list: ListDef | undefined): Resource {
  const show = (attribute: string) => (segment: Parameters<NonNullable<Resource['call']>>[0]): Resource => action((request) => {
    const found = find(request);
    const value = isTrue(request.text(segment, 0)) ? 'TRUE' : 'FALSE';
    changeField(place(request), found, { ...found.xml, attributes: { ...found.xml.attributes, [attribute]: value } });
    return { kind: 'null' };
  });
  return {
    entity: (request) => fieldEntity(find(request), list),
    get: (request) => {
      demandSee(request, request.web, list);
      return entityAnswer(fieldEntity(find(request), list));
    },
    merge: (request) => {
      const found = find(request);
      changeField(place(request), found, readFieldProperties(request.site, request.json, found.xml));
      return nothing();
    },
    remove: (request) => {
      deleteField(place(request), find(request));
      return done();
    },
    children: { setshowindisplayform: show('ShowInDisplayForm'), setshowineditform: show('ShowInEditForm'),
      setshowinnewform: show('ShowInNewForm') }
  };
}

export const FIELD_NAME_HINT = NAME_HINT;
