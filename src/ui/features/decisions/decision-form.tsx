import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import type { DecisionIssue, DecisionState } from '../../../domain';
import { decisionTitle, isDay } from '../../../domain';
import { Button } from '../../components/button/button';
import { describeError } from '../../components/error-state/describe-error';
import { Icon } from '../../components/icon/icon';
import { MessageBar } from '../../components/message-bar/message-bar';
import { PauseBar } from '../../components/pause/pause-bar';
import { Select } from '../../components/select/select';
import { formatDay, text } from '../../formatting';
import base from '../../theme/base.module.scss';
import styles from './decision-form.module.scss';
import { DECISION_STATES, dueWords, stateWord } from './decision-words';
import type { DecisionForm } from './use-decision-form';

const ISSUE_TEXTS: Readonly<Record<DecisionIssue['kind'], string>> = {
  titleEmpty: strings.Decision_NeedsTitle,
  titleTooLong: strings.Decision_TooLong,
  dateInvalid: strings.Decision_BadDate,
  dueInvalid: strings.Decision_BadDate,
  unknownProcess: strings.Decision_UnknownProcess,
  dueBeforeDecision: strings.Decision_DueBefore,
  noResponsible: strings.Decision_NobodySees
};

interface FieldProps {
  readonly id: string;
  readonly form: DecisionForm;
  readonly field: DecisionIssue['field'];
}

function issueAt(form: DecisionForm, field: DecisionIssue['field']): DecisionIssue | undefined {
  // Without a responsible process is told below the form, where what becomes of the decision is told.
  return form.issues.find((issue) => issue.field === field && issue.kind !== 'noResponsible');
}

const Message: React.FC<FieldProps> = ({ id, form, field }) => {
  const issue = issueAt(form, field);
  if (!issue) return null;
  return (
    <p id={`${id}-message`} className={issue.severity === 'error' ? base.error : styles.warning}>
      <Icon name="warn" className={styles.messageIcon} />
      <span>{text(ISSUE_TEXTS[issue.kind], { n: decisionTitle(form.typed.title).length })}</span>
    </p>
  );
};

function marks(id: string, form: DecisionForm, field: DecisionIssue['field'], hint?: string): React.AriaAttributes {
  const issue = issueAt(form, field);
  return {
    'aria-invalid': issue && issue.severity === 'error' ? true : undefined,
    'aria-describedby': [issue ? `${id}-message` : '', hint || ''].filter(Boolean).join(' ') || undefined
  };
}

const DateField: React.FC<FieldProps & { label: string; field: 'due' | 'decidedOn' }> = ({ id, form, field, label }) => {
  const checked = (input: HTMLInputElement): void => form.setBadDate(field, input.validity.badInput);
  const value = form.typed[field] || '';
  return (
    <div className={base.field}>
      <label htmlFor={id} className={base.label}>{label}</label>
      <input
        id={id}
        type="date"
        className={base.input}
        lang={strings.Common_Locale}
        value={value}
        onChange={(event) => {
          checked(event.target);
          form.change(field === 'due' ? { due: event.target.value || null } : { decidedOn: event.target.value });
        }}
        onBlur={(event) => checked(event.target)}
        {...marks(id, form, field)}
      />
      {/* Browsers write the field in their own language: 10/05 is May to one and October to another. */}
      {isDay(value) && <span className={base.hint}>{formatDay(value)}</span>}
      <Message id={id} form={form} field={field} />
    </div>
  );
};

const Processes: React.FC<{ id: string; board: Board; form: DecisionForm }> = ({ id, board, form }) => {
  const processes = [...board.workspace.processes].sort((one, other) => one.order - other.order);
  const { responsible } = form.typed;
  return (
    <fieldset aria-describedby={issueAt(form, 'responsible') ? `${id}-message` : undefined}>
      <legend className={base.label}>{strings.Decision_Responsible}</legend>
      <div className={styles.processes}>
        {processes.map(({ code, fullName }) => (
          <label key={code} className={code === responsible ? `${styles.process} ${styles.chosen}` : styles.process} title={fullName || undefined}>
            <input
              type="radio"
              name={id}
              value={code}
              checked={code === responsible}
              onChange={() => form.change({ responsible: code })}
              // A second press takes the choice back, as on a chip.
              onClick={() => { if (code === responsible) form.change({ responsible: null }); }}
            />
            <span>{code}</span>
          </label>
        ))}
      </div>
      <Message id={id} form={form} field="responsible" />
    </fieldset>
  );
};

