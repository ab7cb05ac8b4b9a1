import type { KeyResult } from '../../../domain/model';
import type { KeyResultStatus } from '../../../domain/status';

/** What a bar draws. Positions are shares of the track, 0…1. */
export type BarShape =
  | { readonly kind: 'noTarget' }
  | { readonly kind: 'noData'; readonly expected: number | null }
  | {
    readonly kind: 'plain';
    readonly fill: number;
    /** Where the part that is new begins; absent when nothing is. */
    readonly addedFrom?: number;
    readonly expected: number | null;
    /** Where the target stands on a track that has been rescaled to a higher value. */
    readonly target: number | null;
  }
  | { readonly kind: 'steps'; readonly steps: readonly { readonly weight: number; readonly state: 'off' | 'on' | 'adding' }[]; readonly expected: number | null }
  | { readonly kind: 'limit'; readonly fill: number; readonly target: number; readonly forbidden: readonly [number, number] };

const unit = (share: number): number => Math.min(1, Math.max(0, share));

/** A share of something: a roll-up, or a measure that is not told by steps. `before` is what there was without the new part. */
export function plainShape(progress: number, expected: number | null, before?: number): BarShape {
  // Over the target the track grows to the value, and a tick shows where the target stands.
  const scale = Math.max(1, progress, before === undefined ? 0 : before);
  const over = scale > 1;
  return {
    kind: 'plain',
    fill: unit(progress / scale),
    ...(before !== undefined && before < progress ? { addedFrom: unit(before / scale) } : {}),
    expected: expected === null || over ? null : unit(expected),
    target: over ? 1 / scale : null
  };
}

function stepsShape(weights: readonly number[], on: (index: number) => boolean, was: ((index: number) => boolean) | null, expected: number | null): BarShape {
  return {
    kind: 'steps',
    steps: weights.map((weight, index) => ({ weight, state: !on(index) ? 'off' : was && !was(index) ? 'adding' : 'on' })),
    expected
  };
}

/** AtMost and AtLeast: the track runs to the critical limit, or to twice the target where there is none. */
function limitShape(keyResult: KeyResult, value: number, target: number): BarShape {
  const { direction, criticalLimit } = keyResult;
  const edge = criticalLimit !== null ? criticalLimit : direction === 'AtMost' ? target + (Math.abs(target) || 1) : Math.min(0, target);
  const low = Math.min(0, edge, target, value);
  const high = direction === 'AtMost' ? Math.max(edge, value) : Math.max(target + (target - low) / 4, value);
  const at = (point: number): number => (high > low ? unit((point - low) / (high - low)) : 0);
  return {
    kind: 'limit',
    fill: at(value),
    target: at(target),
    forbidden: direction === 'AtMost' ? [at(target), 1] : [0, at(target)]
  };
}

/** The bar of a key result; with `before`, what is new since then is told apart (check-in panel). */
export function barShapeOf(status: KeyResultStatus, before?: KeyResultStatus): BarShape {
  const { keyResult, progress, value, accumulated } = status;
  const expected = status.expected === null ? null : unit(status.expected);
  if (status.light === 'sinMeta') return { kind: 'noTarget' };
  if (!status.coverage || progress === null) return { kind: 'noData', expected };
  // Once reached for good, what was expected no longer matters.
  const mark = status.light === 'cumplido' ? null : expected;
  if (keyResult.direction === 'Milestone' && keyResult.stages.length > 0) {
    const had = before && before.accumulated.stagesDone;
    return stepsShape(
      keyResult.stages.map((stage) => stage.weight),
      (index) => accumulated.stagesDone.indexOf(index + 1) >= 0,
      had ? (index) => had.indexOf(index + 1) >= 0 : null,
      mark
    );
  }
  if (keyResult.direction === 'Qualitative' && keyResult.scale.length > 0) {
    // n levels are n − 1 steps up from the lowest, so that the fill stands at rank / (ranks − 1) like the progress.
    const steps = Math.max(1, keyResult.scale.length - 1);
    const reached = (level: number | null): number => (level === null ? 0 : keyResult.scale.length === 1 ? level : level - 1);
    return stepsShape(
      new Array<number>(steps).fill(1), (index) => index < reached(value), before ? (index) => index < reached(before.value) : null, mark
    );
  }
  if ((keyResult.direction === 'AtMost' || keyResult.direction === 'AtLeast') && keyResult.target !== null && value !== null) {
    return limitShape(keyResult, value, keyResult.target);
  }
  return plainShape(progress, mark, before && before.progress !== null ? before.progress : before ? 0 : undefined);
}
