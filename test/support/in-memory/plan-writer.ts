import type { PlanWriter, RowWritten, WriteOfRow } from '../../../src/application';
import { AppError } from '../../../src/application';
import { fingerprint, keyOf } from '../../../src/application/import/keys';
import { isEmpty, type PlainRow, type StoredRow, textOf } from '../../../src/application/import/rows';
import { tableOf } from '../../../src/application/import/tables';
import type {
  CheckIn, Decision, Indicator, KeyResult, ListName, Person, Plan, Process, ProgrammedTarget, Quarter, StrategicObjective, TacticalObjective, TargetChange
} from '../../../src/domain';
import { settingColumns } from '../../../src/sharepoint/mapping/cutoffs';
import { formatEvidence, formatPositions, formatScale, formatStages, formatTrail, formatYears, parseEvidence, parsePositions, parseScale, parseStages } from '../../../src/sharepoint/mapping/texts';
import type { InMemoryData, PlanContent } from '../in-memory-seed';

const ignore = (): void => undefined;
const code = (key: string): string => key.slice(key.indexOf('/') + 1);
const num = (row: PlainRow, name: string): number | null => (typeof row[name] === 'number' ? row[name] as number : null);
const list = (row: PlainRow, name: string): string[] => (Array.isArray(row[name]) ? [...row[name] as readonly string[]] : []);
const mail = (person: Person | null): string => (person ? person.email : '');

/** What one list holds, over all plans: its rows as plain ones, and how a plain row becomes one of the list. */
interface ListOf<T extends { id: number }> {
  all(data: InMemoryData): readonly { row: T; of: PlanContent }[];
  plain(row: T, plan: string): PlainRow;
  /** @param of where the row belongs */
  put(of: PlanContent, row: T): void;
  make(row: PlainRow, id: number, data: InMemoryData): T;
}

const contents = (data: InMemoryData): PlanContent[] => [data, ...data.otherPlans];

/** A list whose rows are an array of the plan's content. */
function ofPlan<K extends 'strategicObjectives' | 'tacticalObjectives' | 'keyResults' | 'quarters' | 'checkIns' | 'programmedTargets' | 'targetChanges' | 'decisions' | 'indicators'>(
  name: K, plain: ListOf<PlanContent[K][number]>['plain'], make: ListOf<PlanContent[K][number]>['make']
): ListOf<PlanContent[K][number]> {
  type T = PlanContent[K][number];
  const rowsOf = (of: PlanContent): T[] => of[name] as unknown as T[];
  return {
    all: data => contents(data).flatMap(of => rowsOf(of).map(row => ({ row, of }))),
    plain, make,
    put: (of, row) => {
      const rows = rowsOf(of);
      const at = rows.findIndex(({ id }) => id === row.id);
      // The array is another one afterwards, as after a reading.
      (of as unknown as Record<string, T[]>)[name] = at < 0 ? [...rows, row] : rows.map(one => (one.id === row.id ? row : one));
    }
  };
}

function personNamed(data: InMemoryData, name: string): Person | null {
  const found = data.people.find(({ login, email }) => email === name || login.toLowerCase().split('|').pop() === name);
  if (!found && name !== '') throw new AppError('refused', { detail: name });
  return found || null;
}

