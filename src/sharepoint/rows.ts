import { body, InjectHeaders, parseBinderWithErrorCheck } from '@pnp/queryable';
import { createBatch } from '@pnp/sp/batching';
import { SPCollection, spPost, type ISPQueryable } from '@pnp/sp/spqueryable';
import type { ListName } from '../domain';
import { listUrl, type SiteConnection } from './connection';
import { toAppError } from './errors';
import type { Row, Selectable } from './mapping/row';

/** SharePoint gives at most this many rows at once. */
export const MOST_ROWS = 5000;

export interface RowQuery<L extends ListName> {
  readonly list: L;
  readonly select: readonly Selectable<L>[];
  readonly filter?: string;
  /** Whether the rows need their ETag, which only answers with metadata hold. */
  readonly withEtag?: boolean;
}

export interface Page {
  readonly rows: readonly unknown[];
  readonly next: string | null;
}

/** A page of rows, and where the next one is. */
export const PageParse = parseBinderWithErrorCheck(async (response: Response): Promise<Page> => {
  const answer = await response.json() as { value?: unknown; 'odata.nextLink'?: unknown };
  const next = answer['odata.nextLink'];
  return { rows: Array.isArray(answer.value) ? answer.value : [], next: typeof next === 'string' && next !== '' ? next : null };
});

export const WithMetadata = InjectHeaders({ Accept: 'application/json;odata=minimalmetadata' });

function pageOf<L extends ListName>(connection: SiteConnection, query: RowQuery<L>): ISPQueryable<Page> {
  const items = connection.api.collection(`${listUrl(connection, query.list)}/items`);
  const expand = new Set(query.select.map(name => name.split('/')).filter(parts => parts.length > 1).map(parts => parts[0]));
  items.select(...query.select).top(MOST_ROWS);
  if (expand.size > 0) items.expand(...expand);
  if (query.filter) items.filter(query.filter);
  return (query.withEtag ? items.using(WithMetadata, PageParse) : items.using(PageParse)) as unknown as ISPQueryable<Page>;
}

/** How a request in a batch came out. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

function settle<T>(promise: Promise<T>): Promise<Outcome<T>> {
  return promise.then(
    (value): Outcome<T> => ({ ok: true, value }),
    (error: unknown): Outcome<T> => ({ ok: false, error })
  );
}

/**
 * Requests that travel together as one. Nothing is sent, and no outcome comes, before `send`; afterwards each outcome stands by itself,
 * since SharePoint goes on with the others when one fails.
 */
export class ReadBatch {
  private readonly behaviour: ReturnType<typeof createBatch>[0];
  private readonly execute: ReturnType<typeof createBatch>[1];

  public constructor(private readonly connection: SiteConnection) {
    [this.behaviour, this.execute] = createBatch(connection.api.request('_api/web'), { maxRequests: 100 });
  }

  /** @param path below the site, with its query */
  public get<T>(path: string, select: readonly string[]): Promise<Outcome<T>> {
    const query = this.connection.api.request(path);
    query.select(...select);
    return settle(query.using(this.behaviour)<T>());
  }

  /** Asks what only a POST answers and no row is written by, such as a person made known to the site. @param path below the site */
  public post<T>(path: string, content: object): Promise<Outcome<T>> {
    return settle(spPost<T>(this.connection.api.request(path).using(this.behaviour), body(content)));
  }

  /** All rows of a query; those beyond the first 5,000 are fetched afterwards, outside the batch. */
  public rows<L extends ListName>(query: RowQuery<L>): Promise<Outcome<readonly Row<L>[]>> {
    const first = pageOf(this.connection, query).using(this.behaviour)<Page>();
    return settle(first.then(page => this.allPages<L>(page, query.withEtag === true)));
  }

  private async allPages<L extends ListName>(first: Page, withEtag: boolean): Promise<readonly Row<L>[]> {
    const rows = [...first.rows];
    for (let next = first.next; next !== null;) {
      const more = SPCollection([this.connection.api.request(''), next]);
      const page: Page = await (withEtag ? more.using(WithMetadata, PageParse) : more.using(PageParse))<Page>();
      rows.push(...page.rows);
      next = page.next;
    }
    return rows as readonly Row<L>[];
  }

  /** Sends them. @throws AppError when the whole batch failed */
  public async send(): Promise<void> {
    try {
      await this.execute();
    } catch (error) {
      throw await toAppError(error);
    }
  }
}

/** The value, or the application's error for the list. */
export async function valueOf<T>(outcome: Outcome<T>, list?: ListName): Promise<T> {
  if (outcome.ok) return outcome.value;
  throw await toAppError(outcome.error, list);
}

