import * as React from 'react';
import * as strings from 'SigaciStrings';
import { Button } from '../../components/button/button';
import { formatTime, plural, text } from '../../formatting';
import type { ConflictField, Side } from './conflict';
import styles from './report-form.module.scss';
import { otherQuarter } from './eligibility';
import { SaveMessage } from './save-message';
import type { KeptDraft } from './use-form';
import type { Report } from './use-report';

export interface ReportFootProps {
  readonly formId: string;
  readonly report: Report;
  readonly correcting: boolean;
  /** What was typed is in the browser's storage. */
  readonly draftKept: boolean;
  readonly chosen: Readonly<Partial<Record<ConflictField, Side>>>;
  readonly onOverwrite: () => void;
  /** From the two versions of a conflict to the form. */
  readonly onBack: () => void;
  readonly onClose: () => void;
}

function draftWords(kept: KeptDraft): string {
  if (kept.kind === 'kept') return text(strings.Report_DraftSaved, { time: formatTime(kept.savedAt) });
  return kept.kind === 'notKept' ? strings.Report_DraftNotSaved : '';
}

/** What stays in sight below the form: the draft, what is left to mend, and the way out. */
export const ReportFoot: React.FC<ReportFootProps> = ({ formId, report, correcting, draftKept, chosen, onOverwrite, onBack, onClose }) => {
  const { fields, saving, errors } = report;
  const { state } = saving;
  if (state.kind === 'conflict') {
    const mixed = Object.values(chosen).some((side) => side === 'theirs');
    return (
      <>
        <Button className={styles.back} onClick={onBack}>{strings.Report_KeepEditing}</Button>
        <Button onClick={saving.useTheirs}>{strings.Report_UseTheirs}</Button>
        <Button kind="primary" onClick={onOverwrite}>{mixed ? strings.Report_SaveChosen : strings.Report_KeepMine}</Button>
      </>
    );
  }
  const busy = state.kind === 'saving';
  const save = correcting ? strings.Report_SaveCorrection : strings.Report_Save;
  return (
    <>
      {/* Where it is in sight whatever the form is scrolled to. */}
      <SaveMessage
        className={styles.message}
        state={state}
        quarter={fields.form.quarter}
        correcting={correcting}
        draftKept={draftKept}
        onRetry={() => saving.save()}
        onSaveAsNew={() => { fields.renewKey(); saving.save(true); }}
        onStop={saving.dismiss}
        otherQuarter={correcting ? null : otherQuarter(report.choices, fields.form.quarter)}
        onMoveTo={(quarter) => {
          saving.dismiss();
          fields.moveTo({ quarter });
        }}
      />
      <span className={styles.status} role="status">
        {[draftWords(fields.kept), errors > 0 ? plural(strings.Report_Mend, errors) : ''].filter(Boolean).join(' ')}
      </span>
      <Button onClick={onClose}>{strings.Report_Cancel}</Button>
      <Button kind="primary" type="submit" form={formId} className={styles.save} unavailable={busy} aria-busy={busy || undefined}>
        {busy && <span className={styles.spinner} aria-hidden="true" />}
        {busy ? strings.Report_Saving : save}
      </Button>
    </>
  );
};