const LISTS: Partial<Record<ListName, ListOf<never>>> = {
  Plans: {
    all: data => contents(data).map(of => ({ row: of.plan as never, of })),
    plain: (row: Plan) => ({
      Title: row.title, Code: row.code, Purpose: row.purpose, Vision: row.vision, Slogan: row.slogan, StartDate: row.start, EndDate: row.end,
      GreenFrom: row.greenFrom, YellowFrom: row.yellowFrom, GraceDays: row.graceDays
    }),
    put: (of, row) => { of.plan = row; },
    make: (row, id) => ({
      id, code: textOf(row, 'Code'), title: textOf(row, 'Title'), purpose: textOf(row, 'Purpose'), vision: textOf(row, 'Vision'), slogan: textOf(row, 'Slogan'),
      start: textOf(row, 'StartDate'), end: textOf(row, 'EndDate'), greenFrom: num(row, 'GreenFrom') ?? 0.9, yellowFrom: num(row, 'YellowFrom') ?? 0.6,
      graceDays: num(row, 'GraceDays') ?? 10
    } as never)
  } as ListOf<never>,
  Processes: {
    all: data => data.processes.map(row => ({ row: row as never, of: data })),
    plain: (row: Process) => ({
      Title: row.code, FullName: row.fullName, Leader: mail(row.leader), Members: row.members.map(mail), OperativePlanUrl: row.operativePlanUrl, Order0: row.order
    }),
    put: (of, row: Process) => {
      const data = of as InMemoryData;
      data.processes = data.processes.some(({ id }) => id === row.id) ? data.processes.map(one => (one.id === row.id ? row : one)) : [...data.processes, row];
    },
    make: (row, id, data) => ({
      id, code: textOf(row, 'Title'), fullName: textOf(row, 'FullName'), leader: personNamed(data, textOf(row, 'Leader')),
      members: list(row, 'Members').map(name => personNamed(data, name)), operativePlanUrl: textOf(row, 'OperativePlanUrl'), order: num(row, 'Order0') ?? 0
    } as never)
  } as ListOf<never>,
  StrategicObjectives: ofPlan('strategicObjectives', (row, plan) => ({
    Plan: plan, Code: row.code, Key0: `${plan}/${row.code}`, Title: row.title, Statement: row.statement, Owner0: mail(row.owner), Weight: row.weight, Order0: row.order
  }), (row, id, data): StrategicObjective => ({
    id, code: textOf(row, 'Code'), title: textOf(row, 'Title'), statement: textOf(row, 'Statement'), owner: personNamed(data, textOf(row, 'Owner0')),
    weight: num(row, 'Weight') ?? 1, order: num(row, 'Order0') ?? id
  })) as unknown as ListOf<never>,
  TacticalObjectives: ofPlan('tacticalObjectives', (row, plan) => ({
    Code: row.code, Key0: `${plan}/${row.code}`, StrategicObjective: `${plan}/${row.strategicObjective}`, Title: row.title, Statement: row.statement,
    Weight: row.weight, Order0: row.order
  }), (row, id): TacticalObjective => ({
    id, code: textOf(row, 'Code'), title: textOf(row, 'Title'), statement: textOf(row, 'Statement'), strategicObjective: code(textOf(row, 'StrategicObjective')),
    weight: num(row, 'Weight') ?? 1, order: num(row, 'Order0') ?? id
  })) as unknown as ListOf<never>,
  Indicators: ofPlan('indicators', (row, plan) => ({
    Plan: plan, Code: row.code, Key0: `${plan}/${row.code}`, Title: row.title, Kind: row.kind, Unit: row.unit, AccumulationForm: row.accumulationForm,
    Sense: row.sense, Baseline: row.baseline, PlanTarget: row.planTarget, Weight: row.weight, Program: row.program
  }), (row, id, data): Indicator => ({
    id, code: textOf(row, 'Code'), title: textOf(row, 'Title'), kind: (textOf(row, 'Kind') || 'Producto') as Indicator['kind'], unit: textOf(row, 'Unit'),
    accumulationForm: (textOf(row, 'AccumulationForm') || 'NoA') as Indicator['accumulationForm'], sense: (textOf(row, 'Sense') || 'Creciente') as Indicator['sense'],
    baseline: num(row, 'Baseline'), planTarget: num(row, 'PlanTarget'), weight: num(row, 'Weight') ?? 0, program: textOf(row, 'Program'),
    years: contents(data).flatMap(({ indicators }) => indicators).find(one => one.id === id)?.years ?? []
  })) as unknown as ListOf<never>,
  KeyResults: ofPlan('keyResults', (row, plan) => ({
    Code: row.code, Key0: `${plan}/${row.code}`, TacticalObjective: `${plan}/${row.tacticalObjective}`, Title: row.title, Processes: [...row.processes],
    Direction: row.direction, Accumulation: row.accumulation, Unit: row.unit, Baseline: row.baseline, Target: row.target, CriticalLimit: row.criticalLimit,
    Stages: formatStages(row.stages), Scale: formatScale(row.scale), StartDate: row.start, EndDate: row.end, Weight: row.weight,
    SameMeasureAs: row.sameMeasureAs === null ? '' : `${plan}/${row.sameMeasureAs}`, Indicator: row.indicator === null ? '' : `${plan}/${row.indicator}`,
    Topics: [...row.topics], SourceNote: row.sourceNote, Active: row.active
  }), (row, id, data): KeyResult => ({
    id, code: textOf(row, 'Code'), key: textOf(row, 'Key0'), title: textOf(row, 'Title'), tacticalObjective: code(textOf(row, 'TacticalObjective')),
    processes: data.processes.map(process => process.code).filter(one => list(row, 'Processes').includes(one)),
    direction: (textOf(row, 'Direction') || 'Increase') as KeyResult['direction'], accumulation: (textOf(row, 'Accumulation') || 'Latest') as KeyResult['accumulation'],
    unit: textOf(row, 'Unit'), baseline: num(row, 'Baseline'), target: num(row, 'Target'), criticalLimit: num(row, 'CriticalLimit'),
    stages: parseStages(textOf(row, 'Stages'), ignore), scale: parseScale(textOf(row, 'Scale')), start: textOf(row, 'StartDate'), end: textOf(row, 'EndDate'),
    weight: num(row, 'Weight') ?? 1, sameMeasureAs: isEmpty(row.SameMeasureAs) ? null : code(textOf(row, 'SameMeasureAs')),
    indicator: isEmpty(row.Indicator) ? null : code(textOf(row, 'Indicator')), topics: list(row, 'Topics'), sourceNote: textOf(row, 'SourceNote'),
    active: row.Active !== false, order: id
  })) as unknown as ListOf<never>,
  Quarters: ofPlan('quarters', (row, plan) => ({
    Plan: plan, Title: row.code, Key0: `${plan}/${row.code}`, StartDate: row.start, EndDate: row.end, State: row.state, ClosedOn: row.closedOn
  }), (row, id): Quarter => ({
    id, code: textOf(row, 'Title'), start: textOf(row, 'StartDate'), end: textOf(row, 'EndDate'), state: (textOf(row, 'State') || 'open') as Quarter['state'],
    closedOn: textOf(row, 'ClosedOn') || null
  })) as unknown as ListOf<never>,
  CheckIns: ofPlan('checkIns', (row, plan) => ({
    KeyResult: `${plan}/${row.keyResult}`, Process: row.process ?? '', Quarter: row.quarter, Value: row.value, StagesDone: formatPositions(row.stagesDone),
    Confidence: row.confidence ?? '', Narrative: row.narrative, Obstacles: row.obstacles, NextStep: row.nextStep, Evidence: formatEvidence(row.evidence),
    ReportedOn: row.reportedOn, ClientKey: row.clientKey
  }), (row, id): CheckIn => ({
    id, etag: '"1"', version: '1.0', keyResult: code(textOf(row, 'KeyResult')), process: textOf(row, 'Process') || null, quarter: textOf(row, 'Quarter'),
    value: num(row, 'Value'), stagesDone: parsePositions(textOf(row, 'StagesDone'), ignore), confidence: (textOf(row, 'Confidence') || null) as CheckIn['confidence'],
    narrative: textOf(row, 'Narrative'), obstacles: textOf(row, 'Obstacles'), nextStep: textOf(row, 'NextStep'),
    evidence: parseEvidence(textOf(row, 'Evidence'), ignore), reportedOn: textOf(row, 'ReportedOn'), clientKey: textOf(row, 'ClientKey'), author: null,
    review: 'pending', reviewNote: ''
  })) as unknown as ListOf<never>,
  TargetChanges: ofPlan('targetChanges', (row, plan) => ({
    KeyResult: `${plan}/${row.keyResult}`, OldTarget: row.oldTarget, NewTarget: row.newTarget, Reason: row.reason, EffectiveOn: row.effectiveOn
  }), (row, id): TargetChange => ({
    id, keyResult: code(textOf(row, 'KeyResult')), oldTarget: num(row, 'OldTarget'), newTarget: num(row, 'NewTarget'), reason: textOf(row, 'Reason'),
    effectiveOn: textOf(row, 'EffectiveOn'), author: null
  })) as unknown as ListOf<never>,
  ProgrammedTargets: ofPlan('programmedTargets', (row, plan) => ({
    KeyResult: `${plan}/${row.keyResult}`, Quarter: row.quarter, Value: row.value
  }), (row, id): ProgrammedTarget => ({ id, keyResult: code(textOf(row, 'KeyResult')), quarter: textOf(row, 'Quarter'), value: num(row, 'Value') ?? 0 })) as unknown as ListOf<never>,
  Decisions: ofPlan('decisions', (row, plan) => ({
    Title: row.title, KeyResult: row.keyResult === null ? '' : `${plan}/${row.keyResult}`,
    StrategicObjective: row.strategicObjective === null ? '' : `${plan}/${row.strategicObjective}`, DecidedOn: row.decidedOn,
    ResponsibleProcess: row.responsible ?? '', DueDate: row.due, State: row.state, Detail: row.detail
  }), (row, id): Decision => ({
    id, etag: '"1"', title: textOf(row, 'Title'), detail: textOf(row, 'Detail'), keyResult: code(textOf(row, 'KeyResult')) || null,
    strategicObjective: code(textOf(row, 'StrategicObjective')) || null, decidedOn: textOf(row, 'DecidedOn'), responsible: textOf(row, 'ResponsibleProcess') || null,
    due: textOf(row, 'DueDate') || null, state: (textOf(row, 'State') || 'Abierta') as Decision['state']
  })) as unknown as ListOf<never>
};

