import { errorBox, h, safeHref, show } from './dom';
import { listPath, may, PERMISSION, readFields, readList, readViews } from './list-model';
import type { Field, List, View } from './list-model';
import { messageOf, send } from './rest';
import { formatted, rowClass } from './formatting/render';
import { rowScope } from './formatting/row-scope';
import { totalsOf, totalText } from './totals';
import { groupFields, viewXml } from './view-query';
import type { Wishes } from './view-query';

type Row = Readonly<Record<string, unknown>> & { readonly ID: string };

interface ListData {
  readonly Row: readonly Row[];
  readonly FirstRow: number;
  readonly LastRow: number;
  /** Query of the next page, where there is one. */
  readonly NextHref?: string;
}

/** A list in one of its views, as SharePoint's own page reads it (RenderListDataAsStream). */
export async function showListView(listUrl: string, viewUrl: string): Promise<void> {
  const path = listPath(listUrl);
  const [list, fields, views] = await Promise.all([readList(path), readFields(path), readViews(path)]);
  const view = views.find((one) => one.ServerRelativeUrl.toLowerCase() === viewUrl.toLowerCase()) ?? views.find((one) => one.DefaultView);
  if (!view) throw new Error('Esta vista no existe.');
  new ListView(path, list, fields, views, view).start();
}

/** SharePoint gives at most this many rows at once. */
const ALL_ROWS = 5000;

class ListView {
  private wishes: Wishes;
  /** Paging queries of the pages before this one and of this one; the first page has none. */
  private pages: readonly (string | undefined)[] = [undefined];
  private readonly table = h('div', { class: 'table-place', tabindex: 0, role: 'region' });
  private readonly problem = h('div');
  private readonly pager = h('div', { class: 'buttons pager' });

  public constructor(
    private readonly path: string,
    private readonly list: List,
    private readonly fields: readonly Field[],
    private readonly views: readonly View[],
    private readonly view: View
  ) {
    const query = new URLSearchParams(location.search);
    const field = query.get('SortField');
    const text = query.get('q');
    this.wishes = { ...(field ? { sort: { field, ascending: query.get('SortDir') !== 'Desc' } } : {}), ...(text ? { text } : {}) };
    this.table.setAttribute('aria-label', list.Title);
  }

  public start(): void {
    const mask = this.list.EffectiveBasePermissions;
    const search = h('input', { type: 'search', id: 'search', value: this.wishes.text ?? '', placeholder: 'Buscar en esta vista' });
    const picker = h('select', { id: 'view', change: () => location.assign(picker.value) },
      this.views.map((one) => h('option', { value: one.ServerRelativeUrl, selected: one === this.view }, one.Title)));
    show(
      this.list.Title,
      h('div', { class: 'list-head' }, h('h1', {}, this.list.Title), this.list.Description !== '' && h('p', { class: 'quiet' }, this.list.Description)),
      h('div', { class: 'commands' },
        may(mask, PERMISSION.add) && h('a', { class: 'button primary', href: this.formUrl('NewForm') }, 'Nuevo'),
        may(mask, PERMISSION.manageLists) && h('a', { class: 'button', href: `/_layouts/15/listedit.aspx?List={${this.list.Id}}` }, 'Configuración de la lista'),
        h('form', { class: 'inline', role: 'search', submit: (event) => { event.preventDefault(); this.change({ ...this.wishes, text: search.value.trim() }); } },
          h('label', { for: 'search', class: 'hidden' }, 'Buscar'), search, h('button', {}, 'Buscar')),
        h('label', { class: 'inline', for: 'view' }, 'Vista', picker)),
      this.problem, this.table, this.pager
    );
    void this.load();
  }

  private formUrl(form: string, id?: string): string {
    const query = new URLSearchParams({ ...(id === undefined ? {} : { ID: id }), Source: location.pathname + location.search });
    return `${this.list.RootFolder.ServerRelativeUrl}/${form}.aspx?${query.toString()}`;
  }

