import { createBatch } from '@pnp/sp/batching';
import { spfi } from '@pnp/sp/fi';
import type { IList } from '@pnp/sp/lists';
import '@pnp/sp/content-types/list';
import '@pnp/sp/fields/list';
import '@pnp/sp/items/list';
import '@pnp/sp/lists/web';
import '@pnp/sp/security/list';
import '@pnp/sp/security/web';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import '@pnp/sp/views/list';
import '@pnp/sp/webs';
import type { IWeb } from '@pnp/sp/webs';
import type { ListName } from '../../domain';
import type { SiteConnection } from '../connection';
import { toAppError } from '../errors';
import type { Outcome } from '../rows';

/** PnPjs's fluent objects for the site, and requests that travel together. */
export class SiteTools {
  public readonly web: IWeb;

  public constructor(public readonly connection: SiteConnection) {
    this.web = spfi(connection.api).web;
  }

  public address(list: ListName): string {
    return `${this.connection.path}/Lists/${list}`;
  }

  public list(list: ListName): IList {
    return this.web.getList(this.address(list));
  }

  /**
   * Sends what `ask` asks of the site as one request (a hundred parts each) and waits for every answer.
   * @throws AppError when no answer came at all; a part that fails is an outcome
   */
  public async together<T>(ask: (web: IWeb) => readonly Promise<T>[]): Promise<Outcome<T>[]> {
    const web = spfi(this.connection.api).web;
    const [behaviour, execute] = createBatch(web, { maxRequests: 100 });
    const outcomes = ask(web.using(behaviour)).map(promise => promise.then(
      (value): Outcome<T> => ({ ok: true, value }),
      (error: unknown): Outcome<T> => ({ ok: false, error })
    ));
    try {
      await execute();
    } catch (error) {
      throw await toAppError(error);
    }
    return Promise.all(outcomes);
  }

  /** The same for one list. */
  public togetherOn<T>(list: ListName, ask: (list: IList) => readonly Promise<T>[]): Promise<Outcome<T>[]> {
    return this.together(web => ask(web.getList(this.address(list))));
  }

  /** Runs a request; its failure becomes the application's error. */
  public async guard<T>(action: () => Promise<T>, list?: ListName): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw await toAppError(error, list);
    }
  }
}

/** @throws AppError of the first part that failed */
export async function allOf<T>(outcomes: readonly Outcome<T>[], list?: ListName): Promise<T[]> {
  const values: T[] = [];
  for (const outcome of outcomes) {
    if (!outcome.ok) throw await toAppError(outcome.error, list);
    values.push(outcome.value);
  }
  return values;
}

/** HTTP status of a failed request; 0 when there was no answer. */
export function statusOf(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : 0;
}
