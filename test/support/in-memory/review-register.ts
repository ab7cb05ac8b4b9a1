import type { NewVerdict, RecordedVerdict, ReviewRegister, RowOutcome } from '../../../src/application';
import { AppError } from '../../../src/application';
import type { CheckIn, Person } from '../../../src/domain';

/** What the register needs of the site it belongs to. */
export interface ReviewSite {
  readonly data: { checkIns: CheckIn[] };
  /** Check-ins that have a verdict on some version: they cannot be deleted. */
  readonly reviewed: Set<number>;
  /** Keys of the rows added. */
  readonly reviewKeys: Map<string, number>;
  /** Rows of Reviews, oldest first; made from the check-ins' own states when first asked for. */
  verdicts: RecordedVerdict[] | null;
  nextId: number;
}

export interface ReviewAccess {
  readonly user: Person;
  readonly mayPlan: () => boolean;
  readonly request: <T>(operation: 'reviews.read' | 'reviews.add' | 'reviews.remove', run: () => T) => Promise<T>;
}

function rowsOf(site: ReviewSite): RecordedVerdict[] {
  if (!site.verdicts) {
    site.verdicts = site.data.checkIns.filter(({ review }) => review !== 'pending').map(checkIn => ({
      id: site.nextId++, etag: '"1"', checkIn: checkIn.id, version: checkIn.version,
      verdict: checkIn.review === 'approved' ? 'Aprobado' : 'Devuelto', note: checkIn.reviewNote, author: null
    }));
  }
  return site.verdicts;
}

/** Gives the check-in the state that its verdicts leave its current version in. */
function settle(site: ReviewSite, id: number): void {
  const last = (row: CheckIn): RecordedVerdict | undefined => [...rowsOf(site)].reverse()
    .find(verdict => verdict.checkIn === id && verdict.version === row.version);
  site.data.checkIns = site.data.checkIns.map(row => {
    if (row.id !== id) return row;
    const verdict = last(row);
    if (!verdict) return { ...row, review: 'pending', reviewNote: '' };
    return { ...row, review: verdict.verdict === 'Aprobado' ? 'approved' : 'returned', reviewNote: verdict.note };
  });
}

/** Verdicts over the in-memory rows, refused as SharePoint refuses them. */
export function reviewRegister(site: ReviewSite, { user, mayPlan, request }: ReviewAccess): ReviewRegister {
  const addOne = (verdict: NewVerdict): RowOutcome => {
    if (!mayPlan()) return { ok: false, error: new AppError('noAccess', { list: 'Reviews', status: 403 }) };
    if (!site.data.checkIns.some(({ id }) => id === verdict.checkIn)) return { ok: false, error: new AppError('gone', { list: 'Reviews', status: 400 }) };
    if (site.reviewKeys.has(verdict.key)) return { ok: false, error: new AppError('duplicate', { list: 'Reviews', status: 400 }) };
    const { checkIn, version, verdict: word, note } = verdict;
    const row: RecordedVerdict = { id: site.nextId++, etag: '"1"', checkIn, version, verdict: word, note, author: user };
    rowsOf(site).push(row);
    site.reviewKeys.set(verdict.key, row.id);
    site.reviewed.add(checkIn);
    settle(site, checkIn);
    return { ok: true, id: row.id, etag: row.etag };
  };
  const removeOne = ({ id, etag }: { id: number; etag: string }): RowOutcome => {
    if (!mayPlan()) return { ok: false, error: new AppError('noAccess', { list: 'Reviews', status: 403 }) };
    const rows = rowsOf(site);
    const row = rows.find(one => one.id === id);
    if (!row) return { ok: true, id, etag: '' };
    if (row.etag !== etag) return { ok: false, error: new AppError('conflict', { list: 'Reviews', status: 412 }) };
    site.verdicts = rows.filter(one => one !== row);
    site.reviewKeys.forEach((rowId, key) => { if (rowId === id) site.reviewKeys.delete(key); });
    if (!site.verdicts.some(one => one.checkIn === row.checkIn)) site.reviewed.delete(row.checkIn);
    settle(site, row.checkIn);
    return { ok: true, id, etag: '' };
  };
  return {
    read: async quarters => {
      // Maps do not survive the copying that stands for the wire.
      const { versions, verdicts } = await request('reviews.read', () => {
        const rows = site.data.checkIns.filter(({ quarter }) => quarters.indexOf(quarter) >= 0);
        const ids = new Set(rows.map(({ id }) => id));
        return {
          versions: rows.map(({ id, version }): [number, string] => [id, version]),
          verdicts: rowsOf(site).filter(({ checkIn }) => ids.has(checkIn))
        };
      });
      return { versions: new Map(versions), verdicts };
    },
    add: async (verdicts, onProgress) => {
      // Errors do not survive the copying that stands for the wire: they are kept beside it.
      let outcomes: readonly RowOutcome[] = [];
      await request('reviews.add', () => { outcomes = verdicts.map(addOne); });
      if (onProgress) onProgress(verdicts.length, verdicts.length);
      return outcomes;
    },
    remove: async verdicts => {
      let outcomes: readonly RowOutcome[] = [];
      await request('reviews.remove', () => { outcomes = verdicts.map(removeOne); });
      return outcomes;
    }
  };
}
