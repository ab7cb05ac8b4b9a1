import * as React from 'react';
import * as texts from 'TableroStrings';
import { cityYears } from '../../../../domain';
import type { Indicator } from '../../../../domain';
import { text } from '../../../formatting';
import base from '../../../theme/base.module.scss';
import { useContainerWidth } from '../../../theme/container-width';
import { CITY_LIGHT, cutOf, yearFigure } from '../../detail/city-texts';
import styles from './city-chart.module.scss';
import { cityNumber } from './city-model';
import type { CityRow } from './city-model';

const HEIGHT = 220;
const TOP = 24;
const BOTTOM = 44;
const USUAL_WIDTH = 640;

function describe(indicator: Indicator): string {
  return cityYears(indicator).map(({ row }) => text(texts.City_ChartYear, {
    year: cutOf(row), achieved: yearFigure(row.achieved, row.missing), target: yearFigure(row.target, null)
  })).join(' ');
}

/** What was achieved each year, as a bar, against the year's target, as a line across it. */
const CityChart: React.FC<{ row: CityRow }> = ({ row: { indicator, light } }) => {
  const [ref, measured] = useContainerWidth<HTMLDivElement>();
  const width = measured || USUAL_WIDTH;
  const id = `city-${indicator.code.replace(/\W/g, '-')}`;
  const years = cityYears(indicator);
  const highest = Math.max(0, ...years.flatMap(({ row }) => [row.achieved || 0, row.target || 0])) || 1;
  const slot = width / Math.max(1, years.length);
  const barWidth = Math.min(72, slot * 0.5);
  const y = (value: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - Math.max(0, value) / highest);
  const floor = y(0);
  return (
    <div ref={ref} className={base[CITY_LIGHT[light].light]}>
      <svg className={styles.chart} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-desc`}>
        <title id={`${id}-title`}>{text(texts.City_ChartTitle, { indicator: indicator.title })}</title>
        <desc id={`${id}-desc`}>{describe(indicator)}</desc>
        <line className={styles.floor} x1={0} x2={width} y1={floor} y2={floor} />
        {years.map(({ row }, index) => {
          const middle = slot * (index + 0.5);
          const top = row.achieved === null ? floor : y(row.achieved);
          // Above the bar, and above the line too where that would run through it.
          const line = row.target === null ? HEIGHT : y(row.target);
          const above = (line < top + 4 && line > top - 24 ? Math.min(top, line) : top) - 8;
          return (
            <g key={row.year}>
              {row.achieved !== null && (
                <rect className={styles.bar} x={middle - barWidth / 2} width={barWidth} y={top} height={Math.max(0, floor - top)} rx={2} />
              )}
              {row.target !== null && (
                <line className={styles.target} x1={middle - barWidth / 2 - 10} x2={middle + barWidth / 2 + 10} y1={y(row.target)} y2={y(row.target)} />
              )}
              <text className={styles.value} x={middle} y={above} textAnchor="middle">
                {row.achieved === null ? yearFigure(null, row.missing) : cityNumber(row.achieved)}
              </text>
              <text x={middle} y={HEIGHT - 24} textAnchor="middle">{cutOf(row)}</text>
              <text x={middle} y={HEIGHT - 6} textAnchor="middle">
                {row.target === null ? '' : text(texts.City_ChartTarget, { target: cityNumber(row.target) })}
              </text>
            </g>
          );
        })}
      </svg>
      <p className={`${base.small} ${base.quiet}`}>{text(texts.City_ChartKey, { unit: indicator.unit })}</p>
    </div>
  );
};

export default CityChart;
