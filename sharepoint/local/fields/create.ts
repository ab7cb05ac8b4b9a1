import { isGuid, newGuid, plainGuid } from '../ids';
import { savedFormula } from '../items/computed';
import { logChange } from '../items/changes';
import { badArgument, badFieldXml, cannotDeleteField, cannotIndex, fieldNameTaken, listReadOnly, threshold, tooManyIndexes,
  uniqueHasDuplicates,
  uniqueNeedsIndex } from '../rest/errors';
import { USER_INFORMATION } from '../lists/templates';
import type { Principal } from '../security/principals';
import type { Site } from '../site';
import { LIST_VIEW_THRESHOLD } from '../items/rows';
import type { ListDef, WebDef } from '../store/definitions';
import { addColumn, createIndex, dropColumn, dropIndex, tableOf } from '../store/list-table';
import { save as saveView } from '../lists/views';
import type { FieldDef, FieldXml} from './definition';
import { canBeIndexed, isTrue, kindOf, toFieldDef } from './definition';
import { freeName, internalNameOf, RESERVED_NAMES } from './names';

/** Bits of AddFieldOptions that matter here. */
export const NAME_HINT = 8;
export const TO_DEFAULT_VIEW = 16;
const MAX_INDEXES = 20;

export interface FieldPlace {
  site: Site;
  web: WebDef;
  list?: ListDef;
  user: Principal;
}

/**
 * Adds a column. Has to run inside a transaction.
 * Without the name hint the internal name is made of the display name, whatever Name says.
 */
export function createField(place: FieldPlace, xml: FieldXml, options: number): FieldDef {
  const { site, web, list, user } = place;
  site.permissions.demand(user, { web, ...(list ? { list } : {}) }, 'ManageLists');
  const given = xml.attributes;
  const type = given.Type === 'Lookup' && isTrue(given.Mult) ? 'LookupMulti' : given.Type === 'User' && isTrue(given.Mult)
    ? 'UserMulti' : given.Type;
  if (!type || kindOf(type) === 0 || ['Counter', 'File', 'Attachments', 'ModStat', 'ContentTypeId'].includes(type)) {
    throw badFieldXml();
  }
  if (list?.template === USER_INFORMATION) {
    throw listReadOnly();
  }
  const existing = fieldsOf(place);
  const hinted = (options & NAME_HINT) !== 0 && given.Name ? given.Name : undefined;
  const display = given.DisplayName || given.Name;
  if (!display) {
    throw badFieldXml();
  }
  if (existing.some((field) => field.title.toLowerCase() === display.toLowerCase() && !field.hidden)) {
    throw fieldNameTaken(display);
  }
  const taken = (candidate: string): boolean => RESERVED_NAMES.has(candidate.toLowerCase())
    || existing.some((field) => field.name.toLowerCase() === candidate.toLowerCase());
  const name = freeName(internalNameOf(hinted ?? display), taken);
  const id = given.ID && isGuid(given.ID) ? plainGuid(given.ID) : newGuid();
  if (existing.some((field) => field.id === id)) {
    throw fieldNameTaken(display);
  }
  const position = Math.max(-1, ...existing.map((field) => field.position)) + 1;
  const complete: FieldXml = {
    ...xml,
    attributes: {
      ...withDefaults(type, given), Type: type, ID: `{${id}}`, Name: name, StaticName: given.StaticName && hinted ? given.StaticName : name,
        DisplayName: display,
      SourceID: `{${list?.id ?? web.id}}`
    }
  };
  delete complete.attributes.Storage;
  delete complete.attributes.FromBaseType;
  checkLookup(site, complete);
  saveFormulas(web, spokenOf(place), complete);
  const no = site.db.run('INSERT INTO fields (id, web_no, list_no, name, position, xml) VALUES (?, ?, ?, ?, ?, ?)', id, web.no, list?.no
    ?? null, name, position, '{}').id;
  complete.attributes.ColName = `c${no}`;
  site.db.run('UPDATE fields SET xml = ? WHERE no = ?', JSON.stringify(complete), no);
  const field = toFieldDef({ no, id, listNo: list?.no ?? null, name, position, xml: complete });
  if (list) {
    addColumn(site.db, list.no, field);
    applyIndex(site, list, field, undefined);
    if ((options & TO_DEFAULT_VIEW) !== 0) {
      addToDefaultView(site, list, field);
    }
    logChange(site, { web, list, object: 'Field', kind: 'Add', user, more: { fieldId: id } });
  }
  site.catalog.forget();
  return field;
}

