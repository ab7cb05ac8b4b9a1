import * as React from 'react';
import * as strings from 'SigaciStrings';
import { isAppError } from '../../../application/errors';
import type { AppError } from '../../../application/errors';
import type { SetUpStep } from '../../../application/ports';
import { Button, buttonClass } from '../../components/button/button';
import { describeError, technicalDetail } from '../../components/error-state/describe-error';
import { ErrorState } from '../../components/error-state/error-state';
import { Icon } from '../../components/icon/icon';
import { MessageBar } from '../../components/message-bar/message-bar';
import { Shimmer } from '../../components/shimmer/shimmer';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { text } from '../../formatting';
import { listTitle } from '../../formatting/list-titles';
import { useServices } from '../../services';
import base from '../../theme/base.module.scss';
import styles from './set-up.module.scss';
import { useSetUp } from './use-set-up';
import type { Inspection, SetUpState } from './use-set-up';

const STEP_TEXTS: Readonly<Record<SetUpStep['kind'], string>> = {
  groups: strings.SetUp_StepGroups,
  list: strings.SetUp_StepList,
  columns: strings.SetUp_StepColumns,
  views: strings.SetUp_StepViews,
  permissions: strings.SetUp_StepPermissions,
  rows: strings.SetUp_StepRows,
  version: strings.SetUp_StepVersion
};

function stepText(step: SetUpStep): string {
  return text(STEP_TEXTS[step.kind], { subject: step.subject });
}

const NotAllowed: React.FC<{ inspection: Inspection }> = ({ inspection }) => (
  <>
    <h1 className={base.h2}>{strings.SetUp_NotAllowed}</h1>
    <p className={base.quiet}>{strings.SetUp_NotAllowedWhy}</p>
    {inspection.owners.length > 0 && <p>{text(strings.SetUp_Owners, { owners: inspection.owners.join(', ') })}</p>}
  </>
);

const Offer: React.FC<{ inspection: Inspection; onRun: () => void }> = ({ inspection, onRun }) => {
  const partial = inspection.state === 'partial';
  return (
    <>
      <h1 className={base.h2}>{partial ? strings.SetUp_Partial : strings.SetUp_Missing}</h1>
      <p className={base.quiet}>{strings.SetUp_What}</p>
      {partial && inspection.missing.length > 0 && (
        <p className={base.small}>{text(strings.SetUp_Lacking, { lists: inspection.missing.map(listTitle).join(', ') })}</p>
      )}
      <Button kind="primary" onClick={onRun}>{partial ? strings.SetUp_Continue : strings.SetUp_Prepare}</Button>
    </>
  );
};

/** Something of a site that was set up is gone: what, and the way to have it back for whoever may. */
const Mend: React.FC<{ lacking: AppError; inspection: Inspection; onRun?: () => void; onRetry: () => void }> = ({ lacking, inspection, onRun, onRetry }) => {
  const { links } = useServices();
  const detail = technicalDetail(lacking);
  const { list } = lacking.details;
  return (
    <>
      <h1 className={base.h2} role="alert">{describeError(lacking)}</h1>
      <p className={base.quiet}>{onRun ? strings.SetUp_MendWhat : strings.SetUp_MendNotAllowed}</p>
      {!onRun && inspection.owners.length > 0 && <p>{text(strings.SetUp_Owners, { owners: inspection.owners.join(', ') })}</p>}
      {detail && <p className={styles.detail}>{detail}</p>}
      <p className={styles.actions}>
        {onRun && <Button kind="primary" onClick={onRun}>{strings.SetUp_Mend}</Button>}
        <Button onClick={onRetry}>{strings.Common_Retry}</Button>
        {list && isAppError(lacking, 'columnMissing') && (
          <a className={buttonClass()} href={links.list(list)} target="_blank" rel="noreferrer">
            {strings.Common_OpenList}<VisuallyHidden>{strings.Common_NewTab}</VisuallyHidden>
          </a>
        )}
      </p>
    </>
  );
};

const Running: React.FC<{ progress: Extract<SetUpState, { phase: 'running' }>['progress'] }> = ({ progress }) => (
  <>
    <h1 className={base.h2}>{strings.SetUp_Running}</h1>
    <progress className={styles.progress} aria-label={strings.SetUp_Running} max={progress ? progress.total : 1} value={progress ? progress.done : 0} />
    <p className={styles.step}>
      <span>{progress ? stepText(progress.step) : '\u00a0'}</span>
      <span className={base.num}>{progress ? text(strings.SetUp_Progress, { done: progress.done, total: progress.total }) : ''}</span>
    </p>
    <p className={`${base.small} ${base.quiet}`}>{strings.SetUp_KeepOpen}</p>
  </>
);

const Failed: React.FC<{ state: Extract<SetUpState, { phase: 'failed' }>; onRun: () => void }> = ({ state, onRun }) => {
  const detail = technicalDetail(state.error);
  return (
    <>
      <h1 className={base.h2}>{strings.SetUp_Failed}</h1>
      <MessageBar kind="error" role="alert">
        {describeError(state.error)}
        {state.lastStep && <> {text(strings.SetUp_FailedAt, { step: stepText(state.lastStep) })}</>}
        {detail && <p className={styles.detail}>{detail}</p>}
      </MessageBar>
      <Button kind="primary" onClick={onRun}>{strings.SetUp_Continue}</Button>
    </>
  );
};

interface ContentsProps {
  readonly state: SetUpState;
  readonly lacking: AppError | null;
  readonly onRun: () => void;
  readonly onDone: () => void;
}

const Contents: React.FC<ContentsProps> = ({ state, lacking, onRun, onDone }) => {
  if (lacking && (state.phase === 'offered' || state.phase === 'notAllowed')) {
    return <Mend lacking={lacking} inspection={state.inspection} onRun={state.phase === 'offered' ? onRun : undefined} onRetry={onDone} />;
  }
  switch (state.phase) {
    case 'inspecting': return <><VisuallyHidden>{strings.SetUp_Inspecting}</VisuallyHidden><Shimmer width="320px" height={28} /><Shimmer /></>;
    case 'notAllowed': return <NotAllowed inspection={state.inspection} />;
    case 'offered': return <Offer inspection={state.inspection} onRun={onRun} />;
    case 'running': return <Running progress={state.progress} />;
    case 'failed': return <Failed state={state} onRun={onRun} />;
    case 'done': return (
      <>
        <h1 className={base.h2}>{strings.SetUp_Done}</h1>
        <Button kind="primary" onClick={onDone}>{strings.SetUp_Enter}</Button>
      </>
    );
    default: return null;
  }
};

export interface SetUpScreenProps {
  /** What a site that was set up lacks; `null` where it may never have been. */
  readonly lacking: AppError | null;
  onDone(): void;
}

/** Where lists or columns are missing: to someone allowed a button with its progress, to others whom to ask. */
const SetUpScreen: React.FC<SetUpScreenProps> = ({ lacking, onDone }) => {
  const { state, run, inspect } = useSetUp(onDone, lacking !== null);
  if (state.phase === 'inspectionFailed') return <ErrorState isPage error={state.error} onRetry={inspect} />;
  return (
    <section className={styles.screen} aria-busy={state.phase === 'running' || state.phase === 'inspecting'}>
      <Icon name={state.phase === 'notAllowed' ? 'lock' : state.phase === 'done' ? 'ok' : 'table'} className={styles.icon} />
      <Contents state={state} lacking={lacking} onRun={run} onDone={onDone} />
    </section>
  );
};

export default SetUpScreen;
