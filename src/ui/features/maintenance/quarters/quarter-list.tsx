import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import { nextToReopen, refusalStands, wantedRefusal } from '../../../../application/closing';
import type { QuarterRow } from '../../../../application/closing';
import { quarterStatus } from '../../../../domain';
import type { Light as LightName, Quarter, QuarterState } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { Light } from '../../../components/light/light';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { ScrollRegion } from '../../../components/scroll-region/scroll-region';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { formatDay, text } from '../../../formatting';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import type { MaintenanceParts } from '../parts';
import { STATE_WORDS } from './closing-texts';
import styles from './quarters.module.scss';
import type { ClosingModel } from './use-closing';
import type { QuartersNowState } from './use-quarters-now';

const SHAPES: Readonly<Record<QuarterState, LightName>> = { open: 'verde', closing: 'amarillo', closed: 'cumplido' };

export interface QuarterListProps extends MaintenanceParts {
  readonly quarters: QuartersNowState;
  readonly model: ClosingModel;
  readonly onReopen: (quarter: string) => void;
}

function stateWord({ state }: Quarter, begun: boolean): string {
  return state === 'open' && !begun ? texts.Closing_StateNotBegun : STATE_WORDS[state];
}

/** Every quarter of the plan with its state, who closed it and why it was opened again. */
export const QuarterList: React.FC<QuarterListProps> = ({ board, quarters: { now }, model, onReopen }) => {
  const { links } = useServices();
  const { workspace, today } = board;
  const rows = new Map((now ? now.rows : []).map((row): [string, QuarterRow] => [row.code, row]));
  const reopenable = now ? nextToReopen(now.rows) : null;
  const wanted = now ? wantedRefusal(now) : null;
  const hasReasons = Array.from(rows.values()).some(({ reopenReason }) => reopenReason !== '');
  return (
    <section id="trimestres" className={styles.section} aria-labelledby="quarters-title">
      <header className={styles.head}>
        <h2 id="quarters-title" className={base.h2}>{texts.Closing_Quarters}</h2>
        <p className={base.quiet}>{texts.Closing_QuartersIntro}</p>
      </header>
      {now && !refusalStands(now) && !model.busy && (
        <div className={styles.notices}>
          <MessageBar kind="warning" actions={<Button onClick={model.mend}>{texts.Closing_MendRefusal}</Button>}>
            {wanted === null ? texts.Closing_RefusalTooMuch : text(texts.Closing_RefusalMissing, { quarter: wanted })}
          </MessageBar>
        </div>
      )}
      <ScrollRegion label={texts.Closing_QuartersTable}>
        <table className={`${base.table} ${styles.quarters}`}>
          <thead>
            <tr>
              <th scope="col">{texts.Closing_Quarter}</th><th scope="col">{texts.Closing_State}</th><th scope="col" className={styles.window}>{texts.Closing_Window}</th>
              <th scope="col">{texts.Closing_ClosedOn}</th>{hasReasons && <th scope="col">{texts.Closing_Reasons}</th>}
              <th scope="col"><VisuallyHidden>{texts.Closing_Actions}</VisuallyHidden></th>
            </tr>
          </thead>
          <tbody>
            {[...workspace.quarters].reverse().map((quarter) => {
              const row = rows.get(quarter.code);
              const { windowEnds, begun } = quarterStatus(quarter, today, workspace.plan.graceDays);
              const state = row ? row.state : quarter.state;
              const by = row && state !== 'open' && row.changedBy ? row.changedBy.name : '';
              return (
                <tr key={quarter.code}>
                  <th scope="row" className={base.num}><a href={links.row('Quarters', quarter.id)} target="_blank" rel="noreferrer">{quarter.code}</a></th>
                  <td><Light light={state === 'open' && !begun ? 'sinDato' : SHAPES[state]} word={stateWord({ ...quarter, state }, begun)} /></td>
                  <td className={styles.window}>{text(texts.Closing_UpTo, { day: formatDay(windowEnds) })}</td>
                  <td>
                    {quarter.closedOn ? formatDay(quarter.closedOn) : ''}
                    {by !== '' && <span className={styles.by}>{by}</span>}
                  </td>
                  {hasReasons && (
                    <td className={styles.reasons}>{row && row.reopenReason !== '' && row.reopenReason.split('\n').map((line, index) => <p key={index}>{line}</p>)}</td>
                  )}
                  <td className={styles.rowAction}>
                    {reopenable && reopenable.code === quarter.code && state === 'closed' && (
                      <Button unavailable={model.busy} onClick={() => onReopen(quarter.code)}>
                        {texts.Closing_Reopen}<VisuallyHidden> {quarter.code}</VisuallyHidden>
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
};
