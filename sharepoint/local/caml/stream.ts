import type { FieldDef } from '../fields/definition';
import { isLookup, isUser } from '../fields/definition';
import { fieldText, rawOf } from '../items/texts';
import { idsOf, listOf } from '../items/values';
import { findField } from '../items/scope';
import { shownText } from '../items/shown';
import { readRow, securableOf } from '../items/write';
import type { Subject } from '../security/permissions';
import type { Site } from '../site';
import type { Row } from '../store/database';
import type { ListDef, WebDef } from '../store/definitions';

/** A row as RenderListDataAsStream gives it: texts for people, with the plain value beside them under `Name.`. */
export function streamRow(site: Site, web: WebDef, list: ListDef, user: Subject, id: number, names: readonly string[]): Record<string,
  unknown> {
  const row = readRow(site, list, id);
  const mask = site.permissions.effective(user, securableOf({ web, list }, row));
  const result: Record<string, unknown> = {
    ID: String(id), PermMask: `0x${mask.toString(16)}`, FSObjType: String(row.fs_type),
    UniqueId: `{${String(row.unique_id).toUpperCase()}}`, ContentTypeId: row.content_type,
    FileRef: `${String(row.dir)}/${String(row.leaf)}`, 'FileRef.urlencode': encodeURIComponent(`${String(row.dir)}/${String(row.leaf)}`),
    FileLeafRef: row.leaf,
    'File_x0020_Type': row.file_type ?? '', owshiddenversion: String(row.version)
  };
  for (const name of names) {
    const field = findField(list, ['LinkTitle', 'LinkTitleNoMenu'].includes(name) ? 'Title' : name === 'LinkFilename'
      ? 'FileLeafRef' : name);
    if (field && field.type !== 'Computed') {
      Object.assign(result, cell(site, web, user, field, name, row));
    }
  }
  return result;
}

function cell(site: Site, web: WebDef, viewer: Subject, field: FieldDef, name: string, row: Row): Record<string, unknown> {
  const raw = rawOf(field, row);
  const text = fieldText(site, web, viewer, field, raw);
  if (isUser(field)) {
    const ids = raw === null ? [] : field.type === 'UserMulti' ? idsOf(raw) : [Number(raw)];
    const people = ids.map((id) => {
      const person = site.principals.find(id);
      return { id: String(id), title: person?.title ?? '', email: person?.email ?? '', sip: person?.email ?? '', picture: '' };
    });
    return { [name]: people.length === 0 ? '' : people };
  }
  if (isLookup(field)) {
    const ids = raw === null ? [] : field.type === 'LookupMulti' ? idsOf(raw) : [Number(raw)];
    const texts = ids.map((id) => ({ lookupId: id, lookupValue: shownText(site, viewer, field, id), isSecretFieldValue: false }));
    return { [name]: texts.length === 0 ? '' : texts };
  }
  switch (field.type) {
    case 'Number':
    case 'Currency':
      return { [name]: text, [`${name}.`]: raw === null ? '' : Number(raw).toFixed(14) };
    case 'DateTime':
      return { [name]: text, [`${name}.`]: raw ?? '' };
    case 'Boolean':
      return { [name]: text, [`${name}.value`]: raw === null ? '' : String(raw) };
    case 'MultiChoice':
      return { [name]: raw === null ? '' : listOf(raw) };
    case 'URL': {
      const link = raw === null ? undefined : (JSON.parse(String(raw)) as { Url: string; Description: string });
      return { [name]: link?.Url ?? '', [`${name}.desc`]: link?.Description ?? '' };
    }
    case 'Attachments':
      return { [name]: String(raw ?? 0) };
    default:
      return { [name]: text };
  }
}
