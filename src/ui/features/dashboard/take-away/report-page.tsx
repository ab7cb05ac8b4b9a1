import * as React from 'react';
import * as ReactDom from 'react-dom';
import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import { isAppError } from '../../../../application/errors';
import { Button } from '../../../components/button/button';
import { describeError } from '../../../components/error-state/describe-error';
import { Icon } from '../../../components/icon/icon';
import { Light, LightShape, lightWord } from '../../../components/light/light';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { formatLongDay, formatPercent, text } from '../../../formatting';
import { copyText } from '../../../frame/copy-text';
import { useRouter } from '../../../routing';
import { useHost, useServices } from '../../../services';
import { ThemeScope } from '../../../theme';
import base from '../../../theme/base.module.scss';
import { saveWorkbook } from '../../../workbook/save-workbook';
import { useExport } from '../../../workbook/use-export';
import { carriesSentence } from '../carries/carries-sentence';
import { useAllDecisions } from '../decisions/use-all-decisions';
import type { DashboardParts } from '../parts';
import { standSentence, standSubject } from '../stand/sentences';
import { quarterWords } from './quarter-words';
import { CarriesTable, CityReport, ObjectivesTable } from './report-figures';
import { DecisionsTable, NeedsTable, TrackingTables } from './report-lists';
import { ReportSection } from './report-section';
import styles from './report.module.scss';
import { trackingRows } from './tracking';
import { usePaper } from './use-paper';

/** From what is done to what nobody knows. */
const LIGHT_ORDER = ['cumplido', 'verde', 'amarillo', 'rojo', 'desactualizado', 'sinMeta', 'sinDato'] as const;

export interface ReportPageProps {
  readonly parts: DashboardParts;
  readonly onClose: () => void;
}

const Summary: React.FC<DashboardParts> = ({ board, frozen, planObjectives }) => {
  const { plan } = board.rollUps;
  return (
    <>
      <p className={styles.headline}>{standSentence(plan, standSubject(board.workspace.strategicObjectives, planObjectives), frozen !== null)}</p>
      <p className={styles.line}>
        <Light light={plan.light} />
        {plan.expected !== null && <span>{text(texts.Meeting_Expected, { expected: formatPercent(Math.min(1, plan.expected)) })}</span>}
        <span>{text(texts.Stand_Coverage, { reported: plan.reported, total: plan.total })}</span>
      </p>
      <ul className={styles.lights}>
        {LIGHT_ORDER.map(light => (
          <li key={light}><LightShape light={light} /> {lightWord(light)} <strong>{plan.lights[light]}</strong></li>
        ))}
      </ul>
    </>
  );
};

const Toolbar: React.FC<ReportPageProps & { decisions: ReturnType<typeof useAllDecisions> }> = ({ parts, onClose, decisions }) => {
  const host = useHost();
  const router = useRouter();
  const [said, setSaid] = React.useState('');
  const [state, start] = useExport(async () => {
    const { quarterFileName, quarterSheets } = await import(/* webpackChunkName: "report-sheets" */ './report-sheets');
    return saveWorkbook(quarterSheets(parts, decisions.decisions), quarterFileName(parts));
  });
  const here = router.textOf(router.route);
  const address = host.shareLink(here, texts.Print_Title);
  const copy = async (): Promise<void> => {
    if (address) setSaid(await copyText(address) ? strings.Shell_LinkCopied : `${strings.Shell_LinkManual} ${address}`);
  };
  const words = state.kind === 'working' ? texts.Print_ExportWorking
    : state.kind === 'done' ? text(texts.Print_ExportDone, { file: state.fileName })
      : state.kind === 'failed' ? text(texts.Print_ExportFailed, { reason: isAppError(state.error) ? describeError(state.error) : '' }).trim() : said;
  const inTeams = host.kind === 'teams';
  return (
    <div className={styles.toolbar}>
      <Button onClick={onClose}><Icon name="left" />{texts.Print_Back}</Button>
      <span className={styles.said} role="status">{words}</span>
      {address !== null && <Button kind="subtle" onClick={() => { void copy(); }}><Icon name="link" />{strings.Shell_CopyLink}</Button>}
      <Button kind={inTeams ? 'subtle' : 'standard'} onClick={start} aria-busy={state.kind === 'working' || undefined}>
        <Icon name="download" />{texts.Print_Excel}
      </Button>
      <Button kind={inTeams ? 'subtle' : 'primary'} onClick={() => window.print()}><Icon name="print" />{texts.Print_Print}</Button>
      {inTeams && (
        <Button kind="primary" onClick={() => host.openInBrowser(here)}><Icon name="external" />{strings.Shell_OpenInBrowser}</Button>
      )}
    </div>
  );
};