/** Replaces what a column is made of; its name, its place and, but for a few kin, its type stay. Has to run inside a transaction. */
export function changeField(place: FieldPlace, field: FieldDef, xml: FieldXml): FieldDef {
  const { site, web, list, user } = place;
  site.permissions.demand(user, { web, ...(list ? { list } : {}) }, 'ManageLists');
  if (list?.template === USER_INFORMATION) {
    throw listReadOnly();
  }
  const title = xml.attributes.DisplayName;
  if (!title || fieldsOf(place).some((one) => one.no !== field.no && !one.hidden && one.title.toLowerCase() === title.toLowerCase())) {
    throw fieldNameTaken(title ?? '');
  }
  saveFormulas(web, spokenOf(place), xml);
  const changed = toFieldDef({ ...field, xml });
  if (changed.type !== field.type && `${field.type}Multi` !== changed.type && `${changed.type}Multi` !== field.type
    && !(TEXTS.includes(field.type) && TEXTS.includes(changed.type))) {
    throw badArgument();
  }
  if (list) {
    applyIndex(site, list, changed, field);
    convertMulti(site, list, field, changed);
    logChange(site, { web, list, object: 'Field', kind: 'Update', user, more: { fieldId: field.id } });
  }
  site.db.run('UPDATE fields SET xml = ? WHERE no = ?', JSON.stringify(xml), field.no);
  site.catalog.forget();
  return changed;
}

const TEXTS = ['Text', 'Choice', 'Note'];

/** Has to run inside a transaction. */
export function deleteField(place: FieldPlace, field: FieldDef): void {
  const { site, web, list, user } = place;
  site.permissions.demand(user, { web, ...(list ? { list } : {}) }, 'ManageLists');
  if (field.builtIn || list?.template === USER_INFORMATION || isTrue(field.xml.attributes.Sealed)
    || field.xml.attributes.AllowDeletion === 'FALSE') {
    throw cannotDeleteField();
  }
  if (list) {
    // A dependent column cannot outlive its lookup.
    for (const dependent of list.fields.filter((one) => one.lookup?.primaryFieldId === field.id)) {
      site.db.run('DELETE FROM fields WHERE no = ?', dependent.no);
    }
    dropColumn(site.db, list.no, field);
    for (const view of site.catalog.views(list).filter((one) => one.props.fields.includes(field.name))) {
      saveView(site, { ...view, props: { ...view.props, fields: view.props.fields.filter((name) => name !== field.name) } });
    }
    logChange(site, { web, list, object: 'Field', kind: 'DeleteObject', user, more: { fieldId: field.id } });
  }
  site.db.run('DELETE FROM fields WHERE no = ?', field.no);
  site.catalog.forget();
}

export const fieldsOf = ({ site, web, list }: FieldPlace): FieldDef[] => (list ? list.fields : site.catalog.webFields(web));

/** Columns a formula may speak of: a web's own are joined by those of the root web. */
const spokenOf = (place: FieldPlace): FieldDef[] => (place.list ? place.list.fields : availableFields(place));

/** Columns of a web and of the root web. */
export function availableFields({ site, web }: Pick<FieldPlace, 'site' | 'web'>): FieldDef[] {
  const own = site.catalog.webFields(web);
  const above = web.parentNo === null ? [] : site.catalog.webFields(site.catalog.rootWeb);
  return [...own, ...above.filter((field) => !own.some((one) => one.id === field.id))];
}

