import { AppError } from '../application/errors';
import type { ListName } from '../domain';
import { listUrl, type SiteConnection } from './connection';
import { toAppError } from './errors';
import type { RowQuery } from './rows';

/** Internal name of what `$select` names: `TacticalObjective` for `TacticalObjectiveId`, `Leader` for `Leader/Title`. */
function candidates(selected: string): string[] {
  const name = selected.split('/')[0].replace(/^OData__/, '_');
  return name === selected && /.Id$/.test(name) ? [name, name.slice(0, -2)] : [name];
}

/**
 * Why a list refused a query: the first of its columns that is not there any more (`columnMissing`, with its internal name and the title it
 * was set up with), else the refusal as it was.
 */
export async function findMissingColumn(connection: SiteConnection, query: RowQuery<ListName>, refusal: unknown): Promise<AppError> {
  const error = await toAppError(refusal, query.list);
  let names: Set<string>;
  try {
    const fields = await connection.api.request(`${listUrl(connection, query.list)}/fields`)
      .select('InternalName')<{ InternalName: string }[]>();
    names = new Set(fields.map(field => field.InternalName));
  } catch (failure) {
    return toAppError(failure, query.list);
  }
  const gone = query.select.map(candidates).find(options => options[0] !== 'Id' && !options.some(name => names.has(name)));
  if (!gone) return error;
  const column = gone[gone.length - 1];
  const { schemaOf } = await import(/* webpackChunkName: "schema" */ './schema');
  const known = schemaOf(query.list).columns as Readonly<Record<string, { readonly title: string } | undefined>>;
  return new AppError('columnMissing', { ...error.details, list: query.list, column, columnTitle: known[column]?.title });
}
