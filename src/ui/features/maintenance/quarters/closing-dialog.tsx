import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { ClosingPoint, ClosingPreview } from '../../../../application/closing';
import { knownProgress } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { Dialog } from '../../../components/dialog/dialog';
import { formatDayMonth, formatPercent, plural, text } from '../../../formatting';
import base from '../../../theme/base.module.scss';
import styles from './quarters.module.scss';

/** What closing all the same means, said once more; `null` for what needs no decision. */
function decided(point: ClosingPoint): string | null {
  switch (point.kind) {
    case 'windowOpen': return text(texts.Closing_DecidedWindow, { day: formatDayMonth(point.windowEnds) });
    case 'pendingReviews': return point.count > 0 ? plural(texts.Closing_DecidedReviews, point.count) : null;
    case 'problems': return point.count > 0 ? plural(texts.Closing_DecidedProblems, point.count) : null;
    default: return null;
  }
}

export interface ClosingDialogProps {
  readonly preview: ClosingPreview;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Names what closing does before it is done. */
export const ClosingDialog: React.FC<ClosingDialogProps> = ({ preview, onClose, onConfirm }) => {
  const { quarter: { quarter: { code } }, rows, after } = preview;
  const progress = knownProgress(after);
  const cancel = React.useRef<HTMLButtonElement>(null);
  const decisions = preview.points.map(decided).filter((words): words is string => words !== null);
  return (
    <Dialog
      title={text(texts.Closing_ConfirmTitle, { quarter: code })}
      onClose={onClose}
      initialFocus={cancel}
      actions={(
        <>
          <Button ref={cancel} onClick={onClose}>{texts.Closing_Cancel}</Button>
          <Button kind="primary" onClick={onConfirm}>{text(texts.Closing_Close, { quarter: code })}</Button>
        </>
      )}
    >
      <ul className={styles.consequences}>
        <li>{text(texts.Closing_ConsequenceReports, { quarter: code })}</li>
        <li>
          {plural(texts.Closing_ConsequenceRows, rows.length)}
          {progress !== null && <> {text(texts.Closing_ConsequencePlan, { progress: formatPercent(progress) })}</>}
        </li>
        <li>{texts.Closing_ConsequenceReopen}</li>
        {decisions.map((words) => <li key={words} className={base.strong}>{words}</li>)}
      </ul>
    </Dialog>
  );
};
