import type { Field, View } from './list-model';

/** How a person wants to see a view: sorted by a column, filtered by a text. */
export interface Wishes {
  readonly sort?: { readonly field: string; readonly ascending: boolean };
  readonly text?: string;
}

function element(xml: Document, name: string, attributes: Readonly<Record<string, string>>, ...children: readonly (Node | string)[]): Element {
  const made = xml.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** `[a, b, c]` → `<Or><Or>a b</Or>c</Or>`: CAML's operators take two. */
function joined(xml: Document, operator: 'And' | 'Or', conditions: readonly Element[]): Element | undefined {
  return conditions.reduce<Element | undefined>((all, one) => (all ? element(xml, operator, {}, all, one) : one), undefined);
}

const SEARCHED = new Set(['Text', 'Note', 'Choice']);

/** Columns that a view is grouped by. */
export function groupFields(view: View): readonly string[] {
  const xml = new DOMParser().parseFromString(`<Query>${view.ViewQuery}</Query>`, 'text/xml');
  return [...xml.querySelectorAll('GroupBy > FieldRef')].map((field) => field.getAttribute('Name') ?? '');
}

/**
 * The view as CAML, with the person's wishes: their order instead of the view's (its groups stay together), and the text to be found in
 * one of the view's columns besides the view's own condition.
 * @param more columns read besides the view's
 */
export function viewXml(view: View, fields: readonly Field[], wishes: Wishes, more: readonly string[] = []): string {
  const xml = new DOMParser().parseFromString(`<View><Query>${view.ViewQuery}</Query></View>`, 'text/xml');
  const query = xml.querySelector('Query');
  if (!query) throw new Error('La consulta de la vista no se puede leer.');
  const order = (name: string, ascending: boolean): Element => element(xml, 'FieldRef', { Name: name, Ascending: ascending ? 'TRUE' : 'FALSE' });
  const groups = [...query.querySelectorAll('GroupBy > FieldRef')].map((field) => order(field.getAttribute('Name') ?? '', field.getAttribute('Ascending') !== 'FALSE'));
  const own = [...query.querySelectorAll('OrderBy > FieldRef')];
  const sorted = wishes.sort ? [order(wishes.sort.field, wishes.sort.ascending)] : own;
  query.querySelector('GroupBy')?.remove();
  query.querySelector('OrderBy')?.remove();
  if (groups.length + sorted.length > 0) query.append(element(xml, 'OrderBy', {}, ...groups, ...sorted));

  if (wishes.text) {
    const text = wishes.text;
    const inView = fields.filter((field) => SEARCHED.has(field.TypeAsString) && (field.InternalName === 'Title' || view.ViewFields.Items.includes(field.InternalName)));
    const found = inView.map((field) => element(xml, 'Contains', {}, element(xml, 'FieldRef', { Name: field.InternalName }), element(xml, 'Value', { Type: 'Text' }, text)));
    const where = query.querySelector('Where');
    const conditions = [where?.firstElementChild, joined(xml, 'Or', found)].filter((one): one is Element => one !== null && one !== undefined);
    where?.remove();
    const all = joined(xml, 'And', conditions);
    if (all) query.prepend(element(xml, 'Where', {}, all));
  }
  const named = [...view.ViewFields.Items, ...groupFields(view), ...more].map((name) => (name === 'LinkTitle' ? 'Title' : name));
  const names = [...new Set(['ID', 'Title', ...view.ViewFields.Items, ...named])];
  xml.documentElement.append(
    element(xml, 'ViewFields', {}, ...names.map((name) => element(xml, 'FieldRef', { Name: name }))),
    element(xml, 'RowLimit', { Paged: 'TRUE' }, String(view.RowLimit || 30))
  );
  return new XMLSerializer().serializeToString(xml);
}
