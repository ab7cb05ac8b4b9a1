import { escapeXml } from './field-xml';
import type { Condition, ViewSchema } from './list-schema';

/** The view's query, as SharePoint keeps it in ViewQuery. */
export function viewQuery(view: ViewSchema): string {
  const group = view.groupBy ? `<GroupBy Collapse="TRUE" GroupLimit="100">${fieldRef(view.groupBy)}</GroupBy>` : '';
  const order = (view.orderBy ?? []).map(({ column, descending }) => fieldRef(column, descending ? ' Ascending="FALSE"' : '')).join('');
  return group + (order ? `<OrderBy>${order}</OrderBy>` : '') + (view.where ? `<Where>${condition(view.where)}</Where>` : '');
}

function condition(where: Condition<string>): string {
  if ('isEmpty' in where) return `<IsNull>${fieldRef(where.isEmpty)}</IsNull>`;
  if ('isNotEmpty' in where) return `<IsNotNull>${fieldRef(where.isNotEmpty)}</IsNotNull>`;
  if ('isMe' in where) return `<Eq>${fieldRef(where.isMe)}<Value Type="Integer"><UserID /></Value></Eq>`;
  if ('isTrue' in where) return `<Eq>${fieldRef(where.isTrue)}<Value Type="Boolean">${where.value ? 1 : 0}</Value></Eq>`;
  return `<Eq>${fieldRef(where.equals)}<Value Type="${where.type}">${escapeXml(where.value)}</Value></Eq>`;
}

function fieldRef(name: string, more = ''): string {
  return `<FieldRef Name="${name}"${more} />`;
}

/** A view's totals, as SharePoint keeps them in Aggregations. */
export function totalsXml(totals: NonNullable<ViewSchema['totals']>): string {
  return totals.map(({ column, of }) => fieldRef(column === 'Title' ? 'LinkTitle' : column, ` Type="${of}"`)).join('');
}
