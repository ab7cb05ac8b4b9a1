import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { FieldDef } from '../fields/definition';
import { isLookup, isUser } from '../fields/definition';
import { escapeXml } from '../fields/schema-xml';
import { rawOf } from '../items/texts';
import { shownText } from '../items/shown';
import { idsOf, listOf } from '../items/values';
import { badCaml } from '../rest/errors';
import type { Subject } from '../security/permissions';
import type { Site } from '../site';
import type { Row } from '../store/database';
import type { ListDef } from '../store/definitions';

/** What GetListItemChangesSinceToken is asked, its pieces of XML read. */
export interface SinceQuery {
  /** Empty: everything there is. */
  token: string;
  /** A whole `<View>`, made of the conditions, the order and the columns asked for. */
  viewXml: string;
  /** Folder below the web, as it was written; empty where none is named. */
  folder: string;
  utc: boolean;
}

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });

/** Most rows of one answer when nobody says how many. */
const MOST = 5000;

/** @throws SharePointError where a piece is no XML */
export function readSinceQuery(body: Record<string, unknown>): SinceQuery {
  const text = (name: string): string => {
    const value = body[name];
    const given = typeof value === 'string' ? value.trim() : '';
    if (given !== '' && name !== 'ChangeToken' && name !== 'RowLimit' && XMLValidator.validate(given) !== true) {
      throw badCaml();
    }
    return given;
  };
  const inner = (xml: string, tag: string): string => new RegExp(`<${tag}[^>]*>([\\s\\S]*)</${tag}>`, 'i').exec(xml)?.[1] ?? '';
  const query = text('Query');
  const contains = text('Contains').replace(/^<Contains>([\s\S]*<Contains[\s\S]*)<\/Contains>$/i, '$1');
  const where = [inner(query, 'Where').trim(), contains].filter((one) => one !== '');
  const options = text('QueryOptions') === '' ? {}
    : ((parser.parse(text('QueryOptions')) as { QueryOptions?: Record<string, unknown> | '' }).QueryOptions || {});
  const limit = Number(body.RowLimit) > 0 ? Math.min(Number(body.RowLimit), MOST) : MOST;
  const condition = where.length === 2 ? `<And>${where.join('')}</And>` : where[0] ?? '';
  const order = /<OrderBy[\s\S]*<\/OrderBy>/i.exec(query)?.[0] ?? '';
  return {
    token: text('ChangeToken'),
    viewXml: `<View Scope="RecursiveAll">`
      + `<Query>${condition === '' ? '' : `<Where>${condition}</Where>`}${order}</Query>${text('ViewFields')}`
      + `<RowLimit>${limit}</RowLimit></View>`,
    folder: typeof options.Folder === 'string' ? options.Folder : '',
    utc: /^true$/i.test(String(options.DateInUtc ?? ''))
  };
}

/** Columns a row has in any case. */
const MANDATORY = ['ID', 'Title', 'Modified', 'Created', 'Author', 'Editor', '_UIVersionString', 'owshiddenversion', 'UniqueId',
  'FSObjType', 'FileRef',
  'FileLeafRef'];

/** A row as `<z:row ows_ID='1' …/>`. @param names columns asked for; none: all that users have made too */
export function zRow(site: Site, viewer: Subject, list: ListDef, row: Row, names: readonly string[], utc: boolean): string {
  const wanted = list.fields.filter((field) => MANDATORY.includes(field.name)
    || (names.length > 0 ? names.includes(field.name) : !field.builtIn && !field.hidden));
  const attributes = wanted.flatMap((field) => {
    const value = zValue(site, viewer, field, row, utc);
    return value === '' ? [] : [` ows_${field.name}='${escapeXml(value).replace(/'/g, '&apos;')}'`];
  });
  return `<z:row${attributes.join('')} />`;
}

/** A value as SharePoint's XML has it: `3;#Texto` for what points somewhere, `;#a;#b;#` for many choices. */
function zValue(site: Site, viewer: Subject, field: FieldDef, row: Row, utc: boolean): string {
  const raw = rawOf(field, row);
  if (raw === null || raw === undefined) {
    return '';
  }
  if (isUser(field) || isLookup(field)) {
    const ids = /Multi$/.test(field.type) ? idsOf(raw) : [Number(raw)];
    return ids.map((id) =>
      `${id};#${isUser(field) ? site.principals.find(id)?.title ?? '' : shownText(site, viewer, field, id)}`).join(';#');
  }
  switch (field.name === 'UniqueId' || field.name === 'FileRef' || field.name === 'FSObjType' || field.name === 'FileLeafRef' ? 'Paired'
    : field.type) {
    case 'Paired':
      return `${Number(row.id)};#${field.name === 'UniqueId' ? `{${String(raw).toUpperCase()}}` : String(raw).replace(/^\//, '')}`;
    case 'Number':
    case 'Currency':
      return Number(raw).toFixed(14);
    case 'DateTime':
      return utc ? String(raw) : String(raw).replace('T', ' ').replace('Z', '');
    case 'MultiChoice':
      return `;#${listOf(raw).join(';#')};#`;
    case 'URL': {
      const link = JSON.parse(String(raw)) as { Url: string; Description: string };
      return `${link.Url}, ${link.Description}`;
    }
    case 'Calculated':
      return `${field.xml.attributes.ResultType === 'Number' ? 'float' : 'string'};#${String(raw)}`;
    default:
      return String(raw);
  }
}

/** The answer's frame. @param token where the log stands now @param deleted ids of rows that are gone */
export function sinceXml(token: string, deleted: readonly number[], rows: readonly string[]): string {
  const gone = deleted.map((id) => `<Id ChangeType="Delete">${id}</Id>`).join('');
  return `<?xml version="1.0" encoding="utf-8"?><listitems MinTimeBetweenSyncs='0' RecommendedTimeBetweenSyncs='180' `
    + `MaxBulkDocumentSyncSize='500'`
    + ` EffectivePermMask='FullMask' xmlns:rs='urn:schemas-microsoft-com:rowset' xmlns:z='#RowsetSchema'`
    + ` xmlns='http://schemas.microsoft.com/sharepoint/soap/'><Changes `
      + `LastChangeToken="${escapeXml(token)}" MoreChanges="FALSE">${gone}</Changes>`
    + `<rs:data ItemCount="${rows.length}">${rows.join('')}</rs:data></listitems>`;
}
