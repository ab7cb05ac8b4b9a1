import * as React from 'react';
import * as strings from 'SigaciStrings';
import { Button } from '../button/button';
import { Icon } from '../icon/icon';
import styles from './panel.module.scss';
import { useModal } from './use-modal';

export interface PanelProps {
  readonly title: React.ReactNode;
  /** Under the close button and Escape. The panel is open as long as it is rendered. */
  readonly onClose: () => void;
  /** Stays in sight at the bottom. */
  readonly foot?: React.ReactNode;
  readonly initialFocus?: React.RefObject<HTMLElement>;
  /** 480 px, or 640; the whole window on a phone. */
  readonly size?: 'standard' | 'wide';
}

/** A modal panel at the right; on a phone a page of its own with a fixed foot. */
export const Panel: React.FC<PanelProps> = ({ title, onClose, foot, initialFocus, size = 'standard', children }) => {
  const ref = useModal({ onClose, initialFocus });
  const titleId = React.useRef(`panel-${Math.random().toString(36).slice(2)}`).current;
  return (
    <dialog
      ref={ref}
      className={size === 'wide' ? `${styles.panel} ${styles.wide}` : styles.panel}
      aria-labelledby={titleId}
      aria-modal="true"
    >
      <div className={styles.frame}>
        <header className={styles.head}>
          <h2 id={titleId} className={styles.title}>{title}</h2>
          <Button kind="icon" onClick={onClose} aria-label={strings.Common_Close} title={strings.Common_Close}><Icon name="close" /></Button>
        </header>
        <div className={styles.body}>{children}</div>
        {foot && <footer className={styles.foot}>{foot}</footer>}
      </div>
    </dialog>
  );
};
