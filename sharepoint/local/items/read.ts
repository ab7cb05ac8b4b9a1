import type { Entity } from '../odata/entity';
import type { FilterNode } from '../odata/filter';
import type { OrderTerm, SelectTree } from '../odata/options';
import { find } from '../odata/options';
import type { Row, SqlValue } from '../store/database';
import type { ListDef, Securable, WebDef } from '../store/definitions';
import { tableOf } from '../store/list-table';
import type { FieldDef} from '../fields/definition';
import { isLookup, isUser, propertyName } from '../fields/definition';
import { badQueryField, lookupThreshold, notExpanded } from '../rest/errors';
import { has } from '../security/masks';
import type { Subject } from '../security/permissions';
import type { Site } from '../site';
import type { Condition } from './conditions';
import { personEntity } from './people';
import type { Page, PageMark} from './rows';
import { readRows } from './rows';
import { canBeShown, columnSql, findField, QueryScope } from './scope';
import { seesThrough } from './shown';
import { idsOf, restValue } from './values';

export interface ItemQuery {
  select?: SelectTree;
  expand?: SelectTree;
  filter?: FilterNode;
  orderBy: OrderTerm[];
  limit: number;
  after?: PageMark;
  conditions?: Condition[];
  /** CAML looks into several lines of text too, which $filter refuses. */
  caml?: boolean;
}

/** Adds what is reached from an item but is no column: its file, versions, attachments… */
export type Enrich = (entity: Entity, item: { list: ListDef; web: WebDef; row: Row }) => void;

const PLAIN = ['ID', 'Modified', 'Created', 'Author', 'Editor', '_UIVersionString', 'Attachments', 'GUID', 'ContentTypeId',
  'ComplianceAssetId', 'CheckoutUser', '_CopySource'];
/** Kept for every row, whatever is selected: what the entity itself is made of. */
const ALWAYS: Record<string, string> = {
  id: 't.id', version: 't.version', unique_id: 't.unique_id', fs_type: 't.fs_type', scope_no: 't.scope_no', dir: 't.dir', leaf: 't.leaf',
  author: 't.author'
};

export interface ItemPage {
  entities: Entity[];
  rows: Row[];
  page: Page;
}

/** Reads items of a list for somebody: only what they may see, with what they asked for. */
export function readItems(site: Site, web: WebDef, list: ListDef, subject: Subject, query: ItemQuery, enrich: Enrich): ItemPage {
  refuseUnknown(list, query.select);
  const scope = new QueryScope(site.catalog, list, query.caml === true, (target) => seesThrough(site, subject, target));
  const columns = new Map(Object.entries(ALWAYS));
  const fields = selectedFields(list, query.select);
  fields.forEach((field) => columns.set(`f${field.no}`, scope.fieldTarget(field).sql));
  const expanded = expandedFields(list, query);
  if (new Set([...expanded.map((one) => one.field.no), ...fields.filter((field) => isLookup(field)).map((field) => field.no)]).size > 12) {
    throw lookupThreshold();
  }
  for (const { field, inner } of expanded) {
    columns.set(`f${field.no}`, columnSql(field, 't'));
    if (field.type === 'Lookup' || field.type === 'User') {
      inner.forEach((name) => columns.set(`f${field.no}_${innerKey(site, field, name)}`, scope.behind(field, name).sql));
      columns.set(`f${field.no}_exists`, scope.existence(field));
    }
  }
  const conditions = [...(query.conditions ?? []), ...visibility(site, web, list, subject)];
  const page = readRows(site.db, site.catalog, scope, { ...query, conditions }, columns);
  const many = new Map(expanded.filter(({ field }) => field.type === 'LookupMulti' || field.type === 'UserMulti')
    .map(({ field, inner }) => [field.no, readMany(site, subject, field, inner, page.rows)]));
  const entities = page.rows.map((row) => {
    const entity = itemEntity(list, row, fields);
    for (const { field, inner } of expanded) {
      const targets = many.get(field.no);
      (entity.links ??= {})[field.name] = targets
        ? () => idsOf(row[`f${field.no}`]).flatMap((id) => targets.get(id) ?? [])
        : () => single(site, field, inner, row);
    }
    enrich(entity, { list, web, row });
    return entity;
  });
  return { entities, rows: page.rows, page };
}

