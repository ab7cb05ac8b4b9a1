import * as React from 'react';
import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { makeBoard } from '../../../src/application';
import type { Board } from '../../../src/application';
import { statusOf } from '../../../src/domain';
import type { CheckIn, KeyResultStatus } from '../../../src/domain';
import { Bar, RollUpBar, StatusBar } from '../../../src/ui/components/bar/bar';
import { barShapeOf, plainShape } from '../../../src/ui/components/bar/bar-shape';
import { inMemoryServices } from '../../support/in-memory-services';

let board: Board;
beforeAll(async () => {
  const services = inMemoryServices();
  board = makeBoard(await services.plan.readWorkspace(services.now()), services.now());
});
const status = (code: string): KeyResultStatus => board.statuses.get(code) as KeyResultStatus;

describe('what a bar draws', () => {
  it('a share, with the expected mark', () => {
    expect(plainShape(0.57, 0.92)).toEqual({ kind: 'plain', fill: 0.57, expected: 0.92, target: null });
  });

  it('more than the target: the track grows and a tick stands at the target', () => {
    expect(plainShape(1.43, 0.92)).toEqual({ kind: 'plain', fill: 1, expected: null, target: 1 / 1.43 });
  });

  it('what is new, told apart from what there was', () => {
    expect(plainShape(0.75, 0.9, 0.5)).toMatchObject({ fill: 0.75, addedFrom: 0.5 });
    expect(plainShape(0.5, 0.9, 0.5)).not.toHaveProperty('addedFrom');
    expect(plainShape(0.4, 0.9, 0.5)).not.toHaveProperty('addedFrom');
  });

  it('stages as wide as their weight', () => {
    expect(barShapeOf(status('OE1-OT2-R3'))).toMatchObject({
      kind: 'steps', steps: [{ weight: 30, state: 'on' }, { weight: 30, state: 'on' }, { weight: 25, state: 'off' }, { weight: 15, state: 'off' }]
    });
  });

  it('a scale as the steps between its levels', () => {
    expect(barShapeOf(status('OE3-OT4-R2'))).toMatchObject({ kind: 'steps', steps: [{ state: 'on' }, { state: 'on' }, { state: 'off' }] });
  });

  it('a limit, with what lies beyond it up to the critical one', () => {
    const shape = barShapeOf(status('OE2-OT2-R3'));
    expect(shape).toMatchObject({ kind: 'limit', forbidden: [10 / 15, 1] });
    expect(shape.kind === 'limit' && shape.fill).toBeCloseTo(8.4 / 15);
  });

  it('no target, no data and zero differently', () => {
    expect(barShapeOf(status('OE3-OT2-R4')).kind).toBe('noTarget');
    expect(barShapeOf(status('OE3-OT3-R3')).kind).toBe('noData');
    expect(plainShape(0, 0.5).kind).toBe('plain');
  });

  it('the stages that a report would add', () => {
    const before = status('OE1-OT2-R3');
    const after = { ...before, accumulated: { ...before.accumulated, stagesDone: [1, 2, 3] } };
    expect(barShapeOf(after, before)).toMatchObject({ steps: [{ state: 'on' }, { state: 'on' }, { state: 'adding' }, { state: 'off' }] });
  });

  it('stays on its track whatever the figures', () => {
    const keyResults = Array.from(board.statuses.values()).map((one) => one.keyResult);
    fc.assert(fc.property(
      fc.constantFrom(...keyResults), fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.option(fc.double({ min: -100, max: 100, noNaN: true })),
      (keyResult, value, criticalLimit) => {
        const checkIn = { id: 1, keyResult: keyResult.code, quarter: '2023-T3', value, stagesDone: [1], reportedOn: '2023-10-01T00:00:00Z' } as unknown as CheckIn;
        const shape = barShapeOf(statusOf({
          keyResult: { ...keyResult, criticalLimit }, base: null, checkIns: [checkIn], quarters: board.workspace.quarters, programmed: [],
          plan: board.workspace.plan, today: board.today
        }));
        const places = shape.kind === 'plain' ? [shape.fill, shape.expected || 0, shape.target || 0]
          : shape.kind === 'limit' ? [shape.fill, shape.target, ...shape.forbidden] : [];
        expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
      }
    ));
  });
});

describe('what a bar says', () => {
  it.each([
    ['OE2-OT1-R3', /^Avance 57\s%, esperado 92\s%$/],
    ['OE2-OT2-R3', /^Va en 8,4\s%, límite 10\s%, crítico 15\s%$/],
    ['OE3-OT3-R3', /^Sin dato$/],
    ['OE3-OT2-R4', /^Sin meta definida$/]
  ])('%s: %s', (code, name) => {
    render(<StatusBar status={status(code)} />);
    expect(screen.getByRole('img')).toHaveAccessibleName(name);
  });

  it('a roll-up\'s share and what is expected of it', () => {
    const { rollUps } = board;
    render(<RollUpBar rollUp={rollUps.plan} size="headline" />);
    expect(screen.getByRole('img')).toHaveAccessibleName(/^Avance \d+\s%, esperado 92\s%$/);
  });

  it('what it is told to', () => {
    render(<Bar shape={plainShape(0.3, null)} light="sinDato" label="Así va" />);
    expect(screen.getByRole('img', { name: 'Así va' })).toBeInTheDocument();
  });
});
