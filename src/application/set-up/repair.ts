import { AppError } from '../errors';
import type { ListDefinition, SiteDefinition } from './definition';
import { reportDrift } from './drift';
import type { DriftFinding, DriftKind, RepairProgress, RepairResult } from './drift-report';
import { grantChanges } from './grants';
import type { ColumnMend, SetUpPort } from './port';

/** The set-up's own steps, which make what is missing. */
export interface RepairSteps {
  /** Makes one list, or what it lacks. */
  list(list: ListDefinition): Promise<void>;
  everything(): Promise<void>;
}

/** What others stand on comes first; the upgrade, which goes over everything, last. */
const ORDER: readonly DriftKind[] = [
  'groupMissing', 'siteAccessMissing', 'listMissing', 'inherits', 'roleMissing', 'roleSurplus', 'versioningOff', 'readSecurity', 'writeSecurity',
  'listRenamed', 'columnMissing', 'columnRenamed', 'uniqueMissing', 'restrictMissing', 'indexMissing', 'requiredMissing', 'choicesMissing',
  'viewMissing', 'viewEmpty', 'formattingMissing', 'formattingOutdated', 'formulaMissing', 'formulaOutdated', 'versionBehind'
];

const TRAITS: Partial<Record<DriftKind, ColumnMend['trait']>> = {
  uniqueMissing: 'unique', restrictMissing: 'restrictDelete', indexMissing: 'indexed', requiredMissing: 'required', choicesMissing: 'choices'
};

/** Mends findings one by one; what fails is told and does not keep the next from being mended. */
export async function repairDrift(
  port: SetUpPort, definition: SiteDefinition, steps: RepairSteps, findings: readonly DriftFinding[],
  onProgress: (progress: RepairProgress) => void
): Promise<RepairResult> {
  const { allowed } = await port.readAccess();
  if (!allowed) throw new AppError('noAccess');
  const due = findings.filter(({ repair }) => repair === 'safe').sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const failures: { finding: DriftFinding; error: AppError }[] = [];
  for (let index = 0; index < due.length; index++) {
    const finding = due[index];
    try {
      await mend(port, definition, steps, finding);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failures.push({ finding, error });
    }
    onProgress({ finding, done: index + 1, total: due.length });
  }
  return { failures, report: reportDrift(definition, await port.readSite()) };
}

async function mend(port: SetUpPort, definition: SiteDefinition, steps: RepairSteps, finding: DriftFinding): Promise<void> {
  if (finding.kind === 'versionBehind') return steps.everything();
  const group = definition.groups.find(({ key }) => key === finding.name);
  if (finding.kind === 'groupMissing' && group) {
    await port.createGroup(group.key);
    await port.grantOnSite(group.key);
    // A group that was made anew has its roles on the lists to get back.
    for (const list of definition.lists) await mendGrants(port, definition, list);
    return undefined;
  }
  if (finding.kind === 'siteAccessMissing' && group) return port.grantOnSite(group.key);
  const list = definition.lists.find(({ name }) => name === finding.list);
  if (!list) throw new AppError('unexpected', { detail: finding.id });
  return mendInList(port, definition, steps, list, finding);
}

async function mendInList(
  port: SetUpPort, definition: SiteDefinition, steps: RepairSteps, list: ListDefinition, finding: DriftFinding
): Promise<void> {
  const trait = TRAITS[finding.kind];
  if (trait) return port.mendColumns(list.name, [{ name: finding.name, trait }]);
  switch (finding.kind) {
    case 'listMissing': return steps.list(list);
    case 'versioningOff': case 'readSecurity': case 'writeSecurity': case 'listRenamed': return port.settleList(list.name);
    case 'inherits':
      await port.isolate(list.name);
      return mendGrants(port, definition, list);
    case 'roleMissing': case 'roleSurplus': return mendGrants(port, definition, list);
    case 'columnMissing':
      await port.createColumns(list.name, [finding.name]);
      await port.nameColumns(list.name, [finding.name], false);
      return port.dress(list.name, list.parts.filter(({ subject, name }) => subject === 'column' && name === finding.name).map(({ id }) => id));
    case 'columnRenamed':
      return port.nameColumns(list.name, finding.name === 'Title' ? [] : [finding.name], finding.name === 'Title');
    case 'viewMissing': case 'viewEmpty':
      await port.makeViews(list.name, [finding.name]);
      return port.dress(list.name, list.parts.filter(({ subject, name }) => subject === 'view' && name === finding.name).map(({ id }) => id));
    case 'formattingMissing': case 'formattingOutdated': case 'formulaMissing': case 'formulaOutdated':
      return port.dress(list.name, list.parts.map(({ id }) => id).filter(id => finding.id === `${finding.kind}:${partKey(finding, id)}`));
    default: throw new AppError('unexpected', { list: list.name, detail: finding.id });
  }
}

/** The part's share of a finding's id. */
function partKey({ list, name }: DriftFinding, part: string): string {
  return [list, name, part].filter(one => one !== '').join('.');
}

/** All of a list's roles at once: the second finding about them finds nothing left to do. */
async function mendGrants(port: SetUpPort, definition: SiteDefinition, list: ListDefinition): Promise<void> {
  const state = await port.readList(list.name);
  if (state === null || !state.isolated) return;
  const changes = grantChanges(definition.groups, list, state.grants);
  if (changes.length > 0) await port.changeGrants(list.name, changes);
}
