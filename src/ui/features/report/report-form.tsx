import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import type { CheckIn, KeyResult, ProcessCode } from '../../../domain';
import { Button } from '../../components/button/button';
import { Dialog } from '../../components/dialog/dialog';
import { Panel } from '../../components/panel/panel';
import { useServices } from '../../services';
import base from '../../theme/base.module.scss';
import { ConfidenceField } from './confidence-field';
import { differences, merged } from './conflict';
import type { ConflictField, Side } from './conflict';
import { ConflictView } from './conflict-view';
import { EvidenceField } from './evidence-field';
import { FigureField } from './figure-field';
import { confidenceQuestion, meaning } from './questions';
import { ReportFoot } from './report-foot';
import styles from './report-form.module.scss';
import { DraftNote, EarlierNote, ReturnedNote } from './report-notes';
import { ReportPreview } from './report-preview';
import type { Saved } from './send';
import { TargetPicks } from './target-picks';
import { TextField } from './text-field';
import { useReport } from './use-report';
import type { Report } from './use-report';

export interface ReportFormProps {
  readonly board: Board;
  readonly keyResult: KeyResult;
  readonly process: ProcessCode | null;
  /** The report to correct; `null` for a new one. */
  readonly checkIn: CheckIn | null;
  readonly onCorrect: (checkIn: CheckIn) => void;
  readonly onClose: () => void;
  readonly onSaved: (saved: Saved) => void;
}

type Choices = Readonly<Partial<Record<ConflictField, Side>>>;

/** Enter adds a line or moves on; only Ctrl+Enter and the button send, so that nothing is sent half-way. */
function onKeyDown(event: React.KeyboardEvent<HTMLFormElement>, report: Report): void {
  const target = event.target as HTMLElement;
  // Keys of a dialog opened over the panel reach here through React, but are not meant for the form.
  if (event.key !== 'Enter' || event.defaultPrevented || target.closest('dialog') !== event.currentTarget.closest('dialog')) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    report.save();
  } else if (target instanceof HTMLInputElement) {
    event.preventDefault();
    if (target.id === report.id('value')) report.focusField('confidence');
  }
}

const Fields: React.FC<ReportFormProps & { report: Report; valueRef: React.RefObject<HTMLInputElement>; onDiscard: () => void }> = (
  { board, keyResult, checkIn, onCorrect, report, valueRef, onDiscard }
) => {
  const services = useServices();
  const { id, fields, checked, errorOf } = report;
  const { form, change } = fields;
  return (
    <>
      {fields.restoredFrom !== null && <DraftNote savedAt={fields.restoredFrom} now={services.now()} onDiscard={onDiscard} />}
      {checkIn && checkIn.review === 'returned' && <ReturnedNote checkIn={checkIn} />}
      <div>
        <p>{keyResult.title}</p>
        <p className={`${base.small} ${base.quiet} ${styles.meaning}`}>{meaning(keyResult)}</p>
      </div>
      <TargetPicks
        id={id}
        board={board}
        choices={report.choices}
        process={form.process}
        quarter={form.quarter}
        onPick={fields.moveTo}
        processError={errorOf('process')}
        quarterError={errorOf('quarter')}
      />
      {!checkIn && <EarlierNote board={board} keyResult={keyResult} form={form} onCorrect={onCorrect} />}
      <FigureField board={board} keyResult={keyResult} report={report} inputRef={valueRef} />
      {checked.preview && (
        <ReportPreview
          preview={checked.preview}
          value={checked.draft.value}
          quarter={form.quarter}
          today={board.today}
          correcting={checkIn !== null}
        />
      )}
      <ConfidenceField
        id={id('confidence')}
        question={confidenceQuestion(keyResult, board.today)}
        value={form.confidence}
        onChange={(confidence) => change({ confidence })}
        error={errorOf('confidence')}
      />
      <TextField
        id={id('narrative')}
        label={strings.Report_Narrative}
        value={form.narrative}
        onChange={(narrative) => change({ narrative })}
        onLeave={() => report.leave('narrative')}
        error={errorOf('narrative')}
      />
      <div className={styles.two}>
        <TextField
          id={id('obstacles')}
          label={strings.Report_Obstacles}
          value={form.obstacles}
          onChange={(obstacles) => change({ obstacles })}
          onLeave={() => report.leave('obstacles')}
          error={errorOf('obstacles')}
        />
        <TextField
          id={id('nextStep')}
          label={strings.Report_NextStep}
          hint={strings.Report_NextStepHint}
          value={form.nextStep}
          onChange={(nextStep) => change({ nextStep })}
          onLeave={() => report.leave('nextStep')}
          error={errorOf('nextStep')}
        />
      </div>
      <EvidenceField
        id={id('evidence')}
        library={services.evidence}
        process={form.process}
        siteUrl={board.workspace.site.url}
        evidence={form.evidence}
        onChange={(evidence) => change({ evidence })}
        error={errorOf('evidence')}
      />
    </>
  );
};

