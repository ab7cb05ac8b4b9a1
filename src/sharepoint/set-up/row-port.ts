import type { SetUpPort } from '../../application/set-up/port';
import type { ListName } from '../../domain';
import { codes, failureOf, toAppError } from '../errors';
import { idOf, textOf, valuesOf } from '../mapping/row-reader';
import { MOST_ROWS, type Outcome, ReadBatch, type RowQuery, valueOf } from '../rows';
import { type SiteTools, statusOf } from './site-tools';

type RowsPort = Pick<SetUpPort, 'readKeys' | 'addRows' | 'readVersion' | 'writeVersion'>;

/** Lists whose rows are known by another column than their key. */
const KEY_COLUMNS: Partial<Record<ListName, 'Title' | 'Code'>> = { Plans: 'Code', Processes: 'Title', IndicatorYears: 'Title' };

/** The plan's rows. */
export class Rows implements RowsPort {
  /** @param planCode code of the plan that rows are made for */
  public constructor(private readonly tools: SiteTools, private readonly planCode: string) {}

  public async readKeys(list: ListName): Promise<ReadonlyMap<string, number>> {
    const column = KEY_COLUMNS[list];
    const select = column ? ['Id', column] : list === 'Quarters' ? ['Id', 'Title', 'Key0'] : ['Id', 'Code', 'Key0'];
    const batch = new ReadBatch(this.tools.connection);
    const outcome = batch.rows({ list, select } as unknown as RowQuery<ListName>);
    await batch.send();
    const keys = new Map<string, number>();
    for (const row of await valueOf(await outcome, list) as readonly Record<string, unknown>[]) {
      const id = idOf(row.Id);
      const key = column ? textOf(row[column]) : textOf(row.Key0) || `${this.planCode}/${textOf(row.Code) || textOf(row.Title)}`;
      if (id !== null && !keys.has(key)) keys.set(key, id);
    }
    return keys;
  }

  public async addRows(list: ListName, rows: readonly object[]): Promise<void> {
    const outcomes = await this.tools.togetherOn<unknown>(list, one => rows.map(row => one.items.add({ ...row })));
    for (const outcome of outcomes) {
      if (outcome.ok) continue;
      const failure = await failureOf(outcome.error);
      if (failure === null || failure.code !== codes.duplicateValue) throw await toAppError(outcome.error, list);
    }
  }

  public async readVersion(): Promise<number> {
    return versionOf(await this.versions().then(
      (value): Outcome<unknown> => ({ ok: true, value }), (error: unknown): Outcome<unknown> => ({ ok: false, error })
    ));
  }

  public async writeVersion(version: number): Promise<void> {
    await this.tools.guard(async () => {
      const ids = (await this.versions()).map(({ Id }) => idOf(Id)).filter((id): id is number => id !== null);
      await this.tools.list('Plans').items.getById(Math.min(...ids)).update({ SchemaVersion: version });
    }, 'Plans');
  }

  private versions(): Promise<{ readonly Id?: unknown; readonly SchemaVersion?: unknown }[]> {
    return this.tools.list('Plans').items.select('Id', 'SchemaVersion').top(MOST_ROWS)();
  }
}

/** Version a site was last set up with to the end, by the plans' rows. */
export async function versionOf(outcome: Outcome<unknown>): Promise<number> {
  if (outcome.ok) return Math.max(0, ...valuesOf(outcome.value).map(row => Number((row as { SchemaVersion?: unknown }).SchemaVersion) || 0));
  // Neither list nor column: never set up to the end.
  if (statusOf(outcome.error) === 404 || statusOf(outcome.error) === 400) return 0;
  throw await toAppError(outcome.error, 'Plans');
}
