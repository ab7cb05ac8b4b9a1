import { toFourDecimals, unit } from './arithmetic';
import type { CheckIn, Day, Decision, KeyResultCode } from './model';
import type { KeyResultStatus } from './status';

/** A key result that is behind, and how much that weighs. */
export interface AtRisk {
  readonly status: KeyResultStatus;
  /** Expected minus progress, both held to 0…1. */
  readonly distance: number;
  /** Distance × the key result's weight: what the ranking is by. */
  readonly score: number;
}

/** What asks the committee for something. Every list is in plan order but the first. */
export interface Attention {
  /** Red and yellow key results, the largest distance × weight first. */
  readonly atRisk: readonly AtRisk[];
  /** Green, and its reporter has little confidence in it. */
  readonly lowConfidence: readonly KeyResultStatus[];
  /** Reported on once, not in the last quarter due. */
  readonly stale: readonly KeyResultStatus[];
  /** Somebody answers for it, nobody has ever reported, and its dates have begun. */
  readonly neverReported: readonly KeyResultStatus[];
  readonly withoutResponsible: readonly KeyResultStatus[];
  /** Reports returned and not corrected since, oldest first. */
  readonly returned: readonly { readonly status: KeyResultStatus; readonly checkIn: CheckIn }[];
  /** Open decisions whose day has passed, the oldest first. */
  readonly overdueDecisions: readonly Decision[];
  readonly withoutTarget: readonly KeyResultStatus[];
}

export interface AttentionInput {
  readonly statuses: ReadonlyMap<KeyResultCode, KeyResultStatus>;
  /** Check-ins of the open quarters. */
  readonly checkIns: readonly CheckIn[];
  readonly decisions: readonly Decision[];
  readonly today: Day;
}

/** Behind by how much, of what is expected; 0 where nothing is measured or it is ahead. */
export function distanceToExpected({ progress, expected }: Pick<KeyResultStatus, 'progress' | 'expected'>): number {
  return progress === null || expected === null ? 0 : Math.max(0, unit(expected) - unit(progress));
}

function rank(statuses: readonly KeyResultStatus[]): AtRisk[] {
  return statuses
    .filter(({ light }) => light === 'rojo' || light === 'amarillo')
    .map((status, order) => ({ status, distance: distanceToExpected(status), order }))
    .map(({ status, distance, order }) => ({ status, distance, score: distance * Math.max(0, status.keyResult.weight), order }))
    // Equal on the screen is equal: the worse light first, then the plan's order.
    .sort((a, b) => toFourDecimals(b.score) - toFourDecimals(a.score)
      || Number(b.status.light === 'rojo') - Number(a.status.light === 'rojo') || a.order - b.order)
    .map(({ status, distance, score }) => ({ status, distance, score }));
}

/** What needs the committee, from the board's statuses and the rows beside them. An alias is told by its measure. */
export function attention(input: AttentionInput): Attention {
  const all = Array.from(input.statuses.values());
  const active = all.filter(({ keyResult }) => keyResult.active);
  // Two places in the plan that show one measure are one matter.
  const measured = active.filter(({ aliasOf }) => aliasOf === null || !(input.statuses.get(aliasOf) as KeyResultStatus | undefined)?.keyResult.active);
  return {
    atRisk: rank(measured),
    lowConfidence: measured.filter(({ light, accumulated }) => light === 'verde' && accumulated.confidence === 'Baja'),
    stale: measured.filter(({ light }) => light === 'desactualizado'),
    neverReported: measured.filter(({ coverage, keyResult, expected }) => !coverage && expected !== null
      && keyResult.processes.length > 0 && keyResult.start <= input.today),
    withoutResponsible: active.filter(({ keyResult }) => keyResult.processes.length === 0),
    returned: [...input.checkIns]
      .filter(({ review }) => review === 'returned')
      .sort((a, b) => a.id - b.id)
      .flatMap(checkIn => {
        const status = input.statuses.get(checkIn.keyResult);
        return status && status.keyResult.active ? [{ status, checkIn }] : [];
      }),
    overdueDecisions: input.decisions
      .filter(({ state, due }) => state === 'Abierta' && due !== null && due < input.today)
      .sort((a, b) => ((a.due || '') < (b.due || '') ? -1 : 1)),
    withoutTarget: measured.filter(({ expected }) => expected === null)
  };
}