/** Lists that the site keeps within other rows: they are read, and written nowhere. */
function readOnly(data: InMemoryData, name: ListName): { id: number; row: PlainRow }[] {
  if (name === 'IndicatorYears') {
    return contents(data).flatMap(of => of.indicators.flatMap(indicator => indicator.years.map(({ year, target, achieved, missing, cutMonth }) => ({
      id: indicator.id * 100 + (year % 100),
      row: {
        Indicator: `${of.plan.code}/${indicator.code}`, Year: year, Target: target, CutMonth: cutMonth,
        Achieved: missing === null ? achieved : missing === 'noData' ? -2 : -1
      }
    }))));
  }
  if (name === 'Reviews') {
    return contents(data).flatMap(of => of.checkIns.filter(({ review }) => review !== 'pending').map(row => ({
      id: row.id,
      row: { CheckIn: row.clientKey, Version0: row.version, Verdict: row.review === 'approved' ? 'Aprobado' : 'Devuelto', Note: row.reviewNote, Quarter: row.quarter }
    })));
  }
  return contents(data).flatMap(of => of.cutoffs.map(({ id, keyResult, quarter, accumulated, progress, expected, light, target, baseline, trail, setting }) => ({
    id,
    row: {
      KeyResult: `${of.plan.code}/${keyResult}`, Quarter: quarter, Key0: `${of.plan.code}/${keyResult}/${quarter}`, Value: accumulated.value,
      Progress: progress, Expected: expected, Light: light, Confidence: accumulated.confidence ?? '', Target: target, Baseline: baseline,
      PastYears: formatYears(accumulated.pastYears), StagesDone: formatPositions(accumulated.stagesDone), LastReportedOn: accumulated.lastReportedOn,
      LastQuarter: accumulated.lastQuarter ?? '', LastProcess: accumulated.lastProcess ?? '', Reports: accumulated.reports, Trail: formatTrail(trail),
      ...(setting && settingColumns(setting))
    }
  })));
}

