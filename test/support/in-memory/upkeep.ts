import type {
  LibraryEntry, LinkTarget, MendOutcome, OperativePlans, QualityReader, ResponsibilityKeeper, ResponsibleOutcome, ResponsibleRow, RowMender
} from '../../../src/application';
import { AppError } from '../../../src/application';
import type { Cells, CellValue, LinkValue, ListName, ListRow, Person, RowChange } from '../../../src/domain';
import { formatEvidence, parseEvidence } from '../../../src/sharepoint/mapping/texts';
import type { InMemoryData } from '../in-memory-seed';

/** What the lists hold beside what parsing makes of it. */
export interface InMemoryUpkeep {
  /** Cells as somebody wrote them by hand, by `KeyResults/12`; all others are those of the parsed rows. */
  readonly cells: Record<string, Cells>;
  /** Rows that no parsed row stands for: a code's second row, a report without a quarter. */
  rows: ListRow[];
  /** Who changed a row last, and how often; by `KeyResults/12`. */
  readonly changes: Map<string, { version: number; by: string; on: string }>;
  /** Links that lead nowhere any more. */
  readonly gone: Set<string>;
}

export const makeUpkeep = (): InMemoryUpkeep => ({ cells: {}, rows: [], changes: new Map(), gone: new Set() });

export interface UpkeepSite {
  readonly data: InMemoryData;
  readonly upkeep: InMemoryUpkeep;
  now: Date;
}

export type UpkeepOperation = 'quality.readFacts' | 'rows.mend' | 'responsibilities.read' | 'responsibilities.write'
  | 'operativePlans.findOperativePlans' | 'operativePlans.lookUp';
type Request = <T>(operation: UpkeepOperation, run: () => T) => Promise<T>;

const link = (url: string): LinkValue | null => (url === '' ? null : { url, text: '' });

/** Rows as the lists would hold the parsed ones. */
function parsedRows(data: InMemoryData): ListRow[] {
  const { plan } = data;
  const idOf = (rows: readonly { id: number; code: string }[], code: string | null): number | null => rows.find(row => row.code === code)?.id ?? null;
  const row = (list: ListName, id: number, cells: Cells, author: string | null = null): ListRow => ({ list, id, cells, author });
  return [
    row('Plans', plan.id, { Title: plan.title, Code: plan.code }),
    ...data.processes.map(one => row('Processes', one.id, { Title: one.code, OperativePlanUrl: link(one.operativePlanUrl) })),
    ...data.strategicObjectives.map(one => row('StrategicObjectives', one.id, {
      Title: one.title, Code: one.code, Key0: `${plan.code}/${one.code}`, Weight: one.weight, Plan: plan.id
    })),
    ...data.tacticalObjectives.map(one => row('TacticalObjectives', one.id, {
      Title: one.title, Code: one.code, Key0: `${plan.code}/${one.code}`, Weight: one.weight,
      StrategicObjective: idOf(data.strategicObjectives, one.strategicObjective)
    })),
    ...data.keyResults.map(one => row('KeyResults', one.id, {
      Title: one.title, Code: one.code, Key0: `${plan.code}/${one.code}`, TacticalObjective: idOf(data.tacticalObjectives, one.tacticalObjective),
      Processes: data.processes.filter(({ code }) => one.processes.indexOf(code) >= 0).map(({ id }) => id).sort((a, b) => a - b),
      Direction: one.direction, Accumulation: one.accumulation, Unit: one.unit, Baseline: one.baseline, Target: one.target,
      CriticalLimit: one.criticalLimit, StartDate: one.start, EndDate: one.end, Weight: one.weight,
      SameMeasureAs: idOf(data.keyResults, one.sameMeasureAs), Indicator: idOf(data.indicators, one.indicator), Active: one.active
    })),
    ...data.quarters.map(one => row('Quarters', one.id, {
      Title: one.code, Key0: `${plan.code}/${one.code}`, Plan: plan.id, State: one.state, StartDate: one.start, EndDate: one.end
    })),
    ...data.checkIns.map(one => row('CheckIns', one.id, {
      Title: `${one.keyResult} · ${one.process || ''} · ${one.quarter}`, KeyResult: idOf(data.keyResults, one.keyResult),
      Process: idOf(data.processes, one.process), Quarter: one.quarter, Value: one.value, StagesDone: one.stagesDone.join(';') || null,
      Confidence: one.confidence, Evidence: formatEvidence(one.evidence) || null, ReportedOn: one.reportedOn
    }, one.author && one.author.login)),
    ...data.targetChanges.map(one => row('TargetChanges', one.id, {
      KeyResult: idOf(data.keyResults, one.keyResult), OldTarget: one.oldTarget, NewTarget: one.newTarget, EffectiveOn: one.effectiveOn
    })),
    ...data.programmedTargets.map(one => row('ProgrammedTargets', one.id, {
      KeyResult: idOf(data.keyResults, one.keyResult), Quarter: one.quarter, Value: one.value
    }))
  ];
}

