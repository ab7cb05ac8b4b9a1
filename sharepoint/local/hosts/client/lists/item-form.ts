import { confirmed, errorBox, h, safeHref, show } from './dom';
import { readFormLayout } from './form-sections';
import type { FormLayout } from './form-sections';
import { formatted } from './formatting/render';
import { FieldError, makeEditor } from './field-editors';
import type { Editor } from './field-editors';
import { linkOf, query, textOf, writtenProperty, writtenValue } from './field-values';
import type { Item } from './field-values';
import { formFields, listPath, may, PERMISSION, readFields, readList } from './list-model';
import type { Field, List, Permissions } from './list-model';
import { getWithEtag, messageOf, RestError, send } from './rest';

const BLANK = 'No puede dejar este espacio en blanco.';

interface ItemOfList {
  readonly value: Item & { readonly EffectiveBasePermissions: Permissions };
  readonly etag: string;
}

function readItem(path: string, id: number, fields: readonly Field[]): Promise<ItemOfList> {
  const select = query(fields).replace('$select=', '$select=EffectiveBasePermissions,');
  return getWithEtag(`${path}/items(${id})?${select}`);
}

/** Where the person came from, if that was a page of this site; else the list. */
function back(list: List): string {
  const source = new URLSearchParams(location.search).get('Source');
  return (source === null ? undefined : safeHref(source)) ?? list.DefaultViewUrl;
}

function heading(list: List, title: string): HTMLElement {
  return h('div', { class: 'list-head' }, h('p', {}, h('a', { href: list.DefaultViewUrl }, list.Title)), h('h1', {}, title));
}

export async function showNewForm(listUrl: string): Promise<void> {
  const path = listPath(listUrl);
  const [list, fields] = await Promise.all([readList(path), readFields(path)]);
  const shown = formFields(fields, 'New');
  await showForm(list, 'Elemento nuevo', await readFormLayout(path, shown), undefined, (body) => send('POST', `${path}/items`, body));
}

export async function showEditForm(listUrl: string, id: number): Promise<void> {
  const path = listPath(listUrl);
  const [list, allFields] = await Promise.all([readList(path), readFields(path)]);
  const fields = formFields(allFields, 'Edit');
  const { value, etag } = await readItem(path, id, fields);
  await showForm(list, String(value.Title ?? `Elemento ${id}`), await readFormLayout(path, fields), value, (body) => send('MERGE', `${path}/items(${id})`, body, etag));
}

export async function showDisplayForm(listUrl: string, id: number): Promise<void> {
  const path = listPath(listUrl);
  const [list, allFields] = await Promise.all([readList(path), readFields(path)]);
  const shown = formFields(allFields, 'Edit');
  const byName = (name: string): Field[] => allFields.filter((field) => field.InternalName === name);
  const facts = ['Modified', 'Editor', 'Created', 'Author'].flatMap(byName);
  const [{ value }, layout] = await Promise.all([readItem(path, id, [...shown, ...facts]), readFormLayout(path, shown)]);
  const mask = value.EffectiveBasePermissions;
  const problem = h('div');
  const remove = async (): Promise<void> => {
    if (!(await confirmed('¿Seguro que quieres enviar este elemento a la papelera de reciclaje?', 'Eliminar'))) return;
    try {
      await send('POST', `${path}/items(${id})/recycle()`);
      location.assign(back(list));
    } catch (error) {
      problem.replaceChildren(errorBox(messageOf(error)));
    }
  };
  const row = (field: Field): HTMLElement[] => [h('dt', {}, field.Title), h('dd', {}, valueNode(field, value))];
  show(
    `${list.Title}: ${String(value.Title ?? id)}`,
    heading(list, String(value.Title ?? `Elemento ${id}`)),
    h('div', { class: 'buttons' },
      may(mask, PERMISSION.edit) && h('a', { class: 'button', href: `${list.RootFolder.ServerRelativeUrl}/EditForm.aspx?ID=${id}` }, 'Editar elemento'),
      may(mask, PERMISSION.delete) && h('button', { type: 'button', click: () => void remove() }, 'Eliminar'),
      h('a', { class: 'button', href: back(list) }, 'Cerrar')),
    problem,
    formHead(layout, value),
    layout.sections.map((section, index) => [
      section.title !== '' && h('h2', {}, section.title),
      h('dl', { class: 'item' }, section.fields.map(row),
        index === layout.sections.length - 1 && [h('dt', {}, 'Identificador'), h('dd', {}, String(id)), facts.map(row)])
    ])
  );
}

