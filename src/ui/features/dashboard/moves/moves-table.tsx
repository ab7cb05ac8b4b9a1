import * as React from 'react';
import * as texts from 'TableroStrings';
import type { Day, ObjectiveTrail } from '../../../../domain';
import { valueOnLine } from '../../../../domain';
import { ScrollRegion } from '../../../components/scroll-region/scroll-region';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { formatDay, formatPercent, text } from '../../../formatting';
import base from '../../../theme/base.module.scss';
import styles from './moves.module.scss';

interface MovesTableProps {
  readonly trails: readonly ObjectiveTrail[];
  readonly end: Day;
}

/** Days of all trails that a report could stand at, oldest first. */
function daysOf(trails: readonly ObjectiveTrail[]): Day[] {
  const days = new Set<Day>();
  for (const { actual } of trails) for (const { day, quarter } of actual) if (quarter !== null) days.add(day);
  return Array.from(days).sort();
}

/** The charts' figures: a row for each quarter's end, real and expected for each objective. */
export const MovesTable: React.FC<MovesTableProps> = ({ trails, end }) => (
  <ScrollRegion label={texts.Moves_Title}>
    <table className={`${base.table} ${styles.table}`}>
      <caption><VisuallyHidden>{texts.Moves_TableCaption}</VisuallyHidden></caption>
      <thead>
        <tr>
          <th scope="col">{texts.Moves_TableDay}</th>
          {trails.map(({ objective }) => <th key={objective.code} scope="col" className={base.right}>{objective.code} {objective.title}</th>)}
        </tr>
      </thead>
      <tbody>
        {daysOf(trails).map(day => (
          <tr key={day}>
            <th scope="row">{formatDay(day)}</th>
            {trails.map(({ objective, actual, expected }) => {
              const point = actual.find(one => one.day === day);
              const then = valueOnLine(expected, day);
              return (
                <td key={objective.code} className={base.right}>
                  {point
                    ? text(texts.Moves_TableCell, { progress: formatPercent(point.value), expected: then === null ? '–' : formatPercent(then) })
                    : texts.Moves_TableNoData}
                </td>
              );
            })}
          </tr>
        ))}
        {trails.some(({ projected }) => projected !== null) && (
          <tr>
            <th scope="row">{text(texts.Moves_TableProjected, { day: formatDay(end) })}</th>
            {trails.map(({ objective, projected }) => (
              <td key={objective.code} className={base.right}>{projected === null ? '–' : formatPercent(projected)}</td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  </ScrollRegion>
);
