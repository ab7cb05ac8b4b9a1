import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import type { Decision } from '../../../domain';
import { Button } from '../../components/button/button';
import { Panel } from '../../components/panel/panel';
import { text } from '../../formatting';
import base from '../../theme/base.module.scss';
import type { DecisionSubject } from './decision-draft';
import { DecisionFields, SaveButton, StoredWhere } from './decision-form';
import styles from './decisions.module.scss';
import { useDecisionChanges } from './use-decision-changes';
import { useDecisionForm } from './use-decision-form';

export type { DecisionSubject } from './decision-draft';

export interface DecisionPanelProps {
  readonly board: Board;
  readonly subject: DecisionSubject;
  /** The decision to change; a new one when absent. */
  readonly decision?: Decision;
  readonly onClose: () => void;
  /** Told of what was saved, or taken back (`null`), for lists that hold more than the workspace's open decisions. */
  readonly onChange?: (id: number, decision: Decision | null) => void;
}

/** `Sobre OE1-OT2-R7`, and the wording of what it is about. */
export const SubjectWords: React.FC<{ board: Board; subject: DecisionSubject }> = ({ board, subject: { keyResult, strategicObjective } }) => {
  const { workspace, statuses } = board;
  const objective = workspace.strategicObjectives.find(({ code }) => code === strategicObjective);
  const status = keyResult === null ? undefined : statuses.get(keyResult);
  const title = status ? status.keyResult.title : objective ? objective.title : '';
  const code = keyResult || strategicObjective;
  return (
    <div>
      <p className={`${base.small} ${base.quiet}`}>{code ? text(strings.Decision_About, { code }) : strings.Decision_AboutPlan}</p>
      {title && <p className={styles.about}>{title}</p>}
    </div>
  );
};

/** Records a decision, or changes one. Modal; open as long as it is rendered. */
const DecisionPanel: React.FC<DecisionPanelProps> = ({ board, subject, decision, onClose, onChange }) => {
  const changes = useDecisionChanges(onChange);
  const titleRef = React.useRef<HTMLTextAreaElement>(null);
  const form = useDecisionForm({
    board, subject, decision: decision || null,
    onSaved: (change, kind) => {
      changes.saved(change, kind);
      onClose();
    }
  });
  const formId = 'decision-form';
  return (
    <Panel
      title={decision ? strings.Decision_TitleEdit : strings.Decision_Title}
      onClose={onClose}
      initialFocus={titleRef}
      foot={(
        <>
          <StoredWhere />
          <Button onClick={onClose}>{strings.Decision_Cancel}</Button>
          <SaveButton form={form} formId={formId} className={styles.save} />
        </>
      )}
    >
      <div className={styles.panel}>
        <SubjectWords board={board} subject={subject} />
        <DecisionFields board={board} form={form} formId={formId} isEdit={decision !== undefined} withDay titleRef={titleRef} />
      </div>
    </Panel>
  );
};

export default DecisionPanel;
