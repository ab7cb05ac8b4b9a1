import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'MantenimientoStrings';
import type { ListName } from '../../../../domain';
import { type DoneEntry, type PreviewEntry, reportSheet, type SheetIssue, tableOf, TABLES, takeable } from '../../../../application/import';
import { describeError } from '../../../components/error-state/describe-error';
import { Button } from '../../../components/button/button';
import { Dialog } from '../../../components/dialog/dialog';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { PauseBar } from '../../../components/pause/pause-bar';
import { Select } from '../../../components/select/select';
import { plural, text } from '../../../formatting';
import base from '../../../theme/base.module.scss';
import { saveWorkbook } from '../../../workbook/save-workbook';
import { useExport } from '../../../workbook/use-export';
import styles from './import-export.module.scss';
import { PreviewTable } from './preview-table';
import type { Looking, PlanRunActions } from './use-plan-run';
import { FILE_PROBLEMS, issueText, REPORT_WORDS } from './words';

/** What is wrong with the sheets themselves, and for those nobody recognises which list they are. */
const SheetNotes: React.FC<{ issues: readonly SheetIssue[]; onAssign: ((sheet: string, list: ListName | null) => void) | null }> = ({ issues, onAssign }) => {
  if (issues.length === 0) return null;
  const sheets = Array.from(new Set(issues.map(({ sheet }) => sheet)));
  return (
    <div className={styles.notes}>
      {sheets.map(sheet => {
        const own = issues.filter(issue => issue.sheet === sheet);
        const unknown = own.find(({ kind }) => kind === 'unknownSheet');
        const worst = own.some(({ severity }) => severity === 'error') ? 'error' : own.some(({ severity }) => severity === 'warning') ? 'warning' : 'info';
        return (
          <MessageBar key={sheet} kind={worst}>
            <strong>{sheet}.</strong> {own.map(issueText).join(' ')} {unknown && unknown.suggestion && text(texts.Import_DidYouMean, { suggestion: unknown.suggestion })}
            {unknown && onAssign && (
              <label className={styles.assign}>
                {text(texts.Import_SheetAs, { sheet })}
                <Select value="" onChange={event => onAssign(sheet, event.target.value === '-' ? null : event.target.value as ListName)}>
                  <option value="" />
                  {TABLES.map(table => <option key={table.list} value={table.list}>{table.sheet}</option>)}
                  <option value="-">{texts.Import_SheetSkip}</option>
                </Select>
              </label>
            )}
          </MessageBar>
        );
      })}
    </div>
  );
};

interface LookingProps {
  readonly looking: Looking;
  readonly actions: PlanRunActions;
  readonly title: string;
  readonly onAssign: ((sheet: string, list: ListName | null) => void) | null;
}

const PreviewView: React.FC<LookingProps> = ({ looking, actions, title, onAssign }) => {
  const { preview, parsed, selected } = looking;
  const [asking, setAsking] = React.useState(false);
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => { if (heading.current) heading.current.focus(); }, []);
  const { take, left } = React.useMemo(() => takeable(preview, selected), [preview, selected]);
  const creates = take.filter(({ kind }) => kind === 'create').length;
  const writable = preview.counts.create + preview.counts.change;
  return (
    <>
      <h3 className={`${base.h3} ${styles.heading}`} ref={heading} tabIndex={-1}>{title}</h3>
      {parsed.source === 'vivaGoals' && <MessageBar>{texts.Import_FromViva}</MessageBar>}
      <SheetNotes issues={parsed.sheetIssues} onAssign={onAssign} />
      {preview.entries.length === 0 && <MessageBar kind="warning" role="status">{texts.Import_Nothing}</MessageBar>}
      {preview.entries.length > 0 && writable === 0 && preview.counts.refuse === 0 && <MessageBar kind="done" role="status">{texts.Import_AllSame}</MessageBar>}
      {preview.entries.length > 0 && (
        <PreviewTable entries={preview.entries} counts={preview.counts} selected={selected} onSelect={actions.select} />
      )}
      {left.length > 0 && <MessageBar kind="warning">{plural(texts.Import_Left, left.length)}</MessageBar>}
      <div className={styles.actions}>
        {writable > 0 && (
          <Button kind="primary" unavailable={take.length === 0} title={take.length === 0 ? texts.Import_RunNone : undefined} onClick={() => setAsking(true)}>
            {plural(texts.Import_Run, take.length)}
          </Button>
        )}
        <Button onClick={actions.close}>{texts.Import_Cancel}</Button>
      </div>
      {asking && (
        <Dialog
          title={texts.Import_ConfirmTitle}
          onClose={() => setAsking(false)}
          actions={(
            <>
              <Button onClick={() => setAsking(false)}>{texts.Import_Cancel}</Button>
              <Button kind="primary" onClick={() => { setAsking(false); actions.run(); }}>
                {plural(texts.Import_Run, take.length)}
              </Button>
            </>
          )}
        >
          <p>
            {creates > 0 && `${plural(texts.Import_ConfirmCreate, creates)} `}
            {take.length > creates && `${plural(texts.Import_ConfirmChange, take.length - creates)} `}
            {texts.Import_ConfirmText}
          </p>
        </Dialog>
      )}
    </>
  );
};

