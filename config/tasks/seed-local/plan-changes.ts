import type { KeyResult } from '../../../src/domain';
import { formatScale, formatStages } from '../../../src/sharepoint/mapping/texts';
import { idOf, writtenDay } from '../../../src/sharepoint/mapping/row-reader';
import { sample, type SampleSite } from './sample-site';

/** What planners could have changed since the plan was loaded: stages and scales, a target with its history, programmed targets. */
export async function seedPlanChanges(site: SampleSite): Promise<void> {
  const { keyResults } = await site.workspace();
  const find = (code: string): KeyResult => {
    const keyResult = keyResults.find(one => one.code === code);
    if (!keyResult) throw new Error(`No key result ${code}`);
    return keyResult;
  };
  await seedOverrides(site, find);
  await seedTargetChanges(site, find);
  await seedProgrammedTargets(site, find);
}

type Find = (code: string) => KeyResult;

async function seedOverrides(site: SampleSite, find: Find): Promise<void> {
  await site.update('KeyResults', sample.keyResultOverrides
    .map(({ keyResult: code, set }) => ({ keyResult: find(code), set }))
    .filter(({ keyResult, set }) => (set.stages !== undefined && formatStages(set.stages) !== formatStages(keyResult.stages))
      || (set.scale !== undefined && formatScale(set.scale) !== formatScale(keyResult.scale))
      || (set.criticalLimit !== undefined && set.criticalLimit !== keyResult.criticalLimit))
    .map(({ keyResult, set }) => ({
      id: keyResult.id,
      row: {
        ...(set.stages === undefined ? {} : { Stages: formatStages(set.stages) }),
        ...(set.scale === undefined ? {} : { Scale: formatScale(set.scale) }),
        ...(set.criticalLimit === undefined ? {} : { CriticalLimit: set.criticalLimit })
      }
    })));
}

async function seedTargetChanges(site: SampleSite, find: Find): Promise<void> {
  const present = await site.rows('TargetChanges', ['Id', 'KeyResultId', 'NewTarget']);
  const changes = [...sample.targetChanges].sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn));
  for (const { keyResult: code, oldTarget, newTarget, reason, effectiveOn } of changes) {
    const keyResult = find(code);
    if (present.some(row => idOf(row.KeyResultId) === keyResult.id && row.NewTarget === newTarget)) continue;
    await site.update('KeyResults', [{ id: keyResult.id, row: { Target: newTarget } }]);
    await site.add('TargetChanges', [{
      Title: `${code}: ${oldTarget ?? '—'} → ${newTarget ?? '—'}`,
      KeyResultId: keyResult.id, OldTarget: oldTarget, NewTarget: newTarget, Reason: reason, EffectiveOn: writtenDay(effectiveOn)
    }]);
  }
}

async function seedProgrammedTargets(site: SampleSite, find: Find): Promise<void> {
  const present = await site.idsBy('ProgrammedTargets', 'Title');
  await site.add('ProgrammedTargets', sample.programmedTargets
    .map(({ keyResult, quarter, value }) => (
      { Title: `${keyResult} · ${quarter}`, KeyResultId: find(keyResult).id, Quarter: quarter, Value: value }
    ))
    .filter(({ Title }) => !present.has(Title)));
}