/** The check-in panel with its form: a new report, or the correction of one. */
export const ReportForm: React.FC<ReportFormProps> = (props) => {
  const { board, keyResult, checkIn, onClose, onSaved } = props;
  const services = useServices();
  const report = useReport({ board, keyResult, process: props.process, checkIn, onSaved });
  const { fields, saving, id } = report;
  const { state } = saving;
  const valueRef = React.useRef<HTMLInputElement>(null);
  const [discarding, setDiscarding] = React.useState(false);
  const [chosen, setChosen] = React.useState<Choices>({});
  const conflict = state.kind === 'conflict' ? state : null;
  const kept = fields.kept.kind === 'kept' || fields.kept.kind === 'restored';

  // What had the focus goes away with the draft's note, and with the two versions of a conflict.
  const backToForm = React.useRef(false);
  const { focusField } = report;
  const focusFirst = React.useRef<() => void>(() => undefined);
  focusFirst.current = () => (valueRef.current ? valueRef.current.focus() : focusField('confidence'));
  React.useEffect(() => {
    if (discarding || conflict || !backToForm.current) return;
    backToForm.current = false;
    focusFirst.current();
  }, [discarding, conflict]);

  const discard = (): void => {
    backToForm.current = true;
    setDiscarding(false);
    fields.discard();
    saving.dismiss();
  };

  return (
    <Panel
      size="wide"
      title={(
        <>
          <span className={`${base.code} ${styles.code}`}>{[keyResult.code, fields.form.quarter, fields.form.process].join(' · ')}</span>{' '}
          {checkIn ? strings.Report_TitleCorrect : strings.Report_Title}
        </>
      )}
      onClose={onClose}
      initialFocus={valueRef}
      foot={(
        <ReportFoot
          formId={id('form')}
          report={report}
          correcting={checkIn !== null}
          draftKept={kept}
          chosen={chosen}
          onOverwrite={() => { if (conflict) saving.overwrite(merged(conflict.mine, conflict.theirs, chosen)); }}
          onBack={() => { backToForm.current = true; saving.dismiss(); }}
          onClose={onClose}
        />
      )}
    >
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter is a shortcut to its own submit button */}
      <form
        id={id('form')}
        className={styles.form}
        noValidate
        aria-label={checkIn ? strings.Report_TitleCorrect : strings.Report_Title}
        onSubmit={(event) => { event.preventDefault(); report.save(); }}
        onKeyDown={(event) => onKeyDown(event, report)}
      >
        {conflict
          ? (
            <ConflictView
              id={id('conflict')}
              theirs={conflict.theirs}
              user={board.workspace.user}
              now={services.now()}
              differences={differences(keyResult, conflict.mine, conflict.theirs)}
              chosen={chosen}
              onChoose={(field, side) => setChosen({ ...chosen, [field]: side })}
            />
          )
          : <Fields {...props} report={report} valueRef={valueRef} onDiscard={() => setDiscarding(true)} />}
      </form>
      {discarding && (
        <Dialog
          title={strings.Report_DiscardAsk}
          onClose={() => setDiscarding(false)}
          actions={(
            <>
              <Button onClick={() => setDiscarding(false)}>{strings.Report_DiscardNot}</Button>
              <Button kind="primary" onClick={discard}>{strings.Report_DiscardDraft}</Button>
            </>
          )}
        >
          <p>{strings.Report_DiscardExplained}</p>
        </Dialog>
      )}
    </Panel>
  );
};
