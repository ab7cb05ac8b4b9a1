import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import { unfinishedChange } from '../../../application/targets';
import type { TargetVersion } from '../../../application/workspace';
import type { CheckIn, KeyResultCode, KeyResultStatus } from '../../../domain';
import { Button } from '../../components/button/button';
import { EmptyState } from '../../components/empty-state/empty-state';
import { MessageBar } from '../../components/message-bar/message-bar';
import { rich, text } from '../../formatting';
import { useFrame } from '../../frame/frame-context';
import { RouteLink, useRouter } from '../../routing';
import { KeyResultDecisions } from '../decisions/key-result-decisions';
import { hindranceOf } from '../report/eligibility';
import { CityIndicator } from './city-indicator';
import { FigureStrip } from './figure-strip';
import { HistorySection } from './history-section';
import { PageHeader } from './page-header';
import { ReportsSection } from './reports-section';
import { ResponsibleProcesses } from './responsible-processes';
import { SourceNote } from './source-note';
import { StepsBox } from './steps-box';
import { TargetVersions } from './target-versions';
import { useHistory } from './use-history';
import { useHistoryModel } from './use-history-model';
import styles from './detail.module.scss';

export interface KeyResultPageProps {
  readonly board: Board;
  readonly code: KeyResultCode;
  /** Opens the report panel; with a check-in, to correct it. */
  readonly onReport: (code: KeyResultCode, checkIn?: CheckIn) => void;
  readonly onBack: () => void;
  readonly navigate: (route: string) => void;
}

/** What has to be known before the figures are believed. */
const Notices: React.FC<{ status: KeyResultStatus }> = ({ status }) => {
  const router = useRouter();
  const { aliasOf, keyResult } = status;
  return (
    <>
      {aliasOf !== null && (
        <MessageBar className={styles.notice} icon="link">
          {rich(strings.Detail_Alias, {
            code: (
              <RouteLink className={styles.inText} to={router.textOf({ page: 'keyResult', keyResult: aliasOf })}>
                {aliasOf}
              </RouteLink>
            )
          })}
        </MessageBar>
      )}
      {!keyResult.active && (
        <MessageBar className={styles.notice} kind="warning">
          {strings.Detail_Inactive}
        </MessageBar>
      )}
    </>
  );
};

const Page: React.FC<KeyResultPageProps & { status: KeyResultStatus }> = ({ board, code, status, onReport }) => {
  const { keyResult, aliasOf } = status;
  // Whose figures, reports and targets are shown.
  const subject = (aliasOf === null ? undefined : board.statuses.get(aliasOf)?.keyResult) ?? keyResult;
  const state = useHistory(board, subject);
  const [versions, setVersions] = React.useState<readonly TargetVersion[] | null>(null);
  const past = useHistoryModel(board, status, subject, state.history, versions);
  const mayReport = hindranceOf(board, code, null) === null;
  const hasTargetFigure = subject.direction !== 'Milestone' && subject.direction !== 'Qualitative';
  const note = keyResult.sourceNote.trim();
  return (
    <article>
      <PageHeader board={board} keyResult={keyResult} onReport={mayReport ? () => onReport(code) : undefined} />
      <Notices status={status} />
      <FigureStrip board={board} status={status} />
      <div className={styles.split}>
        <div>
          <HistorySection status={status} subject={subject} past={past} state={state} />
          <ReportsSection
            board={board}
            status={status}
            subject={subject}
            history={state}
            onCorrect={aliasOf === null ? checkIn => onReport(code, checkIn) : undefined}
          />
          <KeyResultDecisions board={board} code={code} read={state.history && state.history.decisions} onChanged={state.retry} />
        </div>
        <aside className={styles.side} aria-label={strings.Detail_Context}>
          {note !== '' && <SourceNote note={note} />}
          <StepsBox status={status} />
          {state.history?.indicator && <CityIndicator indicator={state.history.indicator} keyResult={keyResult} />}
          <ResponsibleProcesses board={board} status={status} />
          {past && (hasTargetFigure || past.targets.entries.length > 0) && (
            <TargetVersions
              subject={subject}
              targets={past.targets}
              versions={versions}
              onVersions={setVersions}
              planner={board.workspace.permissions.plan}
              unfinished={unfinishedChange(subject, state.history ? state.history.targetChanges : [])}
              onRecorded={state.retry}
            />
          )}
        </aside>
      </div>
    </article>
  );
};

/** One key result, whole: whether its figure is to be believed, and where it comes from. */
const KeyResultPage: React.FC<KeyResultPageProps> = props => {
  const { home } = useFrame();
  const status = props.board.statuses.get(props.code);
  if (!status) {
    return (
      <EmptyState
        icon="link"
        message={text(strings.Shell_ResultNotFound, { code: props.code })}
        actions={
          <Button kind="primary" onClick={props.onBack}>
            {text(strings.Shell_GoHome, { page: home.label })}
          </Button>
        }
      />
    );
  }
  return <Page {...props} status={status} />;
};

export default KeyResultPage;
