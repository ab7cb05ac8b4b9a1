import { AppError } from '../../application/errors';
import type { ListState, SetUpPort, ViewState } from '../../application/set-up/port';
import type { ListName } from '../../domain';
import { toAppError } from '../errors';
import { textOf, valuesOf } from '../mapping/row-reader';
import { listNames, schemaOf } from '../schema';
import { viewQuery } from '../schema/caml';
import { isLookup } from '../schema/columns';
import { fieldXml } from '../schema/field-xml';
import type { ListSchema, ViewSchema } from '../schema/list-schema';
import type { People } from './people-port';
import { type Assignment, grantsOf } from './principals';
import { allOf, type SiteTools, statusOf } from './site-tools';

type ListsPort = Pick<
  SetUpPort, 'readLists' | 'createList' | 'readList' | 'settleList' | 'createColumns' | 'nameColumns' | 'makeViews'
>;

/** What SharePoint calls its Title column before anybody renames it, in the languages a site of ours may have. */
const PRISTINE_TITLES = ['Title', 'Título'];
/** And the view that a list comes with. */
const PRISTINE_VIEW_TITLES = ['All Items', 'Todos los elementos'];
/** Takes the internal name from the XML's Name (AddFieldInternalNameHint). */
const NAME_HINT = 8;
const CUSTOM_LIST = 100;
/** Rows on a view's page. */
const VIEW_ROWS = 100;

interface ListRow { readonly Id?: unknown; readonly Title?: unknown; readonly RootFolder?: { readonly ServerRelativeUrl?: unknown } }
interface FieldRow { readonly InternalName?: unknown; readonly Title?: unknown; readonly EnforceUniqueValues?: unknown }
interface ViewRow {
  readonly Id?: unknown;
  readonly Title?: unknown;
  readonly ServerRelativeUrl?: unknown;
  readonly ViewFields?: { readonly Items?: unknown };
}
interface Settings {
  readonly Title?: unknown; readonly ItemCount?: unknown; readonly EnableVersioning?: unknown; readonly ReadSecurity?: unknown;
  readonly WriteSecurity?: unknown; readonly HasUniqueRoleAssignments?: unknown;
}

/** Lists, columns and views. */
export class Lists implements ListsPort {
  public constructor(private readonly tools: SiteTools, private readonly people: People) {}

  public async readLists(): Promise<ReadonlySet<ListName>> {
    return new Set((await this.known()).keys());
  }

  public async createList(list: ListName): Promise<void> {
    try {
      // The address is made of the title, so the list begins under its fixed name.
      await this.tools.web.lists.add(list, schemaOf(list).description, CUSTOM_LIST, false, {
        EnableVersioning: true, EnableAttachments: false, EnableFolderCreation: false
      });
    } catch (error) {
      if (!(await this.readLists()).has(list)) throw await toAppError(error, list);
    }
  }

  public async readList(list: ListName): Promise<ListState | null> {
    const schema: ListSchema = schemaOf(list);
    const principals = await this.people.readPrincipals();
    const outcomes = await this.tools.togetherOn<unknown>(list, one => [
      one.select('Title', 'ItemCount', 'EnableVersioning', 'ReadSecurity', 'WriteSecurity', 'HasUniqueRoleAssignments')(),
      one.fields.select('InternalName', 'Title', 'EnforceUniqueValues')(),
      one.views.select('Title', 'ServerRelativeUrl', 'ViewFields').expand('ViewFields')(),
      one.roleAssignments.select('PrincipalId', 'RoleDefinitionBindings/RoleTypeKind').expand('RoleDefinitionBindings')()
    ]);
    const [first] = outcomes;
    if (!first.ok && statusOf(first.error) === 404) return null;
    const [settings, fields, views, assignments] = await allOf(outcomes, list) as [Settings, FieldRow[], ViewRow[], Assignment[]];
    const title = fields.find(field => field.InternalName === 'Title');
    return {
      title: textOf(settings.Title),
      rowCount: Number(settings.ItemCount) || 0,
      settled: settings.EnableVersioning === true && settings.ReadSecurity === 1 && settings.WriteSecurity === schema.writeSecurity,
      titleColumnSettled: title === undefined
        || (PRISTINE_TITLES.indexOf(textOf(title.Title)) < 0 && (!schema.titleColumn.unique || title.EnforceUniqueValues === true)),
      columns: new Map(fields.filter(field => textOf(field.InternalName) in schema.columns)
        .map(field => [textOf(field.InternalName), { title: textOf(field.Title) }])),
      views: new Map(
        views.map((view): [string, ViewState] => [viewName(view), { title: viewTitle(view), hasColumns: showsOwn(view, schema) }])
      ),
      isolated: settings.HasUniqueRoleAssignments === true,
      grants: grantsOf(assignments, principals)
    };
  }

