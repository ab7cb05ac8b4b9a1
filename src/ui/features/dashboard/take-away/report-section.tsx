import * as React from 'react';
import base from '../../../theme/base.module.scss';
import styles from './report.module.scss';

export interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly sentence?: React.ReactNode;
  /** When printed: begins a page of its own, or moves to the next one rather than be cut. */
  readonly paging?: 'newPage' | 'together';
}

export const ReportSection: React.FC<SectionProps> = ({ id, title, sentence, paging, children }) => (
  <section
    className={paging ? `${styles.section} ${styles[paging]}` : styles.section}
    aria-labelledby={`informe-${id}`}
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a phone its table scrolls, which the keyboard must be able to do
    tabIndex={0}
  >
    <div className={styles.sectionHead}>
      <h2 id={`informe-${id}`} className={base.h2}>{title}</h2>
      {sentence && <p className={base.quiet}>{sentence}</p>}
    </div>
    {children}
  </section>
);
