import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import { yearOf } from '../../../domain';
import type { KeyResult } from '../../../domain';
import { Button, buttonClass } from '../../components/button/button';
import { Icon } from '../../components/icon/icon';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { describeAccumulation, text } from '../../formatting';
import { copyText } from '../../frame/copy-text';
import { useFrame } from '../../frame/frame-context';
import { RouteLink, useRouter } from '../../routing';
import { useHost, useServices } from '../../services';
import base from '../../theme/base.module.scss';
import styles from './detail.module.scss';

export interface PageHeaderProps {
  readonly board: Board;
  readonly keyResult: KeyResult;
  /** Absent when the person may not report. */
  readonly onReport?: () => void;
}

const Breadcrumb: React.FC<{ board: Board; keyResult: KeyResult }> = ({ board, keyResult }) => {
  const router = useRouter();
  const { home } = useFrame();
  const { tacticalObjectives, strategicObjectives } = board.workspace;
  const tactical = tacticalObjectives.find(objective => objective.code === keyResult.tacticalObjective);
  const strategic = tactical && strategicObjectives.find(objective => objective.code === tactical.strategicObjective);
  return (
    <nav aria-label={strings.Detail_Path}>
      <ol className={styles.crumbs}>
        <li>
          <RouteLink to={router.textOf(home)}>{home.label}</RouteLink>
        </li>
        {strategic && (
          <li>
            <Icon name="right" />
            {strategic.code} {strategic.title}
          </li>
        )}
        {tactical && (
          <li>
            <Icon name="right" />
            {tactical.code.split('-').pop()} {tactical.statement || tactical.title}
          </li>
        )}
      </ol>
    </nav>
  );
};

const CopyLink: React.FC<{ plan: string; code: string; site: string }> = ({ plan, code, site }) => {
  const host = useHost();
  const router = useRouter();
  const [said, setSaid] = React.useState('');
  const address = host.shareLink(router.textOf({ plan, page: 'keyResult', keyResult: code }), code, site);
  if (address === null) return null;
  const copy = async (): Promise<void> => {
    setSaid((await copyText(address)) ? strings.Shell_LinkCopied : `${strings.Shell_LinkManual} ${address}`);
  };
  return (
    <>
      <Button
        onClick={() => {
          void copy();
        }}
      >
        <Icon name="link" />
        {strings.Shell_CopyLink}
      </Button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </>
  );
};

/** For planners: the row in their own list. */
const EditRow: React.FC<{ id: number }> = ({ id }) => (
  <a className={buttonClass('subtle')} href={useServices().links.row('KeyResults', id)} target="_blank" rel="noopener noreferrer">
    <Icon name="external" />
    {strings.Detail_EditRow}
    <VisuallyHidden>{strings.Common_NewTab}</VisuallyHidden>
  </a>
);

function years({ start, end }: KeyResult): string {
  const [from, to] = [yearOf(start), yearOf(end)].map(String);
  return from === to ? from : text(strings.Detail_Years, { from, to });
}

/** Where the key result stands in the plan, how it is measured, its wording, and what can be done. */
export const PageHeader: React.FC<PageHeaderProps> = ({ board, keyResult, onReport }) => (
  <>
    <Breadcrumb board={board} keyResult={keyResult} />
    <header className={styles.top}>
      <div>
        <p className={base.code}>{[keyResult.code, describeAccumulation(keyResult), years(keyResult)].join(' · ')}</p>
        <h1 className={`${base.h1} ${styles.title}`} tabIndex={-1}>
          {keyResult.title}
        </h1>
      </div>
      <div className={styles.actions}>
        {board.workspace.permissions.plan && <EditRow id={keyResult.id} />}
        <CopyLink plan={board.workspace.plan.code} code={keyResult.code} site={board.workspace.site.url} />
        {onReport && (
          <Button kind="primary" onClick={onReport}>
            {strings.Due_Report}
          </Button>
        )}
      </div>
    </header>
  </>
);