interface Plain {
  readonly id: number;
  readonly row: PlainRow;
}

function plainRows(data: InMemoryData, name: ListName): Plain[] {
  const lists = LISTS[name];
  return lists ? lists.all(data).map(({ row, of }) => ({ id: (row as { id: number }).id, row: lists.plain(row, of.plan.code) })) : readOnly(data, name);
}

/** Every column, those that are kept nowhere as empty ones; any change of them is another version. */
function versioned(name: ListName, row: PlainRow): { values: PlainRow; etag: string } {
  const values: Record<string, PlainRow[string]> = { ...row };
  for (const { name: column } of tableOf(name).columns) if (values[column] === undefined) values[column] = null;
  return { values, etag: `"${fingerprint([JSON.stringify(values)])}"` };
}

function rowsOf(data: InMemoryData, name: ListName): StoredRow[] {
  return plainRows(data, name).sort((a, b) => a.id - b.id).map(({ id, row }) => {
    const { values, etag } = versioned(name, row);
    const checkIn = name === 'CheckIns' ? contents(data).flatMap(({ checkIns }) => checkIns).find(one => one.id === id) : undefined;
    return {
      list: name, id, values, etag, key: keyOf(name, values), version: checkIn ? checkIn.version : '1.0',
      author: checkIn && checkIn.author ? checkIn.author.name : ''
    };
  });
}

