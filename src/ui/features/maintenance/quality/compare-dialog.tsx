import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import * as strings from 'SigaciStrings';
import type { Workspace } from '../../../../application/workspace';
import { separated } from '../../../../domain';
import type { ListRow, RowChange, RowIndex } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { Dialog } from '../../../components/dialog/dialog';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { plural, text } from '../../../formatting';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import { cellWords, columnWord } from './finding-texts';
import styles from './quality.module.scss';

/** What rows with one code may differ in. */
const COMPARED = ['Title', 'Target', 'Unit', 'Direction', 'Accumulation', 'Processes', 'Weight', 'Active'];

export interface CompareDialogProps {
  readonly code: string;
  readonly ids: readonly number[];
  readonly rows: RowIndex;
  readonly workspace: Workspace;
  readonly onChoose: (changes: readonly RowChange[], kept: number) => void;
  readonly onClose: () => void;
}

/** Rows with the same code side by side: one stays, the others take a free code and become inactive. Nothing is deleted. */
export const CompareDialog: React.FC<CompareDialogProps> = ({ code, ids, rows, workspace, onChoose, onClose }) => {
  const { links, now } = useServices();
  const [keep, setKeep] = React.useState<number | null>(null);
  const name = React.useRef(`keep-${Math.random().toString(36).slice(2)}`).current;
  const found = ids.map((id) => rows.find('KeyResults', id)).filter((row): row is ListRow => row !== undefined);
  const reports = (id: number): number => rows.of('CheckIns').filter(({ cells }) => cells.KeyResult === id).length;
  const changes = keep === null ? [] : separated(code, ids, keep, workspace.plan.code, rows);
  return (
    <Dialog
      title={text(texts.Quality_CompareTitle, { code })}
      onClose={onClose}
      actions={(
        <>
          <Button onClick={onClose}>{texts.Quality_Cancel}</Button>
          <Button kind="primary" unavailable={keep === null} onClick={() => { if (keep !== null) onChoose(changes, keep); }}>
            {keep === null ? texts.Quality_Keep : text(texts.Quality_KeepRow, { id: String(keep) })}
          </Button>
        </>
      )}
    >
      <p>{texts.Quality_CompareIntro}</p>
      <div className={styles.compared}>
        {found.map((row) => (
          <div key={row.id} className={keep === row.id ? `${styles.candidate} ${styles.kept}` : styles.candidate}>
            <label className={base.strong}>
              <input type="radio" name={name} checked={keep === row.id} onChange={() => setKeep(row.id)} />{' '}
              {text(texts.Quality_KeepThis, { id: String(row.id) })}
            </label>
            <dl className={styles.facts}>
              {COMPARED.map((column) => {
                const value = cellWords(column, row.cells[column] ?? null, workspace, now());
                const differs = found.some((other) => cellWords(column, other.cells[column] ?? null, workspace, now()) !== value);
                return (
                  <React.Fragment key={column}>
                    <dt>{columnWord(column)}</dt>
                    <dd className={differs ? base.strong : undefined}>{value}</dd>
                  </React.Fragment>
                );
              })}
              <dt>{texts.Quality_Reports}</dt>
              <dd className={base.num}>{reports(row.id)}</dd>
            </dl>
            <a href={links.row('KeyResults', row.id)} target="_blank" rel="noreferrer">
              {texts.Quality_OpenRow}<VisuallyHidden> {row.id}{strings.Common_NewTab}</VisuallyHidden>
            </a>
          </div>
        ))}
      </div>
      <div role="status">
        {changes.filter(({ id }) => id !== keep).map(({ id, after }) => (
          <p key={id}>
            {text(texts.Quality_OtherBecomes, { id: String(id), code: String(after.Code) })}
            {reports(id) > 0 && ` ${plural(texts.Quality_OtherReports, reports(id))}`}
          </p>
        ))}
      </div>
    </Dialog>
  );
};
