import * as strings from 'SigaciStrings';
import type { KeyResult, QuarterCode } from '../../../domain';
import type { HistoryLabels } from '../../charts/history-layout';
import type { ChartPoint, HistoryModel } from '../../charts/history-model';
import { formatAmount, formatDay, formatNumber, formatPercent, isLimit, levelName, text } from '../../formatting';

/** Everything a key result's chart says. */
export interface ChartTexts {
  readonly title: string;
  readonly description: string;
  readonly caption: string;
  readonly labels: HistoryLabels;
  readonly pointLabel: (quarter: QuarterCode, value: number) => string;
}

/** Decimals of a projection say more than is known. */
function rough(value: number): number {
  return Math.abs(value) >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
}

/** A figure of the vertical axis, without the unit that the caption says. */
function axisFigure(keyResult: KeyResult, model: HistoryModel, value: number): string {
  switch (model.axis.kind) {
    case 'share':
      if (model.axis.stages > 1) return formatPercent(value);
      return value >= 1 ? strings.Measure_Delivered : value <= 0 ? strings.Measure_NotDelivered : formatPercent(value);
    case 'levels':
      return levelName(keyResult, Math.round(value));
    case 'value':
      return keyResult.unit.trim() === '%' ? formatAmount(value, '%') : formatNumber(value);
  }
}

/** A figure in a sentence, with its unit. */
function saidFigure(keyResult: KeyResult, model: HistoryModel, value: number): string {
  return model.axis.kind === 'value' ? formatAmount(value, keyResult.unit) : axisFigure(keyResult, model, value);
}

interface TargetMove {
  readonly from: string;
  readonly to: string;
  readonly day: string;
}

/** The last time the target changed within the chart. */
function lastMove(keyResult: KeyResult, model: HistoryModel): TargetMove | null {
  const { target } = model;
  if (target.length < 2) return null;
  const [before, after] = target.slice(-2);
  return { from: axisFigure(keyResult, model, before.y), to: axisFigure(keyResult, model, after.y), day: formatDay(after.from) };
}

function describe(keyResult: KeyResult, model: HistoryModel): string {
  const points = model.actual
    .flatMap(stretch => stretch)
    .filter((point): point is ChartPoint & { quarter: QuarterCode } => point.quarter !== null);
  const sentences: string[] = [];
  const [first] = points;
  const last = points[points.length - 1];
  if (!first) {
    sentences.push(strings.Chart_NoReports);
  } else if (points.length === 1) {
    sentences.push(text(strings.Chart_OnePoint, { value: saidFigure(keyResult, model, last.y), quarter: last.quarter }));
  } else {
    sentences.push(
      text(strings.Chart_FromTo, {
        from: saidFigure(keyResult, model, first.y),
        fromQuarter: first.quarter,
        to: saidFigure(keyResult, model, last.y),
        toQuarter: last.quarter
      })
    );
  }
  const move = lastMove(keyResult, model);
  const held = model.target[model.target.length - 1];
  if (move) {
    sentences.push(text(strings.Chart_TargetMoved, { ...move }));
  } else if (held && model.axis.kind === 'value') {
    sentences.push(
      text(isLimit(keyResult) ? strings.Chart_LimitIs : strings.Chart_TargetIs, { target: saidFigure(keyResult, model, held.y) })
    );
  }
  if (model.projection) {
    const { to } = model.projection;
    sentences.push(text(strings.Chart_ProjectedTo, { value: saidFigure(keyResult, model, rough(to.y)), day: formatDay(to.day) }));
  }
  return sentences.join(' ');
}

function caption(keyResult: KeyResult, model: HistoryModel): string {
  const name = keyResult.unit.trim();
  const unit = name === '' ? strings.Chart_Units : name === '%' ? strings.Chart_Percent : name;
  const parts: string[] = [];
  if (model.axis.kind === 'share') parts.push(strings.Chart_CaptionShare);
  else if (model.axis.kind === 'levels') parts.push(strings.Chart_CaptionLevel);
  else if (keyResult.accumulation === 'SumPerYear') parts.push(text(strings.Chart_CaptionYear, { unit }));
  else parts.push(text(keyResult.accumulation === 'Sum' ? strings.Chart_CaptionSum : strings.Chart_CaptionReading, { unit }));
  if (model.expected.length > 0) parts.push(model.expectedProgrammed ? strings.Chart_CaptionProgrammed : strings.Chart_CaptionExpected);
  const move = lastMove(keyResult, model);
  if (move) parts.push(text(strings.Chart_CaptionTargetMoved, { ...move }));
  else if (model.target.length > 0 && model.axis.kind === 'value')
    parts.push(isLimit(keyResult) ? strings.Chart_CaptionLimit : strings.Chart_CaptionTarget);
  if (model.criticalLimit !== null) parts.push(strings.Chart_CaptionCritical);
  if (model.projection) parts.push(strings.Chart_CaptionProjection);
  return parts.join(' ');
}

/** The words and figures of a key result's chart, in the person's language. */
export function chartTexts(keyResult: KeyResult, model: HistoryModel): ChartTexts {
  const figure = (value: number): string => axisFigure(keyResult, model, value);
  const isShare = model.axis.kind === 'share';
  return {
    title: text(strings.Chart_Title, { code: keyResult.code }),
    description: describe(keyResult, model),
    caption: caption(keyResult, model),
    labels: {
      tick: figure,
      value: figure,
      target: value =>
        isShare ? strings.Chart_Complete : text(isLimit(keyResult) ? strings.Chart_Limit : strings.Chart_Target, { value: figure(value) }),
      projection: (value, short) => text(short ? strings.Chart_ProjectionShort : strings.Chart_Projection, { value: figure(rough(value)) }),
      criticalLimit: (value, short) => text(short ? strings.Chart_CriticalShort : strings.Chart_Critical, { value: figure(value) }),
      expected: strings.Chart_Expected,
      today: strings.Chart_Today
    },
    pointLabel: (quarter, value) => text(strings.Chart_Point, { quarter, value: saidFigure(keyResult, model, value) })
  };
}