/** Conditions that leave only what the subject may see. */
export function visibility(site: Site, web: WebDef, list: ListDef, subject: Subject): Condition[] {
  const conditions: Condition[] = [];
  const securable: Securable = { web, list };
  const mask = site.permissions.effective(subject, securable);
  const scopes = site.permissions.visibleItemScopes(subject, list);
  if (!has(mask, 'ViewListItems')) {
    conditions.push(scopes && scopes.length > 0 ? { sql: `t.scope_no IN (${scopes.map(Number).join(', ')})`,
      params: [] } : { sql: '(1 = 0)', params: [] });
  } else if (scopes) {
    conditions.push({ sql: `(t.scope_no IS NULL${scopes.length > 0 ? ` OR t.scope_no IN (${scopes.map(Number).join(', ')})` : ''})`,
      params: [] });
  }
  if (list.props.readSecurity === 2 && !has(mask, 'CancelCheckout')) {
    conditions.push({ sql: 't.author = ?', params: [subject.id] });
  }
  return conditions;
}

/** Entity of a row. Its values are those of the given columns. */
export function itemEntity(list: ListDef, row: Row, fields: readonly FieldDef[]): Entity {
  const values: Record<string, unknown> = { FileSystemObjectType: row.fs_type, Id: row.id, ServerRedirectedEmbedUri: null,
    ServerRedirectedEmbedUrl: '' };
  for (const field of fields) {
    values[propertyName(field)] = restValue(field, row[`f${field.no}`]);
    if (isUser(field) && !field.builtIn) {
      values[propertyName(field).replace(/Id$/, 'StringId')] = stringIds(row[`f${field.no}`], field);
    }
  }
  return {
    type: `SP.Data.${list.props.entityTypeName}Item`,
    path: `Web/Lists(guid'${list.id}')/Items(${Number(row.id)})`,
    etag: `"${Number(row.version)}"`,
    values,
    open: true
  };
}

function stringIds(raw: SqlValue | undefined, field: FieldDef): unknown {
  if (field.type === 'User') {
    return raw === null || raw === undefined ? null : String(raw);
  }
  const ids = idsOf(raw);
  return ids.length === 0 ? null : ids.map(String);
}

/** What an item has besides its columns. */
const BESIDES = new Set(
  [
    'FileSystemObjectType', 'Id', 'ServerRedirectedEmbedUri', 'ServerRedirectedEmbedUrl', 'AttachmentFiles', 'FieldValuesAsText',
      'FieldValuesAsHtml',
    'FieldValuesForEdit', 'ParentList', 'File', 'Folder', 'ContentType', 'RoleAssignments', 'FirstUniqueAncestorSecurableObject',
      'Versions',
    'EffectiveBasePermissions', 'EffectiveBasePermissionsForUI', 'HasUniqueRoleAssignments', 'Properties', 'DisplayName',
      'EncodedAbsUrl', 'ServerUrl',
      'ServerRedirectedEmbedUri'
  ].map((name) => name.toLowerCase())
);

/** @throws SharePointError for a selected name that is neither a column nor anything else an item has, even where no row is read. */
function refuseUnknown(list: ListDef, select: SelectTree | undefined): void {
  for (const name of select?.names.keys() ?? []) {
    if (!BESIDES.has(name.toLowerCase()) && !fieldOfProperty(list, name) && !findField(list, name)) {
      throw badQueryField(name);
    }
  }
}

/** Columns given by default, or those selected by name. */
function selectedFields(list: ListDef, select: SelectTree | undefined): FieldDef[] {
  const everything = !select || select.all || select.names.size === 0;
  const chosen = new Set<FieldDef>(everything ? defaultFields(list) : []);
  for (const name of select?.names.keys() ?? []) {
    const field = fieldOfProperty(list, name);
    if (field) {
      chosen.add(field);
    }
  }
  return [...chosen];
}

export function defaultFields(list: ListDef): FieldDef[] {
  return list.fields.filter((field) => (field.builtIn ? PLAIN.includes(field.name) || field.name === 'Title' : !field.hidden
    && field.type !== 'Computed'));
}

/** The column behind a property of REST: `Title`, `KeyResultId`, `OwnerStringId`. */
export function fieldOfProperty(list: ListDef, name: string): FieldDef | undefined {
  const plain = name.startsWith('OData_') ? name.slice(6) : name;
  const direct = list.fields.find((field) => propertyName(field) === name || (propertyName(field) === plain && plain !== name));
  return direct ?? (name.endsWith('StringId') ? list.fields.find((field) => isUser(field)
    && propertyName(field) === name.replace(/StringId$/, 'Id')) : undefined);
}

