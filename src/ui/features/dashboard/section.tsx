import * as React from 'react';
import base from '../../theme/base.module.scss';
import styles from './dashboard.module.scss';

export interface SectionProps {
  /** Also the section's anchor. */
  readonly id: string;
  readonly title: string;
  /** What the section says, in a sentence. */
  readonly sentence?: React.ReactNode;
  /** At the other end of the title's line. */
  readonly aside?: React.ReactNode;
}

/** A section of the page: its heading, a sentence, then what shows it. */
export const Section: React.FC<SectionProps> = ({ id, title, sentence, aside, children }) => (
  <section className={styles.section} aria-labelledby={`tablero-${id}`}>
    <div className={styles.title}>
      <div>
        <h2 className={base.h2} id={`tablero-${id}`}>{title}</h2>
        {sentence && <p className={base.quiet}>{sentence}</p>}
      </div>
      {aside}
    </div>
    {children}
  </section>
);
