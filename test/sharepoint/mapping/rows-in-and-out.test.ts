import { accumulate, type CheckIn, cutoffsAt, type KeyResult, NOTHING, type Problem } from '../../../src/domain';
import { mapCutoffs, cutoffRow } from '../../../src/sharepoint/mapping/cutoffs';
import { mapIndicator, mapTargetChanges } from '../../../src/sharepoint/mapping/history';
import { compareCodes } from '../../../src/sharepoint/mapping/codes';
import { dayOf, instantOf, writtenDay } from '../../../src/sharepoint/mapping/row-reader';
import { mapPlanRows } from '../../../src/sharepoint/mapping/workspace';
import { asPlanRows, NOW, siteRows } from './rows';

describe('days', () => {
  // Midnight of 1 January 2021 in sites of these time zones, as SharePoint gives it.
  test.each([
    ['Bogotá', '2021-01-01T05:00:00Z'], ['UTC', '2021-01-01T00:00:00Z'], ['Los Ángeles', '2021-01-01T08:00:00Z'],
    ['Madrid', '2020-12-31T23:00:00Z'],
    ['Tokio', '2020-12-31T15:00:00Z'], ['plain', '2021-01-01']
  ])('are read right whatever the site’s time zone: %s', (_zone, value) => expect(dayOf(value)).toBe('2021-01-01'));

  test('are written so that every time zone keeps them', () => {
    const written = Date.parse(writtenDay('2021-01-01') as string);
    for (const hours of [-11, -8, -5, 0, 1, 5.5, 9, 11]) {
      expect(new Date(written + hours * 3600000).toISOString().slice(0, 10)).toBe('2021-01-01');
    }
    expect(dayOf(writtenDay('2021-01-01'))).toBe('2021-01-01');
    expect(writtenDay(null)).toBeNull();
  });

  test.each([['x'], [''], [null], [{}], ['2021-02-31x']])('no day: %j', value => expect(dayOf(value)).toBeNull());
});

test('moments come in one form, so that they sort as text', () => {
  expect(instantOf('2023-10-02T09:00:00-05:00')).toBe('2023-10-02T14:00:00Z');
  expect(instantOf('2023-10-02T14:00:00.000Z')).toBe('2023-10-02T14:00:00Z');
  expect(instantOf('nunca')).toBeNull();
});

test('codes sort by their numbers', () => {
  expect(['OE1-OT10-R1', 'OE1-OT2-R10', 'OE1-OT2-R9', 'OE1-OT2', 'OE1'].sort(compareCodes)).toEqual(
    ['OE1', 'OE1-OT2', 'OE1-OT2-R9', 'OE1-OT2-R10', 'OE1-OT10-R1']
  );
});

describe('cutoffs', () => {
  const plan = mapPlanRows(asPlanRows(siteRows()), NOW);
  if (!plan) throw new Error('no plan');
  const base = plan.content.keyResults[0];
  const perYear: KeyResult = { ...base, accumulation: 'SumPerYear' };
  const milestone: KeyResult = {
    ...base, direction: 'Milestone', accumulation: 'Latest', target: null, stages: [{ weight: 1, text: 'a' }, { weight: 2, text: 'b' }]
  };

  const report = (id: number, quarter: string, value: number | null, stagesDone: number[] = []): CheckIn => ({
    id, etag: '', version: '1.0', keyResult: base.code, process: 'COOP', quarter, value, stagesDone, confidence: 'Media', narrative: '',
    obstacles: '', nextStep: '',
    evidence: [], reportedOn: `${quarter.slice(0, 4)}-06-01T00:00:00Z`, clientKey: '', author: null, review: 'pending', reviewNote: ''
  });

  const setting = { active: false, weight: 2, tacticalWeight: 0.25, strategicWeight: 3, processes: ['COOP', 'COM'], greenFrom: 0.9, yellowFrom: 0.6 };

  /** The state as it is read back from the row it was written as. */
  function through(keyResult: KeyResult, quarter: string, checkIns: CheckIn[]): ReturnType<typeof mapCutoffs>[0] {
    const accumulated = accumulate(keyResult, checkIns);
    const row = cutoffRow(
      {
        keyResult: keyResult.code, quarter, accumulated, progress: 0.5, expected: 0.75, light: 'amarillo', target: 15, baseline: 0,
        trail: [null, 0.25, 0.5], setting
      },
      keyResult
    );
    const problems: Problem[] = [];
    const [cutoff] = mapCutoffs(
      [{ ...row, Id: 7 }], { keyResults: [keyResult], keyResultCodes: new Map([[keyResult.id, keyResult.code]]), quarters: null },
      problems
    );
    expect(problems).toEqual([]);
    expect(cutoff).toEqual({
      id: 7, keyResult: keyResult.code, quarter, accumulated: cutoff.accumulated, progress: 0.5, expected: 0.75, light: 'amarillo',
      target: 15, baseline: 0,
      trail: [null, 0.25, 0.5], setting
    });
    return cutoff;
  }

  test.each<[string, KeyResult, string, CheckIn[]]>([
    ['a sum', base, '2021-T4', [report(1, '2021-T1', 2), report(2, '2021-T3', 5)]],
    ['nothing yet', base, '2021-T1', []],
    ['a sum per year in its year', perYear, '2022-T2', [report(1, '2021-T2', 15), report(2, '2022-T1', 4)]],
    ['a sum per year without a report in its year', perYear, '2023-T1', [report(1, '2021-T2', 15), report(2, '2022-T1', 4)]],
    ['stages', milestone, '2021-T2', [report(1, '2021-T1', null, [2])]]
  ])('hold all that folding goes on from: %s', (_name, keyResult, quarter, checkIns) => {
    const cutoff = through(keyResult, quarter, checkIns);
    const later = [report(9, '2023-T3', 3, [1, 2])];
    expect(accumulate(keyResult, later, cutoff.accumulated)).toEqual(accumulate(keyResult, [...checkIns, ...later]));
    expect(cutoff.accumulated).toEqual(checkIns.length === 0 ? NOTHING : accumulate(keyResult, checkIns));
  });

  test('have a key that finds a key result’s history', () => {
    const [frozen] = cutoffsAt({
      ...plan.content, keyResults: [base], quarter: plan.content.quarters[0], previous: [],
      previousQuarter: null,
      checkIns: [], programmedTargets: []
    });
    expect(cutoffRow(frozen, base)).toMatchObject(
      { Key0: '2021-2023/OE1-OT1-R1/2023-T2', Title: 'OE1-OT1-R1 · 2023-T2', Light: 'sinDato', Value: null, YearSum: null }
    );
  });
});

