/** Programmed targets, weights and changes of target: the same cases in memory and over HTTP. */
import type { CellEdit, Services, TargetRows, Workspace } from '../../src/application';
import {
  changeTarget, cutoffsOfClosedQuarters, finishChange, recordMissingChange, saveProgramme, unfinishedChange
} from '../../src/application';
import type { KeyResult } from '../../src/domain';
import { expectedOf } from '../../src/domain';
import { inMemoryServices } from '../support/in-memory-services';
import { contractSite } from './site';

const site = contractSite(true);
const memory = inMemoryServices();
const adapters: [string, (person: string) => Services][] = [
  ['in memory', person => memory.as(person)],
  ['on SharePoint', person => site.services(person)]
];

const read = (services: Services): Promise<Workspace> => services.plan.readWorkspace(services.now());
const rowsOf = (services: Services, workspace: Workspace): Promise<TargetRows> => services.targets.read(workspace.keyResults);

function find(workspace: Workspace, code: string): KeyResult {
  const keyResult = workspace.keyResults.find(one => one.code === code);
  if (!keyResult) throw new Error(code);
  return keyResult;
}

const programmed = (workspace: Workspace, code: string): Record<string, number> => Object.fromEntries(
  workspace.programmedTargets.filter(({ keyResult }) => keyResult === code).map(({ quarter, value }) => [quarter, value])
);

const kinds = (run: { outcomes: readonly { result: { kind: string } }[] }): string[] => run.outcomes.map(({ result }) => result.kind);
const cell = (keyResult: string, quarter: string | null, value: number | null): CellEdit => ({ keyResult, quarter, value });

