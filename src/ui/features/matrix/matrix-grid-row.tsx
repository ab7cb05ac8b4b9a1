import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { ProcessCode } from '../../../domain';
import { Icon } from '../../components/icon/icon';
import { Light, lightWord } from '../../components/light/light';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { plural, text } from '../../formatting';
import { RouteLink } from '../../routing';
import { Mark } from './mark';
import type { MatrixEdit } from './matrix-edit';
import type { KeyResultRow, MatrixRow, StrategicRow, TacticalRow } from './matrix-model';
import styles from './matrix-grid.module.scss';

export interface MatrixGridRowProps {
  readonly row: MatrixRow;
  readonly processes: readonly ProcessCode[];
  /** Where a key result's name leads. */
  readonly route: string;
  /** Column that has the grid's tab stop, −1 when it is in another row. */
  readonly current: number;
  readonly highlight: ProcessCode | null;
  readonly expanded: boolean;
  readonly onToggle: (code: string) => void;
  readonly edit?: MatrixEdit;
  /** Marks as they were before anything was changed; while editing. */
  readonly before?: readonly boolean[];
  readonly selected?: boolean;
}

const names = (...all: (string | false | undefined)[]): string => all.filter(Boolean).join(' ');

const GroupRow: React.FC<MatrixGridRowProps & { row: StrategicRow | TacticalRow }> = ({
  row,
  processes,
  current,
  highlight,
  expanded,
  onToggle,
  edit
}) => {
  const strategic = row.kind === 'strategic';
  const stop = (column: number): { 'data-row': string; 'data-column': number; tabIndex: 0 | -1 } => ({
    'data-row': row.id,
    'data-column': column,
    tabIndex: current === column ? 0 : -1
  });
  return (
    <tr role="row" aria-rowindex={row.index} className={strategic ? styles.strategic : styles.tactical}>
      <th role="rowheader" scope="rowgroup" colSpan={2} aria-colindex={1} aria-colspan={2} className={styles.group}>
        <button type="button" className={styles.toggle} aria-expanded={expanded} onClick={() => onToggle(row.id)} {...stop(0)}>
          <Icon name={expanded ? 'down' : 'right'} />
          <span className={styles.groupName}>
            <span className={styles.groupCode}>{strategic ? row.id : row.id.split('-').pop()}</span>{' '}
            {strategic ? row.objective.title : row.objective.statement || row.objective.title}
          </span>
          <span className={styles.groupCount}>
            {strategic ? (
              plural(strings.Matrix_Results, row.keyResults)
            ) : (
              <>
                {row.keyResults}
                <VisuallyHidden>{plural(strings.Matrix_ResultsWord, row.keyResults)}</VisuallyHidden>
              </>
            )}
          </span>
        </button>
      </th>
      {processes.map((process, index) => {
        const count = row.counts.byProcess[index];
        return (
          <td
            key={process}
            role="gridcell"
            aria-colindex={index + 3}
            className={names(styles.process, count === 0 && styles.none, process === highlight && styles.highlighted, edit && styles.editable)}
            title={edit ? text(edit.words.toggle, { process, row: row.id }) : undefined}
            onClick={edit ? () => edit.onToggle(row.id, process) : undefined}
            {...stop(index + 2)}
          >
            {/* An objective's zeros are worth seeing; those of its parts would only fill the grid. */}
            {strategic || count > 0 ? count : <VisuallyHidden>0</VisuallyHidden>}
          </td>
        );
      })}
      <td role="gridcell" aria-colindex={processes.length + 3} className={styles.count} {...stop(processes.length + 2)}>
        {row.counts.total}
      </td>
    </tr>
  );
};

const Name: React.FC<MatrixGridRowProps & { row: KeyResultRow; stop: { 'data-row': string; 'data-column': number; tabIndex: 0 | -1 } }> = (
  { row, route, edit, selected, stop }
) => {
  const { keyResult } = row.status;
  const words = (
    <>
      <span className={styles.code}>{keyResult.code}</span>
      <span className={styles.wording}>{keyResult.title}</span>
    </>
  );
  if (!edit) return <RouteLink id={`kr-${keyResult.code}`} to={route} className={styles.link} title={keyResult.title} {...stop}>{words}</RouteLink>;
  return (
    <label className={styles.link} title={keyResult.title}>
      <input
        type="checkbox"
        className={styles.box}
        checked={selected === true}
        disabled={edit.readOnly.has(row.id)}
        aria-label={text(edit.words.select, { row: row.id })}
        onChange={() => edit.onSelect(row.id)}
        {...stop}
      />
      {words}
    </label>
  );
};

const ResultRow: React.FC<MatrixGridRowProps & { row: KeyResultRow }> = props => {
  const { row, processes, current, highlight, edit, before } = props;
  const { light } = row.status;
  const nobody = row.count === 0;
  const locked = edit !== undefined && edit.readOnly.has(row.id);
  const changed = (index: number): boolean => before !== undefined && before[index] !== row.marks[index];
  const stop = (column: number): { 'data-row': string; 'data-column': number; tabIndex: 0 | -1 } => ({
    'data-row': row.id,
    'data-column': column,
    tabIndex: current === column ? 0 : -1
  });
  return (
    <tr role="row" aria-rowindex={row.index} className={nobody ? styles.nobody : undefined}>
      <th role="rowheader" scope="row" aria-colindex={1} className={styles.name}>
        <Name {...props} stop={stop(0)} />
      </th>
      <td role="gridcell" aria-colindex={2} {...stop(1)}>
        <Light light={light} />
      </td>
      {processes.map((process, index) => (
        <td
          key={process}
          role="gridcell"
          aria-colindex={index + 3}
          className={names(
            styles.process, process === highlight && styles.highlighted, nobody && styles.hatched, edit && !locked && styles.editable,
            changed(index) && styles.changed
          )}
          title={locked && edit ? edit.words.readOnly : undefined}
          aria-readonly={locked || undefined}
          onClick={edit && !locked ? () => edit.onToggle(row.id, process) : undefined}
          {...stop(index + 2)}
        >
          {row.marks[index] ? (
            <>
              <Mark light={light} />
              <VisuallyHidden>{text(strings.Matrix_Answers, { process, light: lightWord(light) })}</VisuallyHidden>
            </>
          ) : (
            <VisuallyHidden>{strings.Matrix_AnswersNot}</VisuallyHidden>
          )}
          {edit && changed(index) && <VisuallyHidden> {edit.words.changed}</VisuallyHidden>}
        </td>
      ))}
      <td role="gridcell" aria-colindex={processes.length + 3} className={styles.count} {...stop(processes.length + 2)}>
        {nobody ? strings.Matrix_Nobody : row.count}
      </td>
    </tr>
  );
};

/** One row of the grid. Drawn again only when something in it changes: moving through the grid touches two rows of a hundred. */
export const MatrixGridRow = React.memo(function MatrixGridRow(props: MatrixGridRowProps) {
  const { row } = props;
  return row.kind === 'keyResult' ? <ResultRow {...props} row={row} /> : <GroupRow {...props} row={row} />;
});
