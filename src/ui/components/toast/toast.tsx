import * as React from 'react';
import * as strings from 'SigaciStrings';
import { Icon } from '../icon/icon';
import styles from './toast.module.scss';

export interface ToastMessage {
  /** Another key is another message: the time starts again. */
  readonly key: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface ToastProps {
  readonly message: ToastMessage | null;
  readonly onDismiss: () => void;
}

/** Milliseconds a message stays; one with an action longer, since it is the only place to find it. */
const PLAIN = 8000;
const WITH_ACTION = 30000;

/** Where the focus was before it came to the message, so that it can go back when the message is gone; the page when that is gone too. */
function useWayBack(): { enter: (event: React.FocusEvent) => void; leave: (event: React.MouseEvent) => void } {
  const before = React.useRef<Element | null>(null);
  return {
    enter: ({ currentTarget, relatedTarget }) => {
      if (!(relatedTarget instanceof Element && currentTarget.contains(relatedTarget))) before.current = relatedTarget as Element | null;
    },
    leave: ({ currentTarget }) => {
      if (currentTarget !== document.activeElement) return;
      const back = before.current && before.current.isConnected ? before.current : document.querySelector('[data-main]');
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    }
  };
}

/** Confirms what was done, with a way back. It waits while the pointer or the focus is on it. */
export const Toast: React.FC<ToastProps> = ({ message, onDismiss }) => {
  const [held, setHeld] = React.useState(false);
  const { enter, leave } = useWayBack();
  const onDismissRef = React.useRef(onDismiss);
  onDismissRef.current = onDismiss;
  const key = message ? message.key : null;
  const stay = message && message.action ? WITH_ACTION : PLAIN;
  React.useEffect(() => {
    if (key === null || held) return undefined;
    const timer = setTimeout(() => onDismissRef.current(), stay);
    return () => clearTimeout(timer);
  }, [key, held, stay]);
  React.useEffect(() => { if (key === null) setHeld(false); }, [key]);
  const { action, text } = message || { action: undefined, text: '' };
  return (
    // The region is always there: one that appears together with its text is not announced everywhere.
    <div className={styles.place} role="status">
      {message && (
        <div
          key={message.key}
          className={styles.toast}
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          onFocus={event => {
            enter(event);
            setHeld(true);
          }}
          onBlur={() => setHeld(false)}
        >
          <span className={styles.words}>{text}</span>
          {action && <button type="button" className={styles.action} onClick={event => { leave(event); action.run(); }}>{action.label}</button>}
          <button type="button" className={styles.close} onClick={event => { leave(event); onDismiss(); }} aria-label={strings.Common_Close}><Icon name="close" /></button>
        </div>
      )}
    </div>
  );
};
