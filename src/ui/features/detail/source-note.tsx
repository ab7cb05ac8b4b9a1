import * as React from 'react';
import * as strings from 'SigaciStrings';
import { Icon } from '../../components/icon/icon';
import styles from './detail.module.scss';

/** What the plan says against itself about the key result, in full. */
export const SourceNote: React.FC<{ note: string }> = ({ note }) => (
  <section className={styles.box} aria-labelledby="detail-note">
    <h2 id="detail-note" className={styles.boxTitle}>
      <Icon name="note" />
      {strings.Detail_Contradiction}
    </h2>
    <div className={styles.cite}>
      {note
        .split(/\n+/)
        .filter(line => line.trim() !== '')
        .map(line => (
          <p key={line}>{line}</p>
        ))}
    </div>
    <p className={styles.aside}>{strings.Detail_ContradictionHint}</p>
  </section>
);
