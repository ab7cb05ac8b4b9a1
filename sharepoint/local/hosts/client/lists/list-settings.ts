import { confirmed, errorBox, h, show } from './dom';
import { listPathById, may, PERMISSION, readFields, readList } from './list-model';
import type { Field, List } from './list-model';
import { messageOf, send } from './rest';

const TYPES: Readonly<Record<string, string>> = {
  Text: 'Una línea de texto', Note: 'Varias líneas de texto', Number: 'Número', Currency: 'Moneda', DateTime: 'Fecha y hora', Boolean: 'Sí/No',
  Choice: 'Elección', MultiChoice: 'Elección (varias)', Lookup: 'Búsqueda', LookupMulti: 'Búsqueda (varias)', User: 'Persona o grupo',
  UserMulti: 'Personas o grupos', URL: 'Hipervínculo', Calculated: 'Calculado'
};

/** The settings page of a list: its title and its columns. */
export async function showListSettings(id: string): Promise<void> {
  const path = listPathById(id);
  const [list, fields] = await Promise.all([readList(path), readFields(path)]);
  const allowed = may(list.EffectiveBasePermissions, PERMISSION.manageLists);
  const problem = h('div', { 'aria-live': 'polite' });
  const run = (work: () => Promise<unknown>, after: () => unknown): void => {
    problem.replaceChildren();
    work().then(after, (error: unknown) => problem.replaceChildren(errorBox(messageOf(error))));
  };
  const columns = fields.filter((field) => !field.Hidden && (!field.FromBaseType || field.InternalName === 'Title'));
  show(
    `Configuración: ${list.Title}`,
    h('div', { class: 'list-head' }, h('p', {}, h('a', { href: list.DefaultViewUrl }, list.Title)), h('h1', {}, 'Configuración de la lista')),
    allowed ? null : errorBox('No tienes permiso para cambiar esta lista.'),
    problem,
    titleForm(list, allowed, (title) => run(() => send('MERGE', path, { Title: title }), () => showListSettings(id))),
    h('h2', {}, 'Columnas'),
    h('div', { class: 'table-place', tabindex: 0, role: 'region', 'aria-label': 'Columnas' }, h('table', { class: 'grid' },
      h('thead', {}, h('tr', {}, ['Columna', 'Nombre interno', 'Tipo', 'Obligatoria', 'Única'].map((text) => h('th', { scope: 'col' }, text)), h('td'))),
      h('tbody', {}, columns.map((field) => columnRow(field, allowed, {
        rename: (title) => run(() => send('MERGE', `${path}/fields(guid'${field.Id}')`, { Title: title }), () => showListSettings(id)),
        remove: () => run(() => send('DELETE', `${path}/fields(guid'${field.Id}')`), () => showListSettings(id))
      }))))),
    allowed && h('p', { class: 'buttons' }, h('button', { type: 'button', click: () => void removeList(list, run, path) }, 'Eliminar esta lista'))
  );
}

function titleForm(list: List, allowed: boolean, rename: (title: string) => void): HTMLElement {
  const input = h('input', { type: 'text', id: 'list-title', value: list.Title, required: true, maxlength: 255, disabled: !allowed });
  return h('form', { class: 'inline', submit: (event) => { event.preventDefault(); rename(input.value); } },
    h('label', { for: 'list-title' }, 'Nombre de la lista'), input,
    h('button', { class: 'primary', disabled: !allowed }, 'Guardar'),
    h('span', { class: 'quiet' }, list.RootFolder.ServerRelativeUrl));
}

function columnRow(field: Field, allowed: boolean, actions: { rename(title: string): void; remove(): void }): HTMLElement {
  const input = h('input', { type: 'text', value: field.Title, required: true, maxlength: 255, 'aria-label': `Nombre de ${field.Title}`, disabled: !allowed });
  const remove = async (): Promise<void> => {
    const question = `¿Seguro que quieres eliminar la columna ${field.Title}? Se pierde lo que contiene.`;
    if (await confirmed(question, 'Eliminar')) actions.remove();
  };
  return h('tr', {},
    h('td', {}, h('form', { class: 'inline', submit: (event) => { event.preventDefault(); actions.rename(input.value); } },
      input, h('button', { disabled: !allowed, 'aria-label': `Cambiar nombre de ${field.Title}` }, 'Cambiar nombre'))),
    h('td', {}, h('code', {}, field.InternalName)),
    h('td', {}, TYPES[field.TypeAsString] ?? field.TypeAsString),
    h('td', {}, field.Required ? 'Sí' : 'No'),
    h('td', {}, field.EnforceUniqueValues ? 'Sí' : 'No'),
    h('td', {}, field.CanBeDeleted && h('button', { type: 'button', disabled: !allowed, 'aria-label': `Eliminar ${field.Title}`, click: () => void remove() }, 'Eliminar')));
}

async function removeList(list: List, run: (work: () => Promise<unknown>, after: () => unknown) => void, path: string): Promise<void> {
  if (!(await confirmed(`¿Seguro que quieres enviar la lista ${list.Title} a la papelera de reciclaje?`, 'Eliminar'))) return;
  run(() => send('POST', `${path}/recycle()`), () => location.assign('/_layouts/15/viewlsts.aspx'));
}
