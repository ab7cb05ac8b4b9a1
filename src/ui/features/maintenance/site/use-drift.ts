import * as React from 'react';
import type { DriftFinding, DriftReport, RepairResult, SetUpProgress, SiteSetUp } from '../../../../application';
import { useMounted } from '../../../data/use-mounted';
import { useServices } from '../../../services';

export type DriftWork =
  | { readonly kind: 'checking' }
  | { readonly kind: 'idle' }
  | { readonly kind: 'repairing' | 'upgrading'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Drift {
  readonly work: DriftWork;
  readonly report: DriftReport | null;
  readonly access: Awaited<ReturnType<SiteSetUp['inspect']>> | null;
  readonly failures: RepairResult['failures'];
  readonly check: () => void;
  readonly repair: (findings: readonly DriftFinding[]) => void;
  readonly upgrade: () => void;
}

/** What differs from the schema, its repair, and the step to a new version. @param onChanged after anything was written */
export function useDrift(onChanged: () => void): Drift {
  const { setUp } = useServices();
  const [work, setWork] = React.useState<DriftWork>({ kind: 'checking' });
  const [report, setReport] = React.useState<DriftReport | null>(null);
  const [access, setAccess] = React.useState<Drift['access']>(null);
  const [failures, setFailures] = React.useState<RepairResult['failures']>([]);
  const mounted = useMounted();
  const run = React.useCallback((start: DriftWork, job: () => Promise<void>): void => {
    setWork(start);
    job().then(
      () => { if (mounted.current) setWork({ kind: 'idle' }); },
      (error: unknown) => { if (mounted.current) setWork({ kind: 'failed', error }); }
    );
  }, [mounted]);
  const read = React.useCallback(async (): Promise<void> => {
    const [inspected, drifted] = await Promise.all([setUp.inspect(), setUp.drift()]);
    if (!mounted.current) return;
    setAccess(inspected);
    setReport(drifted);
  }, [setUp, mounted]);
  const check = React.useCallback(() => {
    setFailures([]);
    run({ kind: 'checking' }, read);
  }, [read, run]);
  React.useEffect(check, [check]);
  return {
    work, report, access, failures, check,
    repair: (findings) => run({ kind: 'repairing', done: 0, total: findings.length }, async () => {
      const result = await setUp.repair(findings, ({ done, total }) => { if (mounted.current) setWork({ kind: 'repairing', done, total }); });
      if (mounted.current) {
        setReport(result.report);
        setFailures(result.failures);
      }
      onChanged();
    }),
    upgrade: () => run({ kind: 'upgrading', done: 0, total: 1 }, async () => {
      await setUp.run(({ done, total }: SetUpProgress) => { if (mounted.current) setWork({ kind: 'upgrading', done, total }); });
      await read();
      onChanged();
    })
  };
}
