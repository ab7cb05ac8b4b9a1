import sampleJson from '../../../sharepoint/seed/sample.json';
import type { Sample, SampleDocument } from '../../../sharepoint/seed/sample-types';
import type { Workspace } from '../../../src/application';
import type { ListName } from '../../../src/domain';
import { connectAs } from '../../../src/sharepoint/connect-as';
import { toAppError } from '../../../src/sharepoint/errors';
import type { Row, Selectable } from '../../../src/sharepoint/mapping/row';
import { idOf } from '../../../src/sharepoint/mapping/row-reader';
import { planReader } from '../../../src/sharepoint/plan-reader';
import { ReadBatch, valueOf } from '../../../src/sharepoint/rows';
import type { RowToWrite } from '../../../src/sharepoint/schema';
import { allOf, SiteTools } from '../../../src/sharepoint/set-up/site-tools';

export const sample = sampleJson as unknown as Sample;

/** What begins the texts of rows that are sample data. */
export const SAMPLE_MARK = 'Dato de ejemplo';

/** The embedded site while it is being filled: reading and writing rows as one person or another. */
export class SampleSite {
  /** As the planner. */
  public readonly tools: SiteTools;

  public constructor(private readonly origin: string, private readonly now: () => Date) {
    this.tools = new SiteTools(connectAs(origin));
  }

  /** @param login short form will do, `coop` */
  public as(login: string): SiteTools {
    return new SiteTools(connectAs(this.origin, login));
  }

  public workspace(): Promise<Workspace> {
    return planReader(this.tools.connection).readWorkspace(this.now());
  }

  public async rows<L extends ListName>(list: L, select: readonly Selectable<L>[]): Promise<readonly Row<L>[]> {
    const batch = new ReadBatch(this.tools.connection);
    const outcome = batch.rows({ list, select });
    await batch.send();
    return valueOf(await outcome, list);
  }

  /** Ids of rows by one of their columns. */
  public async idsBy<L extends ListName>(list: L, column: Selectable<L> & keyof Row<L>): Promise<Map<string, number>> {
    const rows = await this.rows(list, ['Id', column]);
    return new Map(rows.map((row): [string, number] => [String(row[column]), idOf(row.Id) || 0]));
  }

  public async add<L extends ListName>(list: L, rows: readonly RowToWrite<L>[], tools: SiteTools = this.tools): Promise<void> {
    if (rows.length === 0) return;
    await allOf(await tools.togetherOn<unknown>(list, one => rows.map(row => one.items.add({ ...row }))), list);
  }

  public async update<L extends ListName>(
    list: L, changes: readonly { readonly id: number; readonly row: RowToWrite<L> }[]
  ): Promise<void> {
    if (changes.length === 0) return;
    await allOf(
      await this.tools.togetherOn<unknown>(list, one => changes.map(({ id, row }) => one.items.getById(id).update({ ...row }))), list
    );
  }

  public addressOf({ folder, fileName }: SampleDocument): string {
    return `${this.tools.connection.webUrl}/${`${folder}/${fileName}`.split('/').map(encodeURIComponent).join('/')}`;
  }

  /** Runs a request; its failure says what SharePoint answered. */
  public async attempt<T>(action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      throw await toAppError(error);
    }
  }
}
