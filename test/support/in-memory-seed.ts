import { PEOPLE } from '../../sharepoint/local/people';
import indicatorRows from '../../sharepoint/seed/indicators.json';
import planRows from '../../sharepoint/seed/plan.json';
import sampleRows from '../../sharepoint/seed/sample.json';
import type { Sample } from '../../sharepoint/seed/sample-types';
import type { EvidenceEntry, TargetVersion } from '../../src/application';
import { cutoffsOfClosedQuarters } from '../../src/application';
import type {
  CheckIn, Cutoff, Decision, Indicator, KeyResult, Person, Plan, Problem, Process, ProgrammedTarget, Quarter, StrategicObjective, TacticalObjective,
  TargetChange
} from '../../src/domain';

/** What belongs to one plan. */
export interface PlanContent {
  plan: Plan;
  strategicObjectives: StrategicObjective[];
  tacticalObjectives: TacticalObjective[];
  keyResults: KeyResult[];
  quarters: Quarter[];
  cutoffs: Cutoff[];
  checkIns: CheckIn[];
  targetChanges: TargetChange[];
  programmedTargets: ProgrammedTarget[];
  indicators: Indicator[];
  decisions: Decision[];
}

/** A site's rows as plain arrays; services read and write these. */
export interface InMemoryData extends PlanContent {
  site: { url: string; title: string };
  people: Person[];
  /** Logins with Full Control: they plan and set up. */
  planners: string[];
  /** Logins of the steering committee: they decide. */
  leaders: string[];
  /** Logins the site refuses altogether. */
  strangers: string[];
  processes: Process[];
  /** Plans beside the one above, each with rows of its own. */
  otherPlans: PlanContent[];
  problems: Problem[];
  /** By key result; newest first. */
  targetVersions: Record<string, TargetVersion[]>;
  /** By the folder they lie in, server-relative. */
  documents: Record<string, EvidenceEntry[]>;
  /** Folder of each process's operative plans. */
  evidenceFolders: Record<string, string>;
  /** Whether the lists are there. */
  isSetUp: boolean;
}

const sample = sampleRows as unknown as Sample;

/** Rows numbered as a list would number them. */
function numbered<T, R>(rows: readonly T[], row: (from: T) => R): (R & { id: number })[] {
  return rows.map((from, index) => ({ ...row(from), id: index + 1 }));
}

function people(): Person[] {
  return numbered(PEOPLE, ({ loginName, title, email }) => ({ login: loginName, name: title, email }));
}

function personOf(everybody: readonly Person[], shortName: string): Person {
  const known = PEOPLE.find(person => person.shortName === shortName);
  const person = everybody.find(({ login }) => known !== undefined && login === known.loginName);
  if (!person) throw new Error(`Nobody is called ${shortName}`);
  return person;
}

function instant(text: string): string {
  return new Date(text).toISOString().replace('.000Z', 'Z');
}

function plan(): Plan {
  const { code, title, purpose, vision, slogan, startDate, endDate, greenFrom, yellowFrom, graceDays } = planRows.plan;
  return { id: 1, code, title, purpose, vision, slogan, start: startDate, end: endDate, greenFrom, yellowFrom, graceDays };
}

function keyResults(): KeyResult[] {
  return numbered(planRows.keyResults as unknown as (KeyResult & { startDate: string; endDate: string })[], row => {
    const change = sample.targetChanges.filter(({ keyResult }) => keyResult === row.code).pop();
    const overrides = sample.keyResultOverrides.filter(({ keyResult }) => keyResult === row.code).map(({ set }) => set);
    const { code, title, tacticalObjective, processes, direction, accumulation, unit, baseline, target, criticalLimit, stages, scale,
      weight, sameMeasureAs, indicator, topics, sourceNote, active, order } = Object.assign({}, row, ...overrides) as KeyResult;
    return {
      code, key: `${planRows.plan.code}/${code}`, title, tacticalObjective, processes, direction, accumulation, unit, baseline,
      target: change ? change.newTarget : target, criticalLimit, stages, scale, start: row.startDate, end: row.endDate, weight,
      sameMeasureAs, indicator, topics, sourceNote, active, order
    };
  });
}

function quarters(): Quarter[] {
  return numbered(planRows.quarters, ({ code, startDate, endDate }) => {
    const state = sample.quarterStates.find(({ quarter }) => quarter === code);
    return { code, start: startDate, end: endDate, state: state ? state.state : 'open', closedOn: state ? instant(state.closedOn) : null };
  });
}