/** The quarter's report for the committee: on screen as on paper, light whatever the theme, with nothing of the page around when printed. */
const ReportPage: React.FC<ReportPageProps> = ({ parts, onClose }) => {
  const host = useHost();
  const { now } = useServices();
  const { board, live } = parts;
  const { workspace } = board;
  const decisions = useAllDecisions(live, true);
  const rows = React.useMemo(() => trackingRows(parts), [parts]);
  const heading = React.useRef<HTMLHeadingElement>(null);
  const place = usePaper(onClose, heading);
  const title = workspace.plan.title || text(texts.Dashboard_Plan, { plan: workspace.plan.code });
  if (!place) return null;
  return ReactDom.createPortal(
    <ThemeScope theme={{}} paint={false}>
      {/* Margin boxes of the page cannot be written in a module: their text is in the person's language. */}
      <style>{pageRules(`${title} · ${texts.Print_Title}`)}</style>
      <div className={styles.paper} role="dialog" aria-modal="true" aria-labelledby="informe-title">
        <Toolbar parts={parts} onClose={onClose} decisions={decisions} />
        {host.kind === 'teams' && <MessageBar className={styles.notice}>{texts.Print_Teams}</MessageBar>}
        {decisions.error !== undefined && decisions.error !== null && (
          <MessageBar kind="warning" className={styles.notice} actions={<Button onClick={decisions.retry}>{strings.Common_Retry}</Button>}>
            {text(texts.Print_DecisionsMissing, { reason: describeError(decisions.error) })}
          </MessageBar>
        )}
        <article className={styles.sheet}>
          <header className={styles.head}>
            <p className={base.quiet}>{[workspace.site.title, texts.Print_Title].filter(Boolean).join(' · ')}</p>
            <h1 ref={heading} id="informe-title" className={base.h1} tabIndex={-1}>{title}</h1>
            <p>{quarterWords(parts)}</p>
            <p className={base.small}>{text(texts.Print_Made, { day: formatLongDay(now().toISOString()) })}</p>
          </header>
          <ReportSection id="stand" title={texts.Print_Stand}><Summary {...parts} /></ReportSection>
          <ReportSection id="objectives" title={texts.Print_Objectives}><ObjectivesTable {...parts} /></ReportSection>
          <ReportSection id="needs" title={texts.Needs_Title}><NeedsTable {...parts} rows={rows} /></ReportSection>
          <ReportSection id="carries" title={texts.Carries_Title} sentence={carriesSentence(parts.frozen)} paging="together"><CarriesTable {...parts} /></ReportSection>
          <CityReport {...parts} />
          <ReportSection id="tracking" title={texts.Print_Tracking} paging="newPage"><TrackingTables {...parts} rows={rows} /></ReportSection>
          <ReportSection id="decisions" title={texts.Decisions_Title} paging="together"><DecisionsTable parts={parts} decisions={decisions.decisions} /></ReportSection>
        </article>
      </div>
    </ThemeScope>,
    place
  );
};

/** Size, margins, and what stands at the foot of each page where the browser knows how. */
function pageRules(title: string): string {
  const quoted = `"${title.replace(/["\\\n]/g, ' ')}"`;
  const font = 'font: 9px "Segoe UI", Arial, sans-serif; color: #605e5c;';
  return `@page { size: letter; margin: 16mm 14mm 18mm;
    @bottom-left { content: ${quoted}; ${font} }
    @bottom-right { content: counter(page) " / " counter(pages); ${font} } }`;
}

export default ReportPage;
