import type { IList } from '@pnp/sp/lists';
import type { IWeb } from '@pnp/sp/webs';
import { AppError } from '../../application/errors';
import type { ColumnMend, ListShape, ListState, SetUpPort } from '../../application/set-up/port';
import type { ListName } from '../../domain';
import { toAppError } from '../errors';
import { textOf, valuesOf } from '../mapping/row-reader';
import { listNames, schemaOf } from '../schema';
import { viewQuery } from '../schema/caml';
import { type Column, isLookup } from '../schema/columns';
import { fieldXml } from '../schema/field-xml';
import type { ListSchema, ViewSchema } from '../schema/list-schema';
import { partsOf, shownColumns } from '../schema/parts';
import type { Outcome } from '../rows';
import {
  type FieldRow, itemType, type ListAnswers, listShape, listState, RESTRICT, SELECTED, type SettingsRow, titlesOf, viewName, type ViewRow
} from './list-answers';
import type { People } from './people-port';
import type { Principals } from './principals';
import { allOf, type SiteTools, statusOf } from './site-tools';

type ListsPort = Pick<
  SetUpPort, 'readLists' | 'createList' | 'readList' | 'settleList' | 'createColumns' | 'nameColumns' | 'makeViews' | 'dress' | 'mendColumns'
>;

/** Takes the internal name from the XML's Name (AddFieldInternalNameHint). */
const NAME_HINT = 8;
const CUSTOM_LIST = 100;
/** Rows on a view's page. */
const VIEW_ROWS = 100;

