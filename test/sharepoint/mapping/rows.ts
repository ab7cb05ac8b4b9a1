import type { FollowUpRows, PlanRows } from '../../../src/sharepoint/mapping/workspace';

/** Rows of a small, faultless site as REST gives them, for tests to spoil. Loose types: planners write what they like. */
export interface SiteRows {
  Plans: Record<string, unknown>[];
  Processes: Record<string, unknown>[];
  StrategicObjectives: Record<string, unknown>[];
  TacticalObjectives: Record<string, unknown>[];
  KeyResults: Record<string, unknown>[];
  Indicators: Record<string, unknown>[];
  Quarters: Record<string, unknown>[];
  ProgrammedTargets: Record<string, unknown>[];
  Cutoffs: Record<string, unknown>[];
  CheckIns: Record<string, unknown>[];
  Reviews: Record<string, unknown>[];
  Decisions: Record<string, unknown>[];
}

export const NOW = new Date('2023-10-05T15:42:00Z');

export const person = (id: number, name: string): Record<string, unknown> => ({
  Id: id, Name: `i:0#.f|membership|${name}@aci.example`, Title: `Profesional ${name}`, EMail: `${name}@aci.example`
});

export function keyResult(id: number, code: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    Id: id, Title: `Resultado ${code}`, Code: code, Key0: `2021-2023/${code}`, TacticalObjectiveId: 20, ProcessesId: [10, 11],
    Direction: 'Increase',
    Accumulation: 'Sum', Unit: 'cosas', Baseline: 0, Target: 15, CriticalLimit: null, Stages: null, Scale: null,
    StartDate: '2021-01-01T05:00:00Z',
    EndDate: '2023-12-31T05:00:00Z', Weight: 1, SameMeasureAsId: null, IndicatorId: null, Topics: [], SourceNote: null, Active: true,
    ...more
  };
}

export function checkIn(id: number, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    Id: id, 'odata.etag': '"1"', OData__UIVersionString: '1.0', KeyResultId: 30, ProcessId: 10, Quarter: '2023-T3', Value: 2,
    StagesDone: null,
    Confidence: 'Alta', Narrative: 'Se avanzó', Obstacles: null, NextStep: null, Evidence: null, ReportedOn: '2023-10-02T14:00:00Z',
    Created: '2023-10-02T14:00:05Z', ClientKey: `key-${id}`, Author: person(5, 'coop'), ...more
  };
}

export function siteRows(): SiteRows {
  return {
    Plans: [{
      Id: 1, Title: 'Plan', Code: '2021-2023', StartDate: '2021-01-01T05:00:00Z', EndDate: '2023-12-31T05:00:00Z', GreenFrom: 0.9,
      YellowFrom: 0.6, GraceDays: 10
    }],
    Processes: [
      {
        Id: 10, Title: 'COOP', Order0: 2, Members: [person(5, 'coop')], Leader: person(6, 'lider'),
        OperativePlanUrl: { Url: 'https://x/y', Description: 'Plan' }
      },
      { Id: 11, Title: 'GCI', Order0: 1, Members: [], Leader: null, OperativePlanUrl: null }
    ],
    StrategicObjectives: [
      { Id: 15, Title: 'Cooperación', Code: 'OE1', Key0: '2021-2023/OE1', PlanId: 1, Weight: 1, Order0: 1, Statement: 'Articular…' }
    ],
    TacticalObjectives: [
      {
        Id: 20, Title: 'Social', Code: 'OE1-OT1', Key0: '2021-2023/OE1-OT1', StrategicObjectiveId: 15, Weight: 1, Order0: 1,
        Statement: 'Internacionalizar…'
      }
    ],
    KeyResults: [keyResult(30, 'OE1-OT1-R1')],
    Indicators: [{ Id: 40, Code: '1.3.4' }],
    Quarters: ['2023-T2', '2023-T3', '2023-T4'].map((code, index) => ({
      Id: 50 + index, Title: code, Key0: `2021-2023/${code}`, PlanId: 1, State: index === 0 ? 'closed' : 'open', ClosedOn: null,
      StartDate: `2023-${String(4 + index * 3).padStart(2, '0')}-01T05:00:00Z`,
      EndDate: ['2023-06-30', '2023-09-30', '2023-12-31'][index] + 'T05:00:00Z'
    })),
    ProgrammedTargets: [{ Id: 60, KeyResultId: 30, Quarter: '2023-T4', Value: 15 }],
    Cutoffs: [{
      Id: 70, KeyResultId: 30, Quarter: '2023-T2', Value: 7, Progress: 0.47, Expected: 0.8, Light: 'rojo', Confidence: 'Media',
      Target: 15, Baseline: 0,
      YearSum: null, PastYears: null, StagesDone: null, LastReportedOn: '2023-07-01T10:00:00Z', LastCheckInId: 3, LastQuarter: '2023-T2',
      LastProcess: 'GCI',
      Reports: 4, Trail: '0.1;;0.47'
    }],
    CheckIns: [checkIn(80)],
    Reviews: [],
    Decisions: [{
      Id: 95, Title: 'Contratar el apoyo', KeyResultId: 30, StrategicObjectiveId: null, DecidedOn: '2023-09-01T05:00:00Z', ResponsibleProcessId: 11,
      DueDate: '2023-10-15T05:00:00Z', State: 'Abierta', Detail: null, Created: '2023-09-01T15:00:00Z', 'odata.etag': '"1"'
    }]
  };
}

export const asPlanRows = (rows: SiteRows): PlanRows => rows as unknown as PlanRows;
export const asFollowUp = (rows: SiteRows): FollowUpRows => rows as unknown as FollowUpRows;