function withDefaults(type: string, given: Record<string, string>): Record<string, string> {
  switch (type) {
    case 'Text':
      return { MaxLength: '255', ...given };
    case 'DateTime':
      return { Format: 'DateTime', ...given };
    case 'User':
    case 'UserMulti':
      return { List: 'UserInfo', ...given };
    case 'Calculated':
      return { ...given, ResultType: given.ResultType || 'Text', ReadOnly: 'TRUE' };
    default:
      return { ...given };
  }
}

/** A lookup points at a list there is; rows can only hang on a single-value one. */
function checkLookup(site: Site, xml: FieldXml): void {
  const field = toFieldDef({ no: 0, id: '', listNo: null, name: '', position: 0, xml });
  if (!field.lookup || field.lookup.primaryFieldId) {
    return;
  }
  const target = site.catalog.listById(field.lookup.listId) ?? site.catalog.webs.map((web) =>
    site.catalog.listByUrl(web, `${web.url === '/' ? '' : web.url}/${xml.attributes.List ?? ''}`)).find(Boolean);
  if (!target) {
    throw badArgument();
  }
  xml.attributes.List = `{${target.id}}`;
  if (field.lookup.relationship !== 'None' && (field.lookup.multi || !field.indexed)) {
    throw field.lookup.multi ? badArgument() : uniqueNeedsIndex();
  }
}

function saveFormulas(web: WebDef, fields: readonly FieldDef[], xml: FieldXml): void {
  if (xml.formula !== undefined) {
    xml.formula = savedFormula(web, fields, xml.formula);
  } else if (xml.attributes.Type === 'Calculated') {
    throw badFieldXml();
  }
  if (xml.validation?.formula) {
    const self = toFieldDef({ no: 0, id: '', listNo: null, name: xml.attributes.Name, position: 0, xml });
    xml.validation = { ...xml.validation, formula: savedFormula(web, [...fields.filter((one) => one.name === self.name), self],
      xml.validation.formula) };
  }
}

/** Makes or drops the index, and holds a unique column to what it promises. */
function applyIndex(site: Site, list: ListDef, field: FieldDef, before: FieldDef | undefined): void {
  if (field.unique && !field.indexed) {
    throw uniqueNeedsIndex();
  }
  if (field.indexed && !before?.indexed) {
    if (!canBeIndexed(field)) {
      throw cannotIndex();
    }
    if (list.fields.filter((one) => one.indexed).length >= MAX_INDEXES) {
      throw tooManyIndexes();
    }
    if (site.catalog.counts(list).itemCount > LIST_VIEW_THRESHOLD * 4) {
      // SharePoint makes an index by itself up to 20,000 rows.
      throw threshold();
    }
    createIndex(site.db, list.no, field);
  } else if (!field.indexed && before?.indexed) {
    dropIndex(site.db, field);
  }
  if (field.unique && !before?.unique && before) {
    const column = field.textKey ?? field.column ?? 'NULL';
    if (site.db.get(`SELECT 1 FROM ${tableOf(list.no)} WHERE ${column} IS NOT NULL GROUP BY ${column} HAVING count(*) > 1 LIMIT 1`)) {
      throw uniqueHasDuplicates();
    }
  }
}

/** A single value becomes a list of one, a list its first value. */
function convertMulti(site: Site, list: ListDef, before: FieldDef, after: FieldDef): void {
  const column = before.column ?? 'NULL';
  if (after.type === `${before.type}Multi`) {
    site.db.run(`UPDATE ${tableOf(list.no)} SET ${column} = json_array(${column}) WHERE ${column} IS NOT NULL`);
  } else if (before.type === `${after.type}Multi`) {
    site.db.run(`UPDATE ${tableOf(list.no)} SET ${column} = json_extract(${column}, '$[0]') WHERE ${column} IS NOT NULL`);
  } else if (before.type !== after.type && after.textKey && !before.textKey) {
    throw badArgument();
  }
}

function addToDefaultView(site: Site, list: ListDef, field: FieldDef): void {
  const view = site.catalog.views(list).find((one) => one.props.isDefault);
  if (view) {
    saveView(site, { ...view, props: { ...view.props, fields: [...view.props.fields, field.name] } });
  }
}