function checkIns(everybody: readonly Person[]): CheckIn[] {
  return numbered(sample.checkIns, row => ({
    etag: '"1"', version: '1.0', keyResult: row.keyResult, process: row.process, quarter: row.quarter, value: row.value,
    stagesDone: row.stagesDone || [], confidence: row.confidence, narrative: row.narrative, obstacles: row.obstacles,
    nextStep: row.nextStep, evidence: row.evidence, reportedOn: instant(row.reportedOn), clientKey: row.clientKey,
    author: personOf(everybody, sample.members[row.process]),
    review: row.review === null ? 'pending' : row.review.verdict === 'Aprobado' ? 'approved' : 'returned',
    reviewNote: row.review === null ? '' : row.review.note
  }));
}

function indicators(): Indicator[] {
  return numbered(indicatorRows, row => ({
    code: row.code, title: row.title, kind: row.kind as Indicator['kind'], unit: row.unit,
    accumulationForm: row.accumulationForm as Indicator['accumulationForm'], sense: row.sense as Indicator['sense'], baseline: row.baseline,
    planTarget: row.planTarget, weight: row.weight, program: row.program,
    years: row.years.map(({ year, target, achieved, cutMonth }) => ({
      year, target, cutMonth, achieved: achieved < 0 ? null : achieved,
      missing: achieved === -1 ? 'notApplicable' as const : achieved === -2 ? 'noData' as const : null
    }))
  }));
}

function decisions(): Decision[] {
  return numbered(sample.decisions, row => ({
    etag: '"1"', title: row.title, detail: row.detail, keyResult: row.keyResult, strategicObjective: row.strategicObjective,
    decidedOn: row.decidedOn, responsible: row.responsibleProcess, due: row.dueDate, state: row.state as Decision['state']
  }));
}

function documents(): Record<string, EvidenceEntry[]> {
  const folders: Record<string, EvidenceEntry[]> = {};
  for (const { folder, fileName, lines } of [...sample.operativePlans, ...sample.documents]) {
    const path = `/${folder}`;
    (folders[path] = folders[path] || []).push({
      url: encodeURI(`${path}/${fileName}`), text: fileName, isFolder: false, modified: instant(sample.now), size: lines.join('\n').length
    });
  }
  return folders;
}

/** The real plan with the sample data of the local site, as it stands on the sample's day; a fresh copy each time. */
export function sampleData(): InMemoryData {
  const everybody = people();
  const rules = {
    plan: plan(),
    keyResults: keyResults(),
    quarters: quarters(),
    checkIns: checkIns(everybody),
    targetChanges: numbered(sample.targetChanges, change => ({ ...change, author: personOf(everybody, 'planeacion') })),
    programmedTargets: numbered(sample.programmedTargets, row => ({ ...row }))
  };
  const targetVersions: Record<string, TargetVersion[]> = {};
  for (const { keyResult, oldTarget, newTarget, effectiveOn, author } of rules.targetChanges) {
    targetVersions[keyResult] = [
      { version: '2.0', target: newTarget, changedOn: `${effectiveOn}T15:00:00Z`, author },
      { version: '1.0', target: oldTarget, changedOn: `${rules.plan.start}T15:00:00Z`, author }
    ];
  }
  const objectives = {
    strategicObjectives: numbered(planRows.strategicObjectives, ({ code, title, statement, weight, order }) => ({
      code, title, statement, weight, order, owner: null
    })),
    tacticalObjectives: numbered(planRows.tacticalObjectives, ({ code, title, statement, strategicObjective, weight, order }) => ({
      code, title, statement, strategicObjective, weight, order
    }))
  };
  return {
    ...rules,
    site: { url: 'https://aci.example', title: 'SIGACI' },
    people: everybody,
    planners: PEOPLE.filter(({ access }) => access === 'owner').map(({ loginName }) => loginName),
    leaders: [personOf(everybody, 'direccion').login],
    strangers: PEOPLE.filter(({ access }) => access === 'none').map(({ loginName }) => loginName),
    processes: numbered(planRows.processes, ({ code, order }) => ({
      code, order, fullName: '', leader: null, members: [personOf(everybody, sample.members[code])],
      operativePlanUrl: ''
    })),
    ...objectives,
    cutoffs: numbered(cutoffsOfClosedQuarters({ ...rules, ...objectives }), cutoff => cutoff),
    indicators: indicators(),
    decisions: decisions(),
    otherPlans: [],
    problems: [],
    targetVersions,
    documents: documents(),
    evidenceFolders: Object.fromEntries(sample.operativePlans.map(({ process, folder }) => [process, `/${folder}`])),
    isSetUp: true
  };
}

/** The moment of the sample's day. */
export const SAMPLE_NOW = new Date(sample.now);
