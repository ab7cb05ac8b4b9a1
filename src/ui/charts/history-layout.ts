import { scaleLinear } from 'd3-scale';
import { curveLinear, curveStepAfter, line } from 'd3-shape';
import { dayNumber } from '../../domain';
import type { QuarterCode } from '../../domain';
import type { ChartPoint, HistoryModel } from './history-model';
import { placeExpected, placeValue, round, spread, widthOf } from './label-placement';
import type { Box, Line, PlacedText } from './label-placement';
import { yearsBetween } from './years';

/** Words and figures on the chart, made by whoever knows the person's language. */
export interface HistoryLabels {
  /** On the vertical axis. */
  tick(value: number): string;
  /** Beside the last point. */
  value(value: number): string;
  target(value: number): string;
  /** @param short where there is little room */
  projection(value: number, short: boolean): string;
  criticalLimit(value: number, short: boolean): string;
  readonly expected: string;
  readonly today: string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PlacedDot {
  readonly x: number;
  readonly y: number;
  readonly quarter: QuarterCode;
  readonly value: number;
}

/** Where everything goes, in pixels of the drawing. */
export interface HistoryLayout {
  readonly plot: Box;
  readonly rows: readonly { readonly y: number; readonly label: PlacedText }[];
  /** Ticks at each year's start, and the year under its middle. */
  readonly years: readonly { readonly x: number; readonly label: PlacedText }[];
  readonly actual: readonly string[];
  readonly dots: readonly PlacedDot[];
  readonly expected: readonly string[];
  readonly even: readonly string[];
  readonly target: string;
  readonly critical: { readonly y: number } | null;
  /** Between target and critical limit: where staying within no longer holds. */
  readonly warning: { readonly y: number; readonly height: number } | null;
  readonly projection: string;
  readonly today: number | null;
  readonly texts: readonly PlacedText[];
}

/** Less than this between lowest and highest is a flat line; dividing it into ticks is beyond what a number can hold. */
const LEAST_SPAN = 1e-9;
/** Narrower drawings get the short labels. */
const SHORT_BELOW = 420;
/** Least part of the drawing that is the plot, however long the labels. */
const LEAST_PLOT = 0.4;
const TOP = 16;
const BOTTOM = 32;

function extent(model: HistoryModel): [number, number] {
  if (model.axis.kind === 'levels') {
    return [1, Math.max(2, model.axis.levels.length)];
  }
  const all = [
    ...model.actual.flatMap(stretch => stretch.map(point => point.y)),
    ...model.expected.flatMap(stretch => stretch.map(point => point.y)),
    ...model.even.flatMap(stretch => stretch.map(point => point.y)),
    ...model.target.map(step => step.y),
    ...(model.criticalLimit === null ? [] : [model.criticalLimit]),
    ...(model.projection ? [model.projection.to.y] : [])
  ].filter(Number.isFinite);
  const low = Math.min(0, ...all);
  const high = Math.max(...all, low);
  return high - low > LEAST_SPAN ? [low, high] : [low, low + 1];
}

/** Round values for the axis: whole ones where everything drawn is whole. */
function ticksOf(model: HistoryModel, height: number): number[] {
  if (model.axis.kind === 'levels') {
    return model.axis.levels.map((_, index) => index + 1);
  }
  if (model.axis.kind === 'share') {
    // One stage is delivered or not; there is nothing in between to mark.
    return model.axis.stages <= 1 ? [0, 1] : [0, 0.25, 0.5, 0.75, 1];
  }
  const values = model.actual.flatMap(stretch => stretch.map(point => point.y)).concat(model.target.map(step => step.y));
  const whole = values.every(Number.isInteger);
  const ticks = scaleLinear()
    .domain(extent(model))
    .nice(height < 220 ? 3 : 4)
    .ticks(height < 220 ? 3 : 4);
  return whole ? ticks.filter(Number.isInteger) : ticks;
}

/** Lays a history out on a drawing of the given size. Pure: the same model, size and labels give the same drawing. */
export function layoutHistory(model: HistoryModel, size: Size, labels: HistoryLabels): HistoryLayout {
  const levels = model.axis.kind === 'levels';
  const short = size.width < SHORT_BELOW;
  const ticks = ticksOf(model, size.height);
  const tickLabels = ticks.map(tick => labels.tick(tick));
  const lastTarget = model.target[model.target.length - 1];
  const sideTexts = [
    ...(lastTarget && !levels ? [labels.target(lastTarget.y)] : []),
    ...(model.projection ? [labels.projection(model.projection.to.y, short)] : []),
    ...(model.criticalLimit === null ? [] : [labels.criticalLimit(model.criticalLimit, short)])
  ];
  // Names of levels are long: they stand on their lines, inside the plot.
  const left = levels ? 8 : Math.ceil(Math.max(12, ...tickLabels.map(widthOf))) + 12;
  const room = sideTexts.length === 0 ? 12 : Math.ceil(Math.max(...sideTexts.map(widthOf))) + 12;
  const right = Math.max(size.width - room, Math.round(left + size.width * LEAST_PLOT));
  const top = model.today === null ? TOP : TOP + 8;
  const bottom = size.height - BOTTOM;

  const [low, high] = extent(model);
  const x = scaleLinear()
    .domain([dayNumber(model.start), dayNumber(model.end)])
    .range([left, right]);
  const y = scaleLinear()
    .domain([Math.min(low, ...ticks), Math.max(high, ...ticks)])
    .range([bottom, top]);
  const at = (point: Pick<ChartPoint, 'day' | 'y'>): [number, number] => [round(x(dayNumber(point.day))), round(y(point.y))];
  const drawing = line().curve(model.stepped ? curveStepAfter : curveLinear);
  const straight = line();

  const last = model.actual.length > 0 ? model.actual[model.actual.length - 1].slice(-1)[0] : null;
  const texts: PlacedText[] = [];
  const side: PlacedText[] = [];
  model.target.forEach((step, index) => {
    if (levels) {
      return;
    }
    if (index === model.target.length - 1) {
      side.push({ x: right + 8, y: y(step.y) + 4, text: labels.target(step.y), anchor: 'start', strong: true });
    } else if (x(dayNumber(step.to)) - x(dayNumber(step.from)) > widthOf(labels.target(step.y))) {
      texts.push({
        x: round(x(dayNumber(step.from)) + 6),
        y: round(y(step.y) - 6),
        text: labels.target(step.y),
        anchor: 'start',
        strong: false
      });
    }
  });
  if (model.projection) {
    side.push({
      x: right + 8,
      y: y(model.projection.to.y) + 4,
      text: labels.projection(model.projection.to.y, short),
      anchor: 'start',
      strong: false
    });
  }
  if (model.criticalLimit !== null) {
    side.push({
      x: right + 8,
      y: y(model.criticalLimit) + 4,
      text: labels.criticalLimit(model.criticalLimit, short),
      anchor: 'start',
      strong: false
    });
  }
  texts.push(...spread(side, top + 4, bottom + 4).map(label => ({ ...label, y: round(label.y) })));
  const todayX = model.today === null ? null : round(x(dayNumber(model.today)));
  if (todayX !== null) {
    texts.push({ x: todayX, y: 12, text: labels.today, anchor: 'middle', strong: false });
  }

  const longest = [...model.expected].sort((one, other) => lengthOf(other) - lengthOf(one))[0];
  const targetCorners = model.target.flatMap(step => [at({ day: step.from, y: step.y }), at({ day: step.to, y: step.y })]);
  const todayLine: Line[] =
    todayX === null
      ? []
      : [
          [
            [todayX - 1, top],
            [todayX + 1, bottom]
          ]
        ];
  const expectedLines = model.expected.map(stretch => stretch.map(at));
  const plot: Box = { left, right, top, bottom };
  const lines: Line[] = [...model.actual.map(stretch => stretch.map(at)), ...expectedLines, ...model.even.map(stretch => stretch.map(at)), targetCorners, ...todayLine];
  if (last && last.quarter !== null && !levels) {
    texts.push(placeValue(labels.value(last.y), at(last), lines, plot));
  }
  const expectedLabel = placeExpected(labels.expected, longest?.map(at), lines, texts, plot);
  if (expectedLabel) {
    texts.push(expectedLabel);
  }

  const critical = model.criticalLimit === null ? null : { y: round(y(model.criticalLimit)) };
  const edges = critical && lastTarget ? [critical.y, round(y(lastTarget.y))].sort((a, b) => a - b) : null;
  return {
    plot,
    rows: ticks.map((tick, index) => ({
      y: round(y(tick)),
      label: levels
        ? { x: left + 4, y: round(y(tick) - 5), text: tickLabels[index], anchor: 'start' as const, strong: false }
        : { x: left - 8, y: round(y(tick) + 4), text: tickLabels[index], anchor: 'end' as const, strong: false }
    })),
    years: yearsBetween(model.start, model.end).map(year => {
      const from = Math.max(left, x(dayNumber(`${year}-01-01`)));
      const to = Math.min(right, x(dayNumber(`${year}-12-31`)));
      return { x: round(from), label: { x: round((from + to) / 2), y: bottom + 24, text: String(year), anchor: 'middle', strong: false } };
    }),
    actual: model.actual.map(stretch => drawing(stretch.map(at)) ?? ''),
    dots: model.actual
      .flatMap(stretch => stretch)
      .filter(point => point.quarter !== null)
      .map(point => {
        const [dotX, dotY] = at(point);
        return { x: dotX, y: dotY, quarter: point.quarter as QuarterCode, value: point.y };
      }),
    expected: model.expected.map(stretch => straight(stretch.map(at)) ?? ''),
    even: model.even.map(stretch => straight(stretch.map(at)) ?? ''),
    target: straight(targetCorners) ?? '',
    critical,
    warning: edges ? { y: edges[0], height: edges[1] - edges[0] } : null,
    projection: model.projection ? (straight([at(model.projection.from), at(model.projection.to)]) ?? '') : '',
    today: todayX,
    texts
  };
}

function lengthOf(stretch: readonly ChartPoint[]): number {
  return stretch.length < 2 ? 0 : dayNumber(stretch[stretch.length - 1].day) - dayNumber(stretch[0].day);
}