interface Expanded {
  field: FieldDef;
  inner: string[];
}

/** Lookup and person columns to look behind, with what is wanted there. */
function expandedFields(list: ListDef, query: ItemQuery): Expanded[] {
  const result: Expanded[] = [];
  for (const name of query.expand?.names.keys() ?? []) {
    const field = findField(list, name);
    if (!field || !(isLookup(field) || isUser(field)) || field.lookup?.primaryFieldId) {
      continue;
    }
    const inner = [...(find(query.select, name)?.names.keys() ?? [])];
    if (inner.length === 0) {
      throw notExpanded(name, name);
    }
    result.push({ field, inner });
  }
  for (const [name, below] of query.select?.names ?? []) {
    const field = findField(list, name);
    if (field && (isLookup(field) || isUser(field)) && below.names.size > 0 && !find(query.expand, name)) {
      throw notExpanded(`${name}/${[...below.names.keys()][0]}`, name);
    }
    if (field && (isLookup(field) || isUser(field)) && below.names.size === 0 && !field.lookup?.primaryFieldId
      && propertyName(field) !== name) {
      throw notExpanded(name, name);
    }
  }
  return result;
}

/** A name that is safe as a column's alias. */
function innerKey(site: Site, field: FieldDef, name: string): string {
  if (isUser(field)) {
    return /^\w+$/.test(name) ? name.toLowerCase() : 'x';
  }
  return name.toLowerCase() === 'id' ? 'id' : String(shownField(site, field, name).no);
}

function shownField(site: Site, field: FieldDef, name: string): FieldDef {
  const target = site.catalog.listById(field.lookup?.listId ?? '');
  const shown = target && findField(target, name);
  if (!shown || !canBeShown(shown)) {
    throw badQueryField(`${field.name}/${name}`);
  }
  return shown;
}

function single(site: Site, field: FieldDef, inner: string[], row: Row): Entity | null {
  if (row[`f${field.no}`] === null || row[`f${field.no}_exists`] === null) {
    return null;
  }
  const id = Number(row[`f${field.no}`]);
  const values: Record<string, unknown> = {};
  for (const name of inner) {
    const raw = row[`f${field.no}_${innerKey(site, field, name)}`];
    values[name] = isUser(field) || name.toLowerCase() === 'id' ? raw : restValue(shownField(site, field, name), raw);
  }
  return behindEntity(site, field, id, values);
}

function behindEntity(site: Site, field: FieldDef, id: number, values: Record<string, unknown>): Entity {
  if (isUser(field)) {
    return { type: 'SP.Data.UserInfoItem', path: `Web/SiteUserInfoList/Items(${id})`, values, open: true };
  }
  const target = site.catalog.listById(field.lookup?.listId ?? '');
  return { type: `SP.Data.${target?.props.entityTypeName ?? ''}Item`, path: `Web/Lists(guid'${field.lookup?.listId ?? ''}')/Items(${id})`,
    values, open: true };
}

/** What many-valued columns of a page point at, in one query. */
function readMany(site: Site, viewer: Subject, field: FieldDef, inner: string[], rows: Row[]): Map<number, Entity> {
  const ids = [...new Set(rows.flatMap((row) => idsOf(row[`f${field.no}`])))];
  const result = new Map<number, Entity>();
  const places = ids.map(() => '?').join(', ');
  if (ids.length === 0) {
    return result;
  }
  if (isUser(field)) {
    for (const row of site.db.all(`SELECT id, title, login, email FROM principals WHERE id IN (${places})`, ...ids)) {
      result.set(Number(row.id), personEntity(row));
    }
    return result;
  }
  const target = site.catalog.listById(field.lookup?.listId ?? '');
  if (!target || !seesThrough(site, viewer, target)) {
    return result;
  }
  const wanted = inner.map((name) => ({ name, field: name.toLowerCase() === 'id' ? undefined : shownField(site, field, name) }));
  const columns = wanted.map(({ field: shown }, index) => `, ${shown ? columnSql(shown, 't') : 't.id'} AS v${index}`).join('');
  for (const row of site.db.all(`SELECT t.id AS id${columns} FROM ${tableOf(target.no)} t WHERE t.id IN (${places})`, ...ids)) {
    const values = Object.fromEntries(wanted.map(({ name, field: shown }, index) =>
      [name, shown ? restValue(shown, row[`v${index}`]) : row[`v${index}`]]));
    result.set(Number(row.id), behindEntity(site, field, Number(row.id), values));
  }
  return result;
}
