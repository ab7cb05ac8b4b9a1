import type { IndicatorSeed, PlanSeed, RowIds, RowSource, SeedRow } from '../../application/set-up';
import type { ListName } from '../../domain';
import { writtenDay } from '../mapping/row-reader';
import { formatScale, formatStages } from '../mapping/texts';
import type { RowToWrite } from '../schema';

/** Columns of a row, or `null` while one of the ids it needs is not known yet. */
function whenKnown<L extends ListName>(
  ids: readonly (number | undefined)[], columns: (...known: number[]) => RowToWrite<L>
): RowToWrite<L> | null {
  const known = ids.filter((id): id is number => id !== undefined);
  return known.length === ids.length ? columns(...known) : null;
}

function source<L extends ListName>(
  list: L, rows: (idOf: (list: ListName, key: string) => number | undefined) => readonly { key: string; columns: RowToWrite<L> | null }[]
): RowSource {
  return {
    list,
    rows: (ids: RowIds): readonly SeedRow[] => rows((of, key) => ids.get(of)?.get(key))
  };
}

/** Rows of the plan and of the city's indicators, each list after those it points to. */
export function seedRows(seed: PlanSeed, indicators: readonly IndicatorSeed[]): RowSource[] {
  const { plan } = seed;
  const key = (code: string): string => `${plan.code}/${code}`;
  return [
    source('Plans', () => [{
      key: plan.code,
      columns: {
        Title: plan.title, Code: plan.code, Purpose: plan.purpose, Vision: plan.vision, Slogan: plan.slogan,
        StartDate: writtenDay(plan.startDate), EndDate: writtenDay(plan.endDate),
        GreenFrom: plan.greenFrom, YellowFrom: plan.yellowFrom, GraceDays: plan.graceDays
      }
    }]),
    source('Processes', () => seed.processes.map(({ code, order }) => ({ key: code, columns: { Title: code, Order0: order } }))),
    source('Quarters', idOf => seed.quarters.map(({ code, startDate, endDate, state }) => ({
      key: key(code),
      columns: whenKnown<'Quarters'>([idOf('Plans', plan.code)], PlanId => ({
        Title: code, Key0: key(code), PlanId, StartDate: writtenDay(startDate), EndDate: writtenDay(endDate), State: state
      }))
    }))),
    source('StrategicObjectives', idOf => seed.strategicObjectives.map(({ code, title, statement, order, weight }) => ({
      key: key(code),
      columns: whenKnown<'StrategicObjectives'>([idOf('Plans', plan.code)], PlanId => ({
        Title: title, Code: code, Key0: key(code), Statement: statement, Weight: weight, Order0: order, PlanId
      }))
    }))),
    source('TacticalObjectives', idOf => seed.tacticalObjectives.map(({ code, strategicObjective, title, statement, order, weight }) => ({
      key: key(code),
      columns: whenKnown<'TacticalObjectives'>([idOf('StrategicObjectives', key(strategicObjective))], StrategicObjectiveId => ({
        Title: title, Code: code, Key0: key(code), Statement: statement, StrategicObjectiveId, Weight: weight, Order0: order
      }))
    }))),
    source('Indicators', idOf => indicators.map(indicator => ({
      key: key(indicator.code),
      columns: whenKnown<'Indicators'>([idOf('Plans', plan.code)], PlanId => ({
        Title: indicator.title, Code: indicator.code, Key0: key(indicator.code), Kind: indicator.kind, Unit: indicator.unit,
        AccumulationForm: indicator.accumulationForm, Sense: indicator.sense, Baseline: indicator.baseline,
        PlanTarget: indicator.planTarget,
        Weight: indicator.weight, Program: indicator.program, PlanId
      }))
    }))),
    source('IndicatorYears', idOf => indicators.flatMap(({ code, years }) => years.map(({ year, target, achieved, cutMonth }) => ({
      key: key(`${code}/${year}`),
      columns: whenKnown<'IndicatorYears'>([idOf('Indicators', key(code))], IndicatorId => ({
        Title: key(`${code}/${year}`), IndicatorId, Year: year, Target: target, Achieved: achieved, CutMonth: cutMonth
      }))
    })))),
    keyResultRows(seed, key)
  ];
}

function keyResultRows(seed: PlanSeed, key: (code: string) => string): RowSource {
  return source('KeyResults', idOf => seed.keyResults.map(keyResult => {
    const { processes, indicator, sameMeasureAs } = keyResult;
    const needed = [
      idOf('TacticalObjectives', key(keyResult.tacticalObjective)),
      ...(indicator === null ? [] : [idOf('Indicators', key(indicator))]),
      ...(sameMeasureAs === null ? [] : [idOf('KeyResults', key(sameMeasureAs))]),
      ...processes.map(code => idOf('Processes', code))
    ];
    return {
      key: key(keyResult.code),
      columns: whenKnown<'KeyResults'>(needed, TacticalObjectiveId => ({
        Title: keyResult.title,
        Code: keyResult.code,
        Key0: key(keyResult.code),
        TacticalObjectiveId,
        ProcessesId: processes.map(code => idOf('Processes', code)).filter((id): id is number => id !== undefined),
        Direction: keyResult.direction,
        Accumulation: keyResult.accumulation,
        Unit: keyResult.unit,
        Baseline: keyResult.baseline,
        Target: keyResult.target,
        CriticalLimit: keyResult.criticalLimit,
        Stages: formatStages(keyResult.stages),
        Scale: formatScale(keyResult.scale),
        StartDate: writtenDay(keyResult.startDate),
        EndDate: writtenDay(keyResult.endDate),
        Weight: keyResult.weight,
        SameMeasureAsId: sameMeasureAs === null ? null : idOf('KeyResults', key(sameMeasureAs)) ?? null,
        IndicatorId: indicator === null ? null : idOf('Indicators', key(indicator)) ?? null,
        Topics: keyResult.topics,
        SourceNote: keyResult.sourceNote,
        Active: keyResult.active
      }))
    };
  }));
}
