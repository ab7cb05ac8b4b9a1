import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import * as strings from 'SigaciStrings';
import type { ProcessCode } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { describeError } from '../../../components/error-state/describe-error';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { PauseBar } from '../../../components/pause/pause-bar';
import { Select } from '../../../components/select/select';
import { formatMoment, plural, text } from '../../../formatting';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import styles from './responsibilities.module.scss';
import type { Responsibilities } from './use-responsibilities';

/** How many marks wait to be saved, and what can be done with them. */
export const EditBar: React.FC<{ edit: Responsibilities; totals: readonly string[] }> = ({ edit, totals }) => {
  const { counts, progress } = edit;
  const none = counts.marks === 0;
  return (
    <div className={styles.bar}>
      <div role="status" className={styles.pending}>
        {progress !== null && (
          <>
            <progress className={styles.progress} max={Math.max(1, progress.total)} value={progress.done} aria-label={texts.Stand_Saving} />
            {text(texts.Stand_Progress, { done: progress.done, total: progress.total })}
          </>
        )}
        {progress === null && (none ? <span className={base.quiet}>{texts.Stand_NoChanges}</span> : (
          <>
            <strong>{plural(texts.Stand_Changes, counts.marks)}</strong> {plural(texts.Stand_InResults, counts.keyResults)}
            {totals.length > 0 && <span className={base.quiet}> {totals.join(' · ')}</span>}
          </>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button kind="subtle" unavailable={!edit.canUndo} onClick={edit.undo} title={texts.Stand_UndoKeys}>{texts.Quality_Undo}</Button>
        <Button kind="subtle" unavailable={!edit.canRedo} onClick={edit.redo} title={texts.Stand_RedoKeys}>{texts.Stand_Redo}</Button>
        <Button unavailable={none || progress !== null} onClick={edit.discard}>{texts.Stand_Discard}</Button>
        <Button kind="primary" unavailable={none || progress !== null} onClick={edit.save}>
          {none ? texts.Stand_Save : plural(texts.Stand_SaveCount, counts.marks)}
        </Button>
      </div>
    </div>
  );
};

export interface BulkBarProps {
  readonly count: number;
  readonly processes: readonly ProcessCode[];
  readonly onMark: (process: ProcessCode, on: boolean) => void;
  readonly onClear: () => void;
}

/** Puts or takes one process on all rows that are ticked. */
export const BulkBar: React.FC<BulkBarProps> = ({ count, processes, onMark, onClear }) => {
  const [process, setProcess] = React.useState(processes[0] || '');
  return (
    <div className={styles.bulk} role="group" aria-label={texts.Stand_Bulk}>
      <strong>{plural(texts.Stand_Selected, count)}</strong>
      <Select className={styles.select} aria-label={texts.Stand_Process} value={process} onChange={(event) => setProcess(event.target.value)}>
        {processes.map((code) => <option key={code} value={code}>{code}</option>)}
      </Select>
      <Button onClick={() => onMark(process, true)}>{text(texts.Stand_Add, { process })}</Button>
      <Button onClick={() => onMark(process, false)}>{text(texts.Stand_Remove, { process })}</Button>
      <Button kind="subtle" onClick={onClear}>{texts.Stand_ClearSelection}</Button>
    </div>
  );
};

/** What went wrong with the last saving, row by row where somebody else was there first. */
export const SaveNotices: React.FC<{ edit: Responsibilities }> = ({ edit }) => {
  const { now } = useServices();
  const words = (codes: readonly ProcessCode[]): string => codes.join(', ') || texts.Stand_Nobody;
  return (
    <>
      <PauseBar pause={edit.pause} onStop={edit.stopWaiting} className={styles.notice} />
      {edit.saveError !== null && (
        <MessageBar kind="error" role="alert" className={styles.notice} actions={<Button onClick={edit.save}>{strings.Common_Retry}</Button>}>
          {text(texts.Stand_SaveFailed, { why: describeError(edit.saveError) })}
        </MessageBar>
      )}
      {edit.conflicts.map((conflict) => (
        <MessageBar
          key={conflict.keyResult}
          kind="warning"
          role="alert"
          className={styles.notice}
          actions={(
            <>
              <Button onClick={() => edit.keepMine(conflict)}>{texts.Stand_KeepMine}</Button>
              <Button onClick={() => edit.useTheirs(conflict)}>{texts.Stand_UseTheirs}</Button>
            </>
          )}
        >
          <p>
            <strong>{conflict.keyResult}</strong>{' '}
            {text(texts.Stand_Conflict, { who: conflict.row.changedBy, when: conflict.row.changedOn ? formatMoment(conflict.row.changedOn, now()) : '' })}
          </p>
          <p>{text(texts.Stand_Versions, { mine: words(conflict.mine), theirs: words(conflict.theirs) })}</p>
        </MessageBar>
      ))}
    </>
  );
};
