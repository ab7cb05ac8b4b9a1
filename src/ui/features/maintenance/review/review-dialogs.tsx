import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import { NOTE_LIMIT } from '../../../../application/review';
import type { ReviewItem } from '../../../../application/review';
import type { Day } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { Dialog } from '../../../components/dialog/dialog';
import { Icon } from '../../../components/icon/icon';
import { ScrollRegion } from '../../../components/scroll-region/scroll-region';
import { plural, text } from '../../../formatting';
import base from '../../../theme/base.module.scss';
import { leavesText, reportName, reportsText } from './review-texts';
import styles from './review.module.scss';

/** Why a report goes back: its author reads it first thing. */
export const ReturnDialog: React.FC<{ item: ReviewItem; onClose: () => void; onReturn: (reason: string) => void }> = ({ item, onClose, onReturn }) => {
  const [reason, setReason] = React.useState('');
  const [tried, setTried] = React.useState(false);
  const field = React.useRef<HTMLTextAreaElement>(null);
  const written = reason.trim();
  const error = written === '' ? texts.Review_ReasonMissing : written.length > NOTE_LIMIT ? texts.Review_ReasonTooLong : null;
  const giveBack = (): void => {
    setTried(true);
    if (error === null) onReturn(written);
    else if (field.current) field.current.focus();
  };
  return (
    <Dialog
      title={text(texts.Review_ReturnTitle, { report: reportName(item.checkIn) })}
      onClose={onClose}
      initialFocus={field}
      actions={(
        <>
          <Button onClick={onClose}>{texts.Review_Keep}</Button>
          <Button kind="primary" onClick={giveBack}>{texts.Review_Return}</Button>
        </>
      )}
    >
      <p className={base.quiet}>{item.status.keyResult.title}</p>
      <p className={styles.dialogFigure}>{reportsText(item)}</p>
      <label className={base.label} htmlFor="review-reason">{texts.Review_Reason}</label>
      <textarea
        id="review-reason"
        ref={field}
        className={base.input}
        rows={4}
        value={reason}
        onChange={event => setReason(event.target.value)}
        aria-required="true"
        aria-invalid={tried && error !== null}
        aria-describedby={tried && error ? 'review-reason-error' : 'review-reason-hint'}
      />
      {tried && error
        ? <p id="review-reason-error" className={base.error} role="alert"><Icon name="warn" />{error}</p>
        : <p id="review-reason-hint" className={base.hint}>{texts.Review_ReasonHint}</p>}
    </Dialog>
  );
};

/** What is about to be approved together, each by name. */
export const ApproveDialog: React.FC<{ items: readonly ReviewItem[]; today: Day; onClose: () => void; onApprove: () => void }> = (
  { items, today, onClose, onApprove }
) => (
  <Dialog
    title={plural(texts.Review_ApproveTitle, items.length)}
    onClose={onClose}
    actions={(
      <>
        <Button onClick={onClose}>{texts.Review_Keep}</Button>
        <Button kind="primary" onClick={onApprove}>{texts.Review_Approve}</Button>
      </>
    )}
  >
    <p>{texts.Review_ApproveIntro}</p>
    <ScrollRegion className={styles.dialogList} label={texts.Review_ApproveList}>
      <ul>
        {items.map(item => (
          <li key={item.checkIn.id}>
            <span>
              <span className={base.strong}>{reportName(item.checkIn)}</span>
              <span className={styles.under}>{item.status.keyResult.title}</span>
            </span>
            <span className={styles.dialogValue}>{reportsText(item)}<span className={styles.under}>{leavesText(item, today)}</span></span>
          </li>
        ))}
      </ul>
    </ScrollRegion>
  </Dialog>
);
