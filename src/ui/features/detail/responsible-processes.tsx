import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import { newestFirst } from '../../../domain';
import type { DueState, KeyResultStatus, Light as LightName, ProcessCode } from '../../../domain';
import { Icon } from '../../components/icon/icon';
import { Light } from '../../components/light/light';
import { formatDay, text } from '../../formatting';
import { useServices } from '../../services';
import base from '../../theme/base.module.scss';
import { RowLink } from './row-link';
import styles from './detail.module.scss';

const DUE: Readonly<Record<DueState, { readonly light: LightName; readonly word: string }>> = {
  returned: { light: 'rojo', word: strings.Detail_DueReturned },
  overdue: { light: 'amarillo', word: strings.Detail_DueOverdue },
  due: { light: 'desactualizado', word: strings.Detail_DueDue },
  reported: { light: 'verde', word: strings.Detail_DueReported },
  done: { light: 'cumplido', word: strings.Detail_DueDone },
  notTaken: { light: 'sinMeta', word: strings.Detail_DueNotTaken },
  closed: { light: 'sinDato', word: strings.Detail_DueClosed }
};

/** When a process last reported, as far as the open quarters and the last cutoff know. */
function lastReport(board: Board, status: KeyResultStatus, process: ProcessCode, due: DueState | null): string {
  const own = newestFirst(board.checkInsOf(status.keyResult.code).filter(checkIn => checkIn.process === process))[0];
  const { lastProcess, lastQuarter, lastReportedOn } = status.accumulated;
  if (own) return text(strings.Detail_LastReport, { quarter: own.quarter, day: formatDay(own.reportedOn) });
  if (lastProcess === process && lastQuarter && lastReportedOn)
    return text(strings.Detail_LastReport, { quarter: lastQuarter, day: formatDay(lastReportedOn) });
  // Up to date without a report of its own: another process gave the reading that stands for all.
  if (due === 'reported' && lastProcess !== null) return text(strings.Detail_OtherReported, { process: lastProcess });
  return board.workspace.baseQuarter === null || status.accumulated.reports === 0
    ? strings.Detail_NoReports
    : text(strings.Detail_NoReportAfter, { quarter: board.workspace.baseQuarter });
}

/** The processes that answer for the key result, with when each last reported and what it owes. */
export const ResponsibleProcesses: React.FC<{ board: Board; status: KeyResultStatus }> = ({ board, status }) => {
  const { links } = useServices();
  const { keyResult } = status;
  const { permissions, processes } = board.workspace;
  const nameOf = (code: ProcessCode): string => processes.find(process => process.code === code)?.fullName ?? '';
  return (
    <section className={styles.box} aria-labelledby="detail-responsible">
      <h2 id="detail-responsible" className={styles.boxTitle}>
        <Icon name="people" />
        {strings.Detail_Responsible}
      </h2>
      {keyResult.processes.length === 0 ? (
        <>
          <p>{strings.Detail_Nobody}</p>
          {permissions.plan && (
            <p className={styles.aside}>
              <RowLink href={links.row('KeyResults', keyResult.id)}>{strings.Detail_AssignInList}</RowLink>
            </p>
          )}
        </>
      ) : (
        <ul className={styles.processes}>
          {keyResult.processes.map(process => {
            const item = board.itemsOf(process).find(candidate => candidate.status.keyResult.code === keyResult.code);
            const due = item ? DUE[item.due.state] : null;
            const fullName = nameOf(process);
            return (
              <li key={process}>
                <span>
                  <span className={base.strong}>{process}</span>
                  {fullName !== '' && <span className={base.quiet}> {fullName}</span>}
                  <span className={styles.under}>{lastReport(board, status, process, item ? item.due.state : null)}</span>
                </span>
                {due && <Light light={due.light} word={due.word} />}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
};
