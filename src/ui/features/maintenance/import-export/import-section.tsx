import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'MantenimientoStrings';
import type { Board } from '../../../../application/board';
import { readAnyWorkbook, templateSheets } from '../../../../application/import';
import type { ListName } from '../../../../domain';
import { Button, buttonClass } from '../../../components/button/button';
import { Icon } from '../../../components/icon/icon';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { formatDay, text } from '../../../formatting';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import { breathe } from '../../../workbook/breathe';
import { readFile } from '../../../workbook/read-file';
import { saveWorkbook } from '../../../workbook/save-workbook';
import { useExport } from '../../../workbook/use-export';
import styles from './import-export.module.scss';
import { clearInterrupted, readInterrupted } from './interrupted';
import { RunView } from './run-view';
import { usePlanRun } from './use-plan-run';

export interface ImportSectionProps {
  readonly board: Board;
  readonly onWritten: () => void;
}

/** Takes a workbook or delimited text, shows what it would do, and does what is confirmed. */
export const ImportSection: React.FC<ImportSectionProps> = ({ board, onWritten }) => {
  const { store } = useServices();
  const { workspace, today } = board;
  const plan = workspace.plan.code;
  const actions = usePlanRun(onWritten);
  const [interrupted, setInterrupted] = React.useState(() => readInterrupted(store));
  const chosen = React.useRef<File | null>(null);
  const assigned = React.useRef<Record<string, ListName | null>>({});
  const { look } = actions;

  const read = (): void => {
    const file = chosen.current;
    if (!file) return;
    const choices = { ...assigned.current };
    look(file.name, async site => readAnyWorkbook(await readFile(file), { plan, assigned: choices, breathe }, site));
  };
  const choose = (event: React.ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files && event.target.files[0];
    // The same file chosen again, mended in the meantime, is a change too.
    event.target.value = '';
    if (!file) return;
    chosen.current = file;
    assigned.current = {};
    setInterrupted(null);
    read();
  };
  const assign = (sheet: string, list: ListName | null): void => {
    assigned.current = { ...assigned.current, [sheet]: list };
    read();
  };
  const [template, makeTemplate] = useExport(async () => saveWorkbook(templateSheets({
    plan, processes: workspace.processes.map(({ code }) => code), quarters: workspace.quarters.map(({ code }) => code),
    instructions: texts.Import_Instructions.split('|')
  }), text(texts.Import_TemplateFile, { plan })));

  const { phase } = actions.state;
  const choosing = phase === 'idle' || phase === 'unreadable' || phase === 'failed';
  return (
    <section className={styles.section} aria-labelledby="import-title">
      <h2 className={base.h2} id="import-title">{texts.Import_Section}</h2>
      <p>{texts.Import_SectionHint}</p>
      <div className={styles.card}>
        {choosing && (
          <>
            {interrupted && (
              <div className={styles.step}>
                <MessageBar
                  kind="warning"
                  actions={<Button onClick={() => { clearInterrupted(store); setInterrupted(null); }}>{texts.Import_Forget}</Button>}
                >
                  {text(texts.Import_Interrupted, { name: interrupted.name, day: formatDay(interrupted.at), done: interrupted.done, total: interrupted.total })}
                </MessageBar>
              </div>
            )}
            <div className={styles.step}>
              <Button unavailable={template.kind === 'working'} onClick={makeTemplate}><Icon name="download" />{texts.Import_Template}</Button>
              {template.kind === 'failed' && <MessageBar kind="error" role="alert">{strings.Common_ExportFailed}</MessageBar>}
            </div>
            <label className={styles.file}>
              <input type="file" accept=".xlsx,.xlsm,.csv,.txt" onChange={choose} aria-describedby="import-file-hint" />
              <span className={buttonClass('primary')}><Icon name="table" />{texts.Import_Choose}</span>
            </label>
            <span className={base.hint} id="import-file-hint">{texts.Import_ChooseHint}</span>
          </>
        )}
        <RunView
          actions={actions}
          title={name => text(texts.Import_PreviewTitle, { name })}
          doneTitle={texts.Import_DoneTitle}
          reportName={text(texts.Import_ReportFile, { day: today })}
          onAssign={assign}
        />
      </div>
    </section>
  );
};
