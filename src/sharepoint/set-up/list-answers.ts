import type { PartState } from '../../application/set-up/definition';
import type { ColumnShape, ListShape, ListState, ViewState } from '../../application/set-up/port';
import type { ListName } from '../../domain';
import { textOf, valuesOf } from '../mapping/row-reader';
import type { ListSchema } from '../schema/list-schema';
import { type Part, partsOf, partState, type Titles, viewText } from '../schema/parts';
import { type Assignment, grantsOf, outsidersOf, type Principals } from './principals';

/** What SharePoint calls its Title column before anybody renames it, in the languages a site of ours may have. */
const PRISTINE_TITLES = ['Title', 'Título'];
/** And the view that a list comes with. */
const PRISTINE_VIEW_TITLES = ['All Items', 'Todos los elementos'];
/** Of SharePoint's behaviours on deletion, the one that refuses. */
export const RESTRICT = 2;

export interface FieldRow {
  readonly InternalName?: unknown; readonly Title?: unknown; readonly TypeAsString?: unknown; readonly Required?: unknown;
  readonly Indexed?: unknown; readonly EnforceUniqueValues?: unknown; readonly Choices?: unknown; readonly LookupList?: unknown;
  readonly RelationshipDeleteBehavior?: unknown; readonly CustomFormatter?: unknown; readonly ValidationFormula?: unknown;
}
export interface ViewRow {
  readonly Id?: unknown; readonly Title?: unknown; readonly ServerRelativeUrl?: unknown; readonly ViewQuery?: unknown;
  readonly Aggregations?: unknown; readonly CustomFormatter?: unknown; readonly ViewFields?: { readonly Items?: unknown };
}
export interface ContentTypeRow { readonly StringId?: unknown; readonly ClientFormCustomFormatter?: unknown }
export interface SettingsRow {
  readonly Title?: unknown; readonly ItemCount?: unknown; readonly EnableVersioning?: unknown; readonly ReadSecurity?: unknown;
  readonly WriteSecurity?: unknown; readonly HasUniqueRoleAssignments?: unknown; readonly ValidationFormula?: unknown;
}

/** What is selected of each: everything the set-up and the drift report ask of a list. */
export const SELECTED = {
  settings: ['Title', 'ItemCount', 'EnableVersioning', 'ReadSecurity', 'WriteSecurity', 'HasUniqueRoleAssignments', 'ValidationFormula'],
  // Choices, LookupList and RelationshipDeleteBehavior come with the columns that have them.
  fields: [
    'InternalName', 'Title', 'TypeAsString', 'Required', 'Indexed', 'EnforceUniqueValues', 'Choices', 'LookupList',
    'RelationshipDeleteBehavior', 'CustomFormatter', 'ValidationFormula'
  ],
  views: ['Id', 'Title', 'ServerRelativeUrl', 'ViewQuery', 'Aggregations', 'CustomFormatter', 'ViewFields'],
  contentTypes: ['StringId', 'ClientFormCustomFormatter'],
  assignments: ['PrincipalId', 'Member/Title', 'RoleDefinitionBindings/RoleTypeKind']
} as const;

/** A list's answers, in the order they are asked for. */
export interface ListAnswers {
  readonly settings: SettingsRow;
  readonly fields: readonly FieldRow[];
  readonly views: readonly ViewRow[];
  readonly contentTypes: readonly ContentTypeRow[];
  readonly assignments: readonly Assignment[];
}

/** For the set-up: what there is and what is missing. */
export function listState(schema: ListSchema, answers: ListAnswers, principals: Principals): ListState {
  const { settings, fields, views, assignments } = answers;
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
    grants: grantsOf(assignments, principals),
    parts: partStates(schema, answers)
  };
}

/** For the drift report: the same with all that can differ. @param listOf name of our list with an id */
export function listShape(
  schema: ListSchema, answers: ListAnswers, principals: Principals, listOf: (id: string) => ListName | undefined
): ListShape {
  const { settings, fields, assignments } = answers;
  const own = fields.filter(field => textOf(field.InternalName) in schema.columns || field.InternalName === 'Title');
  return {
    ...listState(schema, answers, principals),
    versioning: settings.EnableVersioning === true,
    readSecurity: Number(settings.ReadSecurity) || 0,
    writeSecurity: Number(settings.WriteSecurity) || 0,
    columns: new Map(own.map((field): [string, ColumnShape] => [textOf(field.InternalName), {
      title: textOf(field.Title),
      type: textOf(field.TypeAsString),
      target: listOf(textOf(field.LookupList).replace(/[{}]/g, '').toLowerCase()) ?? null,
      required: field.Required === true,
      indexed: field.Indexed === true,
      unique: field.EnforceUniqueValues === true,
      restrictDelete: field.RelationshipDeleteBehavior === RESTRICT,
      choices: valuesOf(field.Choices).map(textOf)
    }])),
    outsiders: outsidersOf(assignments, principals)
  };
}

export function titlesOf(fields: readonly FieldRow[]): Titles {
  return new Map(fields.map((field): [string, string] => [textOf(field.InternalName), textOf(field.Title)]));
}

function partStates(schema: ListSchema, answers: ListAnswers): ReadonlyMap<string, PartState> {
  const titles = titlesOf(answers.fields);
  const states = new Map<string, PartState>();
  for (const part of partsOf(schema)) {
    const found = foundText(part, answers);
    if (found !== null) states.set(part.id, partState(schema, part, found, titles));
  }
  return states;
}

/** What stands in a part's place: '' for nothing, `null` where the place itself is missing. */
function foundText(part: Part, { settings, fields, views, contentTypes }: ListAnswers): string | null {
  if (part.subject === 'list') return textOf(settings.ValidationFormula);
  if (part.subject === 'form') {
    const type = itemType(contentTypes);
    return type ? textOf(type.ClientFormCustomFormatter) : null;
  }
  if (part.subject === 'column') {
    const field = fields.find(one => one.InternalName === part.name);
    if (!field) return null;
    return textOf(part.kind === 'formula' ? field.ValidationFormula : field.CustomFormatter);
  }
  const view = views.find(one => viewName(one) === part.name);
  if (!view) return null;
  if (part.kind === 'view') return viewText(valuesOf(view.ViewFields?.Items).map(textOf), textOf(view.ViewQuery));
  return textOf(part.id.indexOf('totals:') === 0 ? view.Aggregations : view.CustomFormatter);
}

/** The content type whose form people fill in: the list's first that is no folder. */
export function itemType(types: readonly ContentTypeRow[]): ContentTypeRow | undefined {
  return types.find(({ StringId }) => textOf(StringId).indexOf('0x0120') !== 0);
}

/** `ByObjective` for `/Lists/KeyResults/ByObjective.aspx`. */
export function viewName(view: ViewRow): string {
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