function valueNode(field: Field, item: Item): Node | string {
  const link = field.TypeAsString === 'URL' ? linkOf(field, item) : undefined;
  const href = link && safeHref(link.Url);
  return href ? h('a', { href }, link.Description || link.Url) : textOf(field, item);
}

/** The form's own head, where the list has one. */
function formHead({ header }: FormLayout, item: Item | undefined): HTMLElement | null {
  return formatted(header, {
    field: (name) => item?.[name] ?? '', currentField: null, me: '', now: new Date(), currentWeb: location.origin,
    formatDate: (date) => date.toISOString()
  });
}

async function showForm(list: List, title: string, layout: FormLayout, item: Item | undefined, save: (body: object) => Promise<unknown>): Promise<void> {
  const sections = await Promise.all(layout.sections.map(async (section) => ({ title: section.title, editors: await Promise.all(section.fields.map((field) => makeEditor(field, item))) })));
  const editors = sections.flatMap((section) => section.editors);
  const problem = h('div');
  const button = h('button', { class: 'primary' }, 'Guardar');
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const body = readEditors(editors, item);
    if (!body) return;
    button.disabled = true;
    problem.replaceChildren();
    try {
      await save(body);
      location.assign(back(list));
    } catch (error) {
      button.disabled = false;
      problem.replaceChildren(errorBox(explain(error)), ...(isConflict(error) ? [reload()] : []));
      problem.querySelector('a')?.focus();
    }
  };
  const form = h('form', { class: 'item', novalidate: true, submit: (event) => void submit(event) },
    sections.map((section) => [section.title !== '' && h('h2', {}, section.title), section.editors.map(fieldRow)]), problem,
    h('div', { class: 'buttons' }, button, h('a', { class: 'button', href: back(list) }, 'Cancelar')));
  show(`${list.Title}: ${title}`, heading(list, title), formHead(layout, item), form);
  editors[0]?.control.focus();
}

function fieldRow({ field, content, control, isGroup }: Editor): HTMLElement {
  const id = `field-${field.InternalName}`;
  control.id = id;
  const label = [field.Title, field.Required ? h('span', { class: 'required', title: 'Obligatorio' }, ' *') : null];
  const help = field.Description === '' ? null : h('p', { class: 'quiet', id: `${id}-help` }, field.Description);
  const trouble = h('p', { class: 'field-error', id: `${id}-error`, hidden: true });
  control.setAttribute('aria-describedby', `${help ? `${id}-help ` : ''}${id}-error`);
  return isGroup
    ? h('fieldset', {}, h('legend', {}, label), content, help, trouble)
    : h('div', { class: 'field' }, h('label', { for: id }, label), content, help, trouble);
}

/** What to write: what changed, or on a new item what was filled in. `null` when something cannot be taken; the fields then say so. */
function readEditors(editors: readonly Editor[], item: Item | undefined): Record<string, unknown> | null {
  const body: Record<string, unknown> = {};
  let firstBad: HTMLElement | undefined;
  for (const editor of editors) {
    const { field, control } = editor;
    const problem = readEditor(editor, (value) => {
      const before = writtenValue(field, item);
      if (comparable(value) !== comparable(before)) body[writtenProperty(field)] = value;
    });
    const place = document.getElementById(`field-${field.InternalName}-error`);
    if (place) Object.assign(place, { textContent: problem ?? '', hidden: problem === undefined });
    control.setAttribute('aria-invalid', String(problem !== undefined));
    if (problem !== undefined) firstBad ??= control;
  }
  firstBad?.focus();
  return firstBad ? null : body;
}

/** Of several values the order says nothing. */
function comparable(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.map(String).sort() : value);
}

function readEditor({ field, read }: Editor, take: (value: unknown) => void): string | undefined {
  try {
    const value = read();
    if (field.Required && (value === null || (Array.isArray(value) && value.length === 0))) return BLANK;
    take(value);
    return undefined;
  } catch (error) {
    if (error instanceof FieldError) return error.message;
    throw error;
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof RestError && error.status === 412;
}

function explain(error: unknown): string {
  return isConflict(error) ? `Otra persona cambió este elemento mientras lo editabas. Tus cambios no se guardaron.\n${messageOf(error)}` : messageOf(error);
}

function reload(): HTMLElement {
  return h('p', {}, h('a', { href: location.href }, 'Volver a cargar el elemento'));
}
