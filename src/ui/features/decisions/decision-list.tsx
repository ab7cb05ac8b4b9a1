import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import { isOverdue } from '../../../domain';
import type { Decision, DecisionState } from '../../../domain';
import { Button } from '../../components/button/button';
import { Light } from '../../components/light/light';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { formatDay, text } from '../../formatting';
import { RouteLink, useRouter } from '../../routing';
import styles from './decisions.module.scss';
import { decisionLight, dueWords, responsibleWords } from './decision-words';
import type { DecisionChanges } from './use-decision-changes';

interface ActionProps {
  readonly decision: Decision;
  readonly busy: boolean;
  readonly onClick: (event: React.MouseEvent<HTMLElement>) => void;
}

/** A button whose name says which decision it is for. */
const Action: React.FC<ActionProps> = ({ decision, busy, onClick, children }) => (
  <Button kind="subtle" unavailable={busy} onClick={onClick}>{children}<VisuallyHidden> {decision.title}</VisuallyHidden></Button>
);

/** A decision whose state changed may leave the list, with the button that did it: the focus goes to the section's heading. */
function keepFocus(button: HTMLElement, change: Promise<void>): void {
  const section = button.closest('section');
  const heading = section && section.querySelector<HTMLElement>('h2');
  void change.then(() => {
    if (!heading || document.activeElement !== document.body) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
}

export interface DecisionListProps {
  readonly board: Board;
  readonly decisions: readonly Decision[];
  /** Absent: what it is about is known from where the list stands. */
  readonly withSubject?: boolean;
  /** Absent for those who may not write. */
  readonly changes?: DecisionChanges;
  readonly onEdit?: (decision: Decision) => void;
}

const Subject: React.FC<{ decision: Decision }> = ({ decision: { keyResult, strategicObjective } }) => {
  const { textOf } = useRouter();
  if (keyResult !== null) {
    return <RouteLink to={textOf({ page: 'keyResult', keyResult })}>{keyResult}</RouteLink>;
  }
  return <span>{strategicObjective || strings.Decision_AboutPlan}</span>;
};

const Entry: React.FC<Omit<DecisionListProps, 'decisions'> & { decision: Decision }> = ({ board, decision, withSubject, changes, onEdit }) => {
  const { light, word } = decisionLight(decision, board.today);
  const late = isOverdue(decision, board.today);
  const open = decision.state === 'Abierta';
  const busy = changes ? changes.busy.indexOf(decision.id) >= 0 : false;
  const to = (state: DecisionState) => (event: React.MouseEvent<HTMLElement>): void => {
    if (changes) keepFocus(event.currentTarget, changes.setState(decision, state));
  };
  return (
    <li className={open ? styles.item : `${styles.item} ${styles.closed}`}>
      <div className={styles.words}>
        <p className={styles.title}>{decision.title}</p>
        {decision.detail !== '' && <p className={styles.detail}>{decision.detail}</p>}
        <p className={styles.line}>
          <Light light={light} word={word} />
          {withSubject && <Subject decision={decision} />}
          <span>{responsibleWords(decision)}</span>
          <span className={late ? styles.late : undefined}>{dueWords(decision, board.today)}</span>
          <span>{text(strings.Decision_DecidedDay, { day: formatDay(decision.decidedOn) })}</span>
        </p>
      </div>
      {changes && (
        <div className={styles.actions}>
          {open && (
            <>
              <Action {...{ decision, busy }} onClick={to('Cumplida')}>{strings.Decision_MarkDone}</Action>
              <Action {...{ decision, busy }} onClick={to('Descartada')}>{strings.Decision_MarkDropped}</Action>
            </>
          )}
          {!open && <Action {...{ decision, busy }} onClick={to('Abierta')}>{strings.Decision_Reopen}</Action>}
          {onEdit && <Action {...{ decision, busy }} onClick={() => onEdit(decision)}>{strings.Decision_Edit}</Action>}
        </div>
      )}
    </li>
  );
};

/** Decisions with how they stand, in words; those who may write change them here. */
export const DecisionList: React.FC<DecisionListProps> = ({ decisions, ...rest }) => (
  <ul className={styles.list}>
    {decisions.map(decision => <Entry key={decision.id} decision={decision} {...rest} />)}
  </ul>
);
