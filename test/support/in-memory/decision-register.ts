import type { DecisionReferences, DecisionRegister } from '../../../src/application';
import { AppError } from '../../../src/application';
import type { Decision, DecisionDraft, Person } from '../../../src/domain';
import type { InMemoryData } from '../in-memory-seed';

/** What the register needs of the site it is part of. */
export interface DecisionSite {
  readonly data: InMemoryData;
  /** Keys of the decisions that were added, by the key: the unique column. */
  readonly decisionKeys: Map<string, number>;
  nextId: number;
}

/** Runs an operation as a request. */
type Request = <T>(operation: `decisions.${keyof DecisionRegister}`, run: () => T) => Promise<T>;

/** Who may write decisions: leaders and planners. */
export function mayDecide(data: InMemoryData, user: Person): boolean {
  return data.planners.indexOf(user.login) >= 0 || data.leaders.indexOf(user.login) >= 0;
}

/** The committee's decisions over plain arrays, failing as SharePoint's list does. */
export function decisionRegister(site: DecisionSite, user: Person, request: Request, assertReadable: () => void): DecisionRegister {
  const { data } = site;
  const assertMayWrite = (): void => {
    assertReadable();
    if (!mayDecide(data, user)) throw new AppError('noAccess', { list: 'Decisions', status: 403 });
  };
  const assertReferences = ({ keyResultId, strategicObjectiveId, processId }: DecisionReferences): void => {
    const check = (list: string, rows: readonly { id: number }[], id: number | null): void => {
      if (id !== null && !rows.some(row => row.id === id)) throw new AppError('gone', { list, status: 400 });
    };
    check('KeyResults', data.keyResults, keyResultId);
    check('StrategicObjectives', data.strategicObjectives, strategicObjectiveId);
    check('Processes', data.processes, processId);
  };
  const replace = (row: Decision, draft: DecisionDraft): Decision => {
    const changed = contentOf(draft, row.id, `"${Number(row.etag.replace(/"/g, '')) + 1}"`);
    data.decisions = data.decisions.map(decision => (decision.id === row.id ? changed : decision));
    return changed;
  };
  return {
    add: (draft, references) => request('decisions.add', () => {
      assertMayWrite();
      assertReferences(references);
      const known = data.decisions.find(({ id }) => id === site.decisionKeys.get(draft.clientKey));
      if (known) return replace(known, draft);
      const row = contentOf(draft, site.nextId++, '"1"');
      site.decisionKeys.set(draft.clientKey, row.id);
      data.decisions = [row, ...data.decisions];
      return row;
    }),
    update: ({ id, etag }, draft, references) => request('decisions.update', () => {
      assertMayWrite();
      const row = data.decisions.find(decision => decision.id === id);
      if (!row) throw new AppError('gone', { list: 'Decisions', status: 404 });
      assertReferences(references);
      if (row.etag !== etag) throw new AppError('conflict', { list: 'Decisions', status: 412 });
      return replace(row, draft);
    }),
    remove: ({ id, etag }) => request('decisions.remove', () => {
      assertMayWrite();
      const row = data.decisions.find(decision => decision.id === id);
      if (!row) return;
      if (row.etag !== etag) throw new AppError('conflict', { list: 'Decisions', status: 412 });
      data.decisions = data.decisions.filter(decision => decision.id !== id);
    }),
    list: () => request('decisions.list', () => {
      assertReadable();
      return { decisions: data.decisions, problems: [] };
    })
  };
}

/** The columns a draft fills, whatever else the object may carry. */
function contentOf(
  { title, detail, keyResult, strategicObjective, decidedOn, responsible, due, state }: DecisionDraft, id: number, etag: string
): Decision {
  return { id, etag, title, detail, keyResult, strategicObjective, decidedOn, responsible, due, state };
}
