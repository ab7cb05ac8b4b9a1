import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../application/board';
import { isAppError } from '../../application/errors';
import { Button, buttonClass } from '../components/button/button';
import { describeError } from '../components/error-state/describe-error';
import { MessageBar } from '../components/message-bar/message-bar';
import { VisuallyHidden } from '../components/visually-hidden/visually-hidden';
import type { WorkspaceState } from '../data/use-workspace';
import { formatMoment, formatTime, isSameDay, text } from '../formatting';
import { useServices } from '../services';
import styles from './frame.module.scss';

/** Seconds left until a moment, counting down. */
function useSecondsUntil(moment: number): number {
  const left = (): number => Math.max(0, Math.ceil((moment - Date.now()) / 1000));
  const [seconds, setSeconds] = React.useState(left);
  const leftRef = React.useRef(left);
  leftRef.current = left;
  React.useEffect(() => {
    setSeconds(leftRef.current());
    const timer = setInterval(() => setSeconds(leftRef.current()), 500);
    return () => clearInterval(timer);
  }, [moment]);
  return seconds;
}

/** SharePoint asked for a pause: how long it still takes. Said aloud once, not at every second. */
export const Waiting: React.FC<{ retryAt: number; seen?: string }> = ({ retryAt, seen }) => {
  const seconds = useSecondsUntil(retryAt);
  const say = (n: number): string => (seen ? text(strings.Shell_Throttled, { n, seen }) : text(strings.Error_Throttled, { n }));
  const announced = React.useRef({ retryAt, said: say(seconds) });
  if (announced.current.retryAt !== retryAt) announced.current = { retryAt, said: say(seconds) };
  return (
    <MessageBar kind="warning" icon="clock" className={seen ? undefined : styles.message}>
      <span aria-hidden="true">{say(seconds)}</span>
      <span role="status"><VisuallyHidden>{announced.current.said}</VisuallyHidden></span>
    </MessageBar>
  );
};

/** What the person should know of the data on screen: that it is not of now, and why. */
export const StatusBars: React.FC<{ board: Board | null; state: WorkspaceState }> = ({ board, state }) => {
  const { links, now } = useServices();
  const { error, offline, retryAt, refresh } = state;
  if (!board) return <div className={styles.bars} />;
  const { readAt } = board.workspace;
  const moment = now();
  // What is on screen was read then.
  const seen = isSameDay(readAt, moment)
    ? text(strings.Shell_SeenToday, { time: formatTime(readAt) })
    : text(strings.Shell_SeenBefore, { when: formatMoment(readAt, moment) });
  return (
    <div className={styles.bars}>
      {board.workspace.supersededBy && <MessageBar>{text(strings.Shell_PlanOver, { plan: board.workspace.supersededBy })}</MessageBar>}
      {offline && (
        <MessageBar kind="warning" icon="offline" role="status">
          {text(strings.Shell_Offline, { seen })}
        </MessageBar>
      )}
      {!offline && retryAt !== null && <Waiting retryAt={retryAt} seen={seen} />}
      {!offline && retryAt === null && error && (
        <MessageBar
          kind="error"
          role="alert"
          actions={
            <>
              {isAppError(error, 'columnMissing') && error.details.list && (
                <a className={buttonClass()} href={links.list(error.details.list)} target="_blank" rel="noreferrer">
                  {strings.Common_OpenList}<VisuallyHidden>{strings.Common_NewTab}</VisuallyHidden>
                </a>
              )}
              <Button onClick={() => { void refresh(); }}>{strings.Common_Retry}</Button>
            </>
          }
        >
          {describeError(error)} {text(strings.Shell_NotRefreshed, { seen })}
        </MessageBar>
      )}
    </div>
  );
};
