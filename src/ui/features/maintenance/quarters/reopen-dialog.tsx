import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { QuarterCode } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { Dialog } from '../../../components/dialog/dialog';
import { Icon } from '../../../components/icon/icon';
import { text } from '../../../formatting';
import base from '../../../theme/base.module.scss';
import styles from './quarters.module.scss';

export interface ReopenDialogProps {
  readonly quarter: QuarterCode;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
}

/** Opening a closed quarter again takes a reason, which stays on its row. */
export const ReopenDialog: React.FC<ReopenDialogProps> = ({ quarter, busy, onClose, onConfirm }) => {
  const [reason, setReason] = React.useState('');
  const [missing, setMissing] = React.useState(false);
  const field = React.useRef<HTMLTextAreaElement>(null);
  const confirm = (): void => {
    if (reason.trim() === '') {
      setMissing(true);
      if (field.current) field.current.focus();
    } else onConfirm(reason.trim());
  };
  return (
    <Dialog
      title={text(texts.Closing_ReopenTitle, { quarter })}
      onClose={onClose}
      initialFocus={field}
      actions={(
        <>
          <Button onClick={onClose}>{texts.Closing_Cancel}</Button>
          <Button kind="primary" unavailable={busy} onClick={confirm}>{text(texts.Closing_ReopenQuarter, { quarter })}</Button>
        </>
      )}
    >
      <ul className={styles.consequences}>
        <li>{text(texts.Closing_ReopenReports, { quarter })}</li>
        <li>{texts.Closing_ReopenCutoffs}</li>
      </ul>
      <label className={base.label} htmlFor="reopen-reason">{texts.Closing_Reason}</label>
      <textarea
        id="reopen-reason"
        ref={field}
        className={base.input}
        rows={3}
        maxLength={500}
        value={reason}
        aria-required="true"
        aria-invalid={missing || undefined}
        aria-describedby="reopen-reason-hint"
        onChange={(event) => {
          setReason(event.target.value);
          setMissing(false);
        }}
      />
      {missing
        ? <p id="reopen-reason-hint" className={base.error} role="alert"><Icon name="warn" />{texts.Closing_ErrorReasonMissing}</p>
        : <p id="reopen-reason-hint" className={base.hint}>{texts.Closing_ReasonHint}</p>}
    </Dialog>
  );
};
