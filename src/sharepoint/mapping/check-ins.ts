import type { CheckIn, KeyResult, Problem, Quarter, ReviewState } from '../../domain';
import { hasTarget, isSum } from '../../domain';
import { confidences, verdicts } from './choices';
import { knownQuarter, pointedKeyResult } from './quarters';
import type { Row } from './row';
import { oldestFirst, RowReader, textOf } from './row-reader';
import { parseEvidence, parsePositions } from './texts';

export interface CheckInContext {
  readonly keyResults: readonly KeyResult[];
  readonly keyResultCodes: ReadonlyMap<number, string | null>;
  readonly processCodes: ReadonlyMap<number, string>;
  /** The plan's; `null` where any well-formed code will do. */
  readonly quarters: readonly Quarter[] | null;
}

type Reader = RowReader<'CheckIns'>;

/** Check-ins with their reviews, oldest row first. */
export function mapCheckIns(
  rows: readonly Row<'CheckIns'>[], reviewRows: readonly Row<'Reviews'>[], context: CheckInContext, problems: Problem[]
): CheckIn[] {
  const reviews = mapReviews(reviewRows, problems);
  const byCode = new Map(context.keyResults.map(keyResult => [keyResult.code, keyResult]));
  const checkIns: CheckIn[] = [];
  for (const row of oldestFirst(rows)) {
    const reader = new RowReader('CheckIns', row, problems);
    const code = pointedKeyResult(reader, context.keyResultCodes);
    const keyResult = code === null ? undefined : byCode.get(code);
    if (!keyResult) continue;
    if (keyResult.sameMeasureAs !== null) {
      reader.note('aliasHasReports', 'KeyResult', 'error', keyResult.code);
      continue;
    }
    const quarter = knownQuarter(reader, context.quarters);
    if (quarter === null) continue;
    const review = reviews.get(`${reader.id} ${textOf(row.OData__UIVersionString)}`);
    checkIns.push(readCheckIn(reader, row, {
      keyResult: keyResult.code, process: processOf(reader, context.processCodes), quarter, measure: keyResult, review
    }));
  }
  return checkIns;
}

export interface Review {
  readonly state: ReviewState;
  readonly note: string;
}

export interface CheckInParts {
  readonly keyResult: string;
  readonly process: string | null;
  readonly quarter: string;
  /** What the value and the stages are checked against; without it they are taken as they are. */
  readonly measure?: KeyResult;
  readonly review?: Review;
}

/** A row whose references are known already. */
export function readCheckIn(reader: Reader, row: Row<'CheckIns'>, parts: CheckInParts): CheckIn {
  const { keyResult, process, quarter, measure, review } = parts;
  return {
    id: reader.id,
    etag: textOf(row['odata.etag']),
    version: textOf(row.OData__UIVersionString),
    keyResult,
    process,
    quarter,
    value: measure ? valueOf(reader, measure) : reader.number('Value'),
    stagesDone: stagesOf(reader, measure),
    confidence: reader.choice('Confidence', confidences),
    narrative: reader.text('Narrative'),
    obstacles: reader.text('Obstacles'),
    nextStep: reader.text('NextStep'),
    evidence: parseEvidence(reader.text('Evidence'), reader.warn('Evidence')),
    reportedOn: reader.instant('ReportedOn') ?? reader.instant('Created') ?? `${quarter.slice(0, 4)}-01-01T00:00:00Z`,
    clientKey: reader.text('ClientKey'),
    author: reader.person('Author'),
    review: review ? review.state : 'pending',
    reviewNote: review ? review.note : ''
  };
}

/** Verdicts by `<check-in id> <version>`; of several on the same version the latest stands. */
export function mapReviews(rows: readonly Row<'Reviews'>[], problems: Problem[]): Map<string, Review> {
  const reviews = new Map<string, Review>();
  for (const row of oldestFirst(rows)) {
    const reader = new RowReader('Reviews', row, problems);
    const checkIn = reader.reference('CheckIn');
    const version = versionOf(reader.text('Version0'));
    const verdict = reader.choice('Verdict', verdicts);
    if (checkIn === null) reader.note('empty', 'CheckIn', 'error');
    else if (version === '') reader.note('empty', 'Version0', 'error');
    else if (verdict !== null) {
      reviews.set(`${checkIn} ${version}`, { state: verdict === 'Aprobado' ? 'approved' : 'returned', note: reader.text('Note') });
    } else if (reader.text('Verdict') === '') reader.note('empty', 'Verdict', 'error');
  }
  return reviews;
}

/** `1.0` for `1`, as people write it. */
export function versionOf(text: string): string {
  return /^\d+$/.test(text) ? `${text}.0` : text.replace(',', '.');
}

function processOf(reader: Reader, codes: ReadonlyMap<number, string>): string | null {
  const id = reader.reference('Process');
  const code = id === null ? undefined : codes.get(id);
  if (code === undefined) reader.note(id === null ? 'empty' : 'danglingReference', 'Process', 'warning', id === null ? null : `#${id}`);
  return code === undefined ? null : code;
}

function valueOf(reader: Reader, keyResult: KeyResult): number | null {
  if (keyResult.direction === 'Milestone') return null;
  // A contribution takes nothing away; a reading may be negative.
  const value = reader.number('Value', isSum(keyResult) ? { min: 0 } : {});
  if (value === null) {
    if (reader.text('Value') === '') reader.note('empty', 'Value', 'warning');
    return null;
  }
  if (keyResult.direction !== 'Qualitative') return value;
  const known = Math.floor(value) === value && value >= 1 && (value <= keyResult.scale.length || !hasTarget(keyResult));
  if (!known) reader.note('levelUnknown', 'Value', 'warning', String(value));
  return known ? value : null;
}

function stagesOf(reader: Reader, keyResult: KeyResult | undefined): number[] {
  if (keyResult && keyResult.direction !== 'Milestone') return [];
  return parsePositions(reader.text('StagesDone'), reader.warn('StagesDone')).filter(position => {
    if (!keyResult || position <= keyResult.stages.length) return true;
    reader.note('stageUnknown', 'StagesDone', 'warning', String(position));
    return false;
  });
}
