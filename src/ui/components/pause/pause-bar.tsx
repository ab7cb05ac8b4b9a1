import * as React from 'react';
import * as strings from 'SigaciStrings';
import { text } from '../../formatting';
import { Button } from '../button/button';
import { MessageBar } from '../message-bar/message-bar';
import { VisuallyHidden } from '../visually-hidden/visually-hidden';
import type { Pause } from './use-pause';

export interface PauseBarProps {
  /** Nothing is shown while there is none. */
  readonly pause: Pause | null;
  /** Words with `{n}` for the seconds left; those of any request by default. */
  readonly words?: string;
  readonly onStop: () => void;
  readonly className?: string;
}

/** SharePoint asked for a pause: how long it takes, and the way not to wait. */
export const PauseBar: React.FC<PauseBarProps> = ({ pause, words = strings.Error_Throttled, onStop, className }) => (pause === null ? null : (
  <MessageBar kind="warning" icon="clock" className={className} actions={<Button onClick={onStop}>{strings.Common_StopWaiting}</Button>}>
    {/* Told once: a countdown read aloud every second would drown the rest. */}
    <span aria-hidden="true">{text(words, { n: pause.seconds })}</span>
    <VisuallyHidden><span role="status">{text(words, { n: pause.of })}</span></VisuallyHidden>
  </MessageBar>
));
