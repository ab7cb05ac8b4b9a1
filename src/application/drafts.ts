import { isQuarterCode } from '../domain';
import type { Confidence, Evidence, KeyResultCode, ProcessCode, QuarterCode } from '../domain';
import type { LocalStore } from './ports';

/** A report being typed, kept until it is sent. Holds what was typed, not what it means: `12,` must come back as `12,`. */
export interface StoredDraft {
  /** Text of the number field; the level's position for a scale. */
  readonly valueText: string;
  readonly stagesDone: readonly number[];
  readonly confidence: Confidence | null;
  readonly narrative: string;
  readonly obstacles: string;
  readonly nextStep: string;
  readonly evidence: readonly Evidence[];
  /** Key of the check-in it becomes: kept with the draft so that sending again after a lost answer cannot double it. */
  readonly clientKey: string;
  /** Id of the check-in that is being corrected; `null` for a new one. */
  readonly corrects: number | null;
  /** The version of it that the draft was begun on, so that what somebody changes meanwhile is noticed; `null` for a new one. */
  readonly correctsEtag: string | null;
  /** When it was saved, ISO. */
  readonly savedAt: string;
}

/** Raised when the shape changes; drafts of another version are not read. */
const VERSION = 1;
const CONFIDENCES: readonly unknown[] = ['Alta', 'Media', 'Baja'];

function keyOf(keyResult: KeyResultCode, process: ProcessCode, quarter: QuarterCode, corrects: number | null): string {
  return `draft/${keyResult}/${process}/${quarter}${corrects === null ? '' : `/${corrects}`}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isPosition(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Anything may stand in the browser's storage; what is no draft of ours is treated as none.
    return null;
  }
}

function draftFrom(found: unknown): StoredDraft | null {
  if (!isRecord(found) || found.version !== VERSION || !isRecord(found.draft)) return null;
  const { draft } = found;
  if (text(draft.clientKey) === '' || isNaN(Date.parse(text(draft.savedAt)))) return null;
  return {
    valueText: text(draft.valueText),
    stagesDone: list(draft.stagesDone).filter(isPosition),
    confidence: CONFIDENCES.indexOf(draft.confidence) >= 0 ? (draft.confidence as Confidence) : null,
    narrative: text(draft.narrative),
    obstacles: text(draft.obstacles),
    nextStep: text(draft.nextStep),
    evidence: list(draft.evidence)
      .filter(isRecord)
      .map(link => ({ url: text(link.url), text: text(link.text) }))
      .filter(link => link.url !== ''),
    clientKey: text(draft.clientKey),
    corrects: isPosition(draft.corrects) ? draft.corrects : null,
    correctsEtag: text(draft.correctsEtag) || null,
    savedAt: text(draft.savedAt)
  };
}

/** Keeps a draft; one per key result, process and quarter, and one per check-in that is being corrected. */
export function saveDraft(
  store: LocalStore, keyResult: KeyResultCode, process: ProcessCode, quarter: QuarterCode, draft: StoredDraft
): void {
  store.write(keyOf(keyResult, process, quarter, draft.corrects), JSON.stringify({ version: VERSION, draft }));
}

/** The draft kept, or `null` when there is none or what is there is none. @param corrects the check-in that is being corrected, if any */
export function readDraft(
  store: LocalStore, keyResult: KeyResultCode, process: ProcessCode, quarter: QuarterCode, corrects: number | null = null
): StoredDraft | null {
  if (!isQuarterCode(quarter)) return null;
  const json = store.read(keyOf(keyResult, process, quarter, corrects));
  return json === null ? null : draftFrom(parse(json));
}

/** Forgets a draft: it was sent, or thrown away. @param corrects the check-in that is being corrected, if any */
export function clearDraft(
  store: LocalStore, keyResult: KeyResultCode, process: ProcessCode, quarter: QuarterCode, corrects: number | null = null
): void {
  store.remove(keyOf(keyResult, process, quarter, corrects));
}