describe('target changes', () => {
  const keyResult = { ...(mapPlanRows(asPlanRows(siteRows()), NOW)?.content.keyResults[0] as KeyResult), target: 26 };
  const change = (id: number, from: number, to: number, day: string): Record<string, unknown> => ({
    Id: id, KeyResultId: keyResult.id, OldTarget: from, NewTarget: to, Reason: 'Porque sí', EffectiveOn: `${day}T05:00:00Z`,
    Created: '2022-03-01T15:00:00Z'
  });

  test('are in the order they took effect', () => {
    const problems: Problem[] = [];
    const changes = mapTargetChanges([change(1, 10, 26, '2022-05-01'), change(2, 7, 10, '2022-01-01')], keyResult, null, problems);
    expect(changes.map(({ newTarget, effectiveOn }) => [newTarget, effectiveOn])).toEqual([[10, '2022-01-01'], [26, '2022-05-01']]);
    expect(problems).toEqual([]);
  });

  test.each<[string, Record<string, unknown>[], number | null, number]>([
    ['the last change led elsewhere', [change(1, 7, 25, '2022-01-01')], null, 1],
    ['no change, but the last cutoff had another', [], 7, 1],
    ['no change, and the last cutoff had the same', [], 26, 0]
  ])('tell a target that was edited without one: %s', (_name, rows, frozen, problemCount) => {
    const problems: Problem[] = [];
    mapTargetChanges(rows, keyResult, frozen === null ? null : { target: frozen } as Parameters<typeof mapTargetChanges>[2], problems);
    expect(problems.map(({ kind, column, rowId }) => [kind, column, rowId])).toEqual(
      Array(problemCount).fill(['targetWithoutHistory', 'Target', keyResult.id])
    );
  });

  test('without a day took effect when they were written', () => {
    const problems: Problem[] = [];
    const changes = mapTargetChanges([{ ...change(1, 7, 26, ''), EffectiveOn: null }], keyResult, null, problems);
    expect(changes[0].effectiveOn).toBe('2022-03-01');
    expect(problems).toMatchObject([{ kind: 'empty', column: 'EffectiveOn', severity: 'warning' }]);
  });
});

test('an indicator’s −1 and −2 are no numbers, and years are told apart', () => {
  const problems: Problem[] = [];
  const indicator = mapIndicator(
    [
      { Id: 2, Title: 'Otro', Plan: { Code: '2024-2027' } },
      {
        Id: 3, Title: 'Monto', Kind: 'resultado', AccumulationForm: 'no acumulado', Baseline: -1, PlanTarget: 30,
        Plan: { Code: '2021-2023' }
      }
    ],
    [
      { Id: 5, IndicatorId: 3, Year: 2022, Target: 7, Achieved: -2, CutMonth: 12 },
      { Id: 4, IndicatorId: 3, Year: 2021, Target: 6.5, Achieved: 8.319, CutMonth: 8 },
      { Id: 6, IndicatorId: 3, Year: 2021, Target: 1, Achieved: 1 }, { Id: 7, IndicatorId: 2, Year: 2023, Achieved: 5 },
      { Id: 8, IndicatorId: 3, Year: null }
    ],
    '1.3.4', '2021-2023', problems
  );
  expect(indicator).toMatchObject({ title: 'Monto', kind: 'Resultado', accumulationForm: 'NoA', baseline: null, planTarget: 30 });
  expect(indicator?.years).toEqual([
    { year: 2021, target: 6.5, achieved: 8.319, missing: null, cutMonth: 8 },
    { year: 2022, target: 7, achieved: null, missing: 'noData', cutMonth: 12 }
  ]);
  expect(problems.map(({ kind, rowId }) => [kind, rowId])).toEqual([['duplicateCode', 6], ['empty', 8]]);
  expect(mapIndicator([], [], '9', '2021-2023', problems)).toBeNull();
});
