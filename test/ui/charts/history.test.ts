import * as fc from 'fast-check';
import { layoutHistory } from '../../../src/ui/charts/history-layout';
import { placeExpected, placeValue, spread } from '../../../src/ui/charts/label-placement';
import type { PlacedText } from '../../../src/ui/charts/label-placement';
import type { HistoryLabels } from '../../../src/ui/charts/history-layout';
import { historyModel } from '../../../src/ui/charts/history-model';
import type { HistoryModel, HistoryModelInput } from '../../../src/ui/charts/history-model';
import { quarterFigures } from '../../../src/ui/charts/quarter-figures';
import { expectedOf } from '../../../src/domain';
import type { CheckIn, Direction, KeyResult } from '../../../src/domain';
import { checkIn, cutoffs, keyResult, quarters } from './fixtures';

const TODAY = '2023-10-05';
const LABELS: HistoryLabels = {
  tick: String,
  value: value => String(value),
  target: value => `Meta ${value}`,
  projection: value => `Proyección ${Math.round(value)}`,
  criticalLimit: value => `Límite ${value}`,
  expected: 'Esperado',
  today: 'Hoy'
};

function model(
  subject: KeyResult,
  closed: Readonly<Record<string, readonly CheckIn[]>>,
  open: readonly CheckIn[],
  more: Partial<HistoryModelInput> = {}
): HistoryModel {
  const base = Object.keys(closed).sort().pop() ?? '';
  const figures = quarterFigures({
    keyResult: subject,
    cutoffs: cutoffs(subject, closed),
    quarters: quarters(base),
    checkIns: open,
    programmed: more.programmed ?? [],
    today: TODAY
  });
  return historyModel({
    keyResult: subject,
    figures,
    quarters: quarters(base),
    targetSteps: subject.target === null ? [] : [{ from: subject.start, value: subject.target }],
    programmed: [],
    today: TODAY,
    light: 'verde',
    ...more
  });
}

const points = (history: HistoryModel): [string, number][][] => history.actual.map(stretch => stretch.map(point => [point.day, point.y]));

describe('figures per quarter', () => {
  it('takes closed quarters as frozen and folds open ones on from the last cutoff', () => {
    const subject = keyResult();
    const closed = cutoffs(subject, { '2023-T1': [checkIn('2023-T1', 20)], '2023-T2': [checkIn('2023-T2', 2)] }, quarter => ({
      progress: quarter === '2023-T1' ? 0.7 : 0.8,
      target: 26
    }));
    const figures = quarterFigures({
      keyResult: subject,
      cutoffs: closed,
      quarters: quarters('2023-T2').filter(quarter => quarter.code >= '2023-T1'),
      checkIns: [checkIn('2023-T3', 1), checkIn('2023-T4', 0.5)],
      programmed: [],
      today: TODAY
    });
    expect(figures.map(figure => [figure.quarter, figure.at, figure.value, figure.closed, figure.reports])).toEqual([
      ['2023-T1', '2023-03-31', 20, true, 1],
      ['2023-T2', '2023-06-30', 22, true, 1],
      ['2023-T3', '2023-09-30', 23, false, 1],
      ['2023-T4', TODAY, 23.5, false, 1]
    ]);
    expect(figures[1].progress).toBe(0.8);
    expect(figures[2].progress).toBeCloseTo(23 / 26);
    expect(figures[2].light).toBeNull();
  });

  it('says null, not 0, until somebody reports', () => {
    const figures = quarterFigures({
      keyResult: keyResult(),
      cutoffs: [],
      quarters: quarters(''),
      checkIns: [],
      programmed: [],
      today: TODAY
    });
    expect(figures).toHaveLength(12);
    expect(figures.every(figure => figure.value === null && figure.progress === null)).toBe(true);
  });
});

