import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { Board } from '../../../../application/board';
import { Button } from '../../../components/button/button';
import { describeError } from '../../../components/error-state/describe-error';
import { Icon } from '../../../components/icon/icon';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { text } from '../../../formatting';
import base from '../../../theme/base.module.scss';
import styles from './import-export.module.scss';
import { useListsExport } from './use-lists-export';

/** Everything the site holds as a workbook that imports back. */
export const ExportSection: React.FC<{ board: Board }> = ({ board }) => {
  const [state, start] = useListsExport(board);
  const reading = state.phase === 'reading';
  return (
    <section className={styles.section} aria-labelledby="export-title">
      <h2 className={base.h2} id="export-title">{texts.Import_Export}</h2>
      <p>{texts.Import_ExportHint}</p>
      {state.phase === 'reading' && (
        <div className={styles.running}>
          <progress value={state.done} max={state.total} aria-label={texts.Import_Export} />
          <p role="status">{text(texts.Import_Exporting, { done: state.done, total: state.total })}</p>
        </div>
      )}
      {state.phase === 'done' && <MessageBar kind="done" role="status">{text(texts.Import_Exported, { file: state.file, rows: state.rows })}</MessageBar>}
      {state.phase === 'failed' && <MessageBar kind="error" role="alert">{describeError(state.error)}</MessageBar>}
      <div className={styles.actions}>
        <Button unavailable={reading} onClick={start}><Icon name="download" />{texts.Import_ExportButton}</Button>
      </div>
    </section>
  );
};