  public async settleList(list: ListName): Promise<void> {
    const schema = schemaOf(list);
    const rows = await this.rows();
    const row = rows.find(one => this.nameOf(one) === list);
    const titles = rows.map(one => textOf(one.Title));
    // Another list of the site may have the title already; ours then says what it is part of.
    const title = titles.indexOf(schema.title) < 0 ? schema.title : `${schema.title} (OKR)`;
    const renamed = row && textOf(row.Title) === list ? { Title: title, Description: schema.description } : {};
    await this.tools.guard(() => this.tools.list(list).update({
      ...renamed, EnableVersioning: true, ReadSecurity: 1, WriteSecurity: schema.writeSecurity
    }), list);
  }

  public async createColumns(list: ListName, columns: readonly string[]): Promise<void> {
    const schema: ListSchema = schemaOf(list);
    const known = columns.some(name => isLookup(schema.columns[name])) ? await this.known() : new Map<ListName, string>();
    const xml = columns.map(name => {
      const column = schema.columns[name];
      return fieldXml(name, column, isLookup(column) ? known.get(column.list) : undefined);
    });
    const outcomes = await this.tools.togetherOn<unknown>(
      list, one => xml.map(SchemaXml => one.fields.createFieldAsXml({ SchemaXml, Options: NAME_HINT }))
    );
    const names = await this.fieldNames(list);
    await this.removeStrays(list, columns, names);
    for (const name of columns) {
      if (names.some(field => textOf(field.InternalName) === name)) continue;
      // SharePoint gave it another internal name, or refused it.
      await allOf(outcomes, list);
      throw new AppError('unexpected', { list, column: name, detail: `The column ${name} got another internal name.` });
    }
  }

  /** A column that was asked for twice, since an answer was lost, is there twice: the second has a number after its name. */
  private async removeStrays(list: ListName, columns: readonly string[], fields: readonly FieldRow[]): Promise<void> {
    const own = Object.keys(schemaOf(list).columns);
    const strays = fields.map(field => textOf(field.InternalName))
      .filter(name => own.indexOf(name) < 0 && columns.some(column => name.replace(/\d+$/, '') === column && name !== column));
    if (strays.length === 0) return;
    await allOf(await this.tools.togetherOn(list, one => strays.map(name => one.fields.getByInternalNameOrTitle(name).delete())), list);
  }

  public async nameColumns(list: ListName, columns: readonly string[], titleColumn: boolean): Promise<void> {
    const schema: ListSchema = schemaOf(list);
    const { title, description, required, unique, indexed } = schema.titleColumn;
    const changes = columns.map((name): [string, object] => [name, { Title: schema.columns[name].title }]);
    if (titleColumn) {
      changes.push(['Title', {
        Title: title, Description: description, Required: required,
        ...(unique || indexed ? { Indexed: true } : {}), ...(unique ? { EnforceUniqueValues: true } : {})
      }]);
    }
    await allOf(await this.tools.togetherOn(list, one => changes
      .map(([name, change]) => one.fields.getByInternalNameOrTitle(name).update(change, 'SP.Field'))), list);
  }

