import type { Entity } from '../../odata/entity';
import { Complex } from '../../odata/entity';
import type { ContentTypeDef } from '../../lists/content-types';
import type { ListDef } from '../../store/definitions';
import { fieldEntity } from './field';

const FORMS = ['Display', 'Edit', 'New'];

export function contentTypeEntity(type: ContentTypeDef, list?: ListDef): Entity {
  const text = (name: string): string => (typeof type.props[name] === 'string' ? (type.props[name] as string) : '');
  const urls = Object.fromEntries(FORMS.flatMap((form) => [[`${form}FormUrl`, text(`${form}FormUrl`)], [`Mobile${form}FormUrl`, '']]));
  return {
    type: 'SP.ContentType',
    path: `Web/${list ? `Lists(guid'${list.id}')/` : ''}ContentTypes('${type.id}')`,
    values: {
      ClientFormCustomFormatter: text('ClientFormCustomFormatter'), Description: text('Description'), DisplayFormTemplateName: 'ListForm',
      DocumentTemplate: '', DocumentTemplateUrl: '', EditFormTemplateName: 'ListForm', Group: text('group') || text('Group'),
      Hidden: type.props.Hidden === true,
      Id: new Complex('SP.ContentTypeId', { StringValue: type.id }), JSLink: '', Name: type.name, NewFormTemplateName: 'ListForm',
      ReadOnly: type.props.ReadOnly === true,
      SchemaXml: `<ContentType ID="${type.id}" Name="${type.name.replace(/[&"<]/g, '')}" Version="1" />`, Scope: list?.url ?? '/',
      Sealed: false, StringId: type.id, ...urls
    },
    links: { Fields: () => (list?.fields ?? []).filter((field) => !field.builtIn || field.name === 'Title').map((field) =>
      fieldEntity(field, list)) }
  };
}
