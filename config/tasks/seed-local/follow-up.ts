import type { SampleCheckIn } from '../../../sharepoint/seed/sample-types';
import { cutoffsOfClosedQuarters } from '../../../src/application';
import type { Workspace } from '../../../src/application';
import type { Quarter, TargetChange } from '../../../src/domain';
import { cutoffRow } from '../../../src/sharepoint/mapping/cutoffs';
import { idOf, textOf, writtenDay } from '../../../src/sharepoint/mapping/row-reader';
import { formatEvidence, formatPositions } from '../../../src/sharepoint/mapping/texts';
import type { RowToWrite } from '../../../src/sharepoint/schema';
import { sample, SAMPLE_MARK, type SampleSite } from './sample-site';

/** Three years of follow-up: check-ins, their reviews, and the quarters closed over them with their cutoffs. */
export async function seedFollowUp(site: SampleSite): Promise<void> {
  await seedCheckIns(site);
  await seedReviews(site);
  await seedCutoffs(site);
  await closeQuarters(site);
}

/** Each process's check-ins as its own person, so that who wrote them is true and SharePoint keeps others from changing them. */
async function seedCheckIns(site: SampleSite): Promise<void> {
  const present = await site.idsBy('CheckIns', 'ClientKey');
  const keyResults = await site.idsBy('KeyResults', 'Code');
  const processes = await site.idsBy('Processes', 'Title');
  for (const [process, login] of Object.entries(sample.members)) {
    const missing = sample.checkIns.filter(row => row.process === process && !present.has(row.clientKey));
    await site.add(
      'CheckIns', missing.map(row => checkInRow(row, keyResults.get(row.keyResult) || 0, processes.get(process) || 0)), site.as(login)
    );
  }
}

function checkInRow(row: SampleCheckIn, keyResultId: number, processId: number): RowToWrite<'CheckIns'> {
  return {
    Title: row.title,
    KeyResultId: keyResultId,
    ProcessId: processId,
    Quarter: row.quarter,
    Value: row.value,
    StagesDone: formatPositions(row.stagesDone || []),
    Confidence: row.confidence,
    Narrative: row.narrative,
    Obstacles: row.obstacles,
    NextStep: row.nextStep,
    Evidence: formatEvidence(row.evidence),
    ReportedOn: new Date(row.reportedOn).toISOString(),
    ClientKey: row.clientKey
  };
}

async function seedReviews(site: SampleSite): Promise<void> {
  const reviewed = new Set((await site.rows('Reviews', ['Id', 'CheckInId'])).map(row => idOf(row.CheckInId)));
  const byKey = new Map(sample.checkIns.map(row => [row.clientKey, row]));
  const reviews: RowToWrite<'Reviews'>[] = [];
  for (const row of await site.rows('CheckIns', ['Id', 'ClientKey', 'OData__UIVersionString'])) {
    const checkIn = byKey.get(textOf(row.ClientKey));
    const id = idOf(row.Id);
    if (!checkIn || checkIn.review === null || id === null || reviewed.has(id)) continue;
    const version = textOf(row.OData__UIVersionString);
    reviews.push({
      Title: `${checkIn.title} · ${version}`,
      CheckInId: id, Version0: version, Verdict: checkIn.review.verdict, Note: checkIn.review.note, Quarter: checkIn.quarter
    });
  }
  await site.add('Reviews', reviews);
}

function closed(quarters: readonly Quarter[]): Quarter[] {
  return quarters.map(quarter => ({
    ...quarter, state: sample.quarterStates.some(({ quarter: code }) => code === quarter.code) ? 'closed' as const : quarter.state
  }));
}

/** Quarters are closed only after all cutoffs are there: until then the workspace holds every check-in. */
async function seedCutoffs(site: SampleSite): Promise<void> {
  const present = await site.idsBy('Cutoffs', 'Key0');
  const workspace: Workspace = await site.workspace();
  if (workspace.baseQuarter !== null) return;
  const targetChanges = sample.targetChanges.map((change, index): TargetChange => ({ ...change, id: index + 1, author: null }));
  const rows = cutoffsOfClosedQuarters({ ...workspace, quarters: closed(workspace.quarters), targetChanges }).map(cutoff => {
    const keyResult = workspace.keyResults.find(({ code }) => code === cutoff.keyResult);
    if (!keyResult) throw new Error(`No key result ${cutoff.keyResult}`);
    return cutoffRow(cutoff, keyResult);
  });
  await site.add('Cutoffs', rows.filter(({ Key0 }) => !present.has(String(Key0))));
}

async function closeQuarters(site: SampleSite): Promise<void> {
  const lastIds = new Map<string, number>();
  for (const row of await site.rows('CheckIns', ['Id', 'Quarter'])) {
    const quarter = textOf(row.Quarter);
    lastIds.set(quarter, Math.max(lastIds.get(quarter) || 0, idOf(row.Id) || 0));
  }
  const open = (await site.rows('Quarters', ['Id', 'Title', 'State'])).filter(row => row.State !== 'closed');
  await site.update('Quarters', sample.quarterStates.flatMap(({ quarter, state, closedOn }) => open
    .filter(row => row.Title === quarter)
    .map(row => ({
      id: idOf(row.Id) || 0,
      row: { State: state, ClosedOn: new Date(closedOn).toISOString(), LastCheckInId: lastIds.get(quarter) ?? null }
    }))));
  await refuseClosedQuarters(site);
}

/** As closing does (§3.4): the list itself refuses check-ins of closed quarters. The formula goes by the column's present title. */
async function refuseClosedQuarters(site: SampleSite): Promise<void> {
  const last = sample.quarterStates.map(({ quarter }) => quarter).sort().pop();
  const list = site.tools.list('CheckIns');
  const { ValidationFormula } = await site.attempt(
    () => site.tools.list('CheckIns').select('ValidationFormula')<{ ValidationFormula: string | null }>()
  );
  if (ValidationFormula) return;
  const { Title } = await site.attempt(() => list.fields.getByInternalNameOrTitle('Quarter').select('Title')<{ Title: string }>());
  await site.attempt(() => site.tools.list('CheckIns').update({
    ValidationFormula: `=[${Title}]>"${last}"`,
    ValidationMessage: `Los trimestres hasta ${last} están cerrados y no reciben reportes.`
  }));
}

/** What the committee decided, written by the leader. */
export async function seedDecisions(site: SampleSite): Promise<void> {
  const present = await site.idsBy('Decisions', 'Title');
  const keyResults = await site.idsBy('KeyResults', 'Code');
  const objectives = await site.idsBy('StrategicObjectives', 'Code');
  const processes = await site.idsBy('Processes', 'Title');
  await site.add('Decisions', sample.decisions.filter(({ title }) => !present.has(title)).map(decision => ({
    Title: decision.title,
    KeyResultId: keyResults.get(decision.keyResult) ?? null,
    StrategicObjectiveId: objectives.get(decision.strategicObjective) ?? null,
    DecidedOn: writtenDay(decision.decidedOn),
    ResponsibleProcessId: processes.get(decision.responsibleProcess) ?? null,
    DueDate: writtenDay(decision.dueDate),
    State: decision.state,
    Detail: decision.detail.startsWith(SAMPLE_MARK) ? decision.detail : `${SAMPLE_MARK}. ${decision.detail}`
  })), site.as('direccion'));
}
