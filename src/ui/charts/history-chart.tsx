import * as React from 'react';
import type { QuarterCode } from '../../domain';
import base from '../theme/base.module.scss';
import { useContainerWidth } from '../theme/container-width';
import { layoutHistory } from './history-layout';
import type { HistoryLabels } from './history-layout';
import type { HistoryModel } from './history-model';
import type { PlacedText } from './label-placement';
import styles from './history-chart.module.scss';

export interface HistoryChartProps {
  readonly model: HistoryModel;
  readonly labels: HistoryLabels;
  /** What the chart is of. */
  readonly title: string;
  /** What it shows, in words: the alternative for whoever cannot see it. */
  readonly description: string;
  /** Shown when the pointer rests on a point. */
  readonly pointLabel: (quarter: QuarterCode, value: number) => string;
}

/** Width the drawing is laid out for until its own is known, and where there is no layout. */
const USUAL_WIDTH = 760;
/** From here down the drawing is lower, so that a phone shows it whole. Same limit as in chart-frame.module.scss. */
const LOW_UP_TO = 480;

let drawings = 0;

const Label: React.FC<{ at: PlacedText }> = ({ at }) => (
  <text x={at.x} y={at.y} textAnchor={at.anchor} className={at.strong ? styles.strong : undefined}>
    {at.text}
  </text>
);

/** The history of a key result: figures, what was expected, the targets as they changed, and today. Stands in a `ChartFrame`. */
const HistoryChart: React.FC<HistoryChartProps> = ({ model, labels, title, description, pointLabel }) => {
  const [ref, measured] = useContainerWidth<HTMLDivElement>();
  const [id] = React.useState(() => `history-${++drawings}`);
  const width = measured || USUAL_WIDTH;
  const height = width <= LOW_UP_TO ? 240 : 280;
  const layout = React.useMemo(() => layoutHistory(model, { width, height }, labels), [model, width, height, labels]);
  const { plot } = layout;
  return (
    <div ref={ref} className={`${styles.box} ${base[model.light]}`}>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        <defs>
          <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="6" className={styles.hatch} />
          </pattern>
        </defs>
        {layout.warning && (
          <rect
            x={plot.left}
            y={layout.warning.y}
            width={plot.right - plot.left}
            height={layout.warning.height}
            fill={`url(#${id}-hatch)`}
          />
        )}
        {layout.rows.map(row => (
          <line key={row.y} className={styles.grid} x1={plot.left} x2={plot.right} y1={row.y} y2={row.y} />
        ))}
        {layout.years.map(year => (
          <React.Fragment key={year.label.text}>
            <line className={styles.grid} x1={year.x} x2={year.x} y1={plot.bottom} y2={plot.bottom + 8} />
            <Label at={year.label} />
          </React.Fragment>
        ))}
        {layout.critical && (
          <line className={styles.critical} x1={plot.left} x2={plot.right} y1={layout.critical.y} y2={layout.critical.y} />
        )}
        {layout.today !== null && <line className={styles.today} x1={layout.today} x2={layout.today} y1={plot.top} y2={plot.bottom} />}
        {layout.target && <path className={styles.target} d={layout.target} />}
        {layout.even.map(path => (
          <path key={path} className={styles.even} d={path} />
        ))}
        {layout.expected.map(path => (
          <path key={path} className={styles.expected} d={path} />
        ))}
        {layout.projection && <path className={styles.projection} d={layout.projection} />}
        {layout.actual.map(path => (
          <path key={path} className={styles.actual} d={path} />
        ))}
        {layout.dots.map(dot => (
          <circle key={dot.quarter} className={styles.dot} cx={dot.x} cy={dot.y} r="3.5">
            <title>{pointLabel(dot.quarter, dot.value)}</title>
          </circle>
        ))}
        {/* Words last: the names of levels stand on their lines, and nothing may run through them. */}
        {layout.rows.map(row => (
          <Label key={row.y} at={row.label} />
        ))}
        {layout.texts.map(placed => (
          <Label key={`${placed.text} ${placed.y}`} at={placed} />
        ))}
      </svg>
    </div>
  );
};

export default HistoryChart;
