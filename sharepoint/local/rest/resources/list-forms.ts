import { fieldText, rawOf } from '../../items/texts';
import { isVisible, readRow } from '../../items/write';
import { isUser } from '../../fields/definition';
import { idsOf } from '../../items/values';
import { valueAnswer } from '../../odata/entity';
import type { ListDef, WebDef } from '../../store/definitions';
import { contentTypes } from '../../lists/content-types';
import { fieldEntity } from '../entities/field';
import { badArgument, itemMissing } from '../errors';
import type { Resource } from '../resource';
import { action } from '../resource';
import type { Segment } from '../../odata/segments';

const MODES: Record<string, number> = { 1: 1, 2: 2, 3: 3, display: 1, edit: 2, new: 3 };

/** RenderListFormData: what a form shows of an item, as text that is JSON. */
export const listFormData = (web: WebDef, list: ListDef) => (segment: Segment): Resource => action((request) => {
  request.demandLook({ web, list });
  const { site, user } = request;
  const mode = MODES[request.text(segment, 2, 'mode').toLowerCase()];
  if (mode === undefined) {
    throw badArgument();
  }
  const id = request.whole(segment, 0, 'itemid');
  const row = mode === MODES.new ? undefined : readRow(site, list, id);
  if (row && !isVisible({ site, web, list, user }, row)) {
    throw itemMissing();
  }
  const shown = list.fields.filter((field) => field.name === 'Title' || (!field.builtIn && !field.hidden && field.type !== 'Computed'));
  const values = row ? Object.fromEntries([...shown, ...list.fields.filter((field) => ['Created', 'Modified', 'Author', 'Editor']
    .includes(field.name))].map((field) => {
    const raw = rawOf(field, row);
    const people = (): unknown => (raw === null ? [] : field.type === 'UserMulti' ? idsOf(raw) : [Number(raw)]).map((one) => {
      const person = site.principals.find(one);
      return { id: String(one), title: person?.title ?? '', email: person?.email ?? '', sip: person?.email ?? '' };
    });
    return [field.name, isUser(field) ? people() : fieldText(site, web, user, field, raw, true)];
  })) : {};
  const typeId = row ? String(row.content_type) : undefined;
  const type = contentTypes(site, web, list).find((one) => typeId === undefined || one.id === typeId);
  const body = {
    ...values, ContentType: type?.name ?? '', ItemContentTypeName: type?.name ?? '', ItemContentTypeId: type?.id ?? '',
    Attachments: row ? { UrlPrefix: `${site.absolute(list.url)}/Attachments/${id}/`, Attachments: [] } : null,
    FieldControlModes: Object.fromEntries(shown.map((field) => [field.name, field.readOnly ? 1 : mode])),
    FormControlMode: mode,
    ItemAttributes: { Id: row ? id : -1, FsObjType: row ? Number(row.fs_type) : 0, Url: `${list.url}/${row ? String(row.leaf) : ''}` },
    ListAttributes: { Id: list.id, BaseType: 0, Direction: 'none', ListTemplateType: list.template, DefaultItemOpen: 1, EnableVesioning:
      list.props.enableVersioning },
    ListSchema: Object.fromEntries(shown.map((field) => {
      const { values: all } = fieldEntity(field, list);
      return [field.name, { Id: field.id, Title: field.title, Name: field.name, Required: field.required, ReadOnlyField: field.readOnly,
        Type: field.type, FieldType: field.type, Description: all.Description, DefaultValue: all.DefaultValue, Hidden: field.hidden }];
    })),
    WebAttributes: { WebUrl: site.absolute(web.url), EffectivePresenceEnabled: true, AllowScriptableWebParts: true,
      PermissionCustomizePages: true,
      LCID: String(web.props.language), CurrentUserId: user.id },
    CSRCustomLayout: false, PostBackRequired: false, PreviousPostBackHandled: false, UploadMode: false, SubmitButtonID: '', JSLinks: null
  };
  return valueAnswer('RenderListFormData', JSON.stringify(body), 'Edm.String');
});