describe('history model', () => {
  it('draws a sum from nothing at the start of its first quarter with a report', () => {
    const history = model(keyResult(), { '2021-T1': [], '2021-T2': [checkIn('2021-T2', 5)], '2021-T3': [] }, []);
    expect(points(history)[0].slice(0, 3)).toEqual([
      ['2021-04-01', 0],
      ['2021-06-30', 5],
      ['2021-09-30', 5]
    ]);
  });

  it('starts a sum per year again each January, and its expectation too', () => {
    const subject = keyResult({ accumulation: 'SumPerYear', target: 4 });
    const history = model(
      subject,
      { '2021-T4': [checkIn('2021-T4', 3)], '2022-T1': [checkIn('2022-T1', 1)], '2022-T4': [checkIn('2022-T4', 1)], '2023-T1': [] },
      []
    );
    expect(points(history)).toEqual([
      [
        ['2021-01-01', 0],
        ['2021-12-31', 3]
      ],
      [
        ['2022-01-01', 0],
        ['2022-03-31', 1],
        ['2022-12-31', 2]
      ],
      // Reported on before, nothing yet this year: 0, not what stood in December.
      [
        ['2023-01-01', 0],
        ['2023-03-31', 0],
        ['2023-06-30', 0],
        ['2023-09-30', 0]
      ]
    ]);
    expect(history.expected.map(line => line[line.length - 1].y)).toEqual([4, 4, 4]);
    expect(history.expected.map(line => line[0].y < 0.1)).toEqual([true, true, true]);
    expect(history.projection).toBeNull();
  });

  it('adds the running quarter once somebody reports in it', () => {
    const history = model(keyResult(), { '2023-T2': [checkIn('2023-T2', 22)] }, [checkIn('2023-T4', 1)]);
    expect(points(history)[0].slice(-2)).toEqual([
      ['2023-09-30', 22],
      [TODAY, 23]
    ]);
  });

  it('follows the target as it changed, and expects against the one that held', () => {
    const history = model(keyResult(), { '2021-T1': [checkIn('2021-T1', 2)] }, [], {
      targetSteps: [
        { from: '2021-01-01', value: 7 },
        { from: '2022-02-15', value: 26 }
      ]
    });
    expect(history.target).toEqual([
      { from: '2021-01-01', to: '2022-02-15', y: 7 },
      { from: '2022-02-15', to: '2023-12-31', y: 26 }
    ]);
    expect(history.expected).toHaveLength(2);
    expect(history.expected[0][1].y).toBeCloseTo(7 * (411 / 1095), 1);
    expect(history.expected[1][0].y).toBeCloseTo(26 * (411 / 1095), 1);
    expect(history.expected[1][1].y).toBe(26);
  });

  it('draws programmed targets in place of the straight line', () => {
    const programmed = [
      { id: 1, keyResult: 'OE1-OT4-R1', quarter: '2021-T4', value: 4 },
      { id: 2, keyResult: 'OE1-OT4-R1', quarter: '2022-T4', value: 20 },
      { id: 3, keyResult: 'OTHER', quarter: '2022-T2', value: 99 }
    ];
    const history = model(keyResult(), {}, [], { programmed });
    expect(history.expectedProgrammed).toBe(true);
    expect(history.even.length).toBeGreaterThan(0);
    expect(history.expected).toEqual([
      [
        { day: '2021-01-01', y: 0, quarter: null },
        { day: '2021-12-31', y: 4, quarter: null },
        { day: '2022-12-31', y: 20, quarter: null },
        { day: '2023-12-31', y: 26, quarter: null }
      ]
    ]);
  });

  it('shows staying within a limit as the limit, the critical limit and no slope', () => {
    const subject = keyResult({ direction: 'AtMost', accumulation: 'Latest', unit: '%', baseline: null, target: 10, criticalLimit: 20 });
    const history = model(subject, { '2021-T4': [checkIn('2021-T4', 8)], '2022-T4': [checkIn('2022-T4', 12)] }, []);
    expect(history.expected).toEqual([]);
    expect(history.criticalLimit).toBe(20);
    expect(history.target).toEqual([{ from: '2021-01-01', to: '2023-12-31', y: 10 }]);
    expect(history.projection).toBeNull();
    expect(points(history)[0][0]).toEqual(['2021-12-31', 8]);
  });

  it('shows a milestone as the share delivered', () => {
    const subject = keyResult({
      direction: 'Milestone',
      accumulation: 'Latest',
      target: null,
      baseline: null,
      unit: '',
      stages: [
        { weight: 1, text: 'A' },
        { weight: 3, text: 'B' }
      ]
    });
    const closed = cutoffs(subject, { '2022-T1': [checkIn('2022-T1', null, { stagesDone: [1] })] }, () => ({ progress: 0.25 }));
    const figures = quarterFigures({
      keyResult: subject,
      cutoffs: closed,
      quarters: quarters('2022-T1'),
      checkIns: [checkIn('2022-T2', null, { stagesDone: [1, 2] })],
      programmed: [],
      today: TODAY
    });
    const history = historyModel({
      keyResult: subject,
      figures,
      quarters: quarters('2022-T1'),
      targetSteps: [],
      programmed: [],
      today: TODAY,
      light: 'cumplido'
    });
    expect(history.axis).toEqual({ kind: 'share', stages: 2 });
    expect(history.stepped).toBe(true);
    expect(points(history)[0].slice(0, 3)).toEqual([
      ['2022-01-01', 0],
      ['2022-03-31', 0.25],
      ['2022-06-30', 1]
    ]);
    expect(history.target[0].y).toBe(1);
  });

  it('shows a scale by its levels', () => {
    const subject = keyResult({
      direction: 'Qualitative',
      accumulation: 'Latest',
      target: null,
      baseline: null,
      unit: '',
      scale: ['Baja', 'Media', 'Alta']
    });
    const history = model(subject, { '2021-T2': [checkIn('2021-T2', 2)] }, [checkIn('2022-T2', 3)]);
    expect(history.axis).toEqual({ kind: 'levels', levels: ['Baja', 'Media', 'Alta'] });
    expect(points(history)[0][0]).toEqual(['2021-06-30', 2]);
    expect(history.expected[0].map(point => Math.round(point.y))).toEqual([1, 3]);
  });

  it('draws the figures alone where the plan sets no target', () => {
    const history = model(keyResult({ target: null }), { '2021-T2': [checkIn('2021-T2', 2)] }, []);
    expect(history.target).toEqual([]);
    expect(history.expected).toEqual([]);
    // From 2021-T2's start to 2023-T3's end; 2023-T4 has begun without a report.
    expect(points(history)[0]).toHaveLength(11);
  });

  it('projects the pace so far to the end', () => {
    const history = model(keyResult(), { '2023-T2': [checkIn('2023-T2', 22)] }, [checkIn('2023-T3', 1)]);
    expect(history.projection?.to.day).toBe('2023-12-31');
    expect(history.projection?.to.y).toBeCloseTo(23 / (1008 / 1095), 1);
  });

  it('projects nothing while too little time has passed, nor after the end', () => {
    expect(model(keyResult({ start: '2023-07-01' }), {}, [checkIn('2023-T3', 1)], {}).projection).not.toBeNull();
    expect(model(keyResult({ start: '2023-08-01', end: '2024-12-31' }), {}, [checkIn('2023-T3', 1)]).projection).toBeNull();
    expect(model(keyResult({ end: '2023-06-30' }), {}, [checkIn('2023-T2', 1)]).projection).toBeNull();
  });

  it('has today only within its own dates', () => {
    expect(model(keyResult(), {}, []).today).toBe(TODAY);
    expect(model(keyResult({ end: '2022-12-31' }), {}, []).today).toBeNull();
  });

  it('expects what the rules expect, at every quarter end and for every direction with a slope', () => {
    const directions: Direction[] = ['Increase', 'Decrease', 'Milestone', 'Qualitative'];
    fc.assert(
      fc.property(fc.constantFrom(...directions), fc.integer({ min: 1, max: 11 }), (direction, index) => {
        const decrease = direction === 'Decrease';
        const subject = keyResult({
          direction,
          accumulation: direction === 'Increase' ? 'Sum' : 'Latest',
          baseline: decrease ? 40 : 0,
          target: decrease ? 12 : 26,
          stages: [{ weight: 1, text: 'A' }],
          scale: ['1', '2', '3', '4']
        });
        const line = model(subject, {}, []).expected[0];
        const day = quarters('')[index].end;
        const expected = expectedOf(subject, day) as number;
        const [from, to] = [line[0].y, line[1].y];
        const goal = direction === 'Milestone' ? 1 : direction === 'Qualitative' ? 4 : (subject.target as number);
        const start = direction === 'Qualitative' ? 1 : decrease ? 40 : 0;
        const drawn =
          from + ((to - from) * (Date.parse(day) - Date.parse(subject.start))) / (Date.parse(subject.end) - Date.parse(subject.start));
        expect((drawn - start) / (goal - start)).toBeCloseTo(expected, 2);
      })
    );
  });
});

