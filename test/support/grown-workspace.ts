import type { Workspace } from '../../src/application';
import type { CheckIn, Cutoff, KeyResult } from '../../src/domain';

/** The plan grown to many key results: copies of its own, in its own objectives, with check-ins spread over the open quarters. */
export function grown(workspace: Workspace, count: number, reports: number): Workspace {
  const keyResults: KeyResult[] = [];
  const cutoffs: Cutoff[] = [];
  const own = new Map(workspace.cutoffs.map(cutoff => [cutoff.keyResult, cutoff]));
  for (let n = 0; n < count; n++) {
    const original = workspace.keyResults[n % workspace.keyResults.length];
    const round = Math.floor(n / workspace.keyResults.length);
    const code = round === 0 ? original.code : `${original.code}x${round}`;
    keyResults.push({ ...original, id: n + 1, code, key: `${workspace.plan.code}/${code}`, order: n, sameMeasureAs: round === 0 ? original.sameMeasureAs : null });
    const cutoff = own.get(original.code);
    if (cutoff) cutoffs.push({ ...cutoff, id: n + 1, keyResult: code });
  }
  const reporting = keyResults.filter(({ sameMeasureAs }) => sameMeasureAs === null);
  const checkIns: CheckIn[] = [];
  for (let n = 0; n < reports; n++) {
    const keyResult = reporting[n % reporting.length];
    const from = workspace.checkIns[n % workspace.checkIns.length];
    checkIns.push({ ...from, id: n + 1, keyResult: keyResult.code, process: keyResult.processes[0] || null, clientKey: `scale-${n}` });
  }
  return { ...workspace, keyResults, cutoffs, checkIns };
}
