import { attention, distanceToExpected } from '../../src/domain';
import type { AttentionInput, Decision, KeyResultStatus, Light } from '../../src/domain';
import { checkIn, keyResult, state } from './fixtures';

interface Figures { light: Light; progress: number | null; expected: number | null }

function status(code: string, figures: Partial<Figures> & Parameters<typeof keyResult>[0] = {}, over: Partial<KeyResultStatus> = {}): KeyResultStatus {
  const { light = 'verde', progress = 0.9, expected = 0.9, ...rest } = figures;
  return {
    keyResult: keyResult({ code, ...rest }), accumulated: state(), value: 1, progress, expected, light, ratio: null, coverage: true,
    stale: false, unapproved: 0, unapprovedValue: 0, trail: [], aliasOf: null, ...over
  };
}

function found(statuses: KeyResultStatus[], over: Partial<AttentionInput> = {}): ReturnType<typeof attention> {
  return attention({
    statuses: new Map(statuses.map(one => [one.keyResult.code, one])), checkIns: [], decisions: [], today: '2023-10-05', ...over
  });
}

const codes = (statuses: readonly KeyResultStatus[]): string[] => statuses.map(({ keyResult: { code } }) => code);

describe('the ranking', () => {
  it('is by distance × weight, red and yellow only', () => {
    const { atRisk } = found([
      status('A', { light: 'amarillo', progress: 0.7, expected: 0.9 }),
      status('B', { light: 'rojo', progress: 0.2, expected: 0.9 }),
      status('C', { light: 'amarillo', progress: 0.6, expected: 0.9, weight: 3 }),
      status('D', { light: 'verde', progress: 0.8, expected: 0.9 }),
      status('E', { light: 'desactualizado', progress: 0.1, expected: 0.9 })
    ]);
    expect(atRisk.map(({ status: one, score }) => [one.keyResult.code, Number(score.toFixed(2))])).toEqual([['C', 0.9], ['B', 0.7], ['A', 0.2]]);
  });

  it('holds both shares to 0…1, so that neither a programme above the target nor a fall below 0 makes it more', () => {
    expect(distanceToExpected({ progress: -2, expected: 1.5 })).toBe(1);
    expect(distanceToExpected({ progress: 1.4, expected: 0.9 })).toBe(0);
    expect(distanceToExpected({ progress: null, expected: 0.9 })).toBe(0);
  });

  it('puts the worse light first among equals, then the plan’s order', () => {
    const { atRisk } = found([
      status('A', { light: 'amarillo', progress: 2 / 3, expected: 1 }), status('B', { light: 'rojo', progress: 0, expected: 1 / 3 }),
      status('C', { light: 'rojo', progress: 0, expected: 1 / 3 })
    ]);
    expect(codes(atRisk.map(one => one.status))).toEqual(['B', 'C', 'A']);
  });

  it('names a measure that two places show once', () => {
    const { atRisk } = found([
      status('A', { light: 'rojo', progress: 0.1 }), status('B', { light: 'rojo', progress: 0.1 }, { aliasOf: 'A' })
    ]);
    expect(codes(atRisk.map(one => one.status))).toEqual(['A']);
  });
});

describe('the rest', () => {
  it('is told apart', () => {
    const nobody = { reports: 0, lastQuarter: null, lastReportedOn: null, lastCheckInId: null };
    const result = found([
      status('unsure', {}, { accumulated: state({ confidence: 'Baja' }) }),
      status('sure', {}, { accumulated: state({ confidence: 'Alta' }) }),
      status('stale', { light: 'desactualizado' }),
      status('silent', { light: 'sinDato', progress: null }, { coverage: false, accumulated: state(nobody) }),
      status('not begun', { light: 'sinDato', progress: null, start: '2023-11-01' }, { coverage: false, accumulated: state(nobody) }),
      status('orphan', { light: 'sinDato', progress: null, processes: [] }, { coverage: false, accumulated: state(nobody) }),
      status('aimless', { light: 'sinMeta', expected: null }),
      status('gone', { light: 'sinMeta', expected: null, processes: [], active: false })
    ]);
    expect(codes(result.lowConfidence)).toEqual(['unsure']);
    expect(codes(result.stale)).toEqual(['stale']);
    expect(codes(result.neverReported)).toEqual(['silent']);
    expect(codes(result.withoutResponsible)).toEqual(['orphan']);
    expect(codes(result.withoutTarget)).toEqual(['aimless']);
    expect(result.atRisk).toEqual([]);
  });

  it('lists returned reports of key results there are', () => {
    const { returned } = found([status('A')], {
      checkIns: [
        checkIn({ id: 9, keyResult: 'A', review: 'returned' }), checkIn({ id: 8, keyResult: 'A', review: 'returned' }),
        checkIn({ id: 7, keyResult: 'A', review: 'approved' }), checkIn({ id: 6, keyResult: 'unknown', review: 'returned' })
      ]
    });
    expect(returned.map(({ checkIn: { id } }) => id)).toEqual([8, 9]);
  });

  it('lists open decisions from the day after they were due', () => {
    const decision = (id: number, due: string | null, state_: Decision['state'] = 'Abierta'): Decision => ({
      id, etag: '', title: '', detail: '', keyResult: null, strategicObjective: null, decidedOn: '2023-01-01', responsible: null, due, state: state_
    });
    const { overdueDecisions } = found([], {
      decisions: [
        decision(1, '2023-10-04'), decision(2, '2023-10-05'), decision(3, null), decision(4, '2023-09-01', 'Cumplida'), decision(5, '2023-09-01')
      ]
    });
    expect(overdueDecisions.map(({ id }) => id)).toEqual([5, 1]);
  });
});