  public async makeViews(list: ListName, names: readonly string[]): Promise<void> {
    const views = (schemaOf(list) as ListSchema).views.filter(view => names.indexOf(view.name) >= 0);
    let ids = await this.viewIds(list, names);
    const missing = views.filter(view => !ids.has(view.name));
    if (missing.length > 0) {
      // The address is made of the title, so a view begins under its fixed name.
      await allOf(await this.tools.togetherOn<unknown>(list, one => missing
        .map(view => one.views.add(view.name, false, { ViewQuery: viewQuery(view), RowLimit: VIEW_ROWS, Paged: true }))), list);
      ids = await this.viewIds(list, names);
    }
    const found = views.map((view): [ViewSchema, string] => {
      const id = ids.get(view.name);
      if (id === undefined) throw new AppError('unexpected', { list, detail: `The view ${view.name} got another address.` });
      return [view, id];
    });
    await allOf(await this.tools.togetherOn<unknown>(list, one => found.flatMap(([view, id]) => [
      one.views.getById(id).fields.removeAll(),
      ...view.columns.map(column => one.views.getById(id).fields.add(column === 'Title' ? 'LinkTitle' : column))
    ])), list);
    await allOf(await this.tools.togetherOn<unknown>(list, one => found.map(([view, id]) => one.views.getById(id)
      .update({ Title: view.title, ViewQuery: viewQuery(view), RowLimit: VIEW_ROWS, Paged: true }))), list);
  }

  /** Ids by name. A view that was asked for twice, since an answer was lost, is there twice: the second is taken away. */
  private async viewIds(list: ListName, names: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.tools.guard(() => this.tools.list(list).views.select('Id', 'Title', 'ServerRelativeUrl')<ViewRow[]>(), list);
    const strays = rows.filter(row => names.some(name => textOf(row.Title) === name && new RegExp(`^${name}\\d+$`).test(viewName(row))));
    if (strays.length > 0) {
      await allOf(await this.tools.togetherOn(list, one => strays.map(row => one.views.getById(textOf(row.Id)).delete())), list);
    }
    return new Map(rows.map((row): [string, string] => [viewName(row), textOf(row.Id)]));
  }

  private async fieldNames(list: ListName): Promise<FieldRow[]> {
    return this.tools.guard(() => this.tools.list(list).fields.select('InternalName')<FieldRow[]>(), list);
  }

  /** Ids of those of our lists that exist. */
  private async known(): Promise<Map<ListName, string>> {
    const ids = new Map<ListName, string>();
    for (const row of await this.rows()) {
      const name = this.nameOf(row);
      if (name) ids.set(name, textOf(row.Id));
    }
    return ids;
  }

  private async rows(): Promise<ListRow[]> {
    return this.tools.guard(
      () => this.tools.web.lists.select('Id', 'Title', 'RootFolder/ServerRelativeUrl').expand('RootFolder')<ListRow[]>()
    );
  }

  private nameOf(row: ListRow): ListName | undefined {
    const url = textOf(row.RootFolder?.ServerRelativeUrl).toLowerCase();
    return listNames.find(name => this.tools.address(name).toLowerCase() === url);
  }
}

/** `ByObjective` for `/Lists/KeyResults/ByObjective.aspx`. */
function viewName(view: ViewRow): string {
  const match = /([^/]+)\.aspx$/i.exec(textOf(view.ServerRelativeUrl));
  return match ? decodeURIComponent(match[1]) : '';
}

function viewTitle(view: ViewRow): string {
  const title = textOf(view.Title);
  return PRISTINE_VIEW_TITLES.indexOf(title) >= 0 ? viewName(view) : title;
}

function showsOwn(view: ViewRow, schema: ListSchema): boolean {
  return valuesOf(view.ViewFields?.Items).some(name => textOf(name) in schema.columns);
}

