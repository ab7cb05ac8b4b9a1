import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { KeyResultCode, ProcessCode } from '../../../../domain';
import { Chip } from '../../../components/chip/chip';
import base from '../../../theme/base.module.scss';
import type { KeyResultRow, MatrixRow } from '../../matrix/matrix-model';
import styles from './responsibilities.module.scss';

export interface ToggleListProps {
  readonly rows: readonly MatrixRow[];
  readonly processes: readonly ProcessCode[];
  readonly readOnly: ReadonlySet<KeyResultCode>;
  readonly changed: ReadonlySet<KeyResultCode>;
  readonly onToggle: (keyResult: KeyResultCode, process: ProcessCode) => void;
}

/** The matrix on a phone: a key result below the other, its processes as switches. */
export const ToggleList: React.FC<ToggleListProps> = ({ rows, processes, readOnly, changed, onToggle }) => (
  <>
    {rows.map((group) => {
      if (group.kind !== 'tactical') return null;
      const members = rows.filter((row): row is KeyResultRow => row.kind === 'keyResult' && row.tactical === group.id);
      return members.length === 0 ? null : (
        <section key={group.id} aria-label={group.id} className={styles.group}>
          <h2 className={base.h3}><span className={base.quiet}>{group.id}</span> {group.objective.statement || group.objective.title}</h2>
          <ul className={styles.list}>
            {members.map((row) => (
              <li key={row.id} className={changed.has(row.id) ? `${styles.item} ${styles.changed}` : styles.item}>
                <span className={base.code}>{row.id}</span>
                {changed.has(row.id) && <> <span className={base.tag}>{texts.Stand_Unsaved}</span></>}
                <p>{row.status.keyResult.title}</p>
                {readOnly.has(row.id) ? <p className={`${base.small} ${base.quiet}`}>{texts.Stand_ReadOnly}</p> : (
                  <div className={styles.switches} role="group" aria-label={row.id}>
                    {processes.map((process, index) => (
                      <Chip key={process} pressed={row.marks[index]} onToggle={() => onToggle(row.id, process)}>{process}</Chip>
                    ))}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      );
    })}
  </>
);