describe('layout', () => {
  const numbers = (path: string): number[] => (path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

  it('puts every point inside the plot and grows upwards', () => {
    const layout = layoutHistory(
      model(keyResult(), { '2021-T1': [checkIn('2021-T1', 2)], '2021-T2': [checkIn('2021-T2', 10)] }, []),
      { width: 760, height: 280 },
      LABELS
    );
    for (const dot of layout.dots) {
      expect(dot.x).toBeGreaterThanOrEqual(layout.plot.left);
      expect(dot.x).toBeLessThanOrEqual(layout.plot.right);
      expect(dot.y).toBeGreaterThanOrEqual(layout.plot.top);
      expect(dot.y).toBeLessThanOrEqual(layout.plot.bottom);
    }
    expect(layout.dots[1].y).toBeLessThan(layout.dots[0].y);
    expect(layout.rows.map(row => row.label.text)).toEqual(['0', '10', '20', '30']);
    expect(layout.years.map(year => year.label.text)).toEqual(['2021', '2022', '2023']);
  });

  it('counts whole things in whole ticks', () => {
    const layout = layoutHistory(model(keyResult({ target: 2 }), {}, [checkIn('2021-T1', 1)]), { width: 760, height: 280 }, LABELS);
    expect(layout.rows.map(row => row.label.text)).toEqual(['0', '1', '2']);
  });

  it('shows one delivery as delivered or not', () => {
    const subject = keyResult({ direction: 'Milestone', accumulation: 'Latest', target: null, stages: [{ weight: 1, text: 'A' }] });
    const layout = layoutHistory(model(subject, {}, []), { width: 760, height: 280 }, LABELS);
    expect(layout.rows.map(row => row.label.text)).toEqual(['0', '1']);
  });

  it('breaks the target line where the target changed', () => {
    const layout = layoutHistory(
      model(keyResult(), {}, [], {
        targetSteps: [
          { from: '2021-01-01', value: 7 },
          { from: '2022-02-15', value: 26 }
        ]
      }),
      { width: 760, height: 280 },
      LABELS
    );
    const [x1, y1, x2, y2, x3, y3] = numbers(layout.target);
    expect([y1 === y2, x2 === x3, y3 < y2, x1 < x2]).toEqual([true, true, true, true]);
    expect(layout.texts.map(text => text.text)).toEqual(expect.arrayContaining(['Meta 7', 'Meta 26']));
  });

  it('marks the stretch between the limit and the critical limit', () => {
    const subject = keyResult({ direction: 'AtMost', accumulation: 'Latest', target: 10, criticalLimit: 20 });
    const layout = layoutHistory(model(subject, {}, [checkIn('2022-T1', 12)]), { width: 760, height: 280 }, LABELS);
    expect(layout.warning?.height).toBeGreaterThan(20);
    expect(layout.critical?.y).toBe(layout.warning?.y);
  });

  it('names the expected line where its name covers neither the figures nor another word', () => {
    const plot = { left: 40, right: 640, top: 20, bottom: 240 };
    const expected: [number, number][] = [[40, 240], [640, 40]];
    // The figures run just below what is expected, where the name would stand first.
    const figures: [number, number][] = [[40, 240], [640, 66]];
    const placed = placeExpected('Esperado', expected, [figures, expected], [], plot);
    const middle = (placed?.x ?? 0) + (placed?.anchor === 'end' ? -26 : 26);
    const figureY = 240 - (174 / 600) * (middle - 40);
    expect(placed?.y).toBeLessThan(figureY - 12);
    expect(placeExpected('Esperado', undefined, [], [], plot)).toBeNull();
  });

  it('puts the last figure below its point where the plot ends above', () => {
    const plot = { left: 40, right: 700, top: 24, bottom: 240 };
    expect(placeValue('100 %', [600, 24], [[[40, 24], [640, 24]]], plot).y).toBeGreaterThan(24 + 12);
    expect(placeValue('23', [600, 100], [], plot).y).toBeLessThan(100);
    // What is expected runs just above, the figures rise from below: neither is written over.
    const rising: [number, number][] = [[500, 150], [600, 100]];
    const placed = placeValue('19,9', [600, 100], [rising, [[40, 220], [700, 60]]], plot);
    expect(placed).not.toMatchObject({ y: 118, anchor: 'end' });
  });

  it('keeps labels of one side apart and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 280 }), { minLength: 1, maxLength: 4 }), ys => {
        const labels = ys.map((y, index): PlacedText => ({ x: 0, y, text: String(index), anchor: 'start', strong: false }));
        const placed = spread(labels, 20, 250).map(label => label.y);
        placed.slice(1).forEach((y, index) => expect(y - placed[index]).toBeGreaterThanOrEqual(16));
        expect(Math.min(...placed)).toBeGreaterThanOrEqual(20);
        expect(Math.max(...placed)).toBeLessThanOrEqual(250);
      })
    );
  });

  it('never draws what is not a number, whatever the figures and the size', () => {
    const directions: Direction[] = ['Increase', 'Decrease', 'AtMost', 'AtLeast', 'Milestone', 'Qualitative'];
    const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...directions),
        fc.option(amount),
        fc.option(amount),
        fc.option(amount),
        fc.array(fc.option(amount), { maxLength: 6 }),
        fc.integer({ min: 200, max: 1200 }),
        (direction, baseline, target, limit, values, width) => {
          const subject = keyResult({
            direction,
            accumulation: 'Latest',
            baseline,
            target,
            criticalLimit: limit,
            stages: [{ weight: 1, text: 'A' }],
            scale: ['Baja', 'Alta']
          });
          const open = values.map((value, index) =>
            checkIn(`2022-T${(index % 4) + 1}`, direction === 'Qualitative' && value !== null ? 1 + (index % 2) : value)
          );
          const layout = layoutHistory(model(subject, {}, open), { width, height: 240 }, LABELS);
          const figures: number[] = [];
          JSON.stringify(layout, (_, value: unknown) => {
            if (typeof value === 'number') figures.push(value);
            return value;
          });
          expect(figures.length).toBeGreaterThan(0);
          expect(figures.every(Number.isFinite)).toBe(true);
          expect([...layout.actual, ...layout.expected, layout.target, layout.projection].join('')).not.toMatch(/NaN|Infinity/);
          expect(layout.plot.right).toBeGreaterThan(layout.plot.left);
        }
      ),
      { numRuns: 200 }
    );
  });
});
