import type { DriftFinding, DriftReport, SiteSetUp } from '../../../src/application';
import { AppError } from '../../../src/application';

/** Findings of every severity, for screens that show them: some can be mended, some are left to people. */
export const SAMPLE_DRIFT: readonly DriftFinding[] = [
  {
    id: 'columnMissing:KeyResults.Target', kind: 'columnMissing', severity: 'error', list: 'KeyResults', listTitle: 'Resultados clave',
    subject: 'column', name: 'Target', title: 'Meta', expected: 'Meta', found: '', repair: 'safe'
  },
  {
    id: 'columnType:CheckIns.Value', kind: 'columnType', severity: 'error', list: 'CheckIns', listTitle: 'Reportes de avance',
    subject: 'column', name: 'Value', title: 'Valor', expected: 'Number', found: 'Text', repair: 'dataAtRisk'
  },
  {
    id: 'roleSurplus:Reviews.processes.contribute', kind: 'roleSurplus', severity: 'error', list: 'Reviews', listTitle: 'Revisiones',
    subject: 'permission', name: 'processes', title: 'OKR Procesos', expected: 'read', found: 'contribute', repair: 'safe'
  },
  {
    id: 'indexMissing:CheckIns.Quarter', kind: 'indexMissing', severity: 'warning', list: 'CheckIns', listTitle: 'Reportes de avance',
    subject: 'column', name: 'Quarter', title: 'Trimestre', expected: '', found: '', repair: 'safe'
  },
  {
    id: 'formattingMissing:Cutoffs.column.Light', kind: 'formattingMissing', severity: 'warning', list: 'Cutoffs', listTitle: 'Cortes',
    subject: 'column', name: 'Light', title: 'Semáforo', expected: '', found: '', repair: 'safe'
  },
  {
    id: 'columnRenamed:Quarters.State', kind: 'columnRenamed', severity: 'info', list: 'Quarters', listTitle: 'Trimestres',
    subject: 'column', name: 'State', title: 'Situación', expected: 'Estado', found: 'Situación', repair: 'onPurpose'
  }
];

/** Drift of a site in memory: findings that repairing takes away. `findings` is read on every call, so that a test may change it. */
export interface InMemoryDrift {
  findings: readonly DriftFinding[];
  /** Findings whose repair fails, by id. */
  readonly failing: Map<string, AppError>;
}

/**
 * @param run performs an operation as a request: counted, and failing where a test ordered a fault
 * @param allowed whether the person may set the site up
 */
export function driftOf(
  state: InMemoryDrift, run: <T>(operation: 'setUp.drift' | 'setUp.repair', action: () => T) => Promise<T>, allowed: () => boolean
): Pick<SiteSetUp, 'drift' | 'repair'> {
  const report = (): DriftReport => (
    { findings: state.findings, checked: { lists: 14, columns: 141, views: 54 }, version: { site: 2, delivered: 2 } }
  );
  return {
    drift: () => run('setUp.drift', report),
    repair: async (findings, onProgress) => {
      const done = await run('setUp.repair', () => {
        if (!allowed()) throw new AppError('noAccess', { status: 403 });
        const ids = new Set(findings.filter(({ repair }) => repair === 'safe').map(({ id }) => id));
        const asked = state.findings.filter(({ id }) => ids.has(id));
        asked.forEach((finding, index) => onProgress({ finding, done: index + 1, total: asked.length }));
        state.findings = state.findings.filter(({ id }) => !ids.has(id) || state.failing.has(id));
        return asked;
      });
      // Outside the copy that a request's result is: an error keeps its class.
      const failures = done.flatMap(finding => {
        const error = state.failing.get(finding.id);
        return error ? [{ finding, error }] : [];
      });
      return { failures, report: report() };
    }
  };
}
