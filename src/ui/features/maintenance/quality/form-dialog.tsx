import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { Workspace } from '../../../../application/workspace';
import type { Finding } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { Dialog } from '../../../components/dialog/dialog';
import { plural } from '../../../formatting';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import { changeWords, rowWords } from './finding-texts';
import styles from './quality.module.scss';

export interface FormDialogProps {
  readonly findings: readonly Finding[];
  readonly workspace: Workspace;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** What would be written, all of it, before anything is. */
export const FormDialog: React.FC<FormDialogProps> = ({ findings, workspace, onConfirm, onClose }) => {
  const { now } = useServices();
  return (
    <Dialog
      title={plural(texts.Quality_MendFormTitle, findings.length)}
      onClose={onClose}
      actions={(
        <>
          <Button onClick={onClose}>{texts.Quality_Cancel}</Button>
          <Button kind="primary" onClick={onConfirm}>{plural(texts.Quality_MendForm, findings.length)}</Button>
        </>
      )}
    >
      <p>{texts.Quality_MendFormIntro}</p>
      <ul className={styles.written}>
        {findings.flatMap(({ id, remedy }) => (remedy.kind !== 'mend' ? [] : remedy.changes.map((change) => (
          <li key={`${id}/${change.id}`}>
            <span className={base.small}>{rowWords(change)}</span>
            {changeWords(change, workspace, now()).map(({ before, after }) => (
              <div key={after} className={styles.change}><del>{before}</del><span aria-hidden="true">→</span><ins>{after}</ins></div>
            ))}
          </li>
        ))))}
      </ul>
    </Dialog>
  );
};