interface ListRow { readonly Id?: unknown; readonly Title?: unknown; readonly RootFolder?: { readonly ServerRelativeUrl?: unknown } }
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
    const principals = await this.people.readPrincipals();
    const outcomes = await this.tools.togetherOn<unknown>(list, askList);
    const [first] = outcomes;
    if (!first.ok && statusOf(first.error) === 404) return null;
    return listState(schemaOf(list), answersOf(await allOf(outcomes, list)), principals);
  }

  /** Every list of ours that is there, with all that can differ; one request with whatever `more` asks. */
  public async readShapes<T>(
    more: (web: IWeb) => readonly Promise<T>[]
  ): Promise<{ readonly shapes: (principals: Principals) => ReadonlyMap<ListName, ListShape>; readonly more: readonly Outcome<T>[] }> {
    const outcomes = await this.tools.together<unknown>(web => [
      web.lists.select('Id', 'Title', 'RootFolder/ServerRelativeUrl').expand('RootFolder')(),
      ...listNames.flatMap(name => askList(web.getList(this.tools.address(name)))),
      ...more(web)
    ]);
    const [rows] = await allOf(outcomes.slice(0, 1)) as [ListRow[]];
    const names = new Map<string, ListName>();
    for (const row of rows) {
      const name = this.nameOf(row);
      if (name) names.set(textOf(row.Id).toLowerCase(), name);
    }
    const answers = new Map<ListName, ListAnswers>();
    for (let index = 0; index < listNames.length; index++) {
      const name = listNames[index];
      const own = outcomes.slice(1 + index * PARTS_OF_A_LIST, 1 + (index + 1) * PARTS_OF_A_LIST);
      const [first] = own;
      if (!first.ok && statusOf(first.error) === 404) continue;
      answers.set(name, answersOf(await allOf(own, name)));
    }
    return {
      shapes: principals => new Map([...answers].map(([name, one]): [ListName, ListShape] => (
        [name, listShape(schemaOf(name), one, principals, id => names.get(id))]
      ))),
      more: outcomes.slice(1 + listNames.length * PARTS_OF_A_LIST) as Outcome<T>[]
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
    await this.arrange(list, found);
    await allOf(await this.tools.togetherOn<unknown>(list, one => found.map(([view, id]) => one.views.getById(id)
      .update({ Title: view.title }))), list);
  }

  /** Gives views their columns and queries. */
  private async arrange(list: ListName, views: readonly (readonly [ViewSchema, string])[]): Promise<void> {
    if (views.length === 0) return;
    await allOf(await this.tools.togetherOn<unknown>(list, one => views.flatMap(([view, id]) => [
      one.views.getById(id).fields.removeAll(),
      ...shownColumns(view).map(column => one.views.getById(id).fields.add(column)),
      one.views.getById(id).update({ ViewQuery: viewQuery(view), RowLimit: VIEW_ROWS, Paged: true })
    ])), list);
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

  public async dress(list: ListName, ids: readonly string[]): Promise<void> {
    const schema: ListSchema = schemaOf(list);
    const wanted = partsOf(schema).filter(({ id }) => ids.indexOf(id) >= 0);
    const answers = answersOf(await allOf(await this.tools.togetherOn<unknown>(list, askList), list));
    const titles = titlesOf(answers.fields);
    const views = new Map(answers.views.map((view): [string, string] => [viewName(view), textOf(view.Id)]));
    const arranged = schema.views.filter(view => wanted.some(part => part.kind === 'view' && part.name === view.name) && views.has(view.name));
    await this.arrange(list, arranged.map((view): [ViewSchema, string] => [view, views.get(view.name) ?? '']));
    const typeId = textOf(itemType(answers.contentTypes)?.StringId);
    await allOf(await this.tools.togetherOn<unknown>(list, one => wanted.flatMap((part): Promise<unknown>[] => {
      const text = part.text(titles);
      if (part.subject === 'form') return typeId === '' ? [] : [one.contentTypes.getById(typeId).update({ ClientFormCustomFormatter: text })];
      if (part.subject === 'list') return [one.update({ ValidationFormula: text, ValidationMessage: part.message })];
      if (part.subject === 'column') {
        if (!titles.has(part.name)) return [];
        const change = part.kind === 'formula' ? { ValidationFormula: text, ValidationMessage: part.message } : { CustomFormatter: text };
        return [one.fields.getByInternalNameOrTitle(part.name).update(change, 'SP.Field')];
      }
      const id = views.get(part.name);
      if (id === undefined || part.kind === 'view') return [];
      // Totals are missing from PnPjs's type of a view.
      const change: object = part.id.indexOf('totals:') === 0 ? { Aggregations: text, AggregationsStatus: 'On' } : { CustomFormatter: text };
      return [one.views.getById(id).update(change)];
    })), list);
  }

  public async mendColumns(list: ListName, mends: readonly ColumnMend[]): Promise<void> {
    const schema: ListSchema = schemaOf(list);
    const fields = await this.tools.guard(
      () => this.tools.list(list).fields.select('InternalName', 'Choices')<FieldRow[]>(), list
    );
    const changes = mends.map(({ name, trait }): [string, object] => [
      name, traitChange(trait, schema.columns[name], fields.find(field => field.InternalName === name))
    ]);
    await allOf(await this.tools.togetherOn(list, one => changes
      .map(([name, change]) => one.fields.getByInternalNameOrTitle(name).update(change, 'SP.Field'))), list);
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

/** Requests for all that is known of a list. */
function askList(one: IList): readonly Promise<unknown>[] {
  return [
    one.select(...SELECTED.settings)(),
    one.fields.select(...SELECTED.fields)(),
    one.views.select(...SELECTED.views).expand('ViewFields')(),
    one.contentTypes.select(...SELECTED.contentTypes)(),
    one.roleAssignments.select(...SELECTED.assignments).expand('Member', 'RoleDefinitionBindings')()
  ];
}

const PARTS_OF_A_LIST = 5;

function answersOf(values: readonly unknown[]): ListAnswers {
  const [settings, fields, views, contentTypes, assignments] = values;
  return {
    settings: settings as SettingsRow, fields: valuesOf(fields), views: valuesOf(views), contentTypes: valuesOf(contentTypes),
    assignments: valuesOf(assignments)
  } as ListAnswers;
}

function traitChange(trait: ColumnMend['trait'], column: Column | undefined, field: FieldRow | undefined): object {
  switch (trait) {
    case 'required': return { Required: true };
    case 'indexed': return { Indexed: true };
    case 'unique': return { Indexed: true, EnforceUniqueValues: true };
    case 'restrictDelete': return { Indexed: true, RelationshipDeleteBehavior: RESTRICT };
    case 'choices': {
      const found = valuesOf(field?.Choices).map(textOf);
      const wanted = column && (column.type === 'Choice' || column.type === 'MultiChoice') ? column.choices : [];
      return { Choices: [...found, ...wanted.filter(choice => found.indexOf(choice) < 0)] };
    }
  }
}