function rowsOf({ data, upkeep }: UpkeepSite): ListRow[] {
  return [...parsedRows(data), ...upkeep.rows].map(row => ({ ...row, cells: { ...row.cells, ...upkeep.cells[`${row.list}/${row.id}`] } }));
}

/** Takes a written row over into the parsed ones, as far as these can tell it. */
function takeOver(data: InMemoryData, { list, id, after }: RowChange): void {
  const has = (column: string): boolean => column in after;
  const change = <T extends { id: number }>(rows: readonly T[], changes: (row: T) => Partial<T>): T[] =>
    rows.map(row => (row.id === id ? { ...row, ...changes(row) } : row));
  const text = (column: string): string => String(after[column] ?? '').trim();
  const codeAt = (rows: readonly { id: number; code: string }[], value: CellValue): string | null => rows.find(row => row.id === value)?.code ?? null;
  const weight = has('Weight') ? { weight: Number(after.Weight) } : {};
  const code = has('Code') ? { code: text('Code') } : {};
  if (list === 'StrategicObjectives') data.strategicObjectives = change(data.strategicObjectives, () => ({ ...weight, ...code }));
  if (list === 'TacticalObjectives') data.tacticalObjectives = change(data.tacticalObjectives, () => ({ ...weight, ...code }));
  if (list === 'KeyResults') {
    data.keyResults = change(data.keyResults, () => ({
      ...weight, ...code,
      ...(has('Target') ? { target: after.Target as number | null } : {}),
      ...(has('Active') ? { active: after.Active !== false } : {}),
      ...(has('StartDate') ? { start: text('StartDate') } : {}),
      ...(has('EndDate') ? { end: text('EndDate') } : {}),
      ...(has('SameMeasureAs') ? { sameMeasureAs: codeAt(data.keyResults, after.SameMeasureAs) } : {}),
      ...(has('Processes')
        ? { processes: data.processes.filter(one => (after.Processes as readonly number[]).indexOf(one.id) >= 0).map(one => one.code) }
        : {})
    }));
  }
  if (list === 'CheckIns') {
    data.checkIns = change(data.checkIns, () => ({
      ...(has('Quarter') ? { quarter: text('Quarter') } : {}),
      ...(has('Evidence') ? { evidence: parseEvidence(text('Evidence'), () => undefined) } : {})
    }));
  }
  if (list === 'Processes' && has('OperativePlanUrl')) {
    data.processes = change(data.processes, () => ({ operativePlanUrl: (after.OperativePlanUrl as LinkValue | null)?.url ?? '' }));
  }
  data.problems = data.problems.filter(problem => !(problem.list === list && problem.rowId === id && problem.column !== null && has(problem.column)));
}

