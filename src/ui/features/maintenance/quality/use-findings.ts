import * as React from 'react';
import type { Board } from '../../../../application/board';
import { findings, linkFindings, linksToCheck, RowIndex } from '../../../../domain';
import type { CheckedLink, Finding, PlanRowFacts } from '../../../../domain';
import { useServices } from '../../../services';

export interface Findings {
  /** What changes figures first; before the rows are read, only what the plan itself tells. */
  readonly all: readonly Finding[];
  /** `null` until they are read. */
  readonly facts: PlanRowFacts | null;
  readonly rows: RowIndex;
  readonly error: unknown;
  readonly loading: boolean;
  /** Links that a check could look at. */
  readonly links: readonly CheckedLink[];
  readonly retry: () => void;
}

/**
 * The findings of the plan on screen: its rows are read once for each reading of the plan, one request each.
 * @param gone links that were found to lead nowhere
 */
export function useFindings(board: Board, refreshing: boolean, gone: ReadonlySet<string>): Findings {
  const { quality } = useServices();
  const { workspace, today } = board;
  const [facts, setFacts] = React.useState<PlanRowFacts | null>(null);
  const [error, setError] = React.useState<unknown>(null);
  const [read, setRead] = React.useState<unknown>(null);
  const [attempt, setAttempt] = React.useState(0);

  React.useEffect(() => {
    // What was seen last time is about to be replaced: its rows would be read in vain.
    if (refreshing) return undefined;
    let current = true;
    setError(null);
    quality.readFacts().then(
      (rows) => {
        if (!current) return;
        setFacts(rows);
        setRead(workspace);
      },
      (failure: unknown) => { if (current) setError(failure); }
    );
    return () => { current = false; };
  }, [quality, workspace, refreshing, attempt]);

  const found = React.useMemo(() => findings({ ...workspace, today, facts }), [workspace, today, facts]);
  const links = React.useMemo(() => linksToCheck({ ...workspace, facts }), [workspace, facts]);
  const all = React.useMemo(() => {
    const broken = linkFindings(links, gone);
    const at = found.findIndex(({ severity }) => severity === 'form');
    return at < 0 ? [...found, ...broken] : [...found.slice(0, at), ...broken, ...found.slice(at)];
  }, [found, links, gone]);
  const rows = React.useMemo(() => new RowIndex(facts === null ? [] : facts.rows), [facts]);
  return { all, facts, rows, error, loading: error === null && read !== workspace, links, retry: () => setAttempt(attempt + 1) };
}
