import type { Principal } from '../security/principals';
import type { Site } from '../site';
import type { WebDef } from '../store/definitions';
import { dropListTable, tableOf } from '../store/list-table';
import { newGuid } from '../ids';
import { makeList } from './lists';
import { USER_INFORMATION } from './templates';

/** Columns of the list of people beside Title: internal name, titles, where it stands among the site's principals. */
const COLUMNS: readonly [name: string, type: string, en: string, es: string, sql: string][] = [
  ['Name', 'Text', 'Account', 'Cuenta', 'login'], ['EMail', 'Text', 'Work email', 'Correo electrónico del trabajo', 'email'],
  ['IsSiteAdmin', 'Boolean', 'Is Site Admin', 'Es administrador del sitio', "coalesce(json_extract(props, '$.isSiteAdmin'), 0)"],
  ['Deleted', 'Boolean', 'Deleted', 'Eliminado', '0']
];

/** A GUID made of a principal's number. */
const GUID = "printf('00000000-0000-4000-8000-%012d', id)";

/** The hidden list of the site's people and groups: its rows are the principals themselves, so it can be read and not written. */
export function addUserInformation(site: Site, web: WebDef, owner: Principal): void {
  const english = web.props.language === 1033;
  const made = makeList(site, web, owner, { Title: english ? 'User Information List' : 'Lista de información de los usuarios',
    BaseTemplate: USER_INFORMATION, Hidden: true }, '_catalogs/users');
  const title = made.fields.find((field) => field.name === 'Title');
  const columns = [`title AS ${title?.column}`, `lower(title) AS ${title?.textKey}`];
  COLUMNS.forEach(([name, type, en, es, sql], index) => {
    const id = newGuid();
    const attributes = { ID: `{${id}}`, Type: type, Name: name, StaticName: name, DisplayName: english ? en : es, ReadOnly: 'TRUE',
      SourceID: `{${made.id}}` };
    const { id: no } = site.db.run('INSERT INTO fields (id, web_no, list_no, name, position, xml) VALUES (?, ?, ?, ?, ?, ?)', id, web.no,
      made.no, name, 100 + index, JSON.stringify({ attributes }));
    columns.push(`${sql} AS c${no}`, ...(type === 'Text' ? [`lower(${sql}) AS k${no}`] : []));
  });
  dropListTable(site.db, made.no);
  site.db.define(`CREATE VIEW ${tableOf(made.no)} AS SELECT id, ${GUID} AS guid, ${GUID} AS unique_id,
    CASE kind WHEN 8 THEN '0x010B' ELSE '0x010A' END AS content_type, '${site.now()}' AS created, '${site.now()}' AS modified,
    ${owner.id} AS author, ${owner.id} AS editor, 1 AS version, 512 AS ui_version, 0 AS fs_type, '${made.url}' AS dir,
    id || '_.000' AS leaf, NULL AS file_type, NULL AS checked_out_by, NULL AS scope_no, 0 AS attachments, ${columns.join(', ')}
    FROM principals`);
  site.catalog.forget();
}
