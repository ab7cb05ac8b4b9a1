import type { PlanReader } from '../application/ports';
import type { Workspace, WorkspaceScope } from '../application/workspace';
import { AppError } from '../application/errors';
import { bogotaDay, guessOpenQuarters, type ListName, type Person, previousQuarter, type QuarterCode } from '../domain';
import { listUrl, type SiteConnection } from './connection';
import { GRACE_DAYS } from './mapping/plans';
import type { Row } from './mapping/row';
import { textOf } from './mapping/row-reader';
import { type DashboardRowSets, mapDashboard, type MappedPlan, mapFollowUp, mapPlanRows, type PlanRows } from './mapping/workspace';
import { allows, hasFullControl, type PermissionMask, rights } from './permissions';
import {
  allIndicatorYearsQuery, checkInsQuery, cutoffsQuery, indicatorCodesQuery, indicatorsQuery, keyResultsQuery, openDecisionsQuery, plansQuery,
  processesQuery, programmedTargetsQuery, quartersQuery, reviewsQuery,
  strategicObjectivesQuery, tacticalObjectivesQuery
} from './queries';
import { type Outcome, ReadBatch, type RowQuery, valueOf } from './rows';

type Reports = { CheckIns: Row<'CheckIns'>[]; Reviews: Row<'Reviews'>[] };
type FollowUp = Reports & { Cutoffs: Row<'Cutoffs'>[]; Decisions: readonly Row<'Decisions'>[]; /** Of the last closed quarter. */ last: Reports };
type PendingRows = [RowQuery<ListName>, Promise<Outcome<readonly Row<ListName>[]>>];

/** The plan as the site's lists tell it. What a key result's page needs is loaded when first asked for. */
export function planReader(connection: SiteConnection): PlanReader {
  const history = () => import(/* webpackChunkName: "history" */ './history-reader');
  return {
    readWorkspace: (now, planCode, scope) => readWorkspace(connection, now, planCode, scope),
    readHistory: async keyResult => (await history()).readHistory(connection, keyResult),
    readCheckIns: async (keyResult, quarter) => (await history()).readCheckIns(connection, keyResult, quarter),
    readClosedQuarter: async (workspace, quarter) => {
      const { readClosedQuarter } = await import(/* webpackChunkName: "history" */ './closed-quarter-reader');
      return readClosedQuarter(connection, workspace, quarter);
    },
    readTargetVersions: async keyResult => (await history()).readTargetVersions(connection, keyResult)
  };
}

/** A batch that knows which lists it asked, to name the one that is at fault. */
class WorkspaceBatch {
  public readonly batch: ReadBatch;
  private readonly pending: PendingRows[] = [];

  public constructor(private readonly connection: SiteConnection) {
    this.batch = new ReadBatch(connection);
  }

  public rows<L extends ListName>(query: RowQuery<L>): () => Promise<readonly Row<L>[]> {
    const outcome = this.batch.rows(query);
    this.pending.push([query as unknown as RowQuery<ListName>, outcome as unknown as PendingRows[1]]);
    return async () => valueOf(await outcome, query.list);
  }

  /** @throws AppError when a list or a column is gone, or anything else kept rows from being read */
  public async send(): Promise<void> {
    await this.batch.send();
    const failed: { query: RowQuery<ListName>; error: unknown; status: number }[] = [];
    for (const [query, pending] of this.pending) {
      const outcome = await pending;
      if (!outcome.ok) failed.push({ query, error: outcome.error, status: statusOf(outcome.error) });
    }
    if (failed.length === 0) return;
    const missing = failed.filter(({ status }) => status === 404);
    if (missing.length > 0 && missing.length === failed.length) {
      // Without the list of plans, or most lists, the site has never been set up to the end.
      const notSetUp = missing.some(({ query }) => query.list === 'Plans') || missing.length * 2 > this.pending.length;
      throw notSetUp
        ? new AppError('listsMissing', { status: 404 })
        : new AppError('listMissing', { list: missing[0].query.list, status: 404 });
    }
    const first = failed.filter(({ status }) => status !== 404)[0];
    if (first.status === 400) {
      const { findMissingColumn } = await import(/* webpackChunkName: "history" */ './missing-column');
      throw await findMissingColumn(this.connection, first.query, first.error);
    }
    await valueOf({ ok: false, error: first.error }, first.query.list);
  }
}

function statusOf(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : 0;
}

function addQuarter(batch: WorkspaceBatch, quarter: QuarterCode): () => Promise<Reports> {
  const checkIns = batch.rows(checkInsQuery(quarter));
  const reviews = batch.rows(reviewsQuery(quarter));
  return async () => ({ CheckIns: [...await checkIns()], Reviews: [...await reviews()] });
}

async function readWorkspace(
  connection: SiteConnection, now: Date, planCode?: string, scope: WorkspaceScope = 'plan'
): Promise<Workspace> {
  const guess = guessOpenQuarters(bogotaDay(now), GRACE_DAYS);
  const guessedBase = previousQuarter(guess[0]);

  const first = new WorkspaceBatch(connection);
  const about = askAbout(first.batch, connection);
  const planRows = addPlan(first);
  const cutoffs = first.rows(cutoffsQuery(guessedBase, scope === 'dashboard'));
  const decisions = first.rows(openDecisionsQuery);
  const quarters = guess.map(quarter => addQuarter(first, quarter));
  const dashboard = scope === 'dashboard' ? addDashboard(first, guessedBase) : null;
  await first.send();

  const mapped = mapPlanRows(await planRows(), now, planCode);
  // Without any plan the set-up never came to its rows.
  if (mapped === null) throw new AppError(planCode === undefined ? 'listsMissing' : 'gone', { list: 'Plans' });
  const last: Reports = { CheckIns: [], Reviews: [] };
  const followUp: FollowUp = { Cutoffs: [...await cutoffs()], Decisions: await decisions(), CheckIns: [], Reviews: [], last };
  for (const quarter of quarters) addTo(followUp, await quarter());
  const dashboardRows = dashboard && await dashboard();
  if (dashboardRows) addTo(last, { CheckIns: [...dashboardRows.CheckIns], Reviews: [...dashboardRows.Reviews] });
  await readRest(connection, mapped, { quarters: guess, base: guessedBase, withLast: dashboardRows !== null }, followUp);

  const { site, user, permissions } = await about();
  connection.session.user = user;
  const content = mapFollowUp(followUp, mapped);
  const problems = [...content.problems];
  return {
    site, user, permissions, ...mapped.content, ...content,
    dashboard: dashboardRows && mapDashboard({ ...dashboardRows, ...last }, mapped, problems),
    problems,
    readAt: now.toISOString()
  };
}

