import { owesReport, quarterStatus, rollUpPlan, sortQuarters, statusesAtClosing } from '../../domain';
import type {
  Cutoff, Day, Instant, KeyResult, KeyResultCode, KeyResultStatus, Light, ProcessCode, Quarter, QuarterCode, QuarterStatus, RollUp
} from '../../domain';
import type { Board } from '../board';
import { missingQuarters, nextToClose } from './order';
import type { QuartersNow } from './port';

/** Key results a process owes a report on. */
export interface OwedByProcess {
  readonly process: ProcessCode;
  readonly keyResults: readonly KeyResult[];
}

/**
 * What is to know before closing.
 * - `blocks`: not before it is mended;
 * - `decides`: only if the planner says so, for each point;
 * - `warns`: to know;
 * - `done`: in order.
 */
export type PointWeight = 'blocks' | 'decides' | 'warns' | 'done';

export type ClosingPoint =
  | { readonly kind: 'clock'; readonly weight: 'warns'; readonly serverNow: Instant; readonly localNow: Instant }
  | { readonly kind: 'notEnded'; readonly weight: 'blocks'; readonly ends: Day }
  | { readonly kind: 'rowsMissing'; readonly weight: 'blocks'; readonly quarters: readonly QuarterCode[] }
  | { readonly kind: 'windowOpen'; readonly weight: 'decides'; readonly windowEnds: Day; readonly daysLeft: number }
  | {
    readonly kind: 'missingReports'; readonly weight: 'warns' | 'done'; readonly count: number; readonly byProcess: readonly OwedByProcess[]
  }
  | { readonly kind: 'pendingReviews'; readonly weight: 'decides' | 'done'; readonly count: number }
  | { readonly kind: 'returned'; readonly weight: 'warns'; readonly count: number }
  | { readonly kind: 'problems'; readonly weight: 'decides' | 'done'; readonly count: number }
  | { readonly kind: 'previousClosed'; readonly weight: 'done'; readonly quarter: QuarterCode; readonly closedOn: Instant | null };

/** One key result as the last cutoff has it and as it would be frozen. */
export interface FrozenRow {
  readonly keyResult: KeyResult;
  readonly before: Cutoff | null;
  readonly after: KeyResultStatus;
}

/** What closing a quarter now would do. */
export interface ClosingPreview {
  readonly quarter: QuarterStatus;
  /** The quarter closed last; `null` when it is the first. */
  readonly previous: Quarter | null;
  readonly points: readonly ClosingPoint[];
  /** In plan order. */
  readonly rows: readonly FrozenRow[];
  /** The plan's roll-up at the last cutoff; `null` when it is the first. */
  readonly before: RollUp | null;
  readonly after: RollUp;
}

/** Clocks that differ by less are the same, minutes. */
const CLOCK_SLACK = 5;

function owedReports(board: Board, quarter: Quarter): OwedByProcess[] {
  return [...board.workspace.processes].sort((a, b) => a.order - b.order)
    .map(({ code }) => ({
      process: code,
      keyResults: Array.from(board.statuses.values())
        .filter(status => owesReport({ status, process: code, checkIns: board.checkInsOf(status.keyResult.code) }, quarter))
        .map(({ keyResult }) => keyResult)
    }))
    .filter(({ keyResults }) => keyResults.length > 0);
}

function clockPoint(serverNow: Instant | null, localNow: Date): ClosingPoint[] {
  if (serverNow === null) return [];
  const minutes = Math.abs(Date.parse(serverNow) - localNow.getTime()) / 60000;
  return minutes > CLOCK_SLACK ? [{ kind: 'clock', weight: 'warns', serverNow, localNow: localNow.toISOString() }] : [];
}