describe.each(adapters)('%s', (name, as) => {
  const CODE = 'OE1-OT2-R5';

  test('programmed targets are added, changed and emptied, only those that differ, and change what is expected', async () => {
    const planner = as('planeacion');
    const workspace = await read(planner);
    const added = await saveProgramme(planner, workspace, await rowsOf(planner, workspace), [
      cell(CODE, '2021-T4', 5), cell(CODE, '2022-T4', 12.5), cell(CODE, '2023-T4', 30)
    ]);
    expect(kinds(added)).toEqual(['saved', 'saved', 'saved']);
    expect(programmed(added.workspace, CODE)).toEqual({ '2021-T4': 5, '2022-T4': 12.5, '2023-T4': 30 });
    expect(programmed(await read(planner), CODE)).toEqual({ '2021-T4': 5, '2022-T4': 12.5, '2023-T4': 30 });
    expect(expectedOf(find(workspace, CODE), '2022-12-31', added.workspace.programmedTargets)).toBeCloseTo(12.5 / 30, 12);
    if (name === 'on SharePoint') site.takeWrites();
    const changed = await saveProgramme(planner, added.workspace, added.rows, [
      cell(CODE, '2021-T4', 5), cell(CODE, '2022-T4', 14), cell(CODE, '2023-T4', null)
    ]);
    expect(kinds(changed)).toEqual(['saved', 'saved', 'saved']);
    if (name === 'on SharePoint') expect(site.takeWrites().filter(write => !write.endsWith('$batch'))).toHaveLength(2);
    expect(programmed(await read(planner), CODE)).toEqual({ '2021-T4': 5, '2022-T4': 14 });
    await saveProgramme(planner, changed.workspace, changed.rows, [cell(CODE, '2021-T4', null), cell(CODE, '2022-T4', null)]);
    expect(programmed(await read(planner), CODE)).toEqual({});
  });

  test('a cell that somebody changed meanwhile stays theirs and is told; kept, it is saved over theirs', async () => {
    const planner = as('planeacion');
    const workspace = await read(planner);
    const before = await rowsOf(planner, workspace);
    await saveProgramme(planner, workspace, before, [cell('OE2-OT1-R6', '2022-T4', 11), cell('OE2-OT1-R6', null, 3)]);
    const mine = [cell('OE2-OT1-R6', '2022-T4', 12), cell('OE2-OT1-R6', null, 2), cell('OE2-OT1-R6', '2023-T4', 20)];
    const run = await saveProgramme(planner, workspace, before, mine);
    expect(run.outcomes.map(({ result }) => result)).toEqual([{ kind: 'conflict', theirs: 11 }, { kind: 'conflict', theirs: 3 }, { kind: 'saved' }]);
    expect(programmed(run.workspace, 'OE2-OT1-R6')).toEqual({ '2022-T4': 11, '2023-T4': 20 });
    expect(find(run.workspace, 'OE2-OT1-R6').weight).toBe(3);
    const again = await saveProgramme(planner, run.workspace, run.rows, mine.slice(0, 2));
    expect(kinds(again)).toEqual(['saved', 'saved']);
    const now = await read(planner);
    expect([programmed(now, 'OE2-OT1-R6'), find(now, 'OE2-OT1-R6').weight]).toEqual([{ '2022-T4': 12, '2023-T4': 20 }, 2]);
    await saveProgramme(planner, now, again.rows, [...mine.map(edit => (edit.quarter ? { ...edit, value: null } : { ...edit, value: 1 }))]);
  });

  test('what cannot be programmed is refused cell by cell, the others are saved', async () => {
    const planner = as('planeacion');
    const workspace = await read(planner);
    const alias = workspace.keyResults.filter(({ sameMeasureAs }) => sameMeasureAs !== null)[0].code;
    const limit = workspace.keyResults.filter(({ direction }) => direction === 'AtMost')[0].code;
    const run = await saveProgramme(planner, workspace, await rowsOf(planner, workspace), [
      cell(alias, '2022-T4', 3), cell(limit, '2022-T4', 3), cell(CODE, '2024-T1', 3), cell('OE9-OT9-R9', '2022-T4', 3), cell(CODE, null, -1),
      cell(CODE, '2022-T1', Infinity), cell(CODE, '2022-T2', 8)
    ]);
    expect(run.outcomes.map(({ result }) => (result.kind === 'refused' ? result.why : result.kind))).toEqual(
      ['alias', 'limit', 'outside', 'unknown', 'invalid', 'invalid', 'saved']
    );
    await saveProgramme(planner, run.workspace, run.rows, [cell(CODE, '2022-T2', null)]);
  });

  test('staff are refused, by the list too', async () => {
    const workspace = await read(as('coop'));
    const rows = await rowsOf(as('coop'), workspace);
    await expect(saveProgramme(as('coop'), workspace, rows, [cell(CODE, '2022-T4', 3)])).rejects.toMatchObject({ kind: 'noAccess' });
    const { id } = find(workspace, CODE);
    const outcomes = await as('coop').targets.write([
      { kind: 'program', keyResultId: id, keyResult: CODE, quarter: '2022-T4', value: 3, key: `coop-${name}` },
      { kind: 'retarget', row: rows.keyResults.filter(({ code }) => code === CODE)[0], target: 1 }
    ]);
    expect(outcomes.map(outcome => (outcome.ok ? 'written' : outcome.error.kind))).toEqual(['noAccess', 'noAccess']);
  });

  test('a target changes with its history, and old cutoffs keep the old one', async () => {
    const planner = as('planeacion');
    const workspace = await read(planner);
    const keyResult = find(workspace, 'OE3-OT2-R4');
    const old = keyResult.target;
    const changed = await changeTarget(planner, workspace, {
      keyResult, newTarget: 48, reason: ' El comité la subió en septiembre. ', effectiveOn: '2023-09-12'
    });
    expect(find(changed, 'OE3-OT2-R4').target).toBe(48);
    const now = await read(planner);
    expect(find(now, 'OE3-OT2-R4').target).toBe(48);
    const { targetChanges, cutoffs } = await planner.plan.readHistory(keyResult);
    expect(targetChanges).toMatchObject([
      { oldTarget: old, newTarget: 48, reason: 'El comité la subió en septiembre.', effectiveOn: '2023-09-12', author: { name: 'Planeación' } }
    ]);
    expect(new Set(cutoffs.map(({ target }) => target))).toEqual(new Set([old]));
    // Closed anew, each quarter would freeze the target of its own time.
    const frozen = cutoffsOfClosedQuarters({
      ...now, keyResults: [find(now, 'OE3-OT2-R4')], quarters: now.quarters.map(quarter => ({ ...quarter, state: 'closed' as const })), checkIns: [],
      targetChanges
    });
    expect(frozen.map(({ quarter, target }) => [quarter, target]).slice(-3)).toEqual([['2023-T2', old], ['2023-T3', 48], ['2023-T4', 48]]);
    expect((await planner.plan.readTargetVersions(keyResult)).map(({ target }) => target)).toEqual([48, old]);
  });

  test('a change that was interrupted is found and finished, without a second row', async () => {
    const planner = as('planeacion');
    const workspace = await read(planner);
    const keyResult = find(workspace, 'OE2-OT1-R3');
    const change = { keyResult: keyResult.code, oldTarget: keyResult.target, newTarget: 900, reason: 'Comité.', effectiveOn: '2023-10-02' };
    await planner.targets.write([{ kind: 'record', keyResultId: keyResult.id, change, key: `interrupted-${name}` }]);
    const { targetChanges } = await planner.plan.readHistory(keyResult);
    expect(unfinishedChange(keyResult, targetChanges)).toMatchObject({ newTarget: 900 });
    await changeTarget(planner, workspace, { keyResult, newTarget: 900, reason: 'Comité.', effectiveOn: '2023-10-02' });
    const now = await read(planner);
    const after = await planner.plan.readHistory(keyResult);
    expect([find(now, keyResult.code).target, after.targetChanges.length]).toEqual([900, 1]);
    expect(unfinishedChange(find(now, keyResult.code), after.targetChanges)).toBeNull();
    // And back, so that the other cases find the plan as it was; by its own button this time.
    const back = { ...change, oldTarget: 900, newTarget: keyResult.target, effectiveOn: '2023-10-03' };
    await planner.targets.write([{ kind: 'record', keyResultId: keyResult.id, change: back, key: `back-${name}` }]);
    const [, unfinished] = (await planner.plan.readHistory(keyResult)).targetChanges;
    expect(find(await finishChange(planner, now, find(now, keyResult.code), unfinished), keyResult.code).target).toBe(keyResult.target);
  });

  test('somebody who was faster is a conflict, and nothing of the change is left in the history', async () => {
    const planner = as('planeacion');
    const workspace = await read(planner);
    const keyResult = find(workspace, 'OE2-OT1-R4');
    const row = (await rowsOf(planner, workspace)).keyResults.filter(({ code }) => code === keyResult.code)[0];
    const racing: Services = {
      ...planner,
      targets: {
        read: planner.targets.read,
        write: async (writes, onProgress) => {
          // Between the row of the history and the target, somebody edits the key result in the list.
          if (writes[0].kind === 'retarget') await planner.targets.write([{ kind: 'weigh', row, weight: 2 }]);
          return planner.targets.write(writes, onProgress);
        }
      }
    };
    const draft = { keyResult, newTarget: 90, reason: 'Comité.', effectiveOn: '2023-10-02' };
    await expect(changeTarget(racing, workspace, draft)).rejects.toMatchObject({ kind: 'conflict' });
    expect((await planner.plan.readHistory(keyResult)).targetChanges).toEqual([]);
    expect(find(await read(planner), keyResult.code).target).toBe(keyResult.target);
  });

  test.each([
    ['no reason', { reason: ' ' }, 'reasonMissing'],
    ['the target it has', { newTarget: 26 }, 'same'],
    ['a day to come', { effectiveOn: '2023-10-06' }, 'dayInFuture'],
    ['a day in a closed quarter', { effectiveOn: '2023-06-30' }, 'dayClosed']
  ])('a change with %s is refused before anything is sent', async (_what, changes, issue) => {
    const planner = as('planeacion');
    const workspace = await read(planner);
    const draft = { keyResult: find(workspace, 'OE1-OT4-R1'), newTarget: 30, reason: 'Comité.', effectiveOn: '2023-10-02', ...changes };
    await expect(changeTarget(planner, workspace, draft)).rejects.toMatchObject({ issues: [issue] });
  });

  test('the row of a change made in the list is written once', async () => {
    const planner = as('planeacion');
    const workspace = await read(planner);
    const keyResult = find(workspace, 'OE2-OT3-R1');
    const missing = { oldTarget: 90, newTarget: keyResult.target, effectiveOn: '2022-03-01' };
    await expect(recordMissingChange(planner, workspace, keyResult, missing, '')).rejects.toMatchObject({ issues: ['reasonMissing'] });
    await recordMissingChange(planner, workspace, keyResult, missing, 'Se ajustó en comité; faltaba la fila.');
    await recordMissingChange(planner, workspace, keyResult, missing, 'Se ajustó en comité; faltaba la fila.');
    expect((await planner.plan.readHistory(keyResult)).targetChanges).toMatchObject([missing]);
  });
});

test('rows of a thousand cells go out a hundred at a time', async () => {
  const planner = site.services('planeacion');
  const workspace = await read(planner);
  const sums = workspace.keyResults.filter(({ direction, sameMeasureAs }) => direction === 'Increase' && sameMeasureAs === null).slice(0, 25);
  const edits = sums.flatMap(({ code }) => workspace.quarters.slice(0, 9).map(({ code: quarter }, index) => cell(code, quarter, index + 0.5)));
  const rows = await rowsOf(planner, workspace);
  site.takeRequests();
  const progress: number[] = [];
  const run = await saveProgramme(planner, workspace, rows, edits, done => { progress.push(done); });
  expect(kinds(run).every(kind => kind === 'saved')).toBe(true);
  expect(site.takeRequests()).toHaveLength(2 + Math.ceil(edits.length / 100));
  expect(progress).toEqual([100, 200, 225]);
}, 60000);