  /** Shows the view anew; what was asked for stays in the address, so that a reload or a link shows the same. */
  private change(wishes: Wishes): void {
    this.wishes = wishes;
    this.pages = [undefined];
    const query = new URLSearchParams({
      ...(wishes.sort ? { SortField: wishes.sort.field, SortDir: wishes.sort.ascending ? 'Asc' : 'Desc' } : {}),
      ...(wishes.text ? { q: wishes.text } : {})
    }).toString();
    history.replaceState(null, '', location.pathname + (query ? `?${query}` : ''));
    void this.load();
  }

  private async load(): Promise<void> {
    const paging = this.pages[this.pages.length - 1];
    this.table.setAttribute('aria-busy', 'true');
    try {
      const parameters = { RenderOptions: 2, ViewXml: viewXml(this.view, this.fields, this.wishes), ...(paging === undefined ? {} : { Paging: paging }) };
      const data = await send<ListData>('POST', `${this.path}/RenderListDataAsStream`, { parameters });
      const counted = await this.countedRows();
      this.problem.replaceChildren();
      this.render(data ?? { Row: [], FirstRow: 0, LastRow: 0 }, counted);
    } catch (error) {
      this.problem.replaceChildren(errorBox(messageOf(error)));
    }
    this.table.setAttribute('aria-busy', 'false');
  }

  /** Every row of the view, for its totals; none where it has none. */
  private async countedRows(): Promise<readonly Row[]> {
    if (totalsOf(this.view).length === 0) return [];
    const whole = { ...this.view, RowLimit: ALL_ROWS };
    const parameters = { RenderOptions: 2, ViewXml: viewXml(whole, this.fields, this.wishes, totalsOf(this.view).map(({ name }) => name)) };
    return (await send<ListData>('POST', `${this.path}/RenderListDataAsStream`, { parameters }))?.Row ?? [];
  }

  private render(data: ListData, counted: readonly Row[]): void {
    const columns = this.view.ViewFields.Items.flatMap((name) => this.fields.filter((field) => field.InternalName === name)).map((field) => this.titled(field));
    const groups = groupFields(this.view).flatMap((name) => this.fields.filter((field) => field.InternalName === name));
    this.table.replaceChildren(
      data.Row.length === 0
        ? h('p', { class: 'quiet' }, this.wishes.text ? `Nada coincide con «${this.wishes.text}».` : 'No hay elementos en esta vista.')
        : h('table', { class: 'grid' },
          h('thead', {}, h('tr', {}, columns.map((field) => this.header(field)), h('td', {}))),
          h('tbody', {}, this.rows(data.Row, columns, groups, counted), this.totalRow(counted, columns.length + 1)))
    );
    const next = data.NextHref?.replace(/^\?/, '');
    const go = (pages: readonly (string | undefined)[]) => () => { this.pages = pages; void this.load(); };
    this.pager.replaceChildren(
      ...[
        this.pages.length > 1 && h('button', { type: 'button', click: go(this.pages.slice(0, -1)) }, 'Anterior'),
        data.Row.length > 0 && h('span', { class: 'quiet' }, `${data.FirstRow}–${data.LastRow}`),
        next !== undefined && next !== '' && h('button', { type: 'button', click: go([...this.pages, next]) }, 'Siguiente')
      ].filter((node): node is HTMLButtonElement | HTMLSpanElement => node !== false)
    );
  }

  /** The linked title is called what the title is called now. */
  private titled(field: Field): Field {
    const title = isTitle(field) ? this.fields.find((one) => one.InternalName === 'Title')?.Title : undefined;
    return title === undefined ? field : { ...field, Title: title };
  }