/** What became of saving, when it did not simply work. */
const SaveMessage: React.FC<{ board: Board; form: DecisionForm; isEdit: boolean }> = ({ board, form, isEdit }) => {
  const { save } = form;
  if (save.kind === 'waiting') return <PauseBar pause={save.pause} onStop={form.stopWaiting} />;
  if (save.kind === 'conflict') {
    const { theirs } = save;
    return (
      <MessageBar
        kind="warning"
        role="alert"
        actions={(
          <>
            <Button onClick={form.overwrite}>{strings.Decision_KeepMine}</Button>
            <Button onClick={form.useTheirs}>{strings.Decision_UseTheirs}</Button>
          </>
        )}
      >
        {strings.Decision_FailedConflict}{' '}
        {text(strings.Decision_Theirs, { title: theirs.title, state: stateWord(theirs.state), due: dueWords(theirs, board.today) })}
      </MessageBar>
    );
  }
  if (save.kind !== 'failed') return null;
  const { error } = save;
  const gone = isEdit && error.kind === 'gone';
  const words = error.kind === 'noAccess'
    ? strings.Decision_FailedNoAccess
    : gone ? strings.Decision_FailedGone : text(strings.Decision_FailedOther, { reason: describeError(error) });
  const retry = <Button onClick={form.submit}>{strings.Common_Retry}</Button>;
  return (
    <MessageBar
      kind="error"
      role="alert"
      icon={error.kind === 'offline' ? 'offline' : 'warn'}
      actions={gone ? <Button onClick={form.submitAsNew}>{strings.Decision_SaveAsNew}</Button> : error.kind === 'noAccess' ? undefined : retry}
    >
      {words}
    </MessageBar>
  );
};

export interface DecisionFieldsProps {
  readonly board: Board;
  readonly form: DecisionForm;
  readonly formId: string;
  readonly isEdit: boolean;
  /** The day it was decided may be another than today. */
  readonly withDay?: boolean;
  readonly titleRef?: React.RefObject<HTMLTextAreaElement>;
  readonly className?: string;
}

/** The form of a decision: what, who, by when. Ctrl+Enter saves it. What stands at its end, such as the button, is given as children. */
export const DecisionFields: React.FC<DecisionFieldsProps> = (
  { board, form, formId, isEdit, withDay = false, titleRef, className, children }
) => {
  const element = React.useRef<HTMLFormElement>(null);
  React.useEffect(() => {
    if (form.refusals === 0 || !element.current) return;
    const first = element.current.querySelector<HTMLElement>('[aria-invalid]');
    if (first) first.focus();
  }, [form.refusals]);
  const { typed } = form;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut beside the button, from any of its fields
    <form
      ref={element}
      id={formId}
      className={className ? `${styles.form} ${className}` : styles.form}
      noValidate
      onSubmit={(event) => { event.preventDefault(); form.submit(); }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        form.submit();
      }}
    >
      {form.restored && (
        <MessageBar icon="edit" actions={<Button onClick={form.startOver}>{strings.Decision_DraftDrop}</Button>}>{strings.Decision_DraftKept}</MessageBar>
      )}
      <div className={base.field}>
        <label htmlFor={`${formId}-title`} className={base.label}>{strings.Decision_Field}</label>
        <textarea
          ref={titleRef}
          id={`${formId}-title`}
          className={base.input}
          rows={3}
          value={typed.title}
          onChange={(event) => form.change({ title: event.target.value })}
          {...marks(`${formId}-title`, form, 'title')}
        />
        <Message id={`${formId}-title`} form={form} field="title" />
      </div>
      <Processes id={`${formId}-responsible`} board={board} form={form} />
      <div className={styles.two}>
        <DateField id={`${formId}-due`} form={form} field="due" label={strings.Decision_Due} />
        <div className={base.field}>
          <label htmlFor={`${formId}-state`} className={base.label}>{strings.Decision_State}</label>
          <Select
            id={`${formId}-state`}
            className={styles.state}
            value={typed.state}
            onChange={(event) => form.change({ state: event.target.value as DecisionState })}
          >
            {DECISION_STATES.map((state) => <option key={state} value={state}>{stateWord(state)}</option>)}
          </Select>
        </div>
        {withDay && <DateField id={`${formId}-day`} form={form} field="decidedOn" label={strings.Decision_DecidedOn} />}
      </div>
      <div className={base.field}>
        <label htmlFor={`${formId}-detail`} className={base.label}>{strings.Decision_Detail}</label>
        <textarea
          id={`${formId}-detail`}
          className={base.input}
          rows={withDay ? 4 : 2}
          value={typed.detail}
          aria-describedby={`${formId}-detail-hint`}
          onChange={(event) => form.change({ detail: event.target.value })}
        />
        <span id={`${formId}-detail-hint`} className={base.hint}>{strings.Decision_DetailHint}</span>
      </div>
      {typed.state === 'Abierta' && (
        <p className={`${base.small} ${base.quiet}`}>
          {typed.responsible === null ? strings.Decision_NobodySees : text(strings.Decision_WillSee, { process: typed.responsible })}
        </p>
      )}
      <SaveMessage board={board} form={form} isEdit={isEdit} />
      {children}
    </form>
  );
};

/** Where it is stored, and the keys that save it. */
export const StoredWhere: React.FC = () => (
  <span className={styles.where}>
    {strings.Decision_StoredIn}{' '}
    <span className={styles.shortcut}>{strings.Decision_Shortcut} <kbd>{strings.Decision_KeyCtrl}</kbd> <kbd>{strings.Decision_KeyEnter}</kbd></span>
  </span>
);

/** The button that saves. */
export const SaveButton: React.FC<{ form: DecisionForm; formId: string; className?: string }> = ({ form, formId, className }) => {
  const busy = form.save.kind === 'saving';
  return (
    <Button kind="primary" type="submit" form={formId} className={className} unavailable={busy} aria-busy={busy || undefined}>
      {busy ? strings.Decision_Saving : strings.Decision_Save}
    </Button>
  );
};
