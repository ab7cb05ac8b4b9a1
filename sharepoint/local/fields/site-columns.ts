import { fixedGuid } from '../ids';
import type { Site } from '../site';
import type { WebDef } from '../store/definitions';
import { builtInFields } from './built-in';
import { DOCUMENT_LIBRARY } from '../lists/templates';

/** Columns of the site that lists can take over: internal name, type, English and Spanish title. A choice of SharePoint's own ones. */
const COLUMNS: readonly [name: string, type: string, en: string, es: string][] = [
  ['WorkAddress', 'Note', 'Address', 'Dirección'], ['WorkCity', 'Text', 'City', 'Ciudad'], ['Company', 'Text', 'Company', 'Compañía'],
  ['FirstName', 'Text', 'First Name', 'Nombre'], ['JobTitle', 'Text', 'Job Title', 'Cargo'],
    ['EMail', 'Text', 'Email', 'Correo electrónico'],
  ['WorkPhone', 'Text', 'Business Phone', 'Teléfono del trabajo'], ['CellPhone', 'Text', 'Mobile Number', 'Número de teléfono móvil'],
  ['Comments', 'Note', 'Comments', 'Comentarios'], ['StartDate', 'DateTime', 'Start Date', 'Fecha de inicio'],
  ['EndDate', 'DateTime', 'End Date', 'Fecha de finalización'], ['DueDate', 'DateTime', 'Due Date', 'Fecha de vencimiento'],
  ['PercentComplete', 'Number', '% Complete', '% completado'], ['AssignedTo', 'User', 'Assigned To', 'Asignado a'],
  ['Priority', 'Choice', 'Priority', 'Prioridad'], ['Status', 'Choice', 'Task Status', 'Estado de la tarea'],
  ['OtherAddressCountry', 'Text', 'Other Address Country/Region', 'País o región de otra dirección'],
  ['OtherAddressCity', 'Text', 'Other Address City', 'Ciudad de otra dirección'], ['Location', 'Text', 'Location', 'Ubicación'],
  ['URL', 'URL', 'URL', 'Dirección URL'], ['Keywords', 'Note', 'Keywords', 'Palabras clave'], ['Language', 'Choice', 'Language', 'Idioma']
];

/** Puts SharePoint's own columns among those of the root web. */
export function addSiteColumns(site: Site, web: WebDef): void {
  const spanish = web.props.language !== 1033;
  const own = COLUMNS.map(([name, type, en, es]) => {
    const id = fixedGuid(`column-${name}`);
    return { id, name, xml: { attributes: { ID: `{${id}}`, Type: type, Name: name, StaticName: name, DisplayName: spanish ? es : en,
      SourceID: 'http://schemas.microsoft.com/sharepoint/v3', Group: spanish ? 'Columnas principales' : 'Core Columns' } } };
  });
  [...builtInFields(DOCUMENT_LIBRARY, web.props.language), ...own].forEach(({ id, name, xml }, position) => {
    site.db.run('INSERT INTO fields (id, web_no, list_no, name, position, xml) VALUES (?, ?, NULL, ?, ?, ?)', id, web.no, name, position,
      JSON.stringify(xml));
  });
  site.catalog.forget();
}