  private header(field: Field): HTMLElement {
    const name = sortName(field);
    const sorted = this.wishes.sort?.field === name ? this.wishes.sort : undefined;
    if (!field.Sortable) return h('th', { scope: 'col' }, field.Title);
    const click = (): void => this.change({ ...this.wishes, sort: { field: name, ascending: !(sorted?.ascending ?? false) } });
    return h('th', { scope: 'col', 'aria-sort': sorted ? (sorted.ascending ? 'ascending' : 'descending') : 'none' },
      h('button', { type: 'button', click }, field.Title, sorted ? (sorted.ascending ? ' ↑' : ' ↓') : ''));
  }

  private totalRow(counted: readonly Row[], width: number): HTMLElement | false {
    const text = totalText(totalsOf(this.view), counted, this.fields);
    return text !== '' && h('tr', { class: 'totals' }, h('td', { colspan: width }, `Total · ${text}`));
  }

  private rows(rows: readonly Row[], columns: readonly Field[], groups: readonly Field[], counted: readonly Row[]): HTMLElement[] {
    const groupOf = (row: Row): string => groups.map((field) => `${field.Title}: ${cellText(field, row) || '(vacío)'}`).join(' · ');
    let group: string | undefined;
    return rows.flatMap((row) => {
      const here = groupOf(row);
      const totals = here === group || groups.length === 0 ? '' : totalText(totalsOf(this.view), counted.filter((one) => groupOf(one) === here), this.fields);
      const heading = groups.length > 0 && here !== group
        ? [h('tr', { class: 'group' }, h('th', { scope: 'rowgroup', colspan: columns.length + 1 }, here, totals !== '' && h('span', { class: 'quiet' }, ` · ${totals}`)))]
        : [];
      group = here;
      const title = cellTitle(row);
      const edit = h('a', { href: this.formUrl('EditForm', row.ID), 'aria-label': `Editar ${title}` }, 'Editar');
      return [...heading, h('tr', { class: rowClass(this.view.CustomFormatter, rowScope(row, this.fields, null)) || undefined }, columns.map((field) => this.cell(field, row)), h('td', { class: 'short' }, may(this.list.EffectiveBasePermissions, PERMISSION.edit) && edit))];
    });
  }

  private cell(field: Field, row: Row): HTMLElement {
    if (isTitle(field)) {
      return h('td', {}, h('a', { href: this.formUrl('DispForm', row.ID) }, cellTitle(row)));
    }
    const look = formatted(field.CustomFormatter, rowScope(row, this.fields, field.InternalName));
    if (look) return h('td', { class: 'formatted' }, look);
    const text = cellText(field, row);
    const href = field.TypeAsString === 'URL' ? safeHref(String(row[field.InternalName] ?? '')) : undefined;
    const size = /^(Number|Currency|Counter)$/.test(field.TypeAsString) ? 'number' : text.length < 16 ? 'short' : undefined;
    return h('td', { class: size }, href ? h('a', { href }, text) : text);
  }
}

function isTitle(field: Field): boolean {
  return /^(LinkTitle(NoMenu)?|Title)$/.test(field.InternalName);
}

/** The column that is sorted by in its place: the linked title has no order of its own. */
function sortName(field: Field): string {
  return field.InternalName.startsWith('LinkTitle') ? 'Title' : field.InternalName;
}

function cellTitle(row: Row): string {
  return String(row.Title ?? '') || '(sin título)';
}

function cellText(field: Field, row: Row): string {
  const value = row[field.InternalName];
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(referenceText).join('; ');
  if (field.TypeAsString === 'URL') return String(row[`${field.InternalName}.desc`] ?? '') || String(value);
  return field.TypeAsString === 'Note' ? plainText(String(value)) : String(value);
}

/** Choices come as texts, looked-up rows and people as objects. */
function referenceText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { lookupValue, title } = value as { lookupValue?: unknown; title?: unknown };
  return String(lookupValue ?? title ?? '');
}

/** Notes come as markup; read as text in a document of its own, where nothing of it runs. */
function plainText(markup: string): string {
  return new DOMParser().parseFromString(markup.replace(/<br\s*\/?>/gi, '\n'), 'text/html').body.textContent ?? '';
}