function pointsOf(board: Board, status: QuarterStatus, previous: Quarter | null, problems: number): ClosingPoint[] {
  const { workspace, today } = board;
  const { quarter } = status;
  const missing = missingQuarters(workspace.plan, workspace.quarters).filter(code => code < quarter.code);
  const own = workspace.checkIns.filter(checkIn => checkIn.quarter === quarter.code);
  const pending = own.filter(({ review }) => review === 'pending').length;
  const returned = own.filter(({ review }) => review === 'returned').length;
  const byProcess = owedReports(board, quarter);
  const owed = new Set(byProcess.reduce<KeyResultCode[]>((codes, { keyResults }) => [...codes, ...keyResults.map(({ code }) => code)], []));
  const points: (ClosingPoint | false)[] = [
    missing.length > 0 && { kind: 'rowsMissing', weight: 'blocks', quarters: missing },
    quarter.end >= today && { kind: 'notEnded', weight: 'blocks', ends: quarter.end },
    quarter.end < today && status.windowOpen
      && { kind: 'windowOpen', weight: 'decides', windowEnds: status.windowEnds, daysLeft: status.daysLeft },
    { kind: 'missingReports', weight: owed.size > 0 ? 'warns' : 'done', count: owed.size, byProcess },
    { kind: 'pendingReviews', weight: pending > 0 ? 'decides' : 'done', count: pending },
    returned > 0 && { kind: 'returned', weight: 'warns', count: returned },
    { kind: 'problems', weight: problems > 0 ? 'decides' : 'done', count: problems },
    previous !== null && { kind: 'previousClosed', weight: 'done', quarter: previous.code, closedOn: previous.closedOn }
  ];
  return points.filter((point): point is ClosingPoint => point !== false);
}

/** The statuses with the figures that a cutoff froze. */
function frozen(statuses: ReadonlyMap<KeyResultCode, KeyResultStatus>, cutoffs: readonly Cutoff[]): KeyResultStatus[] {
  const byCode = new Map(cutoffs.map(cutoff => [cutoff.keyResult, cutoff]));
  return Array.from(statuses.values()).map(status => {
    const cutoff = byCode.get(status.keyResult.code);
    if (!cutoff) return { ...status, progress: null, light: status.light === 'sinMeta' ? 'sinMeta' as const : 'sinDato' as const, coverage: false };
    const { progress, expected, light, accumulated } = cutoff;
    return { ...status, progress, expected, light, coverage: accumulated.reports > 0 };
  });
}

/**
 * What closing the next quarter would freeze, and what stands against it.
 * @param board of the plan as it was read
 * @param now the quarters' rows of this moment, for the history of targets and the server's clock; without them today's targets and the
 * board's day must do
 * @param localNow the browser's clock
 * @param problems how many problems of the data change figures
 * @returns `null` when every quarter is closed
 */
export function closingPreview(
  board: Board, now: Pick<QuartersNow, 'targetChanges' | 'serverNow'> | null, localNow: Date, problems: number
): ClosingPreview | null {
  const { workspace } = board;
  const quarter = nextToClose(workspace.quarters);
  if (!quarter) return null;
  const previous = sortQuarters(workspace.quarters).find(({ code }) => code === workspace.baseQuarter) || null;
  const status = quarterStatus(quarter, board.today, workspace.plan.graceDays);
  const statuses = statusesAtClosing({
    ...workspace, quarter, previous: workspace.cutoffs, previousQuarter: workspace.baseQuarter, targetChanges: now ? now.targetChanges : []
  });
  const rollUp = (rows: Iterable<KeyResultStatus>): RollUp => rollUpPlan({ ...workspace, thresholds: workspace.plan, statuses: rows }).plan;
  const base = workspace.cutoffs.filter(cutoff => cutoff.quarter === workspace.baseQuarter);
  return {
    quarter: status,
    previous,
    points: [...clockPoint(now ? now.serverNow : null, localNow), ...pointsOf(board, status, previous, problems)],
    rows: Array.from(statuses.values()).map(after => ({
      keyResult: after.keyResult, before: base.find(({ keyResult }) => keyResult === after.keyResult.code) || null, after
    })),
    before: previous ? rollUp(frozen(statuses, base)) : null,
    after: rollUp(statuses.values())
  };
}

/** Lights in the order in which a preview counts them. */
export const PREVIEW_LIGHTS: readonly Light[] = ['cumplido', 'verde', 'amarillo', 'rojo', 'desactualizado', 'sinMeta', 'sinDato'];