interface Guess {
  readonly quarters: readonly QuarterCode[];
  readonly base: QuarterCode;
  /** Whether the check-ins of the base itself are wanted. */
  readonly withLast: boolean;
}

function addDashboard(batch: WorkspaceBatch, base: QuarterCode): () => Promise<DashboardRowSets> {
  const reports = addQuarter(batch, base);
  const indicators = batch.rows(indicatorsQuery);
  const years = batch.rows(allIndicatorYearsQuery);
  return async () => ({ ...await reports(), Indicators: await indicators(), IndicatorYears: await years() });
}

/** What the clock did not lead to expect: quarters that are open nonetheless, another base. One request, or none. */
async function readRest(
  connection: SiteConnection, mapped: MappedPlan, guess: Guess, followUp: FollowUp
): Promise<void> {
  const { baseQuarter } = mapped.content;
  const unread = mapped.openQuarters.filter(quarter => guess.quarters.indexOf(quarter) < 0);
  const otherBase = baseQuarter !== null && baseQuarter !== guess.base ? baseQuarter : null;
  if (unread.length === 0 && otherBase === null) return;
  const second = new WorkspaceBatch(connection);
  const cutoffs = otherBase === null ? null : second.rows(cutoffsQuery(otherBase, guess.withLast));
  const quarters = unread.map(quarter => addQuarter(second, quarter));
  const last = otherBase !== null && guess.withLast ? addQuarter(second, otherBase) : null;
  await second.send();
  if (cutoffs) followUp.Cutoffs.push(...await cutoffs());
  for (const quarter of quarters) addTo(followUp, await quarter());
  if (last) addTo(followUp.last, await last());
}

function addTo(followUp: Reports, { CheckIns, Reviews }: Reports): void {
  // Not spread into push: a call takes only so many arguments.
  followUp.CheckIns = followUp.CheckIns.concat(CheckIns);
  followUp.Reviews = followUp.Reviews.concat(Reviews);
}

function addPlan(batch: WorkspaceBatch): () => Promise<PlanRows> {
  const plans = batch.rows(plansQuery);
  const processes = batch.rows(processesQuery);
  const strategicObjectives = batch.rows(strategicObjectivesQuery);
  const tacticalObjectives = batch.rows(tacticalObjectivesQuery);
  const keyResults = batch.rows(keyResultsQuery);
  const indicators = batch.rows(indicatorCodesQuery);
  const quarters = batch.rows(quartersQuery);
  const programmedTargets = batch.rows(programmedTargetsQuery);
  return async () => ({
    Plans: await plans(),
    Processes: await processes(),
    StrategicObjectives: await strategicObjectives(),
    TacticalObjectives: await tacticalObjectives(),
    KeyResults: await keyResults(),
    Indicators: await indicators(),
    Quarters: await quarters(),
    ProgrammedTargets: await programmedTargets()
  });
}

/** Site, person and what SharePoint lets them do. */
function askAbout(batch: ReadBatch, connection: SiteConnection): () => Promise<Pick<Workspace, 'site' | 'user' | 'permissions'>> {
  type Masked = { readonly EffectiveBasePermissions?: PermissionMask };
  const web = batch.get<Masked & { Title?: unknown; Url?: unknown }>('_api/web', ['Title', 'Url', 'EffectiveBasePermissions']);
  const who = batch.get<Record<'Id' | 'LoginName' | 'Title' | 'Email', unknown>>(
    '_api/web/currentuser', ['Id', 'LoginName', 'Title', 'Email']
  );
  const checkIns = batch.get<Masked>(listUrl(connection, 'CheckIns'), ['EffectiveBasePermissions']);
  const keyResults = batch.get<Masked>(listUrl(connection, 'KeyResults'), ['EffectiveBasePermissions']);
  const decisions = batch.get<Masked>(listUrl(connection, 'Decisions'), ['EffectiveBasePermissions']);
  return async () => {
    const site = await valueOf(await web);
    const person = await valueOf(await who);
    const user: Person = {
      id: Number(person.Id) || 0,
      login: textOf(person.LoginName),
      name: textOf(person.Title) || textOf(person.LoginName),
      email: textOf(person.Email)
    };
    return {
      site: { url: textOf(site.Url) || connection.webUrl, title: textOf(site.Title) },
      user,
      permissions: {
        report: allows((await valueOf(await checkIns, 'CheckIns')).EffectiveBasePermissions, rights.addItems),
        decide: allows((await valueOf(await decisions, 'Decisions')).EffectiveBasePermissions, rights.addItems | rights.editItems),
        plan: allows((await valueOf(await keyResults, 'KeyResults')).EffectiveBasePermissions, rights.editItems),
        setUp: hasFullControl(site.EffectiveBasePermissions)
      }
    };
  };
}
