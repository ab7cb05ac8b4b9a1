import type { KeptCutoff, NewCutoff, QuarterChange, QuarterKeeper, QuarterRow, Refusal } from '../../../src/application';
import { AppError } from '../../../src/application';
import type { Cutoff, Person, Quarter } from '../../../src/domain';
import { compareQuarters, sortQuarters } from '../../../src/domain';
import type { InMemoryData } from '../in-memory-seed';

interface RowFacts {
  version: number;
  changedBy: Person | null;
  changedOn: string | null;
}

/** What the site knows of its quarters beside their rows in the data. */
export interface QuarterFacts {
  refusal: Refusal;
  /** By the quarter row's id. */
  readonly rows: Map<number, RowFacts & Pick<QuarterRow, 'lastCheckInId' | 'reopenReason'>>;
  /** By the cutoff row's id; those without were never changed since they were written. */
  readonly cutoffs: Map<number, RowFacts>;
  /** How far the server's clock is ahead of the site's, milliseconds. */
  serverAhead: number;
}

/** As the sample leaves them: what is closed is refused. */
export function quarterFacts(data: InMemoryData): QuarterFacts {
  const closed = sortQuarters(data.quarters).filter(({ state }) => state === 'closed');
  return {
    refusal: closed.length ? { kind: 'upTo', quarter: closed[closed.length - 1].code } : { kind: 'none' },
    rows: new Map(),
    cutoffs: new Map(),
    serverAhead: 0
  };
}

/** What the keeper needs of the site it is part of. */
export interface QuarterSite {
  readonly data: InMemoryData;
  readonly quarterFacts: QuarterFacts;
  readonly now: Date;
  nextId: number;
}

/** Runs an operation as a request. */
type Request = <T>(operation: `quarters.${keyof QuarterKeeper}`, run: () => T) => Promise<T>;

/** Quarters over plain arrays, failing as SharePoint's lists do. */
export function quarterKeeper(site: QuarterSite, user: Person, request: Request, assertReadable: () => void): QuarterKeeper {
  const { data, quarterFacts: facts } = site;
  const assertPlans = (list: string): void => {
    assertReadable();
    if (data.planners.indexOf(user.login) < 0) throw new AppError('noAccess', { list, status: 403 });
  };
  const instant = (ahead = 0): string => new Date(site.now.getTime() + ahead).toISOString().replace('.000Z', 'Z');
  const factsOf = ({ id }: Quarter): RowFacts & Pick<QuarterRow, 'lastCheckInId' | 'reopenReason'> =>
    facts.rows.get(id) || { version: 1, changedBy: null, changedOn: null, lastCheckInId: null, reopenReason: '' };
  const rowOf = (quarter: Quarter): QuarterRow => {
    const { version, ...rest } = factsOf(quarter);
    return { ...rest, id: quarter.id, code: quarter.code, state: quarter.state, closedOn: quarter.closedOn, etag: `"${version}"` };
  };
  const touch = (id: number, map: Map<number, RowFacts>): void => {
    map.set(id, { version: (map.get(id)?.version ?? 1) + 1, changedBy: user, changedOn: instant() });
  };
  return {
    read: () => request('quarters.read', () => {
      assertReadable();
      return {
        rows: sortQuarters(data.quarters).map(rowOf), closedElsewhere: null, refusal: facts.refusal,
        serverNow: instant(facts.serverAhead), targetChanges: data.targetChanges
      };
    }),
    write: ({ id, etag }, change: QuarterChange) => request('quarters.write', () => {
      assertPlans('Quarters');
      const quarter = data.quarters.find(row => row.id === id);
      if (!quarter) throw new AppError('gone', { list: 'Quarters', status: 404 });
      const known = factsOf(quarter);
      if (etag !== `"${known.version}"`) throw new AppError('conflict', { list: 'Quarters', status: 412 });
      const { state = quarter.state, closedOn = quarter.closedOn, lastCheckInId = known.lastCheckInId, reopenReason = known.reopenReason } = change;
      data.quarters = data.quarters.map(row => (row.id === id ? { ...row, state, closedOn } : row));
      facts.rows.set(id, { version: known.version + 1, changedBy: user, changedOn: instant(), lastCheckInId, reopenReason });
      return `"${known.version + 1}"`;
    }),
    restore: (_plan, quarter) => request('quarters.restore', () => {
      assertPlans('Quarters');
      if (data.quarters.some(({ code }) => code === quarter.code)) return;
      data.quarters = [...data.quarters, { ...quarter, id: site.nextId++, closedOn: null }];
    }),
    refuseUpTo: quarter => request('quarters.refuseUpTo', () => {
      assertPlans('CheckIns');
      facts.refusal = quarter === null ? { kind: 'none' } : { kind: 'upTo', quarter };
    }),
    writeCutoffs: (quarter, cutoffs: readonly NewCutoff[], _keyResults, onProgress) => request('quarters.writeCutoffs', () => {
      assertPlans('Cutoffs');
      const written = { added: 0, corrected: 0, unchanged: 0 };
      for (const cutoff of cutoffs) {
        const present = data.cutoffs.find(row => row.keyResult === cutoff.keyResult && row.quarter === quarter);
        const same = present !== undefined && JSON.stringify({ ...present, id: 0 }) === JSON.stringify({ ...cutoff, id: 0 });
        if (same) written.unchanged++;
        else if (present) {
          written.corrected++;
          data.cutoffs = data.cutoffs.map(row => (row === present ? { ...cutoff, id: row.id } : row));
          touch(present.id, facts.cutoffs);
        } else {
          written.added++;
          data.cutoffs = [...data.cutoffs, { ...cutoff, id: site.nextId++ }];
        }
      }
      onProgress(cutoffs.length, cutoffs.length);
      return written;
    }),
    readClosed: quarter => request('quarters.readClosed', () => {
      assertReadable();
      const kept = (cutoff: Cutoff): KeptCutoff => (
        { ...cutoff, ...(facts.cutoffs.get(cutoff.id) || { version: 1, changedBy: null, changedOn: null }) }
      );
      return {
        cutoffs: data.cutoffs.filter(row => row.quarter === quarter).map(kept),
        checkIns: data.checkIns.filter(row => row.quarter === quarter).sort((a, b) => compareQuarters(a.quarter, b.quarter) || a.id - b.id)
      };
    })
  };
}
