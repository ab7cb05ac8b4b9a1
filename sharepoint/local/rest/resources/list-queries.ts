import { ListDef, WebDef } from '../../store/definitions';
import { Resource } from '../resource';

/** The ways of asking a list by POST: CAML, changes, list data as a stream. */
export function queryChildren(_web: WebDef, _list: ListDef): NonNullable<Resource['children']> {
  return {};
}
