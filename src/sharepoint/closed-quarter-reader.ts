import type { ClosedQuarter } from '../application/closed-quarter';
import type { Workspace } from '../application/workspace';
import { type KeyResultCode, newestFirst, type Problem, type QuarterCode } from '../domain';
import type { SiteConnection } from './connection';
import { ask } from './history-reader';
import { mapCheckIns } from './mapping/check-ins';
import { mapCutoffs } from './mapping/cutoffs';
import type { Row } from './mapping/row';
import { idOf, textOf } from './mapping/row-reader';
import { checkInsQuery, keyedCutoffsQuery, reviewsQuery } from './queries';
import { ReadBatch } from './rows';

/** Code of a key result that a cutoff of the plan is about and the plan does not have; `null` for every other row. */
function removedCode(row: Row<'Cutoffs'>, plan: string, known: ReadonlySet<string>): KeyResultCode | null {
  const [owner, code, ...rest] = textOf(row.Key0).split('/');
  return owner === plan && code && rest.length === 1 && !known.has(code) ? code : null;
}

export async function readClosedQuarter(connection: SiteConnection, workspace: Workspace, quarter: QuarterCode): Promise<ClosedQuarter> {
  const batch = new ReadBatch(connection);
  const cutoffRows = ask(connection, batch, keyedCutoffsQuery(quarter));
  const checkInRows = ask(connection, batch, checkInsQuery(quarter));
  const reviewRows = ask(connection, batch, reviewsQuery(quarter));
  await batch.send();

  const { keyResults, processes, plan } = workspace;
  const problems: Problem[] = [];
  const context = {
    keyResults,
    keyResultCodes: new Map(keyResults.map(({ id, code }): [number, string] => [id, code])),
    processCodes: new Map(processes.map(({ id, code }): [number, string] => [id, code])),
    quarters: null
  };
  // Plans share the lists: rows of another one's key results are none of this plan's.
  const own = (row: { readonly KeyResultId?: unknown }): boolean => context.keyResultCodes.has(idOf(row.KeyResultId) || 0);
  const allCutoffs = await cutoffRows();
  const codes = new Set(keyResults.map(({ code }) => code));
  const removed = new Set<KeyResultCode>();
  for (const row of allCutoffs) {
    const code = own(row) ? null : removedCode(row, plan.code, codes);
    if (code !== null) removed.add(code);
  }
  return {
    quarter,
    cutoffs: mapCutoffs(allCutoffs.filter(own), context, problems),
    checkIns: newestFirst(mapCheckIns((await checkInRows()).filter(own), await reviewRows(), context, problems)),
    removed: Array.from(removed).sort(),
    problems
  };
}
