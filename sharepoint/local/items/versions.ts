import type { Entity} from '../odata/entity';
import { Complex, ValueCollection } from '../odata/entity';
import type { FieldDef} from '../fields/definition';
import { isLookup, isUser } from '../fields/definition';
import { spelledOut } from '../fields/names';
import type { Subject } from '../security/permissions';
import type { Site } from '../site';
import type { Row, SqlValue } from '../store/database';
import type { ListDef } from '../store/definitions';
import { shownText } from './shown';
import { idsOf, restValue } from './values';

/** Versions of a row, the present one first. */
export function versionEntities(site: Site, viewer: Subject, list: ListDef, current: Row, path: string): Entity[] {
  const kept = site.db
    .all('SELECT row FROM item_versions WHERE list_no = ? AND item_id = ? ORDER BY ui_version DESC', list.no, Number(current.id))
    .map((row) => JSON.parse(String(row.row)) as Row);
  const rows = kept.length > 0 && Number(kept[0].ui_version) === Number(current.ui_version) ? kept : [current, ...kept];
  return rows.map((row, index) => versionEntity(site, viewer, list, row, index === 0, path));
}

function versionEntity(site: Site, viewer: Subject, list: ListDef, row: Row, isCurrent: boolean, path: string): Entity {
  const uiVersion = Number(row.ui_version);
  const label = `${Math.floor(uiVersion / 512)}.${uiVersion % 512}`;
  const values: Record<string, unknown> = {
    VersionId: uiVersion, VersionLabel: label, IsCurrentVersion: isCurrent, Created: row.modified, ID: row.id, GUID: row.guid,
    UniqueId: row.unique_id,
    ContentTypeId: new Complex('SP.ContentTypeId', { StringValue: row.content_type }), Modified: row.modified,
    FSObjType: String(row.fs_type),
    FileRef: `${String(row.dir)}/${String(row.leaf)}`, owshiddenversion: row.version, OData__x005f_UIVersionString: label,
    OData__x005f_Level: 1, OData__x005f_ModerationStatus: 0,
    Attachments: Number(row.attachments) > 0, ScopeId: '{00000000-0000-0000-0000-000000000000}', MetaInfo: '', ComplianceAssetId: null,
    Author: lookupValue(site, Number(row.author)), Editor: lookupValue(site, Number(row.editor))
  };
  for (const field of list.fields.filter((one) => one.column && one.xml.attributes.Storage === undefined)) {
    values[spelledOut(field.name)] = versionValue(site, viewer, field, row[field.column ?? ''] ?? null);
  }
  return { type: 'SP.ListItemVersion', path: `${path}/Versions(${uiVersion})`, values, open: true };
}

function versionValue(site: Site, viewer: Subject, field: FieldDef, raw: SqlValue): unknown {
  if (raw !== null && isUser(field)) {
    const people = (field.type === 'User' ? [Number(raw)] : idsOf(raw)).map((id) => lookupValue(site, id));
    return field.type === 'User' ? people[0] : new ValueCollection('SP.FieldUserValue', people);
  }
  if (raw !== null && isLookup(field)) {
    const values = (field.type === 'Lookup' ? [Number(raw)] : idsOf(raw)).map((id) =>
      new Complex('SP.FieldLookupValue', { LookupId: id, LookupValue: shownText(site, viewer, field, id) }));
    return field.type === 'Lookup' ? values[0] : new ValueCollection('SP.FieldLookupValue', values);
  }
  return restValue(field, raw);
}

function lookupValue(site: Site, id: number): Complex {
  const user = site.principals.find(id);
  return new Complex('SP.FieldUserValue', { LookupId: id, LookupValue: user?.title ?? '', Email: user?.email ?? '' });
}
