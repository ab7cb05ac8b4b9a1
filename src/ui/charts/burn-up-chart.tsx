import * as React from 'react';
import { dayNumber, yearOf } from '../../domain';
import type { Day, DayValue, Light } from '../../domain';
import base from '../theme/base.module.scss';
import { useContainerWidth } from '../theme/container-width';
import styles from './burn-up-chart.module.scss';

/** How a share has grown and where it is heading; free of words but for the labels given. */
export interface BurnUpModel {
  readonly start: Day;
  readonly end: Day;
  /** Oldest first; the last one is where it stands. 1 is the target. */
  readonly actual: readonly DayValue[];
  readonly expected: readonly DayValue[];
  /** Share at the end at the present pace. */
  readonly projected: number | null;
  readonly light: Light;
}

export interface BurnUpChartProps {
  readonly model: BurnUpModel;
  /** What it shows, in words. */
  readonly label: string;
  /** On the target's line: `100 %`. */
  readonly targetLabel: string;
  /** Shown when the pointer rests on a point. */
  readonly pointLabel: (point: DayValue) => string;
}

/** Width until its own is known, and where there is no layout. */
const USUAL_WIDTH = 216;
const HEIGHT = 116;
const TOP = 8;
const BOTTOM = 98;
/** Room for a year's label. */
const YEAR_WIDTH = 36;

/** The years that begin within the dates, the first one at their start. */
function yearMarks(start: Day, end: Day): { year: number; day: Day }[] {
  const marks: { year: number; day: Day }[] = [];
  for (let year = yearOf(start); year <= yearOf(end); year++) {
    const day = `${year}-01-01`;
    marks.push({ year, day: day < start ? start : day });
  }
  return marks;
}

/** A small burn-up: what was done against what was expected, and where the pace leads. */
export const BurnUpChart: React.FC<BurnUpChartProps> = ({ model, label, targetLabel, pointLabel }) => {
  const [ref, measured] = useContainerWidth<HTMLDivElement>();
  const width = measured || USUAL_WIDTH;
  const { start, end, actual, expected, projected, light } = model;
  const from = dayNumber(start);
  const span = Math.max(1, dayNumber(end) - from);
  const top = Math.max(1, projected || 0, ...actual.map(({ value }) => value), ...expected.map(({ value }) => value));
  // The last point and its ring stay within the drawing.
  const x = (day: Day): number => Math.round(Math.min(1, Math.max(0, (dayNumber(day) - from) / span)) * (width - 4) * 10) / 10;
  const y = (value: number): number => Math.round((BOTTOM - (BOTTOM - TOP) * Math.max(0, value) / top) * 10) / 10;
  const path = (points: readonly DayValue[]): string => points.map(({ day, value }, index) => `${index === 0 ? 'M' : 'L'}${x(day)} ${y(value)}`).join('');
  const last = actual[actual.length - 1];
  return (
    <div ref={ref} className={`${styles.box} ${base[light]}`}>
      <svg className={styles.chart} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
        {[0, 0.5].map(share => <line key={share} className={styles.grid} x1={0} x2={width} y1={y(share)} y2={y(share)} />)}
        <line className={styles.target} x1={0} x2={width} y1={y(1)} y2={y(1)} />
        {expected.length > 1 && <path className={styles.expected} d={path(expected)} />}
        {last && projected !== null && <path className={styles.projection} d={path([last, { day: end, value: projected }])} />}
        {actual.length > 1 && <path className={styles.actual} d={path(actual)} />}
        {actual.slice(0, -1).map(point => (
          <circle key={point.day} className={styles.point} cx={x(point.day)} cy={y(point.value)} r="6"><title>{pointLabel(point)}</title></circle>
        ))}
        {last && <circle className={styles.now} cx={x(last.day)} cy={y(last.value)} r="3.5"><title>{pointLabel(last)}</title></circle>}
        <text x={2} y={y(1) + 13}>{targetLabel}</text>
        {yearMarks(start, end).filter(({ day }) => x(day) + YEAR_WIDTH <= width).map(({ year, day }) => (
          <text key={year} x={x(day)} y={113}>{year}</text>
        ))}
      </svg>
    </div>
  );
};
