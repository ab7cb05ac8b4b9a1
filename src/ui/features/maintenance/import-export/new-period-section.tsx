import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { Board } from '../../../../application/board';
import { checkPeriod, type NewPeriod, newPeriodRows, nextPeriod, type ParsedWorkbook, type StoredRow } from '../../../../application/import';
import { Button } from '../../../components/button/button';
import { Icon } from '../../../components/icon/icon';
import { text } from '../../../formatting';
import { useRouter } from '../../../routing';
import base from '../../../theme/base.module.scss';
import styles from './import-export.module.scss';
import { RunView } from './run-view';
import { usePlanRun } from './use-plan-run';
import { PERIOD_ISSUES } from './words';

type Field = 'code' | 'title' | 'start' | 'end';

const FIELDS: readonly { readonly field: Field; readonly label: string; readonly type: 'text' | 'date'; readonly hint?: string }[] = [
  { field: 'code', label: texts.Period_Code, type: 'text', hint: texts.Period_CodeHint },
  { field: 'title', label: texts.Period_Name, type: 'text' },
  { field: 'start', label: texts.Period_First, type: 'date' },
  { field: 'end', label: texts.Period_Last, type: 'date' }
];

const PARTS: readonly { readonly part: 'keyResults' | 'matrix' | 'weights' | 'indicators'; readonly label: string }[] = [
  { part: 'keyResults', label: texts.Period_KeyResults }, { part: 'matrix', label: texts.Period_Matrix },
  { part: 'weights', label: texts.Period_Weights }, { part: 'indicators', label: texts.Period_Indicators }
];

function asWorkbook(rows: ParsedWorkbook['rows']): ParsedWorkbook {
  return { rows, sheetIssues: [], sheets: [], source: 'plan' };
}

interface FormProps {
  readonly period: NewPeriod;
  readonly plan: StoredRow[];
  readonly onChange: (period: NewPeriod) => void;
  readonly onLook: () => void;
  readonly onCancel: () => void;
}

const PeriodForm: React.FC<FormProps> = ({ period, plan, onChange, onLook, onCancel }) => {
  const [tried, setTried] = React.useState(false);
  const form = React.useRef<HTMLFormElement>(null);
  const issues = checkPeriod(period, plan);
  // What opened the form is gone from the page.
  React.useEffect(() => { form.current?.querySelector('input')?.focus(); }, []);
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (issues.length === 0) onLook();
    else form.current?.querySelector<HTMLElement>(`[name=${issues[0].field}]`)?.focus();
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <div className={styles.form}>
        {FIELDS.map(({ field, label, type, hint }) => {
          const issue = tried ? issues.find(one => one.field === field) : undefined;
          const id = `period-${field}`;
          return (
            <div key={field} className={field === 'title' ? styles.wholeRow : undefined}>
              <label className={base.label} htmlFor={id}>{label}</label>
              <input
                id={id}
                name={field}
                type={type}
                className={base.input}
                value={period[field]}
                aria-invalid={issue ? true : undefined}
                aria-describedby={`${id}-said`}
                onChange={event => onChange({ ...period, [field]: event.target.value })}
              />
              <span id={`${id}-said`} className={issue ? base.error : base.hint}>{issue ? PERIOD_ISSUES[issue.issue] : hint}</span>
            </div>
          );
        })}
        <fieldset className={styles.checks}>
          <legend>{texts.Period_What}</legend>
          {PARTS.map(({ part, label }) => (
            <label key={part}>
              <input
                type="checkbox"
                checked={period[part] && (part === 'keyResults' || part === 'weights' || period.keyResults)}
                disabled={part !== 'keyResults' && part !== 'weights' && !period.keyResults}
                onChange={event => onChange({ ...period, [part]: event.target.checked })}
              />
              {label}
            </label>
          ))}
        </fieldset>
        <fieldset className={styles.checks}>
          <legend>{texts.Period_Targets}</legend>
          {(['keep', 'empty'] as const).map(targets => (
            <label key={targets}>
              <input
                type="radio"
                name="targets"
                checked={period.targets === targets}
                disabled={!period.keyResults}
                onChange={() => onChange({ ...period, targets })}
              />
              {targets === 'keep' ? texts.Period_KeepTargets : texts.Period_EmptyTargets}
            </label>
          ))}
        </fieldset>
      </div>
      <div className={styles.actions}>
        <Button kind="primary" type="submit">{texts.Period_Preview}</Button>
        <Button onClick={onCancel}>{texts.Import_Cancel}</Button>
      </div>
    </form>
  );
};

export interface NewPeriodSectionProps {
  readonly board: Board;
  readonly onWritten: () => void;
}

/** Starts a plan from the one on screen: what is taken over is chosen, shown, and written once it is confirmed. */
export const NewPeriodSection: React.FC<NewPeriodSectionProps> = ({ board, onWritten }) => {
  const router = useRouter();
  const { plan } = board.workspace;
  const actions = usePlanRun(onWritten);
  const [period, setPeriod] = React.useState<NewPeriod>(() => nextPeriod(plan));
  const [open, setOpen] = React.useState(false);
  const start = React.useRef<HTMLButtonElement>(null);
  const wasOpen = React.useRef(open);
  React.useEffect(() => {
    // The form that was cancelled is gone, with the button that did it.
    if (wasOpen.current && !open && start.current) start.current.focus();
    wasOpen.current = open;
  }, [open]);
  const others: StoredRow[] = [{
    list: 'Plans', id: plan.id, etag: '', key: plan.code, version: '', author: '', values: { StartDate: plan.start, EndDate: plan.end }
  }];
  const { phase } = actions.state;
  const form = phase === 'idle' || phase === 'failed';
  const goThere = router.textOf({ page: 'matrix' }).replace(/^[^/]+/, period.code);
  return (
    <section className={styles.section} aria-labelledby="period-title">
      <h2 className={base.h2} id="period-title">{texts.Period_Section}</h2>
      <p>{text(texts.Period_Hint, { plan: plan.code })}</p>
      {!open && <Button ref={start} onClick={() => setOpen(true)}><Icon name="add" />{texts.Period_Start}</Button>}
      {open && (
        <div className={styles.card}>
          {form && (
            <PeriodForm
              period={period}
              plan={others}
              onChange={setPeriod}
              onCancel={() => { setOpen(false); setPeriod(nextPeriod(plan)); }}
              onLook={() => actions.look(period.code, async site => asWorkbook(newPeriodRows(site, period)))}
            />
          )}
          <RunView
            actions={actions}
            title={name => text(texts.Period_PreviewTitle, { name })}
            doneTitle={text(texts.Period_Done, { plan: period.code })}
            reportName={text(texts.Import_ReportFile, { day: board.today })}
            next={<Button kind="primary" onClick={() => router.navigate(goThere)}>{text(texts.Period_Open, { plan: period.code })}</Button>}
          />
        </div>
      )}
    </section>
  );
};
