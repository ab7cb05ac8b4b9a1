import type { RowOutcome, TargetKeeper, TargetVersion, TargetWrite } from '../../../src/application';
import { AppError } from '../../../src/application';
import type { KeyResult, Person, ProgrammedTarget, TargetChange } from '../../../src/domain';

/** What the keeper needs of the site it belongs to. */
export interface TargetSite {
  readonly data: {
    keyResults: KeyResult[]; programmedTargets: ProgrammedTarget[]; targetChanges: TargetChange[]; targetVersions: Record<string, TargetVersion[]>;
  };
  /** Versions of rows, by list and id; 1 where nothing has changed. */
  readonly rowVersions: Map<string, number>;
  /** Keys of the rows added. */
  readonly targetKeys: Set<string>;
  now: Date;
  nextId: number;
}

export interface TargetAccess {
  readonly user: Person;
  readonly mayPlan: () => boolean;
  readonly request: <T>(operation: 'targets.read' | 'targets.write', run: () => T) => Promise<T>;
}

type Rows = 'ProgrammedTargets' | 'KeyResults' | 'TargetChanges';

/** Targets over the in-memory rows, refused as SharePoint refuses them. */
export function targetKeeper(site: TargetSite, { user, mayPlan, request }: TargetAccess): TargetKeeper {
  const { data } = site;
  const etagOf = (list: Rows, id: number): string => `"${site.rowVersions.get(`${list}/${id}`) || 1}"`;
  const touch = (list: Rows, id: number): RowOutcome => {
    site.rowVersions.set(`${list}/${id}`, (site.rowVersions.get(`${list}/${id}`) || 1) + 1);
    return { ok: true, id, etag: etagOf(list, id) };
  };
  const refused = (kind: AppError['kind'], list: Rows): RowOutcome => ({ ok: false, error: new AppError(kind, { list, status: 400 }) });
  /** The outcome of a change to a row, if it is there and still that version. */
  const change = (list: Rows, rows: readonly { id: number }[], row: { id: number; etag: string }, run: () => RowOutcome): RowOutcome => {
    if (!rows.some(({ id }) => id === row.id)) return refused('gone', list);
    return row.etag === etagOf(list, row.id) ? run() : refused('conflict', list);
  };
  const setKeyResult = (id: number, changes: Partial<KeyResult>): RowOutcome => {
    data.keyResults = data.keyResults.map(row => (row.id === id ? { ...row, ...changes } : row));
    return touch('KeyResults', id);
  };
  const writeOne = (write: TargetWrite): RowOutcome => {
    if (!mayPlan()) return refused('noAccess', 'ProgrammedTargets');
    switch (write.kind) {
      case 'program': {
        if (site.targetKeys.has(write.key)) return refused('duplicate', 'ProgrammedTargets');
        site.targetKeys.add(write.key);
        const { keyResult, quarter, value } = write;
        const row = { id: site.nextId++, keyResult, quarter, value };
        data.programmedTargets = [...data.programmedTargets, row];
        return { ok: true, id: row.id, etag: etagOf('ProgrammedTargets', row.id) };
      }
      case 'reprogram': return change('ProgrammedTargets', data.programmedTargets, write.row, () => {
        data.programmedTargets = data.programmedTargets.map(row => (row.id === write.row.id ? { ...row, value: write.value } : row));
        return touch('ProgrammedTargets', write.row.id);
      });
      case 'clear': {
        // A row that is gone already counts as deleted.
        if (!data.programmedTargets.some(({ id }) => id === write.row.id)) return { ok: true, id: write.row.id, etag: '' };
        return change('ProgrammedTargets', data.programmedTargets, write.row, () => {
          data.programmedTargets = data.programmedTargets.filter(({ id }) => id !== write.row.id);
          return { ok: true, id: write.row.id, etag: '' };
        });
      }
      case 'weigh': return change('KeyResults', data.keyResults, write.row, () => setKeyResult(write.row.id, { weight: write.weight }));
      case 'retarget': return change('KeyResults', data.keyResults, write.row, () => {
        const row = data.keyResults.filter(({ id }) => id === write.row.id)[0];
        const known = data.targetVersions[row.code] || [{ version: '1.0', target: row.target, changedOn: '2021-01-04T13:00:00Z', author: null }];
        data.targetVersions = {
          ...data.targetVersions,
          [row.code]: [{ version: `${known.length + 1}.0`, target: write.target, changedOn: site.now.toISOString(), author: user }, ...known]
        };
        return setKeyResult(row.id, { target: write.target });
      });
      case 'record': {
        if (site.targetKeys.has(write.key)) return refused('duplicate', 'TargetChanges');
        site.targetKeys.add(write.key);
        const row: TargetChange = { ...write.change, id: site.nextId++, author: user };
        data.targetChanges = [...data.targetChanges, row];
        return { ok: true, id: row.id, etag: etagOf('TargetChanges', row.id) };
      }
      case 'unrecord': return change('TargetChanges', data.targetChanges, write.row, () => {
        data.targetChanges = data.targetChanges.filter(({ id }) => id !== write.row.id);
        return { ok: true, id: write.row.id, etag: '' };
      });
      default: throw new Error('Unknown write');
    }
  };
  return {
    read: keyResults => request('targets.read', () => {
      const codes = new Set(keyResults.map(({ code }) => code));
      return {
        programmed: data.programmedTargets.filter(row => codes.has(row.keyResult)).map(row => ({ ...row, etag: etagOf('ProgrammedTargets', row.id) })),
        keyResults: data.keyResults.filter(({ code }) => codes.has(code))
          .map(({ id, code, target, weight }) => ({ id, code, target, weight, etag: etagOf('KeyResults', id) }))
      };
    }),
    write: async (writes, onProgress) => {
      // Errors do not survive the copying that stands for the wire: they are kept beside it.
      let outcomes: readonly RowOutcome[] = [];
      await request('targets.write', () => { outcomes = writes.map(writeOne); });
      if (onProgress) onProgress(writes.length, writes.length);
      return outcomes;
    }
  };
}
