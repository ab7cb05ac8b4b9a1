import * as React from 'react';
import { useModal } from '../panel/use-modal';
import styles from './dialog.module.scss';

export interface DialogProps {
  readonly title: string;
  /** Under Escape. The dialog is open as long as it is rendered. */
  readonly onClose: () => void;
  /** Buttons, the one that goes on last. */
  readonly actions: React.ReactNode;
  readonly initialFocus?: React.RefObject<HTMLElement>;
}

/** Asks for a decision before anything goes on. */
export const Dialog: React.FC<DialogProps> = ({ title, onClose, actions, initialFocus, children }) => {
  const ref = useModal({ onClose, initialFocus });
  const titleId = React.useRef(`dialog-${Math.random().toString(36).slice(2)}`).current;
  return (
    <dialog ref={ref} className={styles.dialog} aria-labelledby={titleId} aria-modal="true">
      <div className={styles.body}>
        <h2 id={titleId} className={styles.title}>{title}</h2>
        {children}
        <div className={styles.actions}>{actions}</div>
      </div>
    </dialog>
  );
};