function samePlain(a: CellValue | undefined, b: CellValue): boolean {
  const key = (value: CellValue | undefined): string => {
    if (value === null || value === undefined || value === '') return '';
    if (typeof value === 'object' && !Array.isArray(value)) return (value as LinkValue).url;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return key(a) === key(b);
}

export function upkeepServices(
  site: UpkeepSite, user: Person, request: Request, assertReadable: () => void
): { quality: QualityReader; rows: RowMender; responsibilities: ResponsibilityKeeper; operativePlans: OperativePlans } {
  const { data, upkeep } = site;
  const mayWrite = (): boolean => data.planners.indexOf(user.login) >= 0;
  const touch = (list: ListName, id: number): string => {
    const key = `${list}/${id}`;
    const version = (upkeep.changes.get(key)?.version ?? 1) + 1;
    upkeep.changes.set(key, { version, by: user.name, on: site.now.toISOString() });
    return `"${version}"`;
  };
  const responsible = (id: number): ResponsibleRow | null => {
    const row = rowsOf(site).find(one => one.list === 'KeyResults' && one.id === id);
    const change = upkeep.changes.get(`KeyResults/${id}`);
    return row ? {
      id, etag: `"${change?.version ?? 1}"`, processIds: row.cells.Processes as readonly number[],
      changedBy: change?.by ?? 'Planeación', changedOn: change?.on ?? '2021-01-01T15:00:00Z'
    } : null;
  };
  /** Errors do not survive being copied as an answer, so what may hold some is handed round the request. */
  async function answer<T>(operation: UpkeepOperation, run: () => T): Promise<T> {
    let result: { value: T } | null = null;
    await request(operation, () => { result = { value: run() }; });
    return (result as unknown as { value: T }).value;
  }
  const mendOne = (change: RowChange): MendOutcome => {
    const { list, id } = change;
    const row = rowsOf(site).find(one => one.list === list && one.id === id);
    if (!row) return { ok: false, error: new AppError('gone', { list, status: 404 }), current: null };
    const holds = (wanted: Cells): boolean => Object.keys(wanted).every(column => samePlain(row.cells[column], wanted[column]));
    if (holds(change.after)) return { ok: true };
    if (!holds(change.before)) {
      const current = Object.fromEntries(Object.keys(change.after).map(column => [column, row.cells[column] ?? null]));
      return { ok: false, error: new AppError('conflict', { list, status: 412 }), current };
    }
    if (!mayWrite()) return { ok: false, error: new AppError('noAccess', { list, status: 403 }), current: null };
    const taken = 'Key0' in change.after
      && rowsOf(site).some(one => one.list === list && one.id !== id && one.cells.Key0 === change.after.Key0);
    if (taken) return { ok: false, error: new AppError('duplicate', { list, column: 'Key0', status: 400 }), current: null };
    upkeep.cells[`${list}/${id}`] = { ...upkeep.cells[`${list}/${id}`], ...change.after };
    takeOver(data, change);
    touch(list, id);
    return { ok: true };
  };
  const entries = (): LibraryEntry[] => Object.entries(data.documents).flatMap(([folder, files]) => [
    { url: encodeURI(folder), name: folder.slice(folder.lastIndexOf('/') + 1), isFolder: true, modified: '2023-10-05T15:42:00Z', modifiedBy: 'Planeación' },
    ...files.map(({ url, text, isFolder, modified }) => ({ url, name: text, isFolder, modified, modifiedBy: 'Planeación' }))
  ]);
  const pathOf = (url: string): string => decodeURI(url.replace(data.site.url, '')).replace(/\/+$/, '');
  const targetOf = (url: string): LinkTarget => {
    if (/^https?:/.test(url) && url.indexOf(`${data.site.url}/`) !== 0) return { kind: 'elsewhere' };
    const entry = entries().find(one => pathOf(one.url) === pathOf(url));
    return entry && !upkeep.gone.has(url) ? { kind: 'found', entry } : { kind: 'gone' };
  };
  return {
    quality: {
      readFacts: () => request('quality.readFacts', () => {
        assertReadable();
        return { rows: rowsOf(site), planners: data.planners };
      })
    },
    rows: {
      mend: (changes, onProgress) => answer('rows.mend', () => {
        assertReadable();
        const outcomes = changes.map(mendOne);
        if (onProgress) onProgress(changes.length, changes.length);
        return outcomes;
      })
    },
    responsibilities: {
      read: () => request('responsibilities.read', () => {
        assertReadable();
        return data.keyResults.map(({ id }) => responsible(id) as ResponsibleRow);
      }),
      write: (rows, onProgress) => answer('responsibilities.write', () => {
        assertReadable();
        const outcomes = rows.map(({ id, etag, processIds }): ResponsibleOutcome => {
          const now = responsible(id);
          if (!now) return { ok: false, id, error: new AppError('gone', { list: 'KeyResults', status: 404 }), theirs: null };
          if (!mayWrite()) return { ok: false, id, error: new AppError('noAccess', { list: 'KeyResults', status: 403 }), theirs: null };
          if (now.etag !== etag) return { ok: false, id, error: new AppError('conflict', { list: 'KeyResults', status: 412 }), theirs: now };
          takeOver(data, { list: 'KeyResults', id, name: '', before: {}, after: { Processes: [...processIds] } });
          return { ok: true, id, etag: touch('KeyResults', id) };
        });
        if (onProgress) onProgress(rows.length, rows.length);
        return outcomes;
      })
    },
    operativePlans: {
      findOperativePlans: processes => request('operativePlans.findOperativePlans', () => {
        assertReadable();
        const named = (name: string, code: string): boolean => name.toLowerCase().split(/[^\p{L}\d]+/u).indexOf(code.toLowerCase()) >= 0;
        return processes.map(process => ({
          process,
          candidates: entries().filter(({ name }) => named(name, process)).sort((a, b) => Number(/plan/i.test(b.name)) - Number(/plan/i.test(a.name)))
        }));
      }),
      lookUp: (urls, options = {}) => request('operativePlans.lookUp', () => {
        assertReadable();
        const targets = urls.map(targetOf);
        if (options.onProgress) options.onProgress(targets.length, urls.length);
        return targets;
      })
    }
  };
}