/** Where a row of a plan's list belongs; a new plan opens a content of its own. */
function contentFor(data: InMemoryData, name: ListName, row: PlainRow): PlanContent {
  if (name === 'Processes') return data;
  const plan = name === 'Plans' ? textOf(row, 'Code') : (textOf(row, 'Key0') || textOf(row, 'KeyResult') || textOf(row, 'StrategicObjective') || '').split('/')[0];
  const known = contents(data).find(of => of.plan.code === plan);
  if (known) return known;
  const empty: PlanContent = {
    plan: { ...data.plan, code: plan }, strategicObjectives: [], tacticalObjectives: [], keyResults: [], quarters: [], cutoffs: [], checkIns: [], targetChanges: [],
    programmedTargets: [], indicators: [], decisions: []
  };
  if (name !== 'Plans') return data;
  data.otherPlans = [...data.otherPlans, empty];
  return empty;
}

function writeOne(data: InMemoryData, one: WriteOfRow, user: Person): RowWritten {
  const lists = LISTS[one.list];
  if (!lists) throw new AppError('refused', { list: one.list, detail: 'not kept in memory' });
  const rows = plainRows(data, one.list);
  const found = one.kind === 'merge' ? rows.find(({ id }) => id === one.id) : undefined;
  const before = found && { id: found.id, ...versioned(one.list, found.row) };
  if (one.kind === 'merge' && !before) throw new AppError('gone', { list: one.list, status: 404 });
  if (one.kind === 'merge' && before && before.etag !== one.etag) throw new AppError('conflict', { list: one.list, status: 412 });
  const row = { ...(before ? before.values : {}), ...one.row };
  if (one.kind === 'add' && rows.some(known => keyOf(one.list, known.row) === keyOf(one.list, row))) throw new AppError('duplicate', { list: one.list, status: 400 });
  const quarters = contentFor(data, one.list, row).quarters;
  if (one.list === 'CheckIns' && quarters.some(({ code: quarter, state }) => quarter === row.Quarter && state !== 'open')) throw new AppError('refused', { list: one.list, status: 400 });
  const id = before ? before.id : rows.reduce((highest, { id: known }) => Math.max(highest, known), 0) + 1;
  const of = contentFor(data, one.list, row);
  const made = lists.make(row, id, data) as { id: number; author?: Person | null };
  const kept = lists.all(data).map(({ row: known }) => known as { id: number; author?: Person | null }).find(known => known.id === id);
  // What no column holds stays as it was: author, version, place.
  const merged = kept ? { ...kept, ...made, ...('author' in made ? { author: kept.author } : {}), ...('order' in kept && one.list === 'KeyResults' ? { order: (kept as { order?: number }).order } : {}) }
    : 'author' in made ? { ...made, author: user } : made;
  lists.put(of, merged as never);
  return { ok: true, id, etag: versioned(one.list, lists.plain(merged as never, of.plan.code)).etag };
}

/** Whole rows of the lists in memory. @param request counts and may fail, as the site's other operations do */
export function inMemoryPlanWriter(
  data: InMemoryData, user: Person, mayWrite: () => boolean, request: <T>(operation: 'planRows.readRows' | 'planRows.writeRows' | 'planRows.offerQuarters', run: () => T) => Promise<T>
): PlanWriter {
  return {
    readRows: async (lists, onProgress) => {
      const read = await request('planRows.readRows', () => lists.map(name => [name, rowsOf(data, name)] as const));
      if (onProgress) onProgress(lists.length, lists.length);
      return new Map(read);
    },
    writeRows: async (writes, keys) => {
      // Errors do not travel as copies: they are made outside the request.
      const failed: (AppError | null)[] = [];
      const written = await request('planRows.writeRows', () => writes.map((one, index): RowWritten | null => {
        failed[index] = null;
        try {
          if (!mayWrite()) throw new AppError('noAccess', { list: one.list, status: 403 });
          for (const { name, list: target, kind } of tableOf(one.list).columns) {
            const value = one.row[name];
            const named = Array.isArray(value) ? value as readonly string[] : typeof value === 'string' && value !== '' ? [value] : [];
            if (target && kind !== 'rowId') for (const key of named) if (keys(target, key) === null) throw new AppError('refused', { list: one.list, column: name, detail: key });
          }
          return writeOne(data, one, user);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          failed[index] = error;
          return null;
        }
      }));
      return written.map((outcome, index): RowWritten => outcome || { ok: false, error: failed[index] as AppError });
    },
    offerQuarters: () => request('planRows.offerQuarters', () => undefined)
  };
}
