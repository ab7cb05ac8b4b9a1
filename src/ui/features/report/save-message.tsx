import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { AppError } from '../../../application/errors';
import type { QuarterCode } from '../../../domain';
import { Button } from '../../components/button/button';
import { describeError, technicalDetail } from '../../components/error-state/describe-error';
import { MessageBar } from '../../components/message-bar/message-bar';
import { PauseBar } from '../../components/pause/pause-bar';
import { text } from '../../formatting';
import base from '../../theme/base.module.scss';
import type { SaveState } from './use-save';

export interface SaveMessageProps {
  readonly state: SaveState;
  readonly quarter: QuarterCode;
  readonly correcting: boolean;
  /** What was typed is in the browser's storage. */
  readonly draftKept: boolean;
  readonly onRetry: () => void;
  readonly onSaveAsNew: () => void;
  readonly onStop: () => void;
  /** Another quarter that takes reports, for when this one has been closed; `null` without one. */
  readonly otherQuarter: QuarterCode | null;
  readonly onMoveTo: (quarter: QuarterCode) => void;
  readonly className?: string;
}

function failureWords(error: AppError, quarter: QuarterCode, correcting: boolean): string {
  switch (error.kind) {
    case 'noAccess': return correcting ? strings.Report_FailedNotYours : strings.Report_FailedNoAccess;
    case 'quarterClosed': return text(strings.Report_QuarterClosed, { quarter });
    case 'refused': return error.details.detail ? text(strings.Report_FailedRefused, { words: error.details.detail }) : strings.Error_Refused;
    case 'offline': return strings.Report_FailedOffline;
    case 'duplicate': return strings.Report_FailedDuplicate;
    case 'gone': return correcting ? strings.Report_FailedGone : describeError(error);
    default: return describeError(error);
  }
}

/** Failures that the same request may not meet a second time. */
const WORTH_RETRYING: readonly AppError['kind'][] = ['offline', 'unavailable', 'unexpected', 'throttled', 'conflict', 'duplicate'];
/** Failures whose cause is in SharePoint's own words. */
const TECHNICAL: readonly AppError['kind'][] = ['unavailable', 'unexpected', 'columnMissing', 'listMissing'];

/** What became of saving, when it did not simply work. */
export const SaveMessage: React.FC<SaveMessageProps> = (
  { state, quarter, correcting, draftKept, onRetry, onSaveAsNew, onStop, otherQuarter, onMoveTo, className }
) => {
  if (state.kind === 'waiting') {
    return <PauseBar pause={state.pause} words={draftKept ? strings.Report_Throttled : undefined} onStop={onStop} className={className} />;
  }
  if (state.kind !== 'failed') return null;
  const { error } = state;
  const gone = correcting && error.kind === 'gone';
  const retry = WORTH_RETRYING.indexOf(error.kind) >= 0;
  let action: React.ReactNode;
  if (gone) action = <Button onClick={onSaveAsNew}>{strings.Report_SaveAsNew}</Button>;
  else if (retry) action = <Button onClick={onRetry}>{strings.Common_Retry}</Button>;
  else if (error.kind === 'quarterClosed' && otherQuarter !== null) {
    action = <Button onClick={() => onMoveTo(otherQuarter)}>{text(strings.Report_MoveToQuarter, { quarter: otherQuarter })}</Button>;
  }
  const detail = TECHNICAL.indexOf(error.kind) >= 0 ? technicalDetail(error) : null;
  return (
    <MessageBar
      kind="error"
      icon={error.kind === 'offline' ? 'offline' : 'warn'}
      role="alert"
      className={className}
      actions={action}
    >
      {failureWords(error, quarter, correcting)}{draftKept && ` ${strings.Report_DraftSafe}`}
      {detail && <span className={`${base.hint}`}>{detail}</span>}
    </MessageBar>
  );
};