function count(done: readonly DoneEntry[], ...kinds: readonly DoneEntry['kind'][]): number {
  return done.filter(({ kind }) => kinds.indexOf(kind) >= 0).length;
}

interface FinishedProps {
  readonly state: Extract<PlanRunActions['state'], { phase: 'finished' }>;
  readonly actions: PlanRunActions;
  readonly reportName: string;
  readonly doneTitle: string;
  readonly next: React.ReactNode;
}

const FinishedView: React.FC<FinishedProps> = ({ state, actions, reportName, doneTitle, next }) => {
  const { looking, done, stopped, cancelled } = state;
  const halted = stopped !== null || cancelled;
  const failed = done.filter(({ kind }) => kind === 'failed');
  // What the preview said of the rows that were run may be older than what became of them.
  const entries = looking.preview.entries.map((entry): PreviewEntry => done.find(one => one.entry.id === entry.id)?.entry ?? entry);
  const figures: readonly (readonly [string, number])[] = [
    [texts.Import_DoneCreated, count(done, 'created')], [texts.Import_DoneChanged, count(done, 'changed')], [texts.Import_DoneFailed, failed.length],
    [texts.Import_DoneLeft, count(done, 'left')]
  ];
  // The button that began it is gone.
  const outcome = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => { if (outcome.current) outcome.current.focus(); }, []);
  const [report, makeReport] = useExport(async () => saveWorkbook([reportSheet(entries, done, REPORT_WORDS)], reportName));
  return (
    <>
      <div ref={outcome} tabIndex={-1}>
        <MessageBar kind={halted ? 'warning' : failed.length > 0 ? 'warning' : 'done'} role="status">
          <strong>{halted ? texts.Import_StoppedTitle : doneTitle}.</strong>{' '}
          {figures.filter(([, n], index) => index === 0 || n > 0).map(([words, n]) => plural(words, n)).join(', ')}.{' '}
          {stopped && !actions.pause && `${describeError(stopped)} `}
          {halted && texts.Import_StoppedText}
        </MessageBar>
      </div>
      <PauseBar pause={actions.pause} onStop={actions.stopWaiting} />
      {failed.length > 0 && (
        <ul className={styles.failed}>
          {failed.slice(0, 20).map(({ entry, error }) => (
            <li key={entry.id}><strong>{tableOf(entry.list).sheet} · {entry.name}.</strong> {error && REPORT_WORDS.error(error)}</li>
          ))}
        </ul>
      )}
      {report.kind === 'failed' && <MessageBar kind="error" role="alert">{strings.Common_ExportFailed}</MessageBar>}
      <div className={styles.actions}>
        {halted && <Button kind="primary" onClick={actions.goOn}>{texts.Import_Resume}</Button>}
        {!halted && next}
        <Button unavailable={report.kind === 'working'} onClick={makeReport}>{texts.Import_Report}</Button>
        <Button onClick={actions.close}>{texts.Import_Another}</Button>
      </div>
    </>
  );
};

export interface RunViewProps {
  readonly actions: PlanRunActions;
  readonly title: (name: string) => string;
  readonly doneTitle: string;
  readonly reportName: string;
  readonly onAssign?: (sheet: string, list: ListName | null) => void;
  /** What to go on with once everything is written. */
  readonly next?: React.ReactNode;
}

/** From reading to the report: whatever stands between choosing rows and having written them. */
export const RunView: React.FC<RunViewProps> = ({ actions, title, doneTitle, reportName, onAssign, next = null }) => {
  const { state } = actions;
  switch (state.phase) {
    case 'reading': return <p role="status">{state.step === 'site' ? texts.Import_ReadingSite : text(texts.Import_Reading, { name: state.name })}</p>;
    case 'unreadable': return <MessageBar kind="error" role="alert">{text(FILE_PROBLEMS[state.problem], { name: state.name })}</MessageBar>;
    case 'failed': return actions.pause ? <PauseBar pause={actions.pause} onStop={actions.stopWaiting} /> : (
      <MessageBar kind="error" role="alert" actions={<Button onClick={state.retry}>{texts.Import_Resume}</Button>}>{describeError(state.error)}</MessageBar>
    );
    case 'preview': return <PreviewView looking={state.looking} actions={actions} title={title(state.looking.name)} onAssign={onAssign || null} />;
    case 'running': {
      const { progress, stopping } = state;
      const [done, total] = progress ? [progress.done, progress.total] : [0, 1];
      const said = progress ? text(texts.Import_Running, { list: tableOf(progress.list).sheet, done, total }) : texts.Import_ReadingSite;
      return (
        <div className={styles.running} aria-busy="true">
          <progress value={done} max={total} aria-label={said} />
          <p role="status">{stopping ? texts.Import_Stopping : said}</p>
          <Button unavailable={stopping} onClick={actions.stop}>{texts.Import_Stop}</Button>
        </div>
      );
    }
    case 'finished': return <FinishedView state={state} actions={actions} reportName={reportName} doneTitle={doneTitle} next={next} />;
    case 'idle': return null;
    default: return null;
  }
};
