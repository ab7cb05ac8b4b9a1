import { parseBinderWithErrorCheck } from '@pnp/queryable';
import type { ListName } from '../domain';
import type { Row } from './mapping/row';
import { textOf } from './mapping/row-reader';

/** A written row's answer: what it holds (nothing after a change or a deletion), and its ETag wherever SharePoint put it. */
export interface WrittenRow<L extends ListName = ListName> {
  readonly row: Row<L>;
  readonly etag: string;
}

/** Reads the answer to a write, whether or not it has a body. */
export const WrittenParse = parseBinderWithErrorCheck(async (response: Response): Promise<WrittenRow> => {
  const text = response.status === 204 ? '' : await response.text();
  const row = (text.trim() === '' ? {} : JSON.parse(text)) as Row<ListName>;
  return { row, etag: shortEtag(response.headers.get('ETag') || textOf(row['odata.etag'])) };
});

/** `"1"` for `"<guid>,1"`: headers have the long form and rows the short one, and SharePoint takes either. */
export function shortEtag(etag: string): string {
  return etag.replace(/^(W\/)?"[^",]*,/, '"');
}
