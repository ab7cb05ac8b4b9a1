import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'MantenimientoStrings';
import { closingPreview, nextToClose } from '../../../../application/closing';
import type { ClosingPoint } from '../../../../application/closing';
import { quarterBounds, quarterOf } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { ErrorState } from '../../../components/error-state/error-state';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { Icon } from '../../../components/icon/icon';
import { plural, text } from '../../../formatting';
import { useFrame } from '../../../frame';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import { saveWorkbook } from '../../../workbook/save-workbook';
import type { MaintenanceParts } from '../parts';
import { ClosingDialog } from './closing-dialog';
import { ClosingPoints, mayClose } from './closing-points';
import { Interrupted, RunOutcome, RunProgress } from './closing-run';
import { previewSheets } from './preview-sheets';
import { PreviewTable } from './preview-table';
import styles from './quarters.module.scss';
import type { AgreementState } from './use-agreement';
import type { ClosingModel } from './use-closing';
import type { QuartersNowState } from './use-quarters-now';

export interface ClosingSectionProps extends MaintenanceParts {
  readonly quarters: QuartersNowState;
  readonly model: ClosingModel;
  readonly agreement: AgreementState;
  /** Problems of the data that change figures. */
  readonly problems: number;
  readonly onReopen: (quarter: string) => void;
}

/** Whether the cutoffs of the last closed quarter agree; `null` when nobody has checked. */
function agreesOf(agreement: AgreementState, quarter: string | null): boolean | null {
  if (agreement.kind !== 'checked' || quarter === null || agreement.agreement.checked.indexOf(quarter) < 0) return null;
  return !agreement.agreement.disagreements.some(one => one.quarter === quarter || one.carriedTo.indexOf(quarter) >= 0);
}

function fileName(quarter: string, today: string): string {
  return text(texts.Closing_FileName, { quarter, day: today });
}

/** What was pressed is gone once a run begins, and so is the run once it ends: the focus goes to the heading, above how it went. */
function useFocusOnRun(running: boolean): React.RefObject<HTMLHeadingElement> {
  const heading = React.useRef<HTMLHeadingElement>(null);
  const before = React.useRef(running);
  React.useEffect(() => {
    if (before.current === running) return;
    before.current = running;
    if (heading.current) heading.current.focus();
  }, [running]);
  return heading;
}

/** Cerrar 2023-T3: what stands against it, what it would freeze, the run, and how an interrupted one goes on. */
export const ClosingSection: React.FC<ClosingSectionProps> = ({ board, state, quarters, model, agreement, problems, onReopen }) => {
  const { now: readClock } = useServices();
  const { say } = useFrame();
  const [decided, setDecided] = React.useState<ReadonlySet<ClosingPoint['kind']>>(new Set());
  const [confirming, setConfirming] = React.useState(false);
  const [exporting, setExporting] = React.useState(false);
  const [exportError, setExportError] = React.useState<unknown>(null);
  const heading = useFocusOnRun(model.state.kind === 'closing');
  const { workspace } = board;
  const clock = readClock();
  const clockRef = React.useRef(clock);
  clockRef.current = clock;
  const preview = React.useMemo(() => closingPreview(board, quarters.now, clockRef.current, problems), [board, quarters.now, problems]);
  const code = preview ? preview.quarter.quarter.code : null;
  // What was decided about one quarter says nothing about the next.
  React.useEffect(() => setDecided(new Set()), [code]);

  if (!preview || code === null) {
    return (
      <section id="cierre" className={styles.section} aria-labelledby="closing-title">
        <h2 id="closing-title" ref={heading} tabIndex={-1} className={base.h2}>{texts.Closing_Title}</h2>
        <RunOutcome model={model} now={clock} />
        <EmptyState icon="ok" message={texts.Closing_AllClosed} />
      </section>
    );
  }

  const row = quarters.now ? nextToClose(quarters.now.rows) : null;
  const interrupted = row !== null && row.code === code && row.state === 'closing' ? row : null;
  const allowed = quarters.now !== null && !state.refreshing && mayClose(preview.points, decided);
  const running = model.state.kind === 'closing' ? model.state : null;
  const decide = (kind: ClosingPoint['kind'], yes: boolean): void => setDecided((all) => {
    const next = new Set(all);
    if (yes) next.add(kind);
    else next.delete(kind);
    return next;
  });
  const restore = (quarter: string): void => {
    const bounds = quarterBounds(quarter);
    const closedAfter = workspace.baseQuarter !== null && quarter < workspace.baseQuarter;
    if (bounds) model.restore({ code: quarter, ...bounds, state: closedAfter ? 'closed' : 'open' });
  };
  const exportPreview = (): void => {
    setExporting(true);
    setExportError(null);
    Promise.resolve().then(() => saveWorkbook(previewSheets(board, preview), fileName(code, board.today)))
      .then((name) => say(text(texts.Closing_Exported, { file: name })), setExportError)
      .then(() => setExporting(false), () => undefined /* both outcomes are handled above */);
  };
  const overdue = workspace.quarters.filter((quarter) => quarter.state === 'open' && quarter.end < (quarterBounds(quarterOf(board.today)) || { start: '' }).start).length;

  return (
    <section id="cierre" className={styles.section} aria-labelledby="closing-title">
      <header className={styles.head}>
        <h2 id="closing-title" ref={heading} tabIndex={-1} className={base.h2}>{text(texts.Closing_Close, { quarter: code })}</h2>
        <p className={base.quiet}>{texts.Closing_Intro}</p>
      </header>
      {quarters.error !== null && <ErrorState error={quarters.error} onRetry={quarters.retry} />}
      <div className={styles.notices}>
        {!running && <RunOutcome model={model} now={clock} />}
        {interrupted && !running && (
          <Interrupted
            row={interrupted}
            user={workspace.user}
            now={clock}
            model={model}
            onReopen={() => onReopen(code)}
            onRefresh={() => { void state.refresh(); }}
          />
        )}
        {overdue > 2 && <MessageBar kind="info" icon="info">{plural(texts.Closing_ManyOpen, overdue)}</MessageBar>}
      </div>
      <div className={styles.closing}>
        <div>
          {running
            ? <RunProgress quarter={running.quarter} progress={running.progress} />
            : (
              <>
                <ClosingPoints
                  points={preview.points}
                  decided={decided}
                  onDecide={interrupted ? null : decide}
                  board={board}
                  quarter={code}
                  windowEnds={preview.quarter.windowEnds}
                  agrees={agreesOf(agreement, preview.previous && preview.previous.code)}
                  onRestore={restore}
                />
                <div className={styles.actions}>
                  {!interrupted && (
                    <Button
                      kind="primary"
                      unavailable={!allowed || model.busy}
                      aria-describedby="closing-why"
                      onClick={() => setConfirming(true)}
                    >
                      {text(texts.Closing_Close, { quarter: code })}
                    </Button>
                  )}
                  <Button unavailable={exporting} onClick={exportPreview}>
                    <Icon name="download" />{exporting ? texts.Closing_Exporting : texts.Closing_Export}
                  </Button>
                </div>
                <p id="closing-why" className={styles.quietSmall}>{allowed || interrupted ? '' : texts.Closing_Why}</p>
                {exportError !== null && <MessageBar kind="error" role="alert">{strings.Common_ExportFailed}</MessageBar>}
              </>
            )}
        </div>
        <div><PreviewTable preview={preview} /></div>
      </div>
      {confirming && (
        <ClosingDialog
          preview={preview}
          onClose={() => setConfirming(false)}
          onConfirm={() => {
            setConfirming(false);
            model.close(code, false);
          }}
        />
      )}
    </section>
  );
};
