import * as React from 'react';
import type { Day, KeyResult, QuarterCode } from '../../../domain';
import { useMounted } from '../../data/use-mounted';
import { useServices } from '../../services';
import { reportRows } from './report-rows';
import type { OlderQuarter, ReportRow } from './report-rows';

export interface OlderReports {
  /** Newest first, of the quarters opened so far. */
  readonly rows: readonly ReportRow[];
  /** The next one to open; `null` when all are. */
  readonly next: OlderQuarter | null;
  readonly loading: boolean;
  readonly error: unknown;
  /** Opens the next quarter: one request. */
  more(): void;
}

/** Reports of closed quarters, one quarter at a time, so that a long history costs nothing until somebody asks for it. */
export function useOlderReports(
  keyResult: KeyResult,
  quarters: readonly OlderQuarter[],
  quarterEnds: ReadonlyMap<QuarterCode, Day>
): OlderReports {
  const { plan } = useServices();
  const [opened, setOpened] = React.useState<ReadonlyMap<QuarterCode, readonly ReportRow[]>>(new Map());
  const [loading, setLoading] = React.useState(false);
  const [error, setError] = React.useState<unknown>(undefined);
  const mounted = useMounted();
  const next = quarters.find(quarter => !opened.has(quarter.quarter)) ?? null;
  const more = (): void => {
    if (!next || loading) return;
    setLoading(true);
    setError(undefined);
    plan.readCheckIns(keyResult, next.quarter).then(
      ({ checkIns }) => {
        if (!mounted.current) return;
        const rows = reportRows(keyResult, checkIns, next.base, quarterEnds);
        setOpened(before => new Map(before).set(next.quarter, rows));
        setLoading(false);
      },
      (failure: unknown) => {
        if (!mounted.current) return;
        setError(failure);
        setLoading(false);
      }
    );
  };
  const rows = quarters.flatMap(quarter => opened.get(quarter.quarter) ?? []);
  return { rows, next, loading, error, more };
}
